/// Numbers as they are written.
extension TermReader {
  /// A decimal number; nil where it is none. Whether what stands before three digits separates thousands is asked
  /// where it matters.
  static func number(_ text: String) -> Term? {
    guard text.utf8.count <= 40, let digits = plainDigits(text), let value = Double(digits) else {
      return nil
    }
    let decimals =
      digits.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.count ?? 0
    return .number(value, unit: raise(10, to: -Double(decimals)))
  }

  /// The digits with a point before the decimals: of several marks the last one stands before these, unless it is like the
  /// others, and what the others separate are groups of three. Nil where they do not.
  private static func plainDigits(_ text: String) -> String? {
    let marks = text.filter { $0 == "," || $0 == "." }
    guard marks.count > 1, let separator = marks.first, let last = marks.last else {
      return text.replacing(",", with: ".")
    }
    guard marks.dropLast().allSatisfy({ $0 == separator }) else { return nil }
    let parts = text.split(separator: last, omittingEmptySubsequences: false)
    let whole = last == separator ? text[...] : parts[0]
    let groups = whole.split(separator: separator, omittingEmptySubsequences: false)
    guard groups.dropFirst().allSatisfy({ $0.count == 3 }), (1...3).contains(groups[0].count) else {
      return nil
    }
    return groups.joined() + (last == separator ? "" : "." + parts[1])
  }

  /// With numbers whose digits stand in groups of three as one each: `100\,000`.
  static func withGroupsOfDigits(_ nodes: [Node]) -> [Node] {
    guard nodes.contains(where: isThinSpace) else { return nodes }
    var found: [Node] = []
    // Whether the last number may go on with three digits.
    var isOpen = false
    for node in nodes {
      guard case .number(let digits) = node.kind else {
        isOpen = isOpen && isThinSpace(node)
        found.append(node)
        continue
      }
      let whole = digits.prefix(while: \.isNumber)
      if isOpen, whole.count == 3, found.last.map(isThinSpace) == true,
        case .number(let before)? = found.dropLast().last?.kind
      {
        let start = found[found.count - 2].range.lowerBound
        found.removeLast(2)
        found.append(Node(kind: .number(before + digits), range: start..<node.range.upperBound))
        isOpen = whole == digits
      } else {
        found.append(node)
        isOpen = whole == digits && whole.count <= 3 && whole.first != "0"
      }
    }
    return found
  }

  private static func isThinSpace(_ node: Node) -> Bool {
    if case .space(1...4000) = node.kind { true } else { false }
  }

  /// The number at the start of some nodes that has its power of ten behind an e: `3\text{e}{-4}`.
  static func powerOfTen(_ nodes: ArraySlice<Node>) -> Term? {
    guard let number = nodes.first, case .number(let digits) = number.kind,
      case .number(let value, let unit)? = Self.number(digits), let e = nodes.dropFirst().first,
      plainText(e) == "e" || plainText(e) == "E", let exponent = nodes.dropFirst(2).first,
      case .group(let inner) = exponent.kind
    else { return nil }
    let sign = inner.count == 2 ? symbol(of: inner[0])?.text : "+"
    guard sign == "−" || sign == "+", inner.count <= 2, case .number(let text)? = inner.last?.kind,
      let power = Int(text), power < 300
    else { return nil }
    let scale = raise(10, to: sign == "−" ? -Double(power) : Double(power))
    return .number(value * scale, unit: unit * scale)
  }

  /// Whether all there is reads `3e-4`.
  var mayBePowerOfTen: Bool {
    guard nodes.count == 4, case .number = nodes[0].kind, Self.plainText(nodes[1]) == "e",
      let sign = Self.symbol(of: nodes[2])?.text, case .number = nodes[3].kind
    else { return false }
    return (sign == "−" || sign == "+") && nodes[1].range.upperBound == nodes[2].range.lowerBound
  }
}
