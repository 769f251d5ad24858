/// The words of a cell's source: a rough reading that also takes those of comments and of texts of several lines.
struct CellWords {
  /// Every identifier and keyword.
  private(set) var all: Set<String> = []
  /// What is declared outside of braces.
  private(set) var declared: Set<String> = []
  /// The variables and constants among these, which a later cell may change or reach changes through.
  private(set) var values: Set<String> = []

  /// - Complexity: Linear in the length of the source.
  init(_ code: String) {
    var word = ""
    word.reserveCapacity(16)
    var depth = 0
    var isPattern = false
    var expectsName = false
    var texts = TextScanner()
    for scalar in (code + "\n").unicodeScalars {
      if texts.isInText(scalar) { continue }
      if scalar.isOfWord {
        word.unicodeScalars.append(scalar)
        continue
      }
      if !word.isEmpty {
        all.insert(word)
        switch word {
        case "let", "var": isPattern = depth == 0
        case "func", "struct", "enum", "class", "protocol", "typealias", "actor": expectsName = depth == 0
        default:
          if isPattern { values.insert(word) }
          if isPattern || expectsName { declared.insert(word) }
          expectsName = false
        }
        word.removeAll(keepingCapacity: true)
      }
      switch scalar {
      case "=", ":", "\n": isPattern = false
      case "{":
        isPattern = false
        depth += 1
      case "}": depth = max(0, depth - 1)
      default: break
      }
    }
  }
}

extension Unicode.Scalar {
  /// Whether it may stand in an identifier, or continues a character that may.
  fileprivate var isOfWord: Bool {
    switch self {
    case "a"..."z", "A"..."Z", "0"..."9", "_": true
    default: !isASCII && properties.isIDContinue
    }
  }
}

/// Tells the words of texts on one line from those of code; interpolations are code.
private struct TextScanner {
  /// The parentheses that are open in each interpolation around; nil: a text, which the next quote ends.
  private var open: [Int?] = []
  private var isAfterBackslash = false
  /// The quotes in a row before the character.
  private var quotes = 0

  /// Whether a character stands in a text, given all before it.
  mutating func isInText(_ scalar: Unicode.Scalar) -> Bool {
    // No text on one line goes on in the next one, whatever a comment made of quotes.
    if scalar == "\n" { open = [] }
    quotes = scalar == "\"" ? quotes + 1 : 0
    if quotes == 3 {
      // Where a text of several lines starts or ends; what stands in it counts as code.
      open = []
      return false
    }
    guard let innermost = open.last else {
      if scalar == "\"" { open.append(nil) }
      return false
    }
    guard let parentheses = innermost else {
      let isEscaped = isAfterBackslash
      isAfterBackslash = scalar == "\\" && !isEscaped
      if scalar == "(" && isEscaped { open.append(0) }
      if scalar == "\"" && !isEscaped { open.removeLast() }
      return true
    }
    switch scalar {
    case "(": open[open.count - 1] = parentheses + 1
    case ")" where parentheses == 0: open.removeLast()
    case ")": open[open.count - 1] = parentheses - 1
    case "\"": open.append(nil)
    default: break
    }
    return false
  }
}
