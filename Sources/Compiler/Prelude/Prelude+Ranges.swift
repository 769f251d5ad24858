extension Prelude {
  static let ranges = #"""
    // The names of Swift 4, which the compiler takes still.
    typealias CountableRange = Range
    typealias CountableClosedRange = ClosedRange
    typealias CountablePartialRangeFrom = PartialRangeFrom

    struct Range<Bound: Comparable>: Equatable {
      let lowerBound: Bound
      let upperBound: Bound
      @_intrinsic("construct") init(_lower: Bound, _upper: Bound)
      static func == (left: Range<Bound>, right: Range<Bound>) -> Bool {
        left.lowerBound == right.lowerBound && left.upperBound == right.upperBound
      }
      static func ~= (range: Range<Bound>, value: Bound) -> Bool { range.contains(value) }
      func contains(_ value: Bound) -> Bool { lowerBound <= value && value < upperBound }
      var isEmpty: Bool { lowerBound == upperBound }
    }
    extension Range where Bound == Int {
      init(_ other: ClosedRange<Int>) { self = other.lowerBound..<(other.upperBound + 1) }
    }
    extension ClosedRange where Bound == Int {
      init(_ other: Range<Int>) {
        if other.isEmpty { fatalError("a closed range is never empty") }
        self = other.lowerBound...(other.upperBound - 1)
      }
    }
    struct ClosedRange<Bound: Comparable>: Equatable {
      let lowerBound: Bound
      let upperBound: Bound
      @_intrinsic("construct") init(_lower: Bound, _upper: Bound)
      static func == (left: ClosedRange<Bound>, right: ClosedRange<Bound>) -> Bool {
        left.lowerBound == right.lowerBound && left.upperBound == right.upperBound
      }
      static func ~= (range: ClosedRange<Bound>, value: Bound) -> Bool { range.contains(value) }
      func contains(_ value: Bound) -> Bool { lowerBound <= value && value <= upperBound }
    }
    struct PartialRangeUpTo<Bound: Comparable> {
      let upperBound: Bound
      @_intrinsic("construct") init(_upper: Bound)
      static func ~= (range: PartialRangeUpTo<Bound>, value: Bound) -> Bool { value < range.upperBound }
      func contains(_ value: Bound) -> Bool { value < upperBound }
    }
    struct PartialRangeThrough<Bound: Comparable> {
      let upperBound: Bound
      @_intrinsic("construct") init(_upper: Bound)
      static func ~= (range: PartialRangeThrough<Bound>, value: Bound) -> Bool { value <= range.upperBound }
      func contains(_ value: Bound) -> Bool { value <= upperBound }
    }
    struct PartialRangeFrom<Bound: Comparable> {
      let lowerBound: Bound
      @_intrinsic("construct") init(_lower: Bound)
      static func ~= (range: PartialRangeFrom<Bound>, value: Bound) -> Bool { range.lowerBound <= value }
      func contains(_ value: Bound) -> Bool { lowerBound <= value }
    }
    extension Comparable {
      static prefix func ..< (upper: Self) -> PartialRangeUpTo<Self> { PartialRangeUpTo(_upper: upper) }
      static prefix func ... (upper: Self) -> PartialRangeThrough<Self> { PartialRangeThrough(_upper: upper) }
      static postfix func ... (lower: Self) -> PartialRangeFrom<Self> { PartialRangeFrom(_lower: lower) }
    }
    struct CountingIterator<Bound: Strideable>: IteratorProtocol where Bound.Stride: SignedInteger {
      typealias Element = Bound
      var _next: Bound
      let _end: Bound
      var _isDone: Bool
      @_intrinsic("construct") init(_next: Bound, _end: Bound, _isDone: Bool)
      mutating func next() -> Bound? {
        if _isDone { return nil }
        let value = _next
        if value == _end { _isDone = true } else { _next = value.advanced(by: 1) }
        return value
      }
    }
    extension Range: RandomAccessCollection where Bound: Strideable, Bound.Stride: SignedInteger {
      typealias Element = Bound
      typealias Iterator = CountingIterator<Bound>
      typealias Index = Bound
      typealias SubSequence = Range<Bound>
      var startIndex: Bound { lowerBound }
      var endIndex: Bound { upperBound }
      subscript(position: Bound) -> Bound {
        if position < lowerBound || position >= upperBound { _trapIndex() }
        return position
      }
      func index(after i: Bound) -> Bound { i.advanced(by: 1) }
      func index(before i: Bound) -> Bound { i.advanced(by: -1) }
      func _slice(_ lower: Bound, _ upper: Bound) -> Range<Bound> { lower..<(upper < lower ? lower : upper) }
      var indices: Range<Bound> { lowerBound..<upperBound }
      var count: Int { Int(lowerBound.distance(to: upperBound)) }
      func makeIterator() -> CountingIterator<Bound> {
        lowerBound == upperBound
          ? CountingIterator(_next: lowerBound, _end: lowerBound, _isDone: true)
          : CountingIterator(_next: lowerBound, _end: upperBound.advanced(by: -1), _isDone: false)
      }
      var first: Bound? { if lowerBound == upperBound { return nil } else { return lowerBound } }
      var last: Bound? { if lowerBound == upperBound { return nil } else { return upperBound.advanced(by: -1) } }
    }
    extension Range {
      func clamped(to limits: Range<Bound>) -> Range<Bound> {
        let lower = limits.lowerBound > lowerBound ? limits.lowerBound : lowerBound
        let upper = limits.upperBound < upperBound ? limits.upperBound : upperBound
        return lower <= upper
          ? lower..<upper
          : (lowerBound >= limits.upperBound ? limits.upperBound..<limits.upperBound : limits.lowerBound..<limits.lowerBound)
      }
      func overlaps(_ other: Range<Bound>) -> Bool {
        !isEmpty && !other.isEmpty && lowerBound < other.upperBound && other.lowerBound < upperBound
      }
      func overlaps(_ other: ClosedRange<Bound>) -> Bool {
        !isEmpty && lowerBound <= other.upperBound && other.lowerBound < upperBound
      }
    }
    extension ClosedRange {
      var isEmpty: Bool { false }
      func overlaps(_ other: ClosedRange<Bound>) -> Bool {
        lowerBound <= other.upperBound && other.lowerBound <= upperBound
      }
      func overlaps(_ other: Range<Bound>) -> Bool { other.overlaps(self) }
      func clamped(to limits: ClosedRange<Bound>) -> ClosedRange<Bound> {
        let lower = limits.lowerBound > lowerBound ? (limits.lowerBound > upperBound && limits.upperBound > upperBound ? limits.lowerBound : limits.lowerBound) : (lowerBound > limits.upperBound ? limits.upperBound : lowerBound)
        let upper = limits.upperBound < upperBound ? limits.upperBound : (upperBound < limits.lowerBound ? limits.lowerBound : upperBound)
        return lower...upper
      }
    }
    struct _ClosedRangeIndex: Comparable, Hashable {
      let _offset: Int
      @_intrinsic("construct") init(_offset: Int)
      static func == (left: _ClosedRangeIndex, right: _ClosedRangeIndex) -> Bool { left._offset == right._offset }
      static func < (left: _ClosedRangeIndex, right: _ClosedRangeIndex) -> Bool { left._offset < right._offset }
      func hash(into hasher: inout Hasher) { hasher.combine(_offset) }
    }
    extension ClosedRange: RandomAccessCollection where Bound: Strideable, Bound.Stride: SignedInteger {
      typealias Element = Bound
      typealias Iterator = CountingIterator<Bound>
      typealias Index = _ClosedRangeIndex
      typealias SubSequence = Slice<ClosedRange<Bound>>
      var startIndex: _ClosedRangeIndex { _ClosedRangeIndex(_offset: 0) }
      var endIndex: _ClosedRangeIndex { _ClosedRangeIndex(_offset: count) }
      subscript(position: _ClosedRangeIndex) -> Bound {
        if position._offset < 0 || position._offset >= count { _trapIndex() }
        return lowerBound.advanced(by: Bound.Stride(position._offset))
      }
      func index(after i: _ClosedRangeIndex) -> _ClosedRangeIndex { _ClosedRangeIndex(_offset: i._offset + 1) }
      func index(before i: _ClosedRangeIndex) -> _ClosedRangeIndex { _ClosedRangeIndex(_offset: i._offset - 1) }
      var count: Int { Int(lowerBound.distance(to: upperBound)) + 1 }
      func makeIterator() -> CountingIterator<Bound> {
        CountingIterator(_next: lowerBound, _end: upperBound, _isDone: false)
      }
      var first: Bound? { lowerBound }
      var last: Bound? { upperBound }
    }
    struct _UpwardIterator<Bound: Strideable>: IteratorProtocol where Bound.Stride: SignedInteger {
      typealias Element = Bound
      var _next: Bound
      @_intrinsic("construct") init(_next: Bound)
      mutating func next() -> Bound? {
        let value = _next
        _next = value.advanced(by: 1)
        return value
      }
    }
    extension PartialRangeFrom: Sequence where Bound: Strideable, Bound.Stride: SignedInteger {
      typealias Element = Bound
      typealias Iterator = _UpwardIterator<Bound>
      func makeIterator() -> _UpwardIterator<Bound> { _UpwardIterator(_next: lowerBound) }
    }

    struct StrideTo<Element: Strideable & Numeric>: Sequence, IteratorProtocol {
      typealias Iterator = StrideTo<Element>
      let _start: Element
      let _end: Element
      let _stride: Element
      var _index: Element
      @_intrinsic("construct") init(_start: Element, _end: Element, _stride: Element, _index: Element)
      func makeIterator() -> StrideTo<Element> { self }
      mutating func next() -> Element? {
        let value = _start + _index * _stride
        if _stride > 0 ? value >= _end : value <= _end { return nil }
        _index += 1
        return value
      }
    }
    struct StrideThrough<Element: Strideable & Numeric>: Sequence, IteratorProtocol {
      typealias Iterator = StrideThrough<Element>
      let _start: Element
      let _end: Element
      let _stride: Element
      var _index: Element
      @_intrinsic("construct") init(_start: Element, _end: Element, _stride: Element, _index: Element)
      func makeIterator() -> StrideThrough<Element> { self }
      mutating func next() -> Element? {
        let value = _start + _index * _stride
        if _stride > 0 ? value > _end : value < _end { return nil }
        _index += 1
        return value
      }
    }
    func stride<Element: Strideable & Numeric>(from start: Element, to end: Element, by step: Element) -> StrideTo<Element> {
      if step == 0 { _trapZeroStride() }
      return StrideTo(_start: start, _end: end, _stride: step, _index: 0)
    }
    func stride<Element: Strideable & Numeric>(from start: Element, through end: Element, by step: Element) -> StrideThrough<Element> {
      if step == 0 { _trapZeroStride() }
      return StrideThrough(_start: start, _end: end, _stride: step, _index: 0)
    }

    struct _StepsTo<Element: Strideable>: Sequence, IteratorProtocol {
      typealias Iterator = _StepsTo<Element>
      var _current: Element
      let _end: Element
      let _stride: Element.Stride
      let _isThrough: Bool
      @_intrinsic("construct")
      init(_current: Element, _end: Element, _stride: Element.Stride, _isThrough: Bool)
      func makeIterator() -> _StepsTo<Element> { self }
      mutating func next() -> Element? {
        let value = _current
        if !_isThrough && value == _end { return nil }
        if _stride > 0 ? value > _end : value < _end { return nil }
        _current = value.advanced(by: _stride)
        return value
      }
    }
    func stride<Element: Strideable>(from start: Element, to end: Element, by step: Element.Stride) -> _StepsTo<Element> {
      if step == 0 { _trapZeroStride() }
      return _StepsTo(_current: start, _end: end, _stride: step, _isThrough: false)
    }
    func stride<Element: Strideable>(from start: Element, through end: Element, by step: Element.Stride)
      -> _StepsTo<Element>
    {
      if step == 0 { _trapZeroStride() }
      return _StepsTo(_current: start, _end: end, _stride: step, _isThrough: true)
    }
    """#
}
