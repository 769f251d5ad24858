extension Prelude {
  static let collectionProtocols = #"""
    protocol ExpressibleByArrayLiteral {
      associatedtype ArrayLiteralElement
      init(arrayLiteral elements: ArrayLiteralElement...)
    }
    protocol ExpressibleByDictionaryLiteral {
      associatedtype Key
      associatedtype Value
      init(dictionaryLiteral elements: (Key, Value)...)
    }

    protocol Collection: Sequence {
      associatedtype Element
      associatedtype Index: Comparable
      associatedtype SubSequence: Collection
      where SubSequence.Element == Element, SubSequence.Index == Index, SubSequence.SubSequence == SubSequence
      var startIndex: Index { get }
      var endIndex: Index { get }
      subscript(position: Index) -> Element { get }
      func index(after i: Index) -> Index
      var count: Int { get }
      var isEmpty: Bool { get }
      func _slice(_ lower: Index, _ upper: Index) -> SubSequence
    }
    protocol BidirectionalCollection: Collection {
      associatedtype Element
      associatedtype Index: Comparable
      func index(before i: Index) -> Index
    }
    protocol RandomAccessCollection: BidirectionalCollection {
      associatedtype Element
      associatedtype Index: Comparable
    }
    protocol MutableCollection: Collection {
      associatedtype Element
      associatedtype Index: Comparable
      subscript(position: Index) -> Element { get set }
    }
    protocol RangeReplaceableCollection: Collection {
      associatedtype Element
      associatedtype Index: Comparable
      init()
      mutating func replaceSubrange<Source: Collection>(_ bounds: Range<Index>, with source: Source)
      where Source.Element == Element
    }

    struct IndexingIterator<Elements: Collection>: IteratorProtocol {
      typealias Element = Elements.Element
      let _elements: Elements
      var _position: Elements.Index
      @_intrinsic("construct") init(_elements: Elements, _position: Elements.Index)
      mutating func next() -> Elements.Element? {
        if _position == _elements.endIndex { return nil }
        let element = _elements[_position]
        _position = _elements.index(after: _position)
        return element
      }
    }
    struct Slice<Base: Collection>: Collection {
      typealias Element = Base.Element
      typealias Index = Base.Index
      typealias SubSequence = Slice<Base>
      typealias Iterator = IndexingIterator<Slice<Base>>
      let _startIndex: Base.Index
      let _endIndex: Base.Index
      let _base: Base
      @_intrinsic("construct") init(_startIndex: Base.Index, _endIndex: Base.Index, _base: Base)
      var base: Base { _base }
      var startIndex: Base.Index { _startIndex }
      var endIndex: Base.Index { _endIndex }
      subscript(position: Base.Index) -> Base.Element {
        if position < _startIndex || position >= _endIndex { _trapIndex() }
        return _base[position]
      }
      func index(after i: Base.Index) -> Base.Index { _base.index(after: i) }
      func _slice(_ lower: Base.Index, _ upper: Base.Index) -> Slice<Base> {
        Slice<Base>(_startIndex: lower, _endIndex: upper, _base: _base)
      }
    }
    extension Slice: BidirectionalCollection where Base: BidirectionalCollection {
      func index(before i: Base.Index) -> Base.Index { _base.index(before: i) }
    }

    extension Collection {
      func makeIterator() -> IndexingIterator<Self> { IndexingIterator(_elements: self, _position: startIndex) }
      var underestimatedCount: Int { count }
      var count: Int {
        var count = 0
        var index = startIndex
        while index != endIndex {
          count += 1
          index = self.index(after: index)
        }
        return count
      }
      var isEmpty: Bool { startIndex == endIndex }
      var first: Element? { if startIndex == endIndex { return nil } else { return self[startIndex] } }
      func index(_ i: Index, offsetBy distance: Int) -> Index {
        var index = i
        for _ in 0..<distance { index = self.index(after: index) }
        return index
      }
      var indices: [Index] {
        var results: [Index] = []
        var index = startIndex
        while index != endIndex {
          results.append(index)
          index = self.index(after: index)
        }
        return results
      }
      func _slice(_ lower: Index, _ upper: Index) -> Slice<Self> {
        Slice<Self>(_startIndex: lower, _endIndex: upper, _base: self)
      }
      subscript<R: RangeExpression>(bounds: R) -> SubSequence where R.Bound == Index {
        let lower = bounds._start(startIndex)
        let upper = bounds._isClosed() ? self.index(after: bounds._end(lower)) : bounds._end(endIndex)
        if lower < startIndex || upper < lower || upper > endIndex { _trapIndex() }
        return self._slice(lower, upper)
      }
      var _all: SubSequence { self._slice(startIndex, endIndex) }
      func _at(_ count: Int) -> Index {
        if count < 0 { _trapNegativeCount() }
        var index = startIndex
        var taken = 0
        while taken < count && index != endIndex {
          index = self.index(after: index)
          taken += 1
        }
        return index
      }
      func prefix(_ count: Int) -> SubSequence { self._slice(startIndex, self._at(count)) }
      func dropFirst(_ count: Int = 1) -> SubSequence { self._slice(self._at(count), endIndex) }
      func suffix(_ count: Int) -> SubSequence {
        if count < 0 { _trapNegativeCount() }
        let total = self.count
        return self._slice(self._at(total > count ? total - count : 0), endIndex)
      }
      func dropLast(_ count: Int = 1) -> SubSequence {
        if count < 0 { _trapNegativeCount() }
        let total = self.count
        return self._slice(startIndex, self._at(total > count ? total - count : 0))
      }
      func prefix(while predicate: (Element) -> Bool) -> SubSequence {
        var index = startIndex
        while index != endIndex && predicate(self[index]) { index = self.index(after: index) }
        return self._slice(startIndex, index)
      }
      func drop(while predicate: (Element) -> Bool) -> SubSequence {
        var index = startIndex
        while index != endIndex && predicate(self[index]) { index = self.index(after: index) }
        return self._slice(index, endIndex)
      }
      func prefix(upTo end: Index) -> SubSequence { self._slice(startIndex, end) }
      func prefix(through end: Index) -> SubSequence { self._slice(startIndex, self.index(after: end)) }
      func suffix(from start: Index) -> SubSequence { self._slice(start, endIndex) }
      func index(_ i: Index, offsetBy distance: Int, limitedBy limit: Index) -> Index? {
        var index = i
        for _ in 0..<distance {
          if index == limit { return nil }
          index = self.index(after: index)
        }
        return index
      }
      func formIndex(after i: inout Index) { i = self.index(after: i) }
      func formIndex(_ i: inout Index, offsetBy distance: Int) { i = self.index(i, offsetBy: distance) }
      func distance(from start: Index, to end: Index) -> Int {
        var count = 0
        var index = start
        while index != end {
          count += 1
          index = self.index(after: index)
        }
        return count
      }
      func firstIndex(where predicate: (Element) -> Bool) -> Index? {
        var index = startIndex
        while index != endIndex {
          if predicate(self[index]) { return index }
          index = self.index(after: index)
        }
        return nil
      }
      // The name of Swift 4, which the compiler takes still.
      func index(where predicate: (Element) -> Bool) -> Index? { firstIndex(where: predicate) }
    }
    extension Collection where Element: Equatable {
      // So with this one.
      func index(of element: Element) -> Index? { firstIndex(of: element) }
      func firstIndex(of element: Element) -> Index? {
        var index = startIndex
        while index != endIndex {
          if self[index] == element { return index }
          index = self.index(after: index)
        }
        return nil
      }
    }
    extension BidirectionalCollection where Element: Equatable {
      func lastIndex(of element: Element) -> Index? { self.lastIndex(where: { $0 == element }) }
    }
    extension BidirectionalCollection {
      var last: Element? { if startIndex == endIndex { return nil } else { return self[self.index(before: endIndex)] } }
      func index(_ i: Index, offsetBy distance: Int) -> Index {
        var index = i
        for _ in 0..<abs(distance) {
          index = distance < 0 ? self.index(before: index) : self.index(after: index)
        }
        return index
      }
      func index(_ i: Index, offsetBy distance: Int, limitedBy limit: Index) -> Index? {
        var index = i
        for _ in 0..<abs(distance) {
          if index == limit { return nil }
          index = distance < 0 ? self.index(before: index) : self.index(after: index)
        }
        return index
      }
      func formIndex(before i: inout Index) { i = self.index(before: i) }
      func lastIndex(where predicate: (Element) -> Bool) -> Index? {
        var index = endIndex
        while index != startIndex {
          index = self.index(before: index)
          if predicate(self[index]) { return index }
        }
        return nil
      }
      func last(where predicate: (Element) -> Bool) -> Element? {
        var index = endIndex
        while index != startIndex {
          index = self.index(before: index)
          if predicate(self[index]) { return self[index] }
        }
        return nil
      }
    }
    extension RandomAccessCollection where Index == Int {
      func index(after i: Int) -> Int { i + 1 }
      func index(before i: Int) -> Int { i - 1 }
      func index(_ i: Int, offsetBy distance: Int) -> Int { i + distance }
      func index(_ i: Int, offsetBy distance: Int, limitedBy limit: Int) -> Int? {
        let room = limit - i
        if distance >= 0 ? room >= 0 && room < distance : room <= 0 && room > distance { return nil }
        return i + distance
      }
      func distance(from start: Int, to end: Int) -> Int { end - start }
      var count: Int { endIndex - startIndex }
      var indices: Range<Int> { startIndex..<endIndex }
    }
    extension MutableCollection {
      mutating func swapAt(_ i: Index, _ j: Index) {
        let element = self[i]
        self[i] = self[j]
        self[j] = element
      }
    }
    extension MutableCollection where Self: BidirectionalCollection {
      mutating func partition(by belongsInSecondPartition: (Element) -> Bool) -> Index {
        var low = startIndex
        var high = endIndex
        while true {
          while low != high && !belongsInSecondPartition(self[low]) { low = self.index(after: low) }
          if low == high { return low }
          high = self.index(before: high)
          while low != high && belongsInSecondPartition(self[high]) { high = self.index(before: high) }
          if low == high { return low }
          self.swapAt(low, high)
          low = self.index(after: low)
        }
      }
    }
    extension MutableCollection where Index == Int {
      mutating func sort(by areInIncreasingOrder: (Element, Element) -> Bool) {
        var index = startIndex
        for element in self.sorted(by: areInIncreasingOrder) {
          self[index] = element
          index += 1
        }
      }
      mutating func reverse() {
        var low = startIndex
        var high = endIndex - 1
        while low < high {
          self.swapAt(low, high)
          low += 1
          high -= 1
        }
      }
    }
    extension MutableCollection where Index == Int, Element: Comparable {
      mutating func sort() { self.sort(by: { a, b in a < b }) }
    }
    extension RangeReplaceableCollection {
      mutating func insert(_ element: Element, at i: Index) { self.replaceSubrange(i..<i, with: [element]) }
      mutating func insert<Source: Collection>(contentsOf source: Source, at i: Index)
      where Source.Element == Element { self.replaceSubrange(i..<i, with: source) }
      mutating func append(_ element: Element) { self.replaceSubrange(endIndex..<endIndex, with: [element]) }
      mutating func append<Source: Sequence>(contentsOf source: Source) where Source.Element == Element {
        for element in source { self.append(element) }
      }
      @discardableResult mutating func remove(at i: Index) -> Element {
        let element = self[i]
        self.replaceSubrange(i..<self.index(after: i), with: [])
        return element
      }
      mutating func removeSubrange<R: RangeExpression>(_ bounds: R) where R.Bound == Index {
        self.replaceSubrange(bounds.relative(to: self), with: [])
      }
      mutating func replaceSubrange<Source: Collection, R: RangeExpression>(_ bounds: R, with source: Source)
      where Source.Element == Element, R.Bound == Index {
        self.replaceSubrange(bounds.relative(to: self), with: source)
      }
      @discardableResult mutating func removeFirst() -> Element {
        if isEmpty { _trapEmpty() }
        return self.remove(at: startIndex)
      }
      mutating func removeFirst(_ count: Int) {
        if count < 0 { _trapNegativeCount() }
        if self.count < count { _trapEmpty() }
        self.replaceSubrange(startIndex..<self.index(startIndex, offsetBy: count), with: [])
      }
      mutating func removeAll(keepingCapacity: Bool = false) { self = Self() }
      mutating func removeAll(where predicate: (Element) -> Bool) {
        var kept = Self()
        for element in self { if !predicate(element) { kept.append(element) } }
        self = kept
      }
      mutating func reserveCapacity(_ capacity: Int) {}
    }
    """#
}
