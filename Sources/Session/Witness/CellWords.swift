/// The words of a cell's source: a rough reading that also takes those of comments and texts.
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
    for scalar in (code + "\n").unicodeScalars {
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
