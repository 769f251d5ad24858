extension Prelude {
  /// How Foundation looks for texts and compares them when it is given options, and what goes with it.
  static let textOptions = #"""
    @_intrinsic("host:textFindOptions")
    func _textFindOptions(_ text: String, _ from: Int, _ to: Int, _ other: String, _ options: Int) -> (Int, Int)
    @_intrinsic("host:textCompareOptions")
    func _textCompareOptions(_ left: String, _ right: String, _ options: Int) -> Int

    extension String {
      struct CompareOptions: OptionSet {
        let rawValue: UInt
        init(rawValue: UInt) { self.rawValue = rawValue }
        static var caseInsensitive: CompareOptions { CompareOptions(rawValue: 1) }
        static var literal: CompareOptions { CompareOptions(rawValue: 2) }
        static var backwards: CompareOptions { CompareOptions(rawValue: 4) }
        static var anchored: CompareOptions { CompareOptions(rawValue: 8) }
        static var numeric: CompareOptions { CompareOptions(rawValue: 64) }
      }
    }
    extension StringProtocol {
      func _range(_ other: String, _ from: Int, _ to: Int, _ options: String.CompareOptions) -> Range<StringIndex>? {
        let found = _textFindOptions(_base, from, to, other, Int(options.rawValue))
        return found.0 < 0 ? nil : StringIndex(_offset: found.0)..<StringIndex(_offset: found.1)
      }
      func range<Other: StringProtocol>(of other: Other, options: String.CompareOptions) -> Range<StringIndex>? {
        self._range(other._text, _start, _end, options)
      }
      func range<Other: StringProtocol>(of other: Other, options: String.CompareOptions = [], range: Range<StringIndex>?)
        -> Range<StringIndex>?
      {
        let range = range ?? startIndex..<endIndex
        return self._range(other._text, range.lowerBound._offset, range.upperBound._offset, options)
      }
      func replacingOccurrences<Old: StringProtocol, New: StringProtocol>(
        of old: Old, with new: New, options: String.CompareOptions, range: Range<StringIndex>? = nil
      ) -> String {
        let range = range ?? startIndex..<endIndex
        let (sought, text) = (old._text, new._text)
        var options = options
        options.remove(.backwards)
        var (from, end) = (range.lowerBound._offset, range.upperBound._offset)
        var result = _textSlice(_base, _start, from)
        while let found = self._range(sought, from, end, options) {
          result.append(_textSlice(_base, from, found.lowerBound._offset))
          result.append(text)
          from = found.upperBound._offset
          if options.contains(.anchored) { break }
        }
        result.append(_textSlice(_base, from, _end))
        return result
      }
      func compare<Other: StringProtocol>(_ other: Other, options: String.CompareOptions) -> ComparisonResult {
        let order = _textCompareOptions(_text, other._text, Int(options.rawValue))
        return order < 0 ? .orderedAscending : order > 0 ? .orderedDescending : .orderedSame
      }
      func localizedCaseInsensitiveContains<Other: StringProtocol>(_ other: Other) -> Bool {
        self.range(of: other, options: .caseInsensitive) != nil
      }
      func appending<Other: StringProtocol>(_ other: Other) -> String { _text + other._text }
      func commonPrefix<Other: StringProtocol>(with other: Other, options: String.CompareOptions = []) -> String {
        var (offset, count) = (_start, 0)
        for character in other {
          guard offset < _end else { break }
          let own = String(_textCharacter(_base, _end, offset))
          if own.compare(String(character), options: options) != .orderedSame { break }
          offset = _textMove(_base, _start, _end, offset, 1)
          count += 1
        }
        return String(self.prefix(count))
      }
      func enumerateLines(invoking body: (String, inout Bool) -> Void) {
        var isOver = false
        for line in self.split(omittingEmptySubsequences: false, whereSeparator: { $0.isNewline }) {
          if isOver || line.endIndex == endIndex && line.isEmpty { return }
          body(String(line), &isOver)
        }
      }
      func substring(from start: StringIndex) -> String { String(self[start...]) }
      func substring(to end: StringIndex) -> String { String(self[..<end]) }
      func substring(with range: Range<StringIndex>) -> String { String(self[range]) }
    }
    """#
}
