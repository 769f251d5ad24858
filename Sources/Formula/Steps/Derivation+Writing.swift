/// Derivations as TeX and as lines of text.
extension Derivation {
  /// As TeX: one `aligned` block, a row for each line; long lines are broken before their equals signs.
  public var tex: String {
    let writer = DerivationWriter(isTeX: true, variables: variables)
    let plain = DerivationWriter(isTeX: false, variables: variables)
    let rows = lines.map { line in
      let sides = writer.sides(line)
      let separator = plain.write(line).count > Self.longestLine ? " \\\\ &= " : " = "
      return writer.write(line.left) + " &= " + sides.joined(separator: separator)
    }
    return "\\begin{aligned} " + rows.joined(separator: " \\\\ ") + " \\end{aligned}"
  }

  /// As text, a line for each.
  public var text: String {
    let writer = DerivationWriter(isTeX: false, variables: variables)
    return lines.map(writer.write).joined(separator: "\n")
  }

  /// The most characters of a line of text that stands on one row.
  private static let longestLine = 64
}

private struct DerivationWriter {
  let isTeX: Bool
  let variables: [String]

  private var algebra: AlgebraicWriter { AlgebraicWriter(isTeX: isTeX) }

  func write(_ line: Derivation.Line) -> String {
    ([write(line.left)] + sides(line)).joined(separator: " = ")
  }

  /// The right sides, without those that look like the one before.
  func sides(_ line: Derivation.Line) -> [String] {
    var sides: [String] = []
    for side in line.right {
      let text = write(side)
      if let last = sides.last, bare(last) == bare(text) { sides.removeLast() }
      sides.append(text)
    }
    return sides
  }

  private func bare(_ text: String) -> String {
    text.replacing("\\cdot", with: "").replacing("·", with: "").filter { $0 != " " }
  }

  func write(_ expression: Derivation.Expression) -> String {
    switch expression {
    case .form(let form): return algebra.sum(form)
    case .derivative(let name, let variable):
      let isPartial = variables.count > 1 && variables.contains(variable)
      let sign = isPartial ? (isTeX ? "\\partial " : "∂") : "d"
      let (upper, lower) = (sign + algebra.variable(name), sign + algebra.variable(variable))
      return isTeX ? "\\frac{\(upper)}{\(lower)}" : "\(upper)/\(lower)"
    case .product(let factors):
      let dot = isTeX ? " \\cdot " : " · "
      let texts = factors.enumerated().map { index, factor in
        held(factor, isFirst: index == 0)
      }
      return texts.joined(separator: dot)
    case .sum(let terms):
      var out = ""
      for term in terms {
        let text = write(term)
        if out.isEmpty {
          out = text
        } else {
          out += text.hasPrefix("-") ? " - " + text.dropFirst() : " + " + text
        }
      }
      return out
    case .difference(let left, let right):
      let text = write(right)
      return write(left) + " - " + (text.hasPrefix("-") ? algebra.parenthesised(text) : text)
    case .quotient(let upper, let lower):
      if isTeX { return "\\frac{\(write(upper))}{\(write(lower))}" }
      return "(\(write(upper)))/" + held(lower, isFirst: false, isDivisor: true)
    }
  }

  /// A factor, in parentheses where it would fall apart.
  private func held(_ factor: Derivation.Expression, isFirst: Bool, isDivisor: Bool = false) -> String {
    let text = write(factor)
    guard case .form(let form) = factor else { return text }
    let fallsApart = isDivisor ? !form.isOnePower : !form.isOneTerm
    return fallsApart || (text.hasPrefix("-") && !isFirst) ? algebra.parenthesised(text) : text
  }
}

extension Algebraic {
  /// Whether it is written as one product.
  fileprivate var isOneTerm: Bool { terms.count < 2 || factored != nil }

  /// Whether it is a whole power of one factor.
  fileprivate var isOnePower: Bool {
    terms.count == 1 && terms.first?.value == 1 && terms.first?.key.exponents.count == 1
  }
}
