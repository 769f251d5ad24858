import Lesson

extension Cell {
  /// The names after the keywords that declare them. A rough reading, good enough for a cell that does not
  /// compile.
  var declaredNames: [String] {
    var names: [String] = []
    var isPattern = false
    var expectsName = false
    var word = ""
    for character in code + "\n" {
      if character.isLetter || character.isNumber || character == "_" {
        word.append(character)
        continue
      }
      if !word.isEmpty {
        switch word {
        case "let", "var": isPattern = true
        case "func", "struct", "enum", "class", "protocol", "typealias": expectsName = true
        default:
          if isPattern || expectsName { names.append(word) }
          expectsName = false
        }
        word = ""
      }
      if "=:\n{".contains(character) { isPattern = false }
    }
    return names
  }
}
