extension Prelude {
  static let slices = #"""
    protocol RangeExpression {
      associatedtype Bound: Comparable
      func contains(_ value: Bound) -> Bool
      func _start(_ start: Bound) -> Bound
      func _end(_ end: Bound) -> Bound
      func _isClosed() -> Bool
    }
    extension RangeExpression {
      func relative<C: Collection>(to collection: C) -> Range<Bound> where C.Index == Bound {
        let lower = _start(collection.startIndex)
        if _isClosed() { return lower..<collection.index(after: _end(lower)) }
        return lower..<_end(collection.endIndex)
      }
    }
    extension Range: RangeExpression {
      func _start(_ start: Bound) -> Bound { lowerBound }
      func _end(_ end: Bound) -> Bound { upperBound }
      func _isClosed() -> Bool { false }
    }
    extension ClosedRange: RangeExpression {
      func _start(_ start: Bound) -> Bound { lowerBound }
      func _end(_ end: Bound) -> Bound { upperBound }
      func _isClosed() -> Bool { true }
    }
    extension PartialRangeUpTo: RangeExpression {
      func _start(_ start: Bound) -> Bound { start }
      func _end(_ end: Bound) -> Bound { upperBound }
      func _isClosed() -> Bool { false }
    }
    extension PartialRangeThrough: RangeExpression {
      func _start(_ start: Bound) -> Bound { start }
      func _end(_ end: Bound) -> Bound { upperBound }
      func _isClosed() -> Bool { true }
    }
    extension PartialRangeFrom: RangeExpression {
      func _start(_ start: Bound) -> Bound { lowerBound }
      func _end(_ end: Bound) -> Bound { end }
      func _isClosed() -> Bool { false }
    }

    struct _SliceIterator<Element>: IteratorProtocol {
      let _elements: [Element]
      var _position: Int
      let _end: Int
      @_intrinsic("construct") init(_elements: [Element], _position: Int, _end: Int)
      mutating func next() -> Element? {
        if _position >= _end { return nil }
        _position += 1
        return _elements[_position - 1]
      }
    }

    struct ArraySlice<Element>: RandomAccessCollection, MutableCollection, RangeReplaceableCollection,
      CustomStringConvertible, CustomDebugStringConvertible, ExpressibleByArrayLiteral
    {
      typealias Iterator = _SliceIterator<Element>
      typealias Index = Int
      typealias SubSequence = ArraySlice<Element>
      typealias Indices = Range<Int>
      var _elements: [Element]
      var _start: Int
      var _end: Int
      var _shift: Int
      @_intrinsic("construct") init(_elements: [Element], _start: Int, _end: Int, _shift: Int)
      init() { self = ArraySlice(_elements: [], _start: 0, _end: 0, _shift: 0) }
      init(repeating element: Element, count: Int) { self = ArraySlice(Array(repeating: element, count: count)) }
      init<Source: Sequence>(_ source: Source) where Source.Element == Element {
        let elements = Array(source)
        self = ArraySlice(_elements: elements, _start: 0, _end: elements.count, _shift: 0)
      }
      init(arrayLiteral elements: Element...) {
        self = ArraySlice(_elements: elements, _start: 0, _end: elements.count, _shift: 0)
      }
      var count: Int { _end - _start }
      var isEmpty: Bool { _end == _start }
      var startIndex: Int { _start }
      var endIndex: Int { _end }
      var indices: Range<Int> { _start..<_end }
      var first: Element? { if _end == _start { return nil } else { return _elements[_start - _shift] } }
      var last: Element? { if _end == _start { return nil } else { return _elements[_end - 1 - _shift] } }
      var description: String { String(describing: Array(self)) }
      var debugDescription: String { "ArraySlice(" + String(reflecting: Array(self)) + ")" }
      subscript(index: Int) -> Element {
        get {
          if index < _start || index >= _end { _trapIndex() }
          return _elements[index - _shift]
        }
        set {
          if index < _start || index >= _end { _trapIndex() }
          _elements[index - _shift] = newValue
        }
      }
      subscript<R: RangeExpression>(bounds: R) -> ArraySlice<Element> where R.Bound == Int {
        get {
          let lower = bounds._start(_start)
          let upper = bounds._isClosed() ? bounds._end(0) + 1 : bounds._end(_end)
          if lower < _start || upper < lower || upper > _end { _trapIndex() }
          return ArraySlice(_elements: _elements, _start: lower, _end: upper, _shift: _shift)
        }
        set {
          let lower = bounds._start(_start)
          let upper = bounds._isClosed() ? bounds._end(0) + 1 : bounds._end(_end)
          self.replaceSubrange(lower..<upper, with: newValue)
        }
      }
      func makeIterator() -> _SliceIterator<Element> {
        _SliceIterator(_elements: _elements, _position: _start - _shift, _end: _end - _shift)
      }
      func index(after i: Int) -> Int { i + 1 }
      func index(before i: Int) -> Int { i - 1 }
      func index(_ i: Int, offsetBy distance: Int) -> Int { i + distance }
      func distance(from start: Int, to end: Int) -> Int { end - start }
      mutating func _own() {
        if _end - _shift != _elements.count {
          _elements = Array(self)
          _shift = _start
        }
      }
      mutating func append(_ element: Element) {
        self._own()
        _elements.append(element)
        _end += 1
      }
      static func + (left: ArraySlice<Element>, right: ArraySlice<Element>) -> ArraySlice<Element> {
        var result = left
        for element in right { result.append(element) }
        return result
      }
      static func + (left: ArraySlice<Element>, right: [Element]) -> ArraySlice<Element> {
        var result = left
        for element in right { result.append(element) }
        return result
      }
      static func + <Other: Sequence>(left: ArraySlice<Element>, right: Other) -> ArraySlice<Element>
      where Other.Element == Element {
        var result = left
        for element in right { result.append(element) }
        return result
      }
      static func += <Other: Sequence>(left: inout ArraySlice<Element>, right: Other) where Other.Element == Element {
        for element in right { left.append(element) }
      }
      static func += (left: inout ArraySlice<Element>, right: [Element]) { for element in right { left.append(element) } }
      mutating func replaceSubrange<Source: Collection>(_ bounds: Range<Int>, with source: Source)
      where Source.Element == Element {
        if bounds.lowerBound < _start || bounds.upperBound > _end { _trapIndex() }
        var result: [Element] = []
        for index in _start..<bounds.lowerBound { result.append(_elements[index - _shift]) }
        for element in source { result.append(element) }
        for index in bounds.upperBound..<_end { result.append(_elements[index - _shift]) }
        _elements = result
        _shift = _start
        _end = _start + result.count
      }
      @discardableResult mutating func removeFirst() -> Element {
        if _end == _start { _trapEmpty() }
        _start += 1
        return _elements[_start - 1 - _shift]
      }
      @discardableResult mutating func removeLast() -> Element {
        if _end == _start { _trapEmpty() }
        _end -= 1
        return _elements[_end - _shift]
      }
      mutating func removeFirst(_ count: Int) {
        if count < 0 { _trapNegativeCount() }
        if count > _end - _start { _trapEmpty() }
        _start += count
      }
      mutating func removeLast(_ count: Int) {
        if count < 0 { _trapNegativeCount() }
        if count > _end - _start { _trapEmpty() }
        _end -= count
      }
      mutating func popFirst() -> Element? { if _end == _start { return nil } else { return self.removeFirst() } }
      mutating func popLast() -> Element? { if _end == _start { return nil } else { return self.removeLast() } }
    }
    extension ArraySlice: Equatable where Element: Equatable {
      static func == (left: ArraySlice<Element>, right: ArraySlice<Element>) -> Bool {
        if left.count != right.count { return false }
        let shift = right._start - left._start
        for index in left._start..<left._end { if left[index] != right[index + shift] { return false } }
        return true
      }
    }
    extension ArraySlice: Hashable where Element: Hashable {
      func hash(into hasher: inout Hasher) {
        hasher.combine(_end - _start)
        for element in self { hasher.combine(element) }
      }
    }

    extension Array {
      subscript<R: RangeExpression>(bounds: R) -> ArraySlice<Element> where R.Bound == Int {
        get {
          let lower = bounds._start(0)
          let upper = bounds._isClosed() ? bounds._end(0) + 1 : bounds._end(_count())
          if lower < 0 || upper < lower || upper > _count() { _trapIndex() }
          return ArraySlice(_elements: self, _start: lower, _end: upper, _shift: 0)
        }
        set {
          let lower = bounds._start(0)
          let upper = bounds._isClosed() ? bounds._end(0) + 1 : bounds._end(_count())
          self.replaceSubrange(lower..<upper, with: newValue)
        }
      }
      func _slice(_ lower: Int, _ upper: Int) -> ArraySlice<Element> {
        ArraySlice(_elements: self, _start: lower, _end: upper < lower ? lower : upper, _shift: 0)
      }
      func prefix(_ count: Int) -> ArraySlice<Element> {
        if count < 0 { _trapNegativeCount() }
        return _slice(0, count < _count() ? count : _count())
      }
      func suffix(_ count: Int) -> ArraySlice<Element> {
        if count < 0 { _trapNegativeCount() }
        return _slice(_count() > count ? _count() - count : 0, _count())
      }
      func dropFirst(_ count: Int = 1) -> ArraySlice<Element> {
        if count < 0 { _trapNegativeCount() }
        return _slice(count < _count() ? count : _count(), _count())
      }
      func dropLast(_ count: Int = 1) -> ArraySlice<Element> {
        if count < 0 { _trapNegativeCount() }
        return _slice(0, _count() > count ? _count() - count : 0)
      }
      func prefix(while predicate: (Element) -> Bool) -> ArraySlice<Element> {
        var end = 0
        while end < _count() && predicate(self[end]) { end += 1 }
        return _slice(0, end)
      }
      func drop(while predicate: (Element) -> Bool) -> ArraySlice<Element> {
        var start = 0
        while start < _count() && predicate(self[start]) { start += 1 }
        return _slice(start, _count())
      }
      func prefix(upTo end: Int) -> ArraySlice<Element> { self[0..<end] }
      func prefix(through end: Int) -> ArraySlice<Element> { self[0...end] }
      func suffix(from start: Int) -> ArraySlice<Element> { self[start..<_count()] }
    }
    extension ArraySlice {
      func _slice(_ lower: Int, _ upper: Int) -> ArraySlice<Element> {
        ArraySlice(_elements: _elements, _start: lower, _end: upper < lower ? lower : upper, _shift: _shift)
      }
      func prefix(_ count: Int) -> ArraySlice<Element> {
        if count < 0 { _trapNegativeCount() }
        return _slice(_start, count < _end - _start ? _start + count : _end)
      }
      func suffix(_ count: Int) -> ArraySlice<Element> {
        if count < 0 { _trapNegativeCount() }
        return _slice(_end - _start > count ? _end - count : _start, _end)
      }
      func dropFirst(_ count: Int = 1) -> ArraySlice<Element> {
        if count < 0 { _trapNegativeCount() }
        return _slice(count < _end - _start ? _start + count : _end, _end)
      }
      func dropLast(_ count: Int = 1) -> ArraySlice<Element> {
        if count < 0 { _trapNegativeCount() }
        return _slice(_start, _end - _start > count ? _end - count : _start)
      }
      func prefix(while predicate: (Element) -> Bool) -> ArraySlice<Element> {
        var end = _start
        while end < _end && predicate(self[end]) { end += 1 }
        return _slice(_start, end)
      }
      func drop(while predicate: (Element) -> Bool) -> ArraySlice<Element> {
        var start = _start
        while start < _end && predicate(self[start]) { start += 1 }
        return _slice(start, _end)
      }
      func prefix(upTo end: Int) -> ArraySlice<Element> { self[_start..<end] }
      func prefix(through end: Int) -> ArraySlice<Element> { self[_start...end] }
      func suffix(from start: Int) -> ArraySlice<Element> { self[start..<_end] }
    }
    """#
}
