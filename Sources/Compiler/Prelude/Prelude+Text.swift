extension Prelude {
  static let text = #"""
    struct Character: Hashable, Comparable, ExpressibleByStringLiteral {
      @_intrinsic("identity") init(_ value: Character)
      init(_ text: String) {
        if text.count != 1 { fatalError("Can't form a Character from a String containing more or less than one extended grapheme cluster") }
        self = text._characters()[0]
      }
      @_intrinsic("host:stringEqual") static func == (left: Character, right: Character) -> Bool
      @_intrinsic("host:stringLess") static func < (left: Character, right: Character) -> Bool
      @_intrinsic("host:characterFact") func _fact(_ what: Int) -> Int?
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
      var isNewline: Bool { _fact(3) == 1 }
      var isSymbol: Bool { _fact(4) == 1 }
      var isASCII: Bool { _fact(5) == 1 }
      var isHexDigit: Bool { _fact(2) != nil }
      var isWholeNumber: Bool { _fact(1) != nil }
      var isCased: Bool { _fact(6) == 1 }
      var isMathSymbol: Bool { _fact(7) == 1 }
      var isCurrencySymbol: Bool { _fact(8) == 1 }
      var wholeNumberValue: Int? { _fact(1) }
      var hexDigitValue: Int? { _fact(2) }
      var description: String { String(self) }
      @_intrinsic("host:uppercased") func uppercased() -> String
      @_intrinsic("host:lowercased") func lowercased() -> String
    }
    struct StringIndex: Hashable, Comparable, CustomDebugStringConvertible {
      let _offset: Int
      var debugDescription: String { _offset == 0 ? "0[any]" : "\(_offset)[utf8]" }
      @_intrinsic("construct") init(_offset: Int)
      static func == (left: StringIndex, right: StringIndex) -> Bool { left._offset == right._offset }
      static func < (left: StringIndex, right: StringIndex) -> Bool { left._offset < right._offset }
      func hash(into hasher: inout Hasher) { hasher.combine(_offset) }
    }
    @_intrinsic("host:textMove") func _textMove(_ text: String, _ start: Int, _ end: Int, _ from: Int, _ by: Int) -> Int
    @_intrinsic("host:textCharacter") func _textCharacter(_ text: String, _ end: Int, _ at: Int) -> Character
    @_intrinsic("host:textSlice") func _textSlice(_ text: String, _ from: Int, _ to: Int) -> String
    @_intrinsic("host:textCount") func _textCount(_ text: String, _ from: Int, _ to: Int) -> Int
    @_intrinsic("host:textSplit")
    func _textSplit(_ text: String, _ from: Int, _ to: Int, _ separator: String, _ most: Int, _ omitting: Bool) -> [Int]
    @_intrinsic("host:textFind") func _textFind(_ text: String, _ from: Int, _ to: Int, _ other: String, _ last: Bool) -> Int
    @_intrinsic("host:textReplace") func _textReplace(_ text: String, _ from: Int, _ to: Int, _ other: String) -> String
    @_intrinsic("host:textChange") func _textChange(_ text: String, _ other: String, _ new: String) -> String
    @_intrinsic("host:textTrim") func _textTrim(_ text: String, _ kinds: Int, _ characters: String) -> String
    @_intrinsic("host:textParts") func _textParts(_ text: String, _ kinds: Int, _ characters: String) -> [String]
    @_intrinsic("host:textComponents") func _textComponents(_ text: String, _ separator: String) -> [String]
    @_intrinsic("host:textPad") func _textPad(_ text: String, _ length: Int, _ padding: String, _ index: Int) -> String
    @_intrinsic("host:dropLastCharacter") func _dropLastCharacter(_ text: inout String)
    @_intrinsic("host:capitalized") func _capitalized(_ text: String) -> String
    @_intrinsic("host:utf8Count") func _utf8Count(_ text: String) -> Int
    @_intrinsic("host:radixText") func _radixText(_ bits: Int, _ isUnsigned: Bool, _ radix: Int, _ uppercase: Bool) -> String

    enum ComparisonResult: Int { case orderedAscending = -1, orderedSame, orderedDescending }
    func _compare(_ left: String, _ right: String) -> ComparisonResult {
      left == right ? .orderedSame : (left < right ? .orderedAscending : .orderedDescending)
    }
    struct CharacterSet: ExpressibleByArrayLiteral {
      let _kinds: Int
      let _characters: String
      @_intrinsic("construct") init(_kinds: Int, _characters: String)
      init(charactersIn text: String) { self = CharacterSet(_kinds: 256, _characters: text) }
      init(arrayLiteral elements: Character...) { self = CharacterSet(charactersIn: String(elements)) }
      static var whitespaces: CharacterSet { CharacterSet(_kinds: 1, _characters: "") }
      static var newlines: CharacterSet { CharacterSet(_kinds: 2, _characters: "") }
      static var whitespacesAndNewlines: CharacterSet { CharacterSet(_kinds: 3, _characters: "") }
      static var letters: CharacterSet { CharacterSet(_kinds: 4, _characters: "") }
      static var decimalDigits: CharacterSet { CharacterSet(_kinds: 8, _characters: "") }
      static var alphanumerics: CharacterSet { CharacterSet(_kinds: 128, _characters: "") }
      static var punctuationCharacters: CharacterSet { CharacterSet(_kinds: 16, _characters: "") }
      static var uppercaseLetters: CharacterSet { CharacterSet(_kinds: 32, _characters: "") }
      static var lowercaseLetters: CharacterSet { CharacterSet(_kinds: 64, _characters: "") }
      var inverted: CharacterSet { CharacterSet(_kinds: _kinds ^ 512, _characters: _characters) }
      func union(_ other: CharacterSet) -> CharacterSet {
        if (_kinds | other._kinds) & 512 != 0 {
          fatalError("the union of an inverted 'CharacterSet' is not supported in cells")
        }
        return CharacterSet(_kinds: _kinds | other._kinds, _characters: _characters + other._characters)
      }
    }

    protocol StringProtocol: BidirectionalCollection, Hashable, Comparable
    where Element == Character, Index == StringIndex {
      var _base: String { get }
      var _start: Int { get }
      var _end: Int { get }
      mutating func _replace(_ from: Int, _ to: Int, _ other: String)
    }
    extension StringProtocol {
      var _text: String { _textSlice(_base, _start, _end) }
      var startIndex: StringIndex { StringIndex(_offset: _start) }
      var endIndex: StringIndex { StringIndex(_offset: _end) }
      var first: Character? { _start == _end ? nil : _textCharacter(_base, _end, _start) }
      var last: Character? {
        _start == _end ? nil : _textCharacter(_base, _end, _textMove(_base, _start, _end, _end, -1))
      }
      func index(after i: StringIndex) -> StringIndex {
        StringIndex(_offset: _textMove(_base, _start, _end, i._offset, 1))
      }
      func index(before i: StringIndex) -> StringIndex {
        StringIndex(_offset: _textMove(_base, _start, _end, i._offset, -1))
      }
      func formIndex(after i: inout StringIndex) { i = self.index(after: i) }
      func formIndex(before i: inout StringIndex) { i = self.index(before: i) }
      func index(_ i: StringIndex, offsetBy distance: Int) -> StringIndex {
        StringIndex(_offset: _textMove(_base, _start, _end, i._offset, distance))
      }
      func index(_ i: StringIndex, offsetBy distance: Int, limitedBy limit: StringIndex) -> StringIndex? {
        if distance >= 0 {
          if i > limit { return self.index(i, offsetBy: distance) }
          if _textCount(_base, i._offset, limit._offset) < distance { return nil }
        } else {
          if i < limit { return self.index(i, offsetBy: distance) }
          if _textCount(_base, limit._offset, i._offset) < -distance { return nil }
        }
        return self.index(i, offsetBy: distance)
      }
      func distance(from start: StringIndex, to end: StringIndex) -> Int {
        start <= end ? _textCount(_base, start._offset, end._offset) : -_textCount(_base, end._offset, start._offset)
      }
      var indices: [StringIndex] {
        var result: [StringIndex] = []
        var offset = _start
        while offset < _end {
          result.append(StringIndex(_offset: offset))
          offset = _textMove(_base, _start, _end, offset, 1)
        }
        return result
      }
      subscript(i: StringIndex) -> Character {
        if i._offset < _start { _trapIndex() }
        return _textCharacter(_base, _end, i._offset)
      }
      subscript(range: Range<StringIndex>) -> Substring { _slice(range.lowerBound._offset, range.upperBound._offset) }
      subscript(range: ClosedRange<StringIndex>) -> Substring {
        _slice(range.lowerBound._offset, _textMove(_base, _start, _end, range.upperBound._offset, 1))
      }
      subscript(range: PartialRangeFrom<StringIndex>) -> Substring { _slice(range.lowerBound._offset, _end) }
      subscript(range: PartialRangeUpTo<StringIndex>) -> Substring { _slice(_start, range.upperBound._offset) }
      subscript(range: PartialRangeThrough<StringIndex>) -> Substring {
        _slice(_start, _textMove(_base, _start, _end, range.upperBound._offset, 1))
      }
      func _slice(_ lower: StringIndex, _ upper: StringIndex) -> Substring { _slice(lower._offset, upper._offset) }
      func _slice(_ from: Int, _ to: Int) -> Substring {
        if from < _start || to > _end || from > to { _trapIndex() }
        return Substring(_base: _base, _start: from, _end: to)
      }
      func _offset(_ count: Int) -> Int {
        if count < 0 { _trapNegativeCount() }
        return _textMove(_base, _start, _end, -1, count)
      }
      func _offsetFromEnd(_ count: Int) -> Int {
        if count < 0 { _trapNegativeCount() }
        return _textMove(_base, _start, _end, -2, -count)
      }
      func prefix(_ count: Int) -> Substring { _slice(_start, _offset(count)) }
      func suffix(_ count: Int) -> Substring { _slice(_offsetFromEnd(count), _end) }
      func dropFirst(_ count: Int = 1) -> Substring { _slice(_offset(count), _end) }
      func dropLast(_ count: Int = 1) -> Substring { _slice(_start, _offsetFromEnd(count)) }
      func prefix(upTo end: StringIndex) -> Substring { _slice(_start, end._offset) }
      func prefix(through end: StringIndex) -> Substring { self[...end] }
      func suffix(from start: StringIndex) -> Substring { _slice(start._offset, _end) }
      func prefix(while predicate: (Character) -> Bool) -> Substring { _slice(_start, _scan(predicate)) }
      func drop(while predicate: (Character) -> Bool) -> Substring { _slice(_scan(predicate), _end) }
      func _scan(_ predicate: (Character) -> Bool) -> Int {
        var offset = _start
        while offset < _end && predicate(_textCharacter(_base, _end, offset)) {
          offset = _textMove(_base, _start, _end, offset, 1)
        }
        return offset
      }
      func firstIndex(where predicate: (Character) -> Bool) -> StringIndex? {
        let offset = _scan { !predicate($0) }
        return offset < _end ? StringIndex(_offset: offset) : nil
      }
      func firstIndex(of character: Character) -> StringIndex? { self.firstIndex(where: { $0 == character }) }
      func lastIndex(where predicate: (Character) -> Bool) -> StringIndex? {
        var offset = _end
        while offset > _start {
          offset = _textMove(_base, _start, _end, offset, -1)
          if predicate(_textCharacter(_base, _end, offset)) { return StringIndex(_offset: offset) }
        }
        return nil
      }
      func lastIndex(of character: Character) -> StringIndex? { self.lastIndex(where: { $0 == character }) }
      func range<Other: StringProtocol>(of other: Other) -> Range<StringIndex>? {
        let sought = other._text
        let offset = _textFind(_base, _start, _end, sought, false)
        if offset < 0 { return nil }
        return StringIndex(_offset: offset)..<StringIndex(_offset: offset + _utf8Count(sought))
      }
      func contains<Other: StringProtocol>(_ other: Other) -> Bool {
        other._start == other._end || _textFind(_base, _start, _end, other._text, false) >= 0
      }
      func hasPrefix<Other: StringProtocol>(_ other: Other) -> Bool { _hasPrefix(_text, other._text) }
      func hasSuffix<Other: StringProtocol>(_ other: Other) -> Bool { _hasSuffix(_text, other._text) }
      func split(separator: Character, maxSplits: Int = Int.max, omittingEmptySubsequences: Bool = true) -> [Substring] {
        _parts(_textSplit(_base, _start, _end, String(separator), maxSplits, omittingEmptySubsequences))
      }
      func split<Other: StringProtocol>(separator: Other, maxSplits: Int = Int.max, omittingEmptySubsequences: Bool = true) -> [Substring] {
        if separator._start == separator._end { return _split(maxSplits, omittingEmptySubsequences) }
        return _parts(_textSplit(_base, _start, _end, separator._text, maxSplits, omittingEmptySubsequences))
      }
      func _split(_ most: Int, _ isOmitting: Bool) -> [Substring] {
        var parts: [Substring] = []
        var from = _start
        var offset = _start
        while parts.count < most {
          if from < offset || !isOmitting { parts.append(_slice(from, offset)) }
          from = offset
          if offset == _end { break }
          offset = _textMove(_base, _start, _end, offset, 1)
        }
        if from < _end || !isOmitting { parts.append(_slice(from, _end)) }
        return parts
      }
      func _parts(_ offsets: [Int]) -> [Substring] {
        var parts: [Substring] = []
        var index = 0
        while index < offsets.count {
          parts.append(Substring(_base: _base, _start: offsets[index], _end: offsets[index + 1]))
          index += 2
        }
        return parts
      }
      func split(maxSplits: Int = Int.max, omittingEmptySubsequences: Bool = true, whereSeparator isSeparator: (Character) -> Bool)
        -> [Substring]
      {
        var parts: [Substring] = []
        var from = _start
        var offset = _start
        while offset < _end && parts.count < maxSplits {
          let next = _textMove(_base, _start, _end, offset, 1)
          if isSeparator(_textCharacter(_base, _end, offset)) {
            if from < offset || !omittingEmptySubsequences { parts.append(_slice(from, offset)) }
            from = next
          }
          offset = next
        }
        if from < _end || !omittingEmptySubsequences { parts.append(_slice(from, _end)) }
        return parts
      }
      func components<Other: StringProtocol>(separatedBy separator: Other) -> [String] {
        _textComponents(_text, separator._text)
      }
      func components(separatedBy set: CharacterSet) -> [String] { _textParts(_text, set._kinds, set._characters) }
      func trimmingCharacters(in set: CharacterSet) -> String { _textTrim(_text, set._kinds, set._characters) }
      func replacingOccurrences<Old: StringProtocol, New: StringProtocol>(of old: Old, with new: New) -> String {
        _textChange(_text, old._text, new._text)
      }
      func ranges<Other: StringProtocol>(of other: Other) -> [Range<StringIndex>] {
        let sought = other._text
        let length = _utf8Count(sought)
        var found: [Range<StringIndex>] = []
        if length == 0 { return found }
        var from = _start
        while from < _end {
          let offset = _textFind(_base, from, _end, sought, false)
          if offset < 0 { break }
          found.append(StringIndex(_offset: offset)..<StringIndex(_offset: offset + length))
          from = offset + length
        }
        return found
      }
      func firstRange<Other: StringProtocol>(of other: Other) -> Range<StringIndex>? { self.range(of: other) }
      func replacing<Old: StringProtocol, New: StringProtocol>(_ old: Old, with new: New, maxReplacements: Int = Int.max) -> String {
        var result = ""
        var from = _start
        for range in self.ranges(of: old).prefix(maxReplacements) {
          result.append(_textSlice(_base, from, range.lowerBound._offset))
          result.append(new._text)
          from = range.upperBound._offset
        }
        result.append(_textSlice(_base, from, _end))
        return result
      }
      func trimmingPrefix<Other: StringProtocol>(_ prefix: Other) -> Substring {
        _hasPrefix(_text, prefix._text) ? _slice(_start + _utf8Count(prefix._text), _end) : _slice(_start, _end)
      }
      func trimmingPrefix(while predicate: (Character) -> Bool) -> Substring { self.drop(while: predicate) }
      func padding<Other: StringProtocol>(toLength length: Int, withPad padding: Other, startingAt index: Int) -> String {
        _textPad(_text, length, padding._text, index)
      }
      func compare<Other: StringProtocol>(_ other: Other) -> ComparisonResult { _compare(_text, other._text) }
      func caseInsensitiveCompare<Other: StringProtocol>(_ other: Other) -> ComparisonResult {
        _compare(_lowercased(_text), _lowercased(other._text))
      }
      func uppercased() -> String { _uppercased(_text) }
      func lowercased() -> String { _lowercased(_text) }
      var capitalized: String { _capitalized(_text) }
      func randomElement() -> Character? { _text._characters().randomElement() }
      func shuffled() -> [Character] { _text._characters().shuffled() }
    }
    @_intrinsic("host:uppercased") func _uppercased(_ text: String) -> String
    @_intrinsic("host:lowercased") func _lowercased(_ text: String) -> String
    @_intrinsic("host:hasPrefix") func _hasPrefix(_ text: String, _ other: String) -> Bool
    @_intrinsic("host:hasSuffix") func _hasSuffix(_ text: String, _ other: String) -> Bool
    """#

  static let strings = #"""
    extension StringProtocol {
      mutating func insert(_ character: Character, at i: StringIndex) { self._replace(i._offset, i._offset, String(character)) }
      mutating func insert(contentsOf other: String, at i: StringIndex) { self._replace(i._offset, i._offset, other) }
      mutating func insert(contentsOf other: Substring, at i: StringIndex) { self._replace(i._offset, i._offset, other._text) }
      mutating func insert<Characters: Sequence>(contentsOf other: Characters, at i: StringIndex)
      where Characters.Element == Character {
        self.insert(contentsOf: String(Array(other)), at: i)
      }
      mutating func replaceSubrange<Characters: Sequence>(_ range: Range<StringIndex>, with other: Characters)
      where Characters.Element == Character {
        self.replaceSubrange(range, with: String(Array(other)))
      }
      mutating func replaceSubrange<Characters: Sequence>(_ range: PartialRangeFrom<StringIndex>, with other: Characters)
      where Characters.Element == Character {
        self.replaceSubrange(range.lowerBound..<endIndex, with: String(Array(other)))
      }
      mutating func replaceSubrange<Characters: Sequence>(_ range: PartialRangeUpTo<StringIndex>, with other: Characters)
      where Characters.Element == Character {
        self.replaceSubrange(startIndex..<range.upperBound, with: String(Array(other)))
      }
      mutating func replaceSubrange(_ range: Range<StringIndex>, with other: String) {
        self._replace(range.lowerBound._offset, range.upperBound._offset, other)
      }
      mutating func replaceSubrange(_ range: ClosedRange<StringIndex>, with other: String) {
        self._replace(range.lowerBound._offset, self.index(after: range.upperBound)._offset, other)
      }
      mutating func removeSubrange(_ range: Range<StringIndex>) {
        self._replace(range.lowerBound._offset, range.upperBound._offset, "")
      }
      mutating func removeSubrange(_ range: ClosedRange<StringIndex>) {
        self._replace(range.lowerBound._offset, self.index(after: range.upperBound)._offset, "")
      }
      @discardableResult mutating func remove(at i: StringIndex) -> Character {
        let removed = self[i]
        self._replace(i._offset, self.index(after: i)._offset, "")
        return removed
      }
    }
    struct String: StringProtocol, ExpressibleByStringLiteral {
      typealias Element = Character
      typealias SubSequence = Substring
      typealias Iterator = _ArrayIterator<Character>
      typealias Index = StringIndex
      @_intrinsic("host:emptyString") init()
      @_intrinsic("describe") init<Value: LosslessStringConvertible>(_ value: Value)
      @_intrinsic("describe") init<Value>(describing value: Value)
      @_intrinsic("describe:debug") init<Value>(reflecting value: Value)
      init(_ text: Substring) { self = text._text }
      init(_ characters: ArraySlice<Character>) { self = String(Array(characters)) }
      @_intrinsic("host:repeatString") init(repeating text: String, count: Int)
      init(repeating character: Character, count: Int) { self = String(repeating: String(character), count: count) }
      @_intrinsic("host:joinCharacters") init(_ characters: [Character])
      init<Characters: Sequence>(_ characters: Characters) where Characters.Element == Character {
        self = String(Array(characters))
      }
      init<Value: BinaryInteger>(_ value: Value, radix: Int = 10, uppercase: Bool = false) {
        self = _radixText(value._bits(), Value._kind == 7, radix, uppercase)
      }
      @_intrinsic("host:format") init(format: String, _ arguments: Any...)
      @_intrinsic("host:format") init(format: String, arguments: [Any])
      var _base: String { self }
      var _start: Int { 0 }
      var _end: Int { _utf8Count(self) }
      var _text: String { self }
      @_intrinsic("host:stringEqual") static func == (left: String, right: String) -> Bool
      @_intrinsic("host:stringLess") static func < (left: String, right: String) -> Bool
      @_intrinsic("host:concatenate") static func + (left: String, right: String) -> String
      @_intrinsic("host:appendString") static func += (left: inout String, right: String)
      @_intrinsic("host:appendString") mutating func append(_ other: String)
      @_intrinsic("host:appendString") mutating func append(_ other: Character)
      mutating func append(_ other: Substring) { self.append(other._text) }
      mutating func append(contentsOf other: String) { self.append(other) }
      mutating func append(contentsOf other: Substring) { self.append(other._text) }
      mutating func append<Characters: Sequence>(contentsOf other: Characters) where Characters.Element == Character {
        for character in other { self.append(character) }
      }
      static func += <Characters: Sequence>(left: inout String, right: Characters) where Characters.Element == Character {
        left.append(contentsOf: right)
      }
      mutating func write(_ other: String) { self.append(other) }
      @_intrinsic("host:stringCount") func _count() -> Int
      @_intrinsic("host:stringIsEmpty") func _isEmpty() -> Bool
      var count: Int { _count() }
      var isEmpty: Bool { _isEmpty() }
      var description: String { self }
      var debugDescription: String { String(reflecting: self) }
      @_intrinsic("host:uppercased") func uppercased() -> String
      @_intrinsic("host:lowercased") func lowercased() -> String
      @_intrinsic("host:hasPrefix") func hasPrefix(_ other: String) -> Bool
      @_intrinsic("host:hasSuffix") func hasSuffix(_ other: String) -> Bool
      @_intrinsic("host:containsString") func contains(_ other: String) -> Bool
      @_intrinsic("host:characters") func _characters() -> [Character]
      func makeIterator() -> _ArrayIterator<Character> { _ArrayIterator(_elements: _characters(), _position: 0) }
      func filter(_ isIncluded: (Character) throws -> Bool) rethrows -> String {
        var result = ""
        for character in self { if try isIncluded(character) { result.append(character) } }
        return result
      }
      mutating func reserveCapacity(_ count: Int) {}
      mutating func replace<Old: StringProtocol, New: StringProtocol>(_ old: Old, with new: New, maxReplacements: Int = Int.max) {
        self = self.replacing(old, with: new, maxReplacements: maxReplacements)
      }
      mutating func trimPrefix<Other: StringProtocol>(_ prefix: Other) { self = String(self.trimmingPrefix(prefix)) }
      mutating func _replace(_ from: Int, _ to: Int, _ other: String) { self = _textReplace(self, from, to, other) }
      @discardableResult mutating func removeFirst() -> Character {
        if _isEmpty() { _trapEmpty() }
        return self.remove(at: self.startIndex)
      }
      @discardableResult mutating func removeLast() -> Character {
        guard let removed = self.last else { _trapEmpty(); return "?" }
        _dropLastCharacter(&self)
        return removed
      }
      mutating func removeFirst(_ count: Int) {
        if count > _count() { _trapEmpty() }
        self = String(self.dropFirst(count))
      }
      mutating func removeLast(_ count: Int) {
        if count > _count() { _trapEmpty() }
        self = String(self.dropLast(count))
      }
      mutating func popLast() -> Character? { _isEmpty() ? nil : self.removeLast() }
      mutating func removeAll(keepingCapacity: Bool = false) { self = "" }
      mutating func removeAll(where predicate: (Character) -> Bool) { self = self.filter { !predicate($0) } }
    }

    struct Substring: StringProtocol, ExpressibleByStringLiteral, CustomStringConvertible, CustomDebugStringConvertible {
      typealias Element = Character
      typealias SubSequence = Substring
      typealias Iterator = _ArrayIterator<Character>
      typealias Index = StringIndex
      var _base: String
      var _start: Int
      var _end: Int
      @_intrinsic("construct") init(_base: String, _start: Int, _end: Int)
      init(_ text: String) { self = text._slice(0, text._end) }
      init() { self = Substring("") }
      var count: Int { _textCount(_base, _start, _end) }
      var isEmpty: Bool { _start == _end }
      var base: String { _base }
      var description: String { _text }
      var debugDescription: String { String(reflecting: _text) }
      static func == (left: Substring, right: Substring) -> Bool { left._text == right._text }
      static func < (left: Substring, right: Substring) -> Bool { left._text < right._text }
      func hash(into hasher: inout Hasher) { hasher.combine(_text) }
      func makeIterator() -> _ArrayIterator<Character> { _ArrayIterator(_elements: _text._characters(), _position: 0) }
      func filter(_ isIncluded: (Character) -> Bool) -> String { _text.filter(isIncluded) }
      mutating func _replace(_ from: Int, _ to: Int, _ other: String) {
        if from < _start || to > _end { _trapIndex() }
        _base = _textReplace(_base, from, to, other)
        _end += _utf8Count(other) - (to - from)
      }
      mutating func append(_ other: String) { self._replace(_end, _end, other) }
      mutating func append(_ other: Character) { self._replace(_end, _end, String(other)) }
      mutating func append(contentsOf other: String) { self._replace(_end, _end, other) }
      mutating func append<Characters: Sequence>(contentsOf other: Characters) where Characters.Element == Character {
        self._replace(_end, _end, String(Array(other)))
      }
      static func += (left: inout Substring, right: String) { left.append(right) }
      mutating func removeAll(keepingCapacity: Bool = false) { self._replace(_start, _end, "") }
      mutating func removeAll(where predicate: (Character) -> Bool) {
        self._replace(_start, _end, self.filter { !predicate($0) })
      }
      @discardableResult mutating func removeFirst() -> Character {
        guard let removed = self.first else { _trapEmpty(); return "?" }
        _start = _textMove(_base, _start, _end, _start, 1)
        return removed
      }
      @discardableResult mutating func removeLast() -> Character {
        guard let removed = self.last else { _trapEmpty(); return "?" }
        _end = _textMove(_base, _start, _end, _end, -1)
        return removed
      }
      mutating func removeFirst(_ count: Int) { self = self.dropFirst(count) }
      mutating func removeLast(_ count: Int) { self = self.dropLast(count) }
      mutating func popFirst() -> Character? { _start == _end ? nil : self.removeFirst() }
      mutating func popLast() -> Character? { _start == _end ? nil : self.removeLast() }
    }
    func == (left: String, right: Substring) -> Bool { left == right._text }
    func == (left: Substring, right: String) -> Bool { left._text == right }
    func != (left: String, right: Substring) -> Bool { left != right._text }
    func != (left: Substring, right: String) -> Bool { left._text != right }
    func + (left: String, right: Substring) -> String { left + right._text }
    func + (left: Substring, right: String) -> String { left._text + right }
    func + (left: Substring, right: Substring) -> String { left._text + right._text }
    func += (left: inout String, right: Substring) { left.append(right._text) }
    extension Sequence where Element == Character {
      func joined() -> String {
        var result = ""
        for character in self { result.append(character) }
        return result
      }
    }
    extension Sequence where Element == Substring {
      func joined(separator: String = "") -> String {
        var result = ""
        var isFirst = true
        for part in self {
          if !isFirst { result.append(separator) }
          result.append(part)
          isFirst = false
        }
        return result
      }
    }
    extension Double { init?(_ text: Substring) { self.init(text._text) } }
    extension FixedWidthInteger { 
      init?(_ text: Substring, radix: Int = 10) {
        guard let bits = _parseInteger(text._text, radix, Self._kind) else { return nil }
        self = Self(_bits: bits)
      }
    }
    """#
}
