/// Texts as their bytes, their UTF-16 units and their Unicode scalars.
///
/// All of them share the text's indices, which are offsets in its UTF-8; that of the second unit of a pair in UTF-16 is
/// in the middle of its scalar.
extension Prelude {
  static let textViews = #"""
    @_intrinsic("host:utf8") func _utf8(_ text: String) -> [UInt8]
    @_intrinsic("host:utf16") func _utf16(_ text: String) -> [UInt16]
    @_intrinsic("host:scalars") func _scalars(_ text: String) -> [UnicodeScalar]
    @_intrinsic("host:decodeUTF8") func _decodeUTF8(_ bytes: [UInt8]) -> String
    @_intrinsic("host:textByte") func _textByte(_ text: String, _ offset: Int) -> Int
    @_intrinsic("host:textScalar") func _textScalar(_ text: String, _ offset: Int) -> Int
    struct UTF8 {}

    protocol _TextView: BidirectionalCollection, CustomStringConvertible, CustomDebugStringConvertible
    where Index == StringIndex {
      var _base: String { get }
      var _start: Int { get }
      var _end: Int { get }
      var _array: [Element] { get }
    }
    extension _TextView {
      var _text: String { _textSlice(_base, _start, _end) }
      var startIndex: StringIndex { StringIndex(_offset: _start) }
      var endIndex: StringIndex { StringIndex(_offset: _end) }
      var isEmpty: Bool { _start == _end }
      var count: Int { _array.count }
      func makeIterator() -> _ArrayIterator<Element> { _ArrayIterator(_elements: _array, _position: 0) }
      var description: String { _text }
      var debugDescription: String { String(reflecting: _text) }
      func _check(_ i: StringIndex) { if i._offset < _start || i._offset >= _end { _trapIndex() } }
      func _checkBefore(_ i: StringIndex) { if i._offset <= _start || i._offset > _end { _trapIndex() } }
      func _continues(_ offset: Int) -> Bool { offset < _end && _textByte(_base, offset) & 192 == 128 }
      // Where the scalar before an offset starts.
      func _scalarBefore(_ offset: Int) -> Int {
        var start = offset - 1
        while start > _start && _continues(start) { start -= 1 }
        return start
      }
    }
    func _width(_ scalar: Int) -> Int { scalar < 128 ? 1 : scalar < 2048 ? 2 : scalar < 65536 ? 3 : 4 }

    extension String {
      struct UTF8View: _TextView, _ArraySource {
        typealias Element = UInt8
        typealias Index = StringIndex
        typealias Iterator = _ArrayIterator<UInt8>
        typealias SubSequence = Slice<UTF8View>
        let _base: String
        let _start: Int
        let _end: Int
        @_intrinsic("construct") init(_base: String, _start: Int, _end: Int)
        var _array: [UInt8] { _utf8(_text) }
        var count: Int { _end - _start }
        subscript(i: StringIndex) -> UInt8 {
          self._check(i)
          return UInt8(_textByte(_base, i._offset))
        }
        func index(after i: StringIndex) -> StringIndex {
          self._check(i)
          return StringIndex(_offset: i._offset + 1)
        }
        func index(before i: StringIndex) -> StringIndex {
          self._checkBefore(i)
          return StringIndex(_offset: i._offset - 1)
        }
        func index(_ i: StringIndex, offsetBy distance: Int) -> StringIndex {
          let offset = i._offset + distance
          if offset < _start || offset > _end { _trapIndex() }
          return StringIndex(_offset: offset)
        }
        func distance(from start: StringIndex, to end: StringIndex) -> Int { end._offset - start._offset }
      }
      struct UTF16View: _TextView, _ArraySource {
        typealias Element = UInt16
        typealias Index = StringIndex
        typealias Iterator = _ArrayIterator<UInt16>
        typealias SubSequence = Slice<UTF16View>
        let _base: String
        let _start: Int
        let _end: Int
        @_intrinsic("construct") init(_base: String, _start: Int, _end: Int)
        var _array: [UInt16] { _utf16(_text) }
        subscript(i: StringIndex) -> UInt16 {
          self._check(i)
          if self._continues(i._offset) { return UInt16(56320 + (_textScalar(_base, i._offset - 2) - 65536) % 1024) }
          let scalar = _textScalar(_base, i._offset)
          return UInt16(scalar < 65536 ? scalar : 55296 + (scalar - 65536) / 1024)
        }
        func index(after i: StringIndex) -> StringIndex {
          self._check(i)
          if self._continues(i._offset) { return StringIndex(_offset: i._offset + 2) }
          let width = _width(_textScalar(_base, i._offset))
          return StringIndex(_offset: i._offset + (width == 4 ? 2 : width))
        }
        func index(before i: StringIndex) -> StringIndex {
          self._checkBefore(i)
          let start = self._scalarBefore(i._offset)
          return StringIndex(_offset: i._offset - start == 4 ? start + 2 : start)
        }
      }
      struct UnicodeScalarView: _TextView, _ArraySource, RangeReplaceableCollection {
        typealias Element = UnicodeScalar
        typealias Index = StringIndex
        typealias Iterator = _ArrayIterator<UnicodeScalar>
        typealias SubSequence = Slice<UnicodeScalarView>
        var _base: String
        let _start: Int
        var _end: Int
        @_intrinsic("construct") init(_base: String, _start: Int, _end: Int)
        init() { self = UnicodeScalarView(_base: "", _start: 0, _end: 0) }
        init<Scalars: Sequence>(_ scalars: Scalars) where Scalars.Element == UnicodeScalar {
          self = UnicodeScalarView()
          self.append(contentsOf: scalars)
        }
        var _array: [UnicodeScalar] { _scalars(_text) }
        subscript(i: StringIndex) -> UnicodeScalar {
          self._check(i)
          return UnicodeScalar(_value: _textScalar(_base, i._offset))
        }
        func index(after i: StringIndex) -> StringIndex {
          self._check(i)
          return StringIndex(_offset: i._offset + _width(_textScalar(_base, i._offset)))
        }
        func index(before i: StringIndex) -> StringIndex {
          self._checkBefore(i)
          return StringIndex(_offset: self._scalarBefore(i._offset))
        }
        func filter(_ isIncluded: (UnicodeScalar) throws -> Bool) rethrows -> UnicodeScalarView {
          UnicodeScalarView(try _array.filter(isIncluded))
        }
        mutating func append(_ scalar: UnicodeScalar) { self._replace(_end, _end, scalar.description) }
        mutating func replaceSubrange<Source: Collection>(_ bounds: Range<StringIndex>, with source: Source)
        where Source.Element == UnicodeScalar {
          var text = ""
          for scalar in source { text.append(scalar.description) }
          self._replace(bounds.lowerBound._offset, bounds.upperBound._offset, text)
        }
        mutating func _replace(_ from: Int, _ to: Int, _ other: String) {
          if from < _start || to > _end { _trapIndex() }
          _base = _textReplace(_base, from, to, other)
          _end += _utf8Count(other) - (to - from)
        }
      }
      init(_ view: UTF8View) { self = view._text }
      init(_ view: UTF16View) { self = view._text }
      init(_ view: UnicodeScalarView) { self = view._text }
      init(_ slice: Slice<UnicodeScalarView>) {
        self = _textSlice(slice._base._base, slice._startIndex._offset, slice._endIndex._offset)
      }
      init(decoding bytes: [UInt8], as encoding: UTF8.Type) { self = _decodeUTF8(bytes) }
      init<Bytes: Collection>(decoding bytes: Bytes, as encoding: UTF8.Type) where Bytes.Element == UInt8 {
        self = _decodeUTF8(Array(bytes))
      }
      var unicodeScalars: UnicodeScalarView {
        get { UnicodeScalarView(_base: self, _start: 0, _end: _end) }
        set { self = newValue._text }
      }
    }
    extension Substring {
      init(_ slice: Slice<String.UTF8View>) {
        self = Substring(_base: slice._base._base, _start: slice._startIndex._offset, _end: slice._endIndex._offset)
      }
    }
    extension StringProtocol {
      var utf8: String.UTF8View { String.UTF8View(_base: _base, _start: _start, _end: _end) }
      var utf16: String.UTF16View { String.UTF16View(_base: _base, _start: _start, _end: _end) }
      var unicodeScalars: String.UnicodeScalarView {
        String.UnicodeScalarView(_base: _base, _start: _start, _end: _end)
      }
    }
    extension Character {
      var unicodeScalars: String.UnicodeScalarView { String(self).unicodeScalars }
      var utf8: String.UTF8View { String(self).utf8 }
      var utf16: String.UTF16View { String(self).utf16 }
    }
    extension StringIndex {
      init<Text: StringProtocol>(utf16Offset offset: Int, in text: Text) {
        self = text.utf16.index(text.startIndex, offsetBy: offset)
      }
      func utf16Offset<Text: StringProtocol>(in text: Text) -> Int {
        text.utf16.distance(from: text.startIndex, to: self)
      }
      init?(_ other: StringIndex, within text: String) {
        if other._offset > text._end || !text._startsCharacter(other._offset) { return nil }
        self = other
      }
      func samePosition(in text: String) -> StringIndex? { StringIndex(self, within: text) }
      func samePosition(in view: String.UTF8View) -> StringIndex? { self }
      func samePosition(in view: String.UTF16View) -> StringIndex? { self }
      func samePosition(in view: String.UnicodeScalarView) -> StringIndex? {
        view._continues(_offset) ? nil : self
      }
    }
    extension String {
      func _startsCharacter(_ offset: Int) -> Bool {
        var start = 0
        while start < offset { start = _textMove(self, 0, _end, start, 1) }
        return start == offset
      }
    }
    extension CharacterSet {
      func contains(_ scalar: UnicodeScalar) -> Bool {
        _textTrim(String(_scalarCharacter(scalar._value)), _kinds, _characters).isEmpty
      }
    }
    extension StringProtocol {
      func rangeOfCharacter(from set: CharacterSet) -> Range<StringIndex>? {
        let scalars = unicodeScalars
        guard let start = scalars.firstIndex(where: { set.contains($0) }) else { return nil }
        return start..<scalars.index(after: start)
      }
    }
    """#
}
