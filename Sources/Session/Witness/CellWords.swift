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
    var depth = 0
    var isPattern = false
    var expectsName = false
    for character in code + "\n" {
      if character.isLetter || character.isNumber || character == "_" {
        word.append(character)
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
        word = ""
      }
      if "=:\n{".contains(character) { isPattern = false }
      if character == "{" { depth += 1 }
      if character == "}" { depth = max(0, depth - 1) }
    }
  }
}
