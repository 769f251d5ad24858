/// What goes through another sequence in a way of its own: pairs, numbered elements, and elements from the end.
extension Prelude {
  static let views = #"""
    // A sequence whose elements are quickest gone through as an array.
    protocol _ArraySource: Sequence {
      var _array: [Element] { get }
    }
    extension Array: _ArraySource { var _array: [Element] { self } }

    struct Zip2Sequence<Sequence1: Sequence, Sequence2: Sequence>: Sequence {
      typealias Element = (Sequence1.Element, Sequence2.Element)
      let _sequence1: Sequence1
      let _sequence2: Sequence2
      @_intrinsic("construct") init(_sequence1: Sequence1, _sequence2: Sequence2)
      struct Iterator: IteratorProtocol {
        typealias Element = (Sequence1.Element, Sequence2.Element)
        var _first: Sequence1.Iterator
        var _second: Sequence2.Iterator
        @_intrinsic("construct") init(_first: Sequence1.Iterator, _second: Sequence2.Iterator)
        mutating func next() -> (Sequence1.Element, Sequence2.Element)? {
          guard let first = _first.next(), let second = _second.next() else { return nil }
          return (first, second)
        }
      }
      func makeIterator() -> Iterator {
        Iterator(_first: _sequence1.makeIterator(), _second: _sequence2.makeIterator())
      }
    }
    extension Zip2Sequence: _ArraySource where Sequence1: _ArraySource, Sequence2: _ArraySource {
      var _array: [(Sequence1.Element, Sequence2.Element)] {
        let first = _sequence1._array
        let second = _sequence2._array
        var results: [(Sequence1.Element, Sequence2.Element)] = []
        for index in 0..<min(first.count, second.count) { results.append((first[index], second[index])) }
        return results
      }
    }
    func zip<Sequence1: Sequence, Sequence2: Sequence>(_ sequence1: Sequence1, _ sequence2: Sequence2)
      -> Zip2Sequence<Sequence1, Sequence2>
    { Zip2Sequence(_sequence1: sequence1, _sequence2: sequence2) }

    struct EnumeratedSequence<Base: Sequence>: Sequence {
      typealias Element = (offset: Int, element: Base.Element)
      let _base: Base
      @_intrinsic("construct") init(_base: Base)
      struct Iterator: IteratorProtocol {
        typealias Element = (offset: Int, element: Base.Element)
        var _base: Base.Iterator
        var _count: Int
        @_intrinsic("construct") init(_base: Base.Iterator, _count: Int)
        mutating func next() -> (offset: Int, element: Base.Element)? {
          guard let element = _base.next() else { return nil }
          _count += 1
          return (offset: _count - 1, element: element)
        }
      }
      func makeIterator() -> Iterator { Iterator(_base: _base.makeIterator(), _count: 0) }
    }
    struct _EnumeratedIndex<Base: Collection>: Comparable {
      let _base: Base.Index
      let _offset: Int
      @_intrinsic("construct") init(_base: Base.Index, _offset: Int)
      static func == (left: _EnumeratedIndex<Base>, right: _EnumeratedIndex<Base>) -> Bool { left._base == right._base }
      static func < (left: _EnumeratedIndex<Base>, right: _EnumeratedIndex<Base>) -> Bool { left._base < right._base }
    }
    extension EnumeratedSequence: Collection where Base: Collection {
      typealias Index = _EnumeratedIndex<Base>
      typealias SubSequence = Slice<EnumeratedSequence<Base>>
      var startIndex: _EnumeratedIndex<Base> { _EnumeratedIndex(_base: _base.startIndex, _offset: 0) }
      var endIndex: _EnumeratedIndex<Base> { _EnumeratedIndex(_base: _base.endIndex, _offset: _base.count) }
      var count: Int { _base.count }
      subscript(position: _EnumeratedIndex<Base>) -> (offset: Int, element: Base.Element) {
        (offset: position._offset, element: _base[position._base])
      }
      func index(after i: _EnumeratedIndex<Base>) -> _EnumeratedIndex<Base> {
        _EnumeratedIndex(_base: _base.index(after: i._base), _offset: i._offset + 1)
      }
    }
    extension EnumeratedSequence: BidirectionalCollection where Base: BidirectionalCollection {
      func index(before i: _EnumeratedIndex<Base>) -> _EnumeratedIndex<Base> {
        _EnumeratedIndex(_base: _base.index(before: i._base), _offset: i._offset - 1)
      }
    }
    extension EnumeratedSequence: _ArraySource where Base: _ArraySource {
      var _array: [(offset: Int, element: Base.Element)] {
        let base = _base._array
        var results: [(offset: Int, element: Base.Element)] = []
        for index in 0..<base.count { results.append((offset: index, element: base[index])) }
        return results
      }
    }
    extension Sequence {
      func enumerated() -> EnumeratedSequence<Self> { EnumeratedSequence(_base: self) }
    }

    struct ReversedCollection<Base: BidirectionalCollection>: BidirectionalCollection {
      typealias Element = Base.Element
      typealias SubSequence = Slice<ReversedCollection<Base>>
      let _base: Base
      @_intrinsic("construct") init(_base: Base)
      struct Iterator: IteratorProtocol {
        typealias Element = Base.Element
        let _base: Base
        var _position: Base.Index
        @_intrinsic("construct") init(_base: Base, _position: Base.Index)
        mutating func next() -> Base.Element? {
          if _position == _base.startIndex { return nil }
          _position = _base.index(before: _position)
          return _base[_position]
        }
      }
      struct Index: Comparable {
        let base: Base.Index
        init(_ base: Base.Index) { self.base = base }
        static func == (left: Index, right: Index) -> Bool { left.base == right.base }
        static func < (left: Index, right: Index) -> Bool { right.base < left.base }
      }
      func makeIterator() -> Iterator { Iterator(_base: _base, _position: _base.endIndex) }
      var startIndex: Index { Index(_base.endIndex) }
      var endIndex: Index { Index(_base.startIndex) }
      var count: Int { _base.count }
      subscript(position: Index) -> Base.Element { _base[_base.index(before: position.base)] }
      func index(after i: Index) -> Index { Index(_base.index(before: i.base)) }
      func index(before i: Index) -> Index { Index(_base.index(after: i.base)) }
      func reversed() -> Base { _base }
    }
    extension ReversedCollection: _ArraySource where Base: _ArraySource {
      var _array: [Base.Element] {
        let base = _base._array
        var results: [Base.Element] = []
        var index = base.count - 1
        while index >= 0 {
          results.append(base[index])
          index -= 1
        }
        return results
      }
    }
    extension BidirectionalCollection {
      func reversed() -> ReversedCollection<Self> { ReversedCollection(_base: self) }
    }
    """#
}
