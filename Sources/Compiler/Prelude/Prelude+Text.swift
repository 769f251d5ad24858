extension Prelude {
  static let text = #"""
    struct Character: Hashable, Comparable, ExpressibleByStringLiteral {
      @_intrinsic("host:stringEqual") static func == (left: Character, right: Character) -> Bool
      @_intrinsic("host:stringLess") static func < (left: Character, right: Character) -> Bool
      @_intrinsic("host:isLetter") func _isLetter() -> Bool
      @_intrinsic("host:isNumber") func _isNumber() -> Bool
      @_intrinsic("host:isWhitespace") func _isWhitespace() -> Bool
      @_intrinsic("host:isUppercase") func _isUppercase() -> Bool
      @_intrinsic("host:isLowercase") func _isLowercase() -> Bool
      @_intrinsic("host:isPunctuation") func _isPunctuation() -> Bool
      var isLetter: Bool { _isLetter() }
      var isNumber: Bool { _isNumber() }
      var isWhitespace: Bool { _isWhitespace() }
      var isUppercase: Bool { _isUppercase() }
      var isLowercase: Bool { _isLowercase() }
      var isPunctuation: Bool { _isPunctuation() }
      @_intrinsic("host:uppercased") func uppercased() -> String
      @_intrinsic("host:lowercased") func lowercased() -> String
    }

    struct String: Hashable, Comparable, ExpressibleByStringLiteral, Sequence {
      typealias Element = Character
      typealias Iterator = IndexingIterator<Character>
      @_intrinsic("host:emptyString") init()
      @_intrinsic("describe") init<Value>(_ value: Value)
      @_intrinsic("describe") init<Value>(describing value: Value)
      @_intrinsic("describe:debug") init<Value>(reflecting value: Value)
      @_intrinsic("host:repeatString") init(repeating text: String, count: Int)
      @_intrinsic("host:joinCharacters") init(_ characters: [Character])
      @_intrinsic("host:radix") init(_ value: Int, radix: Int)
      @_intrinsic("host:stringEqual") static func == (left: String, right: String) -> Bool
      @_intrinsic("host:stringLess") static func < (left: String, right: String) -> Bool
      @_intrinsic("host:concatenate") static func + (left: String, right: String) -> String
      @_intrinsic("host:appendString") static func += (left: inout String, right: String)
      @_intrinsic("host:appendString") mutating func append(_ other: String)
      @_intrinsic("host:appendString") mutating func append(_ other: Character)
      @_intrinsic("host:stringCount") func _count() -> Int
      @_intrinsic("host:stringIsEmpty") func _isEmpty() -> Bool
      var count: Int { _count() }
      var isEmpty: Bool { _isEmpty() }
      var description: String { self }
      @_intrinsic("host:uppercased") func uppercased() -> String
      @_intrinsic("host:lowercased") func lowercased() -> String
      @_intrinsic("host:hasPrefix") func hasPrefix(_ other: String) -> Bool
      @_intrinsic("host:hasSuffix") func hasSuffix(_ other: String) -> Bool
      @_intrinsic("host:containsString") func contains(_ other: String) -> Bool
      @_intrinsic("host:characters") func _characters() -> [Character]
      func makeIterator() -> IndexingIterator<Character> { IndexingIterator(_elements: _characters(), _position: 0) }
      func filter(_ isIncluded: (Character) throws -> Bool) rethrows -> String {
        var result = ""
        for character in self { if try isIncluded(character) { result.append(character) } }
        return result
      }
      var first: Character? { for character in self { return character }; return nil }
      var last: Character? { _characters().last }
      func split(separator: Character) -> [String] {
        var parts: [String] = []
        var part = ""
        for character in self {
          if character == separator {
            if !part.isEmpty { parts.append(part) }
            part = ""
          } else {
            part.append(character)
          }
        }
        if !part.isEmpty { parts.append(part) }
        return parts
      }
    }
    """#
}
