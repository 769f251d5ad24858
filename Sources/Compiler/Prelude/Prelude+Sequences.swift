extension Prelude {
  static let sequences = #"""
    struct AnyIterator<Element>: IteratorProtocol, Sequence {
      typealias Iterator = AnyIterator<Element>
      let _body: () -> Element?
      @_intrinsic("construct") init(_body: () -> Element?)
      init(_ body: @escaping () -> Element?) { self = AnyIterator(_body: body) }
      init<Base: IteratorProtocol>(_ base: Base) where Base.Element == Element {
        var iterator = base
        self = AnyIterator(_body: { iterator.next() })
      }
      func makeIterator() -> AnyIterator<Element> { self }
      @discardableResult func next() -> Element? { _body() }
    }
    struct AnySequence<Element>: Sequence {
      typealias Iterator = AnyIterator<Element>
      let _make: () -> AnyIterator<Element>
      @_intrinsic("construct") init(_make: () -> AnyIterator<Element>)
      init<Base: IteratorProtocol>(_ makeIterator: @escaping () -> Base) where Base.Element == Element {
        self = AnySequence(_make: { AnyIterator(makeIterator()) })
      }
      init<Base: Sequence>(_ base: Base) where Base.Element == Element {
        self = AnySequence(_make: { AnyIterator(base.makeIterator()) })
      }
      func makeIterator() -> AnyIterator<Element> { _make() }
    }

    struct UnfoldFirstSequence<Element>: Sequence, IteratorProtocol {
      typealias Iterator = UnfoldFirstSequence<Element>
      var _next: Element?
      var _isFirst: Bool
      let _body: (Element) -> Element?
      @_intrinsic("construct") init(_next: Element?, _isFirst: Bool, _body: (Element) -> Element?)
      func makeIterator() -> UnfoldFirstSequence<Element> { self }
      mutating func next() -> Element? {
        if _isFirst {
          _isFirst = false
          return _next
        }
        guard let current = _next else { return nil }
        _next = _body(current)
        return _next
      }
    }
    func sequence<Element>(first: Element, next: @escaping (Element) -> Element?) -> UnfoldFirstSequence<Element> {
      UnfoldFirstSequence(_next: first, _isFirst: true, _body: next)
    }
    struct UnfoldSequence<Element, State>: Sequence, IteratorProtocol {
      typealias Iterator = UnfoldSequence<Element, State>
      var _state: State
      var _isDone: Bool
      let _body: (inout State) -> Element?
      @_intrinsic("construct") init(_state: State, _isDone: Bool, _body: (inout State) -> Element?)
      func makeIterator() -> UnfoldSequence<Element, State> { self }
      mutating func next() -> Element? {
        if _isDone { return nil }
        let element = _body(&_state)
        if element == nil { _isDone = true }
        return element
      }
    }
    func sequence<Element, State>(state: State, next: @escaping (inout State) -> Element?) -> UnfoldSequence<Element, State> {
      UnfoldSequence(_state: state, _isDone: false, _body: next)
    }

    // Parts of sequences, which begin to go through them when they are gone through.
    struct PrefixSequence<Base: Sequence>: Sequence {
      typealias Element = Base.Element
      typealias Iterator = _PrefixIterator<Base.Iterator>
      let _base: Base
      let _maxLength: Int
      @_intrinsic("construct") init(_base: Base, _maxLength: Int)
      func makeIterator() -> _PrefixIterator<Base.Iterator> {
        _PrefixIterator(_base: _base.makeIterator(), _left: _maxLength)
      }
      func prefix(_ count: Int) -> PrefixSequence<Base> {
        PrefixSequence(_base: _base, _maxLength: count < _maxLength ? count : _maxLength)
      }
    }
    struct _PrefixIterator<Base: IteratorProtocol>: IteratorProtocol {
      typealias Element = Base.Element
      var _base: Base
      var _left: Int
      @_intrinsic("construct") init(_base: Base, _left: Int)
      mutating func next() -> Base.Element? {
        if _left == 0 { return nil }
        _left -= 1
        return _base.next()
      }
    }
    struct DropFirstSequence<Base: Sequence>: Sequence {
      typealias Element = Base.Element
      typealias Iterator = Base.Iterator
      let _base: Base
      let _limit: Int
      @_intrinsic("construct") init(_base: Base, _limit: Int)
      func makeIterator() -> Base.Iterator {
        var iterator = _base.makeIterator()
        var dropped = 0
        while dropped < _limit, iterator.next() != nil { dropped += 1 }
        return iterator
      }
      func dropFirst(_ count: Int = 1) -> DropFirstSequence<Base> {
        DropFirstSequence(_base: _base, _limit: _limit + count)
      }
    }
    struct DropWhileSequence<Base: Sequence>: Sequence {
      typealias Element = Base.Element
      typealias Iterator = _DropWhileIterator<Base.Iterator>
      let _iterator: Base.Iterator
      let _nextElement: Base.Element?
      @_intrinsic("construct") init(_iterator: Base.Iterator, _nextElement: Base.Element?)
      func makeIterator() -> _DropWhileIterator<Base.Iterator> {
        _DropWhileIterator(_iterator: _iterator, _nextElement: _nextElement)
      }
    }
    struct _DropWhileIterator<Base: IteratorProtocol>: IteratorProtocol {
      typealias Element = Base.Element
      var _iterator: Base
      var _nextElement: Base.Element?
      @_intrinsic("construct") init(_iterator: Base, _nextElement: Base.Element?)
      mutating func next() -> Base.Element? {
        guard let next = _nextElement else { return nil }
        _nextElement = _iterator.next()
        return next
      }
    }

    struct Repeated<Element>: RandomAccessCollection {
      typealias Index = Int
      typealias SubSequence = Slice<Repeated<Element>>
      typealias Iterator = IndexingIterator<Repeated<Element>>
      let count: Int
      let repeatedValue: Element
      @_intrinsic("construct") init(count: Int, repeatedValue: Element)
      var startIndex: Int { 0 }
      var endIndex: Int { count }
      subscript(position: Int) -> Element {
        if position < 0 || position >= count { _trapIndex() }
        return repeatedValue
      }
    }
    func repeatElement<Element>(_ element: Element, count: Int) -> Repeated<Element> {
      if count < 0 { _trapNegativeCount() }
      return Repeated(count: count, repeatedValue: element)
    }

    extension Sequence {
      func flatMap<Parts: Sequence>(_ transform: (Element) throws -> Parts) rethrows -> [Parts.Element] {
        var results: [Parts.Element] = []
        for element in self { for part in try transform(element) { results.append(part) } }
        return results
      }
      func elementsEqual<Other: Sequence>(_ other: Other, by areEquivalent: (Element, Other.Element) throws -> Bool) rethrows -> Bool {
        var iterator = other.makeIterator()
        for element in self {
          guard let theirs = iterator.next() else { return false }
          if try !areEquivalent(element, theirs) { return false }
        }
        return iterator.next() == nil
      }
      func suffix(_ count: Int) -> [Element] { Array(Array(self).suffix(count)) }
      func dropLast(_ count: Int = 1) -> [Element] { Array(Array(self).dropLast(count)) }
      func split(
        maxSplits: Int = 9223372036854775807, omittingEmptySubsequences: Bool = true,
        whereSeparator isSeparator: (Element) throws -> Bool
      ) rethrows -> [ArraySlice<Element>] {
        let all = Array(self)
        var parts: [ArraySlice<Element>] = []
        var start = 0
        var index = 0
        while index < all.count && parts.count < maxSplits {
          if try isSeparator(all[index]) {
            if index > start || !omittingEmptySubsequences { parts.append(all._slice(start, index)) }
            start = index + 1
          }
          index += 1
        }
        if start < all.count || !omittingEmptySubsequences { parts.append(all._slice(start, all.count)) }
        return parts
      }
      var lazy: LazySequence<Self> { LazySequence(_base: self) }
    }
    extension Array {
      var capacity: Int { _count() }
    }
    extension Sequence where Element: Equatable {
      func elementsEqual<Other: Sequence>(_ other: Other) -> Bool where Other.Element == Element {
        self.elementsEqual(other, by: { a, b in a == b })
      }
      func starts<Prefix: Sequence>(with prefix: Prefix) -> Bool where Prefix.Element == Element {
        var iterator = self.makeIterator()
        for element in prefix {
          guard let own = iterator.next() else { return false }
          if own != element { return false }
        }
        return true
      }
      func split(
        separator: Element, maxSplits: Int = 9223372036854775807, omittingEmptySubsequences: Bool = true
      ) -> [ArraySlice<Element>] {
        self.split(maxSplits: maxSplits, omittingEmptySubsequences: omittingEmptySubsequences, whereSeparator: { other in other == separator })
      }
    }
    extension Sequence where Element: Comparable {
      func lexicographicallyPrecedes<Other: Sequence>(_ other: Other) -> Bool where Other.Element == Element {
        var iterator = other.makeIterator()
        for element in self {
          guard let theirs = iterator.next() else { return false }
          if element < theirs { return true }
          if theirs < element { return false }
        }
        return iterator.next() != nil
      }
    }
    extension Sequence where Element: Sequence {
      func joined() -> [Element.Element] {
        var results: [Element.Element] = []
        for part in self { for element in part { results.append(element) } }
        return results
      }
      func joined<Separator: Sequence>(separator: Separator) -> [Element.Element]
      where Separator.Element == Element.Element {
        var results: [Element.Element] = []
        let between = Array(separator)
        var isFirst = true
        for part in self {
          if !isFirst { for element in between { results.append(element) } }
          isFirst = false
          for element in part { results.append(element) }
        }
        return results
      }
    }

    struct LazySequence<Base: Sequence>: Sequence {
      typealias Element = Base.Element
      typealias Iterator = Base.Iterator
      let _base: Base
      @_intrinsic("construct") init(_base: Base)
      func makeIterator() -> Base.Iterator { _base.makeIterator() }
      func map<Result>(_ transform: @escaping (Base.Element) -> Result) -> LazySequence<AnySequence<Result>> {
        let base = _base
        return LazySequence<AnySequence<Result>>(_base: AnySequence(_make: {
          var iterator = base.makeIterator()
          return AnyIterator(_body: {
            if let element = iterator.next() { return transform(element) }
            return nil
          })
        }))
      }
      func filter(_ isIncluded: @escaping (Base.Element) -> Bool) -> LazySequence<AnySequence<Base.Element>> {
        let base = _base
        return LazySequence<AnySequence<Base.Element>>(_base: AnySequence(_make: {
          var iterator = base.makeIterator()
          return AnyIterator(_body: {
            while let element = iterator.next() { if isIncluded(element) { return element } }
            return nil
          })
        }))
      }
      func compactMap<Result>(_ transform: @escaping (Base.Element) -> Result?) -> LazySequence<AnySequence<Result>> {
        let base = _base
        return LazySequence<AnySequence<Result>>(_base: AnySequence(_make: {
          var iterator = base.makeIterator()
          return AnyIterator(_body: {
            while let element = iterator.next() { if let result = transform(element) { return result } }
            return nil
          })
        }))
      }
      func flatMap<Parts: Sequence>(_ transform: @escaping (Base.Element) -> Parts) -> LazySequence<AnySequence<Parts.Element>> {
        let base = _base
        return LazySequence<AnySequence<Parts.Element>>(_base: AnySequence(_make: {
          var iterator = base.makeIterator()
          var part: Parts.Iterator? = nil
          return AnyIterator(_body: {
            while true {
              if let element = part?.next() { return element }
              guard let next = iterator.next() else { return nil }
              part = transform(next).makeIterator()
            }
          })
        }))
      }
      func drop(while predicate: @escaping (Base.Element) -> Bool) -> LazySequence<AnySequence<Base.Element>> {
        let base = _base
        return LazySequence<AnySequence<Base.Element>>(_base: AnySequence(_make: {
          var iterator = base.makeIterator()
          var hasBegun = false
          return AnyIterator(_body: {
            while let element = iterator.next() {
              if hasBegun || !predicate(element) {
                hasBegun = true
                return element
              }
            }
            return nil
          })
        }))
      }
      func prefix(_ count: Int) -> LazySequence<AnySequence<Base.Element>> {
        if count < 0 { _trapNegativeCount() }
        let base = _base
        return LazySequence<AnySequence<Base.Element>>(_base: AnySequence(_make: {
          var iterator = base.makeIterator()
          var left = count
          return AnyIterator(_body: {
            if left == 0 { return nil }
            left -= 1
            return iterator.next()
          })
        }))
      }
      func prefix(while predicate: @escaping (Base.Element) -> Bool) -> LazySequence<AnySequence<Base.Element>> {
        let base = _base
        return LazySequence<AnySequence<Base.Element>>(_base: AnySequence(_make: {
          var iterator = base.makeIterator()
          var isDone = false
          return AnyIterator(_body: {
            if isDone { return nil }
            guard let element = iterator.next() else { return nil }
            if predicate(element) { return element }
            isDone = true
            return nil
          })
        }))
      }
      var first: Base.Element? {
        var iterator = _base.makeIterator()
        return iterator.next()
      }
      var isEmpty: Bool { first == nil }
      var count: Int {
        var count = 0
        for _ in self { count += 1 }
        return count
      }
    }
    """#
}
