extension Prelude {
  static let slices = #"""
    struct ArraySlice<Element>: Sequence, CustomStringConvertible, CustomDebugStringConvertible {
      typealias Iterator = IndexingIterator<Element>
      var _base: [Element]
      var _start: Int
      var _end: Int
      @_intrinsic("construct") init(_base: [Element], _start: Int, _end: Int)
      init() { self = ArraySlice(_base: [], _start: 0, _end: 0) }
      init<Source: Sequence>(_ source: Source) where Source.Element == Element {
        let elements = Array(source)
        self = ArraySlice(_base: elements, _start: 0, _end: elements.count)
      }
      static func _literal(_ elements: [Element]) -> ArraySlice<Element> { ArraySlice(elements) }
      var _array: [Element] {
        var elements: [Element] = []
        var index = _start
        while index < _end {
          elements.append(_base[index])
          index += 1
        }
        return elements
      }
      var startIndex: Int { _start }
      var endIndex: Int { _end }
      var indices: Range<Int> { _start..<_end }
      var count: Int { _end - _start }
      var isEmpty: Bool { _start == _end }
      var first: Element? { if _start == _end { return nil } else { return _base[_start] } }
      var last: Element? { if _start == _end { return nil } else { return _base[_end - 1] } }
      var description: String { String(describing: _array) }
      var debugDescription: String { "ArraySlice(" + String(describing: _array) + ")" }
      func makeIterator() -> IndexingIterator<Element> { _array.makeIterator() }
      subscript(index: Int) -> Element {
        get {
          if index < _start || index >= _end { _trapIndex() }
          return _base[index]
        }
        set {
          if index < _start || index >= _end { _trapIndex() }
          _base[index] = newValue
        }
      }
      subscript(range: Range<Int>) -> ArraySlice<Element> {
        if range.lowerBound < _start || range.upperBound > _end { _trapIndex() }
        return ArraySlice(_base: _base, _start: range.lowerBound, _end: range.upperBound)
      }
      subscript(range: ClosedRange<Int>) -> ArraySlice<Element> { self[range.lowerBound..<(range.upperBound + 1)] }
      subscript(range: PartialRangeFrom<Int>) -> ArraySlice<Element> { self[range.lowerBound..<_end] }
      subscript(range: PartialRangeUpTo<Int>) -> ArraySlice<Element> { self[_start..<range.upperBound] }
      subscript(range: PartialRangeThrough<Int>) -> ArraySlice<Element> { self[_start..<(range.upperBound + 1)] }
      func _clamp(_ index: Int) -> Int { index < _start ? _start : (index > _end ? _end : index) }
      func prefix(_ count: Int) -> ArraySlice<Element> {
        if count < 0 { _trapNegativeCount() }
        return self[_start..<(count > _end - _start ? _end : _start + count)]
      }
      func suffix(_ count: Int) -> ArraySlice<Element> {
        if count < 0 { _trapNegativeCount() }
        return self[(count > _end - _start ? _start : _end - count)..<_end]
      }
      func dropFirst(_ count: Int = 1) -> ArraySlice<Element> {
        if count < 0 { _trapNegativeCount() }
        return self[(count > _end - _start ? _end : _start + count)..<_end]
      }
      func dropLast(_ count: Int = 1) -> ArraySlice<Element> {
        if count < 0 { _trapNegativeCount() }
        return self[_start..<(count > _end - _start ? _start : _end - count)]
      }
      func prefix(while predicate: (Element) -> Bool) -> ArraySlice<Element> { self[_start..<_scan(predicate)] }
      func drop(while predicate: (Element) -> Bool) -> ArraySlice<Element> { self[_scan(predicate)..<_end] }
      func _scan(_ predicate: (Element) -> Bool) -> Int {
        var index = _start
        while index < _end && predicate(_base[index]) { index += 1 }
        return index
      }
      func firstIndex(where predicate: (Element) -> Bool) -> Int? {
        for index in _start..<_end { if predicate(_base[index]) { return index } }
        return nil
      }
      func index(after i: Int) -> Int { i + 1 }
      func index(before i: Int) -> Int { i - 1 }
      mutating func append(_ element: Element) {
        self = ArraySlice(_array)
        _base.append(element)
        _end += 1
      }
      mutating func popFirst() -> Element? {
        guard let removed = self.first else { return nil }
        _start += 1
        return removed
      }
      mutating func popLast() -> Element? {
        guard let removed = self.last else { return nil }
        _end -= 1
        return removed
      }
      @discardableResult mutating func removeFirst() -> Element {
        if _start == _end { _trapEmpty() }
        _start += 1
        return _base[_start - 1]
      }
      @discardableResult mutating func removeLast() -> Element {
        if _start == _end { _trapEmpty() }
        _end -= 1
        return _base[_end]
      }
      static func + (left: ArraySlice<Element>, right: ArraySlice<Element>) -> ArraySlice<Element> {
        ArraySlice(left._array + right._array)
      }
    }
    func + <Element>(left: [Element], right: ArraySlice<Element>) -> [Element] { left + right._array }
    func + <Element>(left: ArraySlice<Element>, right: [Element]) -> ArraySlice<Element> { ArraySlice(left._array + right) }
    func += <Element>(left: inout [Element], right: ArraySlice<Element>) { left += right._array }
    extension ArraySlice: Equatable where Element: Equatable {
      static func == (left: ArraySlice<Element>, right: ArraySlice<Element>) -> Bool { left._array == right._array }
      func firstIndex(of element: Element) -> Int? { self.firstIndex(where: { $0 == element }) }
    }
    extension ArraySlice: Hashable where Element: Hashable {
      func hash(into hasher: inout Hasher) { hasher.combine(_array) }
    }
    extension Array {
      init(_ slice: ArraySlice<Element>) { self = slice._array }
      var _whole: ArraySlice<Element> { ArraySlice(_base: self, _start: 0, _end: _count()) }
      subscript(range: Range<Int>) -> ArraySlice<Element> {
        get { _whole[range] }
        set { self.replaceSubrange(range, with: newValue) }
      }
      subscript(range: ClosedRange<Int>) -> ArraySlice<Element> {
        get { _whole[range] }
        set { self.replaceSubrange(range, with: newValue) }
      }
      subscript(range: PartialRangeFrom<Int>) -> ArraySlice<Element> {
        get { _whole[range] }
        set { self.replaceSubrange(range.lowerBound..<_count(), with: newValue) }
      }
      subscript(range: PartialRangeUpTo<Int>) -> ArraySlice<Element> {
        get { _whole[range] }
        set { self.replaceSubrange(0..<range.upperBound, with: newValue) }
      }
      subscript(range: PartialRangeThrough<Int>) -> ArraySlice<Element> {
        get { _whole[range] }
        set { self.replaceSubrange(0..<(range.upperBound + 1), with: newValue) }
      }
      func prefix(_ count: Int) -> ArraySlice<Element> { _whole.prefix(count) }
      func suffix(_ count: Int) -> ArraySlice<Element> { _whole.suffix(count) }
      func dropFirst(_ count: Int = 1) -> ArraySlice<Element> { _whole.dropFirst(count) }
      func dropLast(_ count: Int = 1) -> ArraySlice<Element> { _whole.dropLast(count) }
      func prefix(while predicate: (Element) -> Bool) -> ArraySlice<Element> { _whole.prefix(while: predicate) }
      func drop(while predicate: (Element) -> Bool) -> ArraySlice<Element> { _whole.drop(while: predicate) }
      func prefix(upTo end: Int) -> ArraySlice<Element> { _whole[0..<end] }
      func prefix(through end: Int) -> ArraySlice<Element> { _whole[0...end] }
      func suffix(from start: Int) -> ArraySlice<Element> { _whole[start..<_count()] }
      mutating func replaceSubrange<Source: Sequence>(_ range: Range<Int>, with source: Source)
      where Source.Element == Element {
        if range.lowerBound < 0 || range.upperBound > _count() { _trapIndex() }
        var result: [Element] = []
        for index in 0..<range.lowerBound { result.append(self[index]) }
        for element in source { result.append(element) }
        for index in range.upperBound..<_count() { result.append(self[index]) }
        self = result
      }
      mutating func replaceSubrange<Source: Sequence>(_ range: ClosedRange<Int>, with source: Source)
      where Source.Element == Element {
        self.replaceSubrange(range.lowerBound..<(range.upperBound + 1), with: source)
      }
      mutating func removeSubrange(_ range: Range<Int>) { self.replaceSubrange(range, with: [Element]()) }
      mutating func removeSubrange(_ range: ClosedRange<Int>) { self.replaceSubrange(range, with: [Element]()) }
      mutating func removeSubrange(_ range: PartialRangeFrom<Int>) {
        self.replaceSubrange(range.lowerBound..<_count(), with: [Element]())
      }
      mutating func insert<Source: Sequence>(contentsOf source: Source, at index: Int) where Source.Element == Element {
        self.replaceSubrange(index..<index, with: source)
      }
      mutating func reserveCapacity(_ capacity: Int) {}
      var capacity: Int { _count() }
      func index(after i: Int) -> Int { i + 1 }
      func index(before i: Int) -> Int { i - 1 }
      func index(_ i: Int, offsetBy distance: Int) -> Int { i + distance }
      func distance(from start: Int, to end: Int) -> Int { end - start }
      mutating func partition(by belongsInSecondPartition: (Element) -> Bool) -> Int {
        var low = 0
        var high = _count()
        while true {
          while low < high && !belongsInSecondPartition(self[low]) { low += 1 }
          if low >= high { return low }
          high -= 1
          while low < high && belongsInSecondPartition(self[high]) { high -= 1 }
          if low >= high { return low }
          self.swapAt(low, high)
          low += 1
        }
        return low
      }
      mutating func reverse() {
        var low = 0
        var high = _count() - 1
        while low < high {
          self.swapAt(low, high)
          low += 1
          high -= 1
        }
      }
      func joined<Inner>() -> [Inner] where Element == [Inner] {
        var result: [Inner] = []
        for part in self { for element in part { result.append(element) } }
        return result
      }
      func joined<Inner>(separator: [Inner]) -> [Inner] where Element == [Inner] {
        var result: [Inner] = []
        var isFirst = true
        for part in self {
          if !isFirst { for element in separator { result.append(element) } }
          for element in part { result.append(element) }
          isFirst = false
        }
        return result
      }
    }
    struct AnyIterator<Element>: Sequence, IteratorProtocol {
      typealias Iterator = AnyIterator<Element>
      let _body: () -> Element?
      @_intrinsic("construct") init(_body: @escaping () -> Element?)
      init(_ body: @escaping () -> Element?) { self = AnyIterator(_body: body) }
      func makeIterator() -> AnyIterator<Element> { self }
      mutating func next() -> Element? { _body() }
    }
    struct UnfoldSequence<Element>: Sequence, IteratorProtocol {
      typealias Iterator = UnfoldSequence<Element>
      var _value: Element?
      let _next: (Element) -> Element?
      @_intrinsic("construct") init(_value: Element?, _next: @escaping (Element) -> Element?)
      func makeIterator() -> UnfoldSequence<Element> { self }
      mutating func next() -> Element? {
        guard let value = _value else { return nil }
        _value = _next(value)
        return value
      }
    }
    func sequence<Element>(first: Element, next: @escaping (Element) -> Element?) -> UnfoldSequence<Element> {
      UnfoldSequence(_value: first, _next: next)
    }
    func repeatElement<Element>(_ element: Element, count: Int) -> [Element] { Array(repeating: element, count: count) }
    """#
}
