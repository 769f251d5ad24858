extension Prelude {
  static let sets = #"""
    struct _SetIndex: Comparable, Hashable {
      let _offset: Int
      @_intrinsic("construct") init(_offset: Int)
      static func == (left: _SetIndex, right: _SetIndex) -> Bool { left._offset == right._offset }
      static func < (left: _SetIndex, right: _SetIndex) -> Bool { left._offset < right._offset }
      func hash(into hasher: inout Hasher) { hasher.combine(_offset) }
    }

    struct Set<Element: Hashable>: Collection, Hashable {
      typealias Index = _SetIndex
      typealias SubSequence = Slice<Set<Element>>
      typealias Iterator = _ArrayIterator<Element>
      var _table: [Int]
      var _keys: [Element]
      @_intrinsic("construct") init(_table: [Int], _keys: [Element])
      static func _literal(_ elements: [Element]) -> Set<Element> { Set(elements) }
      init() { self = Set(_table: [], _keys: []) }
      init(minimumCapacity: Int) { self = Set(_table: [], _keys: []) }
      init<Source: Sequence>(_ source: Source) where Source.Element == Element {
        var result = Set<Element>()
        for element in source { result._insert(element) }
        self = result
      }
      @_intrinsic("tableFind") func _find(_ key: Element) -> Int { _findSlowly(_table, _keys, key) }
      mutating func _insert(_ element: Element) {
        if _find(element) < 0 {
          _tableAdd(&_table, _tableHash(element), _keys.count)
          _keys.append(element)
        }
      }
      mutating func _remove(_ index: Int) {
        let last = _keys.count - 1
        _tableRemove(&_table, _tableHash(_keys[index]), index)
        if index != last {
          _tableMove(&_table, _tableHash(_keys[last]), last, index)
          _keys.swapAt(index, last)
        }
        _dropLast(&_keys)
      }
      var count: Int { _keys.count }
      var capacity: Int { _table.count / 2 }
      var isEmpty: Bool { _keys.count == 0 }
      var first: Element? { _keys.first }
      func contains(_ element: Element) -> Bool { _find(element) >= 0 }
      var startIndex: _SetIndex { _SetIndex(_offset: 0) }
      var endIndex: _SetIndex { _SetIndex(_offset: _keys.count) }
      subscript(position: _SetIndex) -> Element { _keys[position._offset] }
      func index(after i: _SetIndex) -> _SetIndex { _SetIndex(_offset: i._offset + 1) }
      func firstIndex(of element: Element) -> _SetIndex? {
        let index = _find(element)
        return index < 0 ? nil : _SetIndex(_offset: index)
      }
      @discardableResult mutating func remove(at position: _SetIndex) -> Element {
        let old = _keys[position._offset]
        self._remove(position._offset)
        return old
      }
      func makeIterator() -> _ArrayIterator<Element> { _ArrayIterator(_elements: _keys, _position: 0) }
      @discardableResult mutating func insert(_ element: Element) -> (inserted: Bool, memberAfterInsert: Element) {
        let index = _find(element)
        if index >= 0 { return (inserted: false, memberAfterInsert: _keys[index]) }
        self._insert(element)
        return (inserted: true, memberAfterInsert: element)
      }
      @discardableResult mutating func update(with element: Element) -> Element? {
        let index = _find(element)
        if index < 0 {
          self._insert(element)
          return nil
        }
        let old = _keys[index]
        _keys[index] = element
        return old
      }
      @discardableResult mutating func remove(_ element: Element) -> Element? {
        let index = _find(element)
        if index < 0 { return nil }
        let old = _keys[index]
        self._remove(index)
        return old
      }
      @discardableResult mutating func removeFirst() -> Element {
        if _keys.isEmpty { _trapEmpty() }
        let old = _keys[0]
        self._remove(0)
        return old
      }
      mutating func popFirst() -> Element? { _keys.isEmpty ? nil : self.removeFirst() }
      mutating func removeAll(keepingCapacity: Bool = false) { self = Set<Element>() }
      mutating func reserveCapacity(_ capacity: Int) {}
      func filter(_ isIncluded: (Element) throws -> Bool) rethrows -> Set<Element> {
        var result = Set<Element>()
        for element in self { if try isIncluded(element) { result._insert(element) } }
        return result
      }
      mutating func formUnion<Other: Sequence>(_ other: Other) where Other.Element == Element {
        for element in other { self._insert(element) }
      }
      mutating func formIntersection<Other: Sequence>(_ other: Other) where Other.Element == Element {
        self = self.intersection(other)
      }
      mutating func subtract<Other: Sequence>(_ other: Other) where Other.Element == Element {
        for element in other { self.remove(element) }
      }
      mutating func formSymmetricDifference<Other: Sequence>(_ other: Other) where Other.Element == Element {
        self = self.symmetricDifference(other)
      }
      func union<Other: Sequence>(_ other: Other) -> Set<Element> where Other.Element == Element {
        var result = self
        for element in other { result._insert(element) }
        return result
      }
      func intersection<Other: Sequence>(_ other: Other) -> Set<Element> where Other.Element == Element {
        let theirs = Set(other)
        var result = Set<Element>()
        for element in self { if theirs.contains(element) { result._insert(element) } }
        return result
      }
      func subtracting<Other: Sequence>(_ other: Other) -> Set<Element> where Other.Element == Element {
        var result = self
        for element in other { result.remove(element) }
        return result
      }
      func symmetricDifference<Other: Sequence>(_ other: Other) -> Set<Element> where Other.Element == Element {
        let theirs = Set(other)
        return self.subtracting(theirs).union(theirs.subtracting(self))
      }
      func isSubset<Other: Sequence>(of other: Other) -> Bool where Other.Element == Element {
        let theirs = Set(other)
        for element in self { if !theirs.contains(element) { return false } }
        return true
      }
      func isSuperset<Other: Sequence>(of other: Other) -> Bool where Other.Element == Element {
        for element in other { if !self.contains(element) { return false } }
        return true
      }
      func isStrictSubset<Other: Sequence>(of other: Other) -> Bool where Other.Element == Element {
        let theirs = Set(other)
        return _keys.count < theirs.count && self.isSubset(of: theirs)
      }
      func isStrictSuperset<Other: Sequence>(of other: Other) -> Bool where Other.Element == Element {
        let theirs = Set(other)
        return theirs.count < _keys.count && self.isSuperset(of: theirs)
      }
      func isDisjoint<Other: Sequence>(with other: Other) -> Bool where Other.Element == Element {
        for element in other { if self.contains(element) { return false } }
        return true
      }
      static func == (left: Set<Element>, right: Set<Element>) -> Bool {
        if left._keys.count != right._keys.count { return false }
        for element in left { if !right.contains(element) { return false } }
        return true
      }
      func hash(into hasher: inout Hasher) {
        var sum = 0
        for element in self { sum = sum &+ element.hashValue }
        hasher.combine(sum)
      }
    }
    """#
}
