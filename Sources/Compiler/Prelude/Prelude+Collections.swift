extension Prelude {
  static let collections = #"""
    struct Optional<Wrapped> {}
    extension Optional: _OptionalHolder {}
    extension Optional: Equatable where Wrapped: Equatable {
      static func == (left: Wrapped?, right: Wrapped?) -> Bool {
        guard let a = left else { return right == nil }
        guard let b = right else { return false }
        return a == b
      }
    }
    extension Optional {
      init(_ value: Wrapped) { self = value }
      static func some(_ value: Wrapped) -> Wrapped? { value }
      static var none: Wrapped? { nil }
      mutating func take() -> Wrapped? {
        let value = self
        self = nil
        return value
      }
      func map<Result>(_ transform: (Wrapped) throws -> Result) rethrows -> Result? {
        guard let value = self else { return nil }
        return try transform(value)
      }
      func flatMap<Result>(_ transform: (Wrapped) throws -> Result?) rethrows -> Result? {
        guard let value = self else { return nil }
        return try transform(value)
      }
    }

    extension Sequence {
      func map<Result>(_ transform: (Element) throws -> Result) rethrows -> [Result] {
        var results: [Result] = []
        for element in self { try results.append(transform(element)) }
        return results
      }
      func filter(_ isIncluded: (Element) throws -> Bool) rethrows -> [Element] {
        var results: [Element] = []
        for element in self { if try isIncluded(element) { results.append(element) } }
        return results
      }
      func reduce<Result>(_ initial: Result, _ next: (Result, Element) throws -> Result) rethrows -> Result {
        var result = initial
        for element in self { result = try next(result, element) }
        return result
      }
      func reduce<Result>(into initial: Result, _ update: (inout Result, Element) throws -> Void) rethrows -> Result {
        var result = initial
        for element in self { try update(&result, element) }
        return result
      }
      func forEach(_ body: (Element) throws -> Void) rethrows {
        for element in self { try body(element) }
      }
      func flatMap<Result>(_ transform: (Element) throws -> [Result]) rethrows -> [Result] {
        var results: [Result] = []
        for element in self { for result in try transform(element) { results.append(result) } }
        return results
      }
      @_disfavoredOverload func flatMap<Result>(_ transform: (Element) throws -> Result?) rethrows -> [Result] {
        try self.compactMap(transform)
      }
      func compactMap<Result>(_ transform: (Element) throws -> Result?) rethrows -> [Result] {
        var results: [Result] = []
        for element in self { if let result = try transform(element) { results.append(result) } }
        return results
      }
      func contains(where predicate: (Element) throws -> Bool) rethrows -> Bool {
        for element in self { if try predicate(element) { return true } }
        return false
      }
      func count(where predicate: (Element) throws -> Bool) rethrows -> Int {
        var count = 0
        for element in self { if try predicate(element) { count += 1 } }
        return count
      }
      func allSatisfy(_ predicate: (Element) throws -> Bool) rethrows -> Bool {
        for element in self { if try !predicate(element) { return false } }
        return true
      }
      func first(where predicate: (Element) throws -> Bool) rethrows -> Element? {
        for element in self { if try predicate(element) { return element } }
        return nil
      }
      func reversed() -> [Element] {
        var forward: [Element] = []
        for element in self { forward.append(element) }
        var results: [Element] = []
        var index = forward.count - 1
        while index >= 0 {
          results.append(forward[index])
          index -= 1
        }
        return results
      }
      func sorted(by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows -> [Element] {
        var elements: [Element] = []
        for element in self { elements.append(element) }
        return try _mergeSorted(elements, areInIncreasingOrder)
      }
      func prefix(_ count: Int) -> PrefixSequence<Self> {
        if count < 0 { _trapNegativeCount() }
        return PrefixSequence(_base: self, _maxLength: count)
      }
      func prefix(while predicate: (Element) throws -> Bool) rethrows -> [Element] {
        var results: [Element] = []
        for element in self {
          if try !predicate(element) { break }
          results.append(element)
        }
        return results
      }
      func drop(while predicate: (Element) throws -> Bool) rethrows -> DropWhileSequence<Self> {
        var iterator = self.makeIterator()
        var next = iterator.next()
        while let element = next, try predicate(element) { next = iterator.next() }
        return DropWhileSequence(_iterator: iterator, _nextElement: next)
      }
      func dropFirst(_ count: Int = 1) -> DropFirstSequence<Self> {
        if count < 0 { _trapNegativeCount() }
        return DropFirstSequence(_base: self, _limit: count)
      }
      func min(by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows -> Element? {
        var least: Element? = nil
        for element in self {
          if let current = least {
            if try areInIncreasingOrder(element, current) { least = element }
          } else {
            least = element
          }
        }
        return least
      }
      func max(by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows -> Element? {
        var greatest: Element? = nil
        for element in self {
          if let current = greatest {
            if try areInIncreasingOrder(current, element) { greatest = element }
          } else {
            greatest = element
          }
        }
        return greatest
      }
    }
    extension Sequence where Element: Equatable {
      func contains(_ element: Element) -> Bool {
        for other in self { if other == element { return true } }
        return false
      }
    }
    extension Sequence where Element: Comparable {
      func sorted() -> [Element] { self.sorted(by: { a, b in a < b }) }
      func min() -> Element? { self.min(by: { a, b in a < b }) }
      func max() -> Element? { self.max(by: { a, b in a < b }) }
    }
    extension Sequence where Element == String {
      func joined(separator: String = "") -> String {
        var result = ""
        var isFirst = true
        for element in self {
          if !isFirst { result += separator }
          result += element
          isFirst = false
        }
        return result
      }
    }

    func _mergeSorted<Element>(_ elements: [Element], _ isLess: (Element, Element) throws -> Bool) rethrows -> [Element] {
      var source = elements
      var target = elements
      var width = 1
      let count = elements.count
      while width < count {
        var start = 0
        while start < count {
          let middle = start + width < count ? start + width : count
          let end = middle + width < count ? middle + width : count
          var left = start
          var right = middle
          var index = start
          while index < end {
            if try left < middle && (right >= end || !isLess(source[right], source[left])) {
              target[index] = source[left]
              left += 1
            } else {
              target[index] = source[right]
              right += 1
            }
            index += 1
          }
          start += 2 * width
        }
        let other = source
        source = target
        target = other
        width *= 2
      }
      return source
    }

    struct _ArrayIterator<Element>: IteratorProtocol {
      let _elements: [Element]
      var _position: Int
      @_intrinsic("construct") init(_elements: [Element], _position: Int)
      mutating func next() -> Element? {
        if _position >= _elements.count { return nil }
        _position += 1
        return _elements[_position - 1]
      }
    }

    struct Array<Element>: RandomAccessCollection, MutableCollection, RangeReplaceableCollection {
      typealias Iterator = IndexingIterator<[Element]>
      typealias Index = Int
      typealias SubSequence = ArraySlice<Element>
      typealias Indices = Range<Int>
      init() { self = [] }
      init(repeating element: Element, count: Int) {
        if count < 0 { _trapNegativeCount() }
        var elements: [Element] = []
        for _ in 0..<count { elements.append(element) }
        self = elements
      }
      init<Source: Sequence>(_ source: Source) where Source.Element == Element {
        var elements: [Element] = []
        for element in source { elements.append(element) }
        self = elements
      }
      @_intrinsic("arrayCount") func _count() -> Int
      var count: Int { _count() }
      var isEmpty: Bool { _count() == 0 }
      var startIndex: Int { 0 }
      var endIndex: Int { _count() }
      var indices: Range<Int> { 0..<_count() }
      var first: Element? { if _count() == 0 { return nil } else { return self[0] } }
      var last: Element? { if _count() == 0 { return nil } else { return self[_count() - 1] } }
      @_intrinsic("arrayElement") subscript(index: Int) -> Element
      func makeIterator() -> IndexingIterator<[Element]> { IndexingIterator(_elements: self, _position: 0) }
      @_intrinsic("arrayAppend") mutating func append(_ element: Element)
      mutating func append<Source: Sequence>(contentsOf other: Source) where Source.Element == Element {
        for element in other { self.append(element) }
      }
      static func + (left: [Element], right: [Element]) -> [Element] {
        var result = left
        for element in right { result.append(element) }
        return result
      }
      static func + <Other: Sequence>(left: [Element], right: Other) -> [Element] where Other.Element == Element {
        var result = left
        result.append(contentsOf: right)
        return result
      }
      static func + <Other: Sequence>(left: Other, right: [Element]) -> [Element] where Other.Element == Element {
        var result = Array(left)
        result.append(contentsOf: right)
        return result
      }
      static func += <Other: Sequence>(left: inout [Element], right: Other) where Other.Element == Element {
        for element in right { left.append(element) }
      }
      static func += (left: inout [Element], right: [Element]) { for element in right { left.append(element) } }
      static func += (left: inout [Element], right: ArraySlice<Element>) { for element in right { left.append(element) } }
      mutating func insert(_ element: Element, at index: Int) {
        if index < 0 || index > _count() { _trapIndex() }
        self.append(element)
        _moveElement(&self, _count() - 1, index)
      }
      @discardableResult mutating func remove(at index: Int) -> Element {
        let removed = self[index]
        _moveElement(&self, index, _count() - 1)
        _dropLast(&self)
        return removed
      }
      @discardableResult mutating func removeLast() -> Element {
        if _count() == 0 { _trapEmpty() }
        let removed = self[_count() - 1]
        _dropLast(&self)
        return removed
      }
      @discardableResult mutating func removeFirst() -> Element {
        if _count() == 0 { _trapEmpty() }
        return self.remove(at: 0)
      }
      mutating func removeFirst(_ count: Int) {
        if count < 0 { _trapNegativeCount() }
        if count > _count() { _trapEmpty() }
        self = Array(self.dropFirst(count))
      }
      mutating func removeLast(_ count: Int) {
        if count < 0 { _trapNegativeCount() }
        if count > _count() { _trapEmpty() }
        self = Array(self.dropLast(count))
      }
      mutating func removeAll(keepingCapacity: Bool = false) { self = [] }
      mutating func removeAll(where predicate: (Element) throws -> Bool) rethrows {
        var kept: [Element] = []
        for element in self { if try !predicate(element) { kept.append(element) } }
        self = kept
      }
      mutating func popLast() -> Element? { if _count() == 0 { return nil } else { return self.removeLast() } }
      mutating func swapAt(_ i: Int, _ j: Int) {
        let element = self[i]
        self[i] = self[j]
        self[j] = element
      }
      mutating func sort(by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows {
        self = try _mergeSorted(self, areInIncreasingOrder)
      }
      func firstIndex(where predicate: (Element) throws -> Bool) rethrows -> Int? {
        for index in 0..<_count() { if try predicate(self[index]) { return index } }
        return nil
      }
      func lastIndex(where predicate: (Element) throws -> Bool) rethrows -> Int? {
        var index = _count() - 1
        while index >= 0 {
          if try predicate(self[index]) { return index }
          index -= 1
        }
        return nil
      }
      func last(where predicate: (Element) throws -> Bool) rethrows -> Element? {
        var index = _count() - 1
        while index >= 0 {
          if try predicate(self[index]) { return self[index] }
          index -= 1
        }
        return nil
      }
      func index(after i: Int) -> Int { i + 1 }
      func index(before i: Int) -> Int { i - 1 }
      func index(_ i: Int, offsetBy distance: Int) -> Int { i + distance }
      func distance(from start: Int, to end: Int) -> Int { end - start }
      mutating func replaceSubrange<Source: Collection>(_ bounds: Range<Int>, with source: Source)
      where Source.Element == Element {
        if bounds.lowerBound < 0 || bounds.upperBound > _count() { _trapIndex() }
        var result: [Element] = []
        for index in 0..<bounds.lowerBound { result.append(self[index]) }
        for element in source { result.append(element) }
        for index in bounds.upperBound..<_count() { result.append(self[index]) }
        self = result
      }
    }
    @_intrinsic("host:moveElement") func _moveElement<Element>(_ array: inout [Element], _ from: Int, _ to: Int)
    @_intrinsic("host:dropLast") func _dropLast<Element>(_ array: inout [Element])
    extension Array where Element: Comparable {
      mutating func sort() { self = self.sorted() }
    }
    extension Array: Equatable where Element: Equatable {
      func lastIndex(of element: Element) -> Int? {
        var index = _count() - 1
        while index >= 0 {
          if self[index] == element { return index }
          index -= 1
        }
        return nil
      }
      func firstIndex(of element: Element) -> Int? {
        for index in 0..<_count() { if self[index] == element { return index } }
        return nil
      }
      static func == (left: [Element], right: [Element]) -> Bool {
        if left._count() != right._count() { return false }
        for index in 0..<left._count() { if left[index] != right[index] { return false } }
        return true
      }
    }
    """#
}
