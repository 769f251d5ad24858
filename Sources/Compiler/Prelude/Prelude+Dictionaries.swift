extension Prelude {
  static let dictionaries = #"""
    struct DictionaryIterator<Key: Hashable, Value>: IteratorProtocol {
      typealias Element = (key: Key, value: Value)
      let _keys: [Key]
      let _values: [Value]
      var _position: Int
      @_intrinsic("construct") init(_keys: [Key], _values: [Value], _position: Int)
      mutating func next() -> (key: Key, value: Value)? {
        if _position >= _keys.count { return nil }
        _position += 1
        return (key: _keys[_position - 1], value: _values[_position - 1])
      }
    }

    struct _DictionaryIndex: Comparable, Hashable {
      let _offset: Int
      @_intrinsic("construct") init(_offset: Int)
      static func == (left: _DictionaryIndex, right: _DictionaryIndex) -> Bool { left._offset == right._offset }
      static func < (left: _DictionaryIndex, right: _DictionaryIndex) -> Bool { left._offset < right._offset }
      func hash(into hasher: inout Hasher) { hasher.combine(_offset) }
    }

    struct Dictionary<Key: Hashable, Value>: Collection {
      typealias SubSequence = Slice<Dictionary<Key, Value>>
      typealias Element = (key: Key, value: Value)
      typealias Iterator = DictionaryIterator<Key, Value>
      var _table: [Int]
      var _keys: [Key]
      var _values: [Value]
      @_intrinsic("construct") init(_table: [Int], _keys: [Key], _values: [Value])
      static func _literal(_ keys: [Key], _ values: [Value]) -> [Key: Value] {
        var result = [Key: Value]()
        for index in 0..<keys.count {
          if result._find(keys[index]) >= 0 { fatalError("Dictionary literal contains duplicate keys") }
          result._add(keys[index], values[index])
        }
        return result
      }
      init() { self = Dictionary(_table: [], _keys: [], _values: []) }
      init(minimumCapacity: Int) { self = Dictionary(_table: [], _keys: [], _values: []) }
      init<Source: Sequence>(uniqueKeysWithValues pairs: Source) where Source.Element == (Key, Value) {
        var result = [Key: Value]()
        for (key, value) in pairs {
          if result._find(key) >= 0 { fatalError("Duplicate values for key: '\(key)'") }
          result._add(key, value)
        }
        self = result
      }
      init<Source: Sequence>(_ pairs: Source, uniquingKeysWith combine: (Value, Value) throws -> Value) rethrows
      where Source.Element == (Key, Value) {
        var result = [Key: Value]()
        for (key, value) in pairs { try result._merge(key, value, combine) }
        self = result
      }
      @_intrinsic("tableFind") func _find(_ key: Key) -> Int {
        _findSlowly(_table, _keys, key)
      }
      mutating func _add(_ key: Key, _ value: Value) {
        _tableAdd(&_table, _tableHash(key), _keys.count)
        _keys.append(key)
        _values.append(value)
      }
      mutating func _addPlace(_ key: Key, _ value: Value) -> Int {
        self._add(key, value)
        return _keys.count - 1
      }
      mutating func _merge(_ key: Key, _ value: Value, _ combine: (Value, Value) throws -> Value) rethrows {
        let index = _find(key)
        if index < 0 { self._add(key, value) } else { _values[index] = try combine(_values[index], value) }
      }
      mutating func _remove(_ index: Int) {
        let last = _keys.count - 1
        _tableRemove(&_table, _tableHash(_keys[index]), index)
        if index != last {
          _tableMove(&_table, _tableHash(_keys[last]), last, index)
          _keys.swapAt(index, last)
          _values.swapAt(index, last)
        }
        _dropLast(&_keys)
        _dropLast(&_values)
      }
      subscript(key: Key) -> Value? {
        get {
          let index = _find(key)
          if index < 0 { return nil }
          return _values[index]
        }
        set {
          let index = _find(key)
          if let newValue {
            if index < 0 { self._add(key, newValue) } else { _values[index] = newValue }
          } else if index >= 0 {
            self._remove(index)
          }
        }
      }
      subscript(position: _DictionaryIndex) -> (key: Key, value: Value) { _pair(position._offset) }
      @_intrinsic("dictionaryDefault") subscript(key: Key, default fallback: Value) -> Value
      var count: Int { _keys.count }
      var capacity: Int { _table.count / 2 }
      var isEmpty: Bool { _keys.count == 0 }
      var keys: Keys { Keys(_base: self) }
      var values: Values {
        get { Values(_base: self) }
        set { self = newValue._base }
      }
      typealias Index = _DictionaryIndex
      var startIndex: _DictionaryIndex { _DictionaryIndex(_offset: 0) }
      var endIndex: _DictionaryIndex { _DictionaryIndex(_offset: _keys.count) }
      func index(after i: _DictionaryIndex) -> _DictionaryIndex { _DictionaryIndex(_offset: i._offset + 1) }
      func index(forKey key: Key) -> _DictionaryIndex? {
        let index = _find(key)
        return index < 0 ? nil : _DictionaryIndex(_offset: index)
      }
      func firstIndex(where predicate: ((key: Key, value: Value)) -> Bool) -> _DictionaryIndex? {
        for offset in 0..<_keys.count {
          if predicate((key: _keys[offset], value: _values[offset])) { return _DictionaryIndex(_offset: offset) }
        }
        return nil
      }
      func _pair(_ index: Int) -> (key: Key, value: Value) {
        if index < 0 || index >= _keys.count { _trapIndex() }
        return (key: _keys[index], value: _values[index])
      }
      @discardableResult mutating func remove(at index: _DictionaryIndex) -> (key: Key, value: Value) {
        let removed = _pair(index._offset)
        self._remove(index._offset)
        return removed
      }
      var first: (key: Key, value: Value)? { _keys.count == 0 ? nil : (key: _keys[0], value: _values[0]) }
      func makeIterator() -> DictionaryIterator<Key, Value> {
        DictionaryIterator(_keys: _keys, _values: _values, _position: 0)
      }
      @discardableResult mutating func updateValue(_ value: Value, forKey key: Key) -> Value? {
        let index = _find(key)
        if index < 0 {
          self._add(key, value)
          return nil
        }
        let old = _values[index]
        _values[index] = value
        return old
      }
      @discardableResult mutating func removeValue(forKey key: Key) -> Value? {
        let index = _find(key)
        if index < 0 { return nil }
        let old = _values[index]
        self._remove(index)
        return old
      }
      mutating func removeAll(keepingCapacity: Bool = false) { self = [:] }
      mutating func reserveCapacity(_ capacity: Int) {}
      mutating func popFirst() -> (key: Key, value: Value)? {
        guard let pair = self.first else { return nil }
        self._remove(0)
        return pair
      }
      mutating func merge<Source: Sequence>(_ other: Source, uniquingKeysWith combine: (Value, Value) -> Value)
      where Source.Element == (Key, Value) {
        for (key, value) in other { self._merge(key, value, combine) }
      }
      mutating func merge(_ other: [Key: Value], uniquingKeysWith combine: (Value, Value) throws -> Value) rethrows {
        for (key, value) in other { try self._merge(key, value, combine) }
      }
      func merging<Source: Sequence>(_ other: Source, uniquingKeysWith combine: (Value, Value) -> Value) -> [Key: Value]
      where Source.Element == (Key, Value) {
        var result = self
        for (key, value) in other { result._merge(key, value, combine) }
        return result
      }
      func merging(_ other: [Key: Value], uniquingKeysWith combine: (Value, Value) throws -> Value) rethrows -> [Key: Value] {
        var result = self
        for (key, value) in other { try result._merge(key, value, combine) }
        return result
      }
      func mapValues<Result>(_ transform: (Value) throws -> Result) rethrows -> [Key: Result] {
        try Dictionary<Key, Result>(_table: _table, _keys: _keys, _values: _values.map(transform))
      }
      func compactMapValues<Result>(_ transform: (Value) throws -> Result?) rethrows -> [Key: Result] {
        var result = [Key: Result]()
        for (key, value) in self { if let new = try transform(value) { result._add(key, new) } }
        return result
      }
      func filter(_ isIncluded: ((key: Key, value: Value)) throws -> Bool) rethrows -> [Key: Value] {
        var result = [Key: Value]()
        for pair in self { if try isIncluded(pair) { result._add(pair.key, pair.value) } }
        return result
      }
    }
    extension Dictionary {
      struct Keys: Collection, Equatable, CustomStringConvertible, CustomDebugStringConvertible, _ArraySource {
        typealias Element = Key
        typealias Index = _DictionaryIndex
        typealias SubSequence = Slice<Keys>
        typealias Iterator = IndexingIterator<[Key]>
        let _base: [Key: Value]
        @_intrinsic("construct") init(_base: [Key: Value])
        var _array: [Key] { _base._keys }
        func makeIterator() -> IndexingIterator<[Key]> { _base._keys.makeIterator() }
        var startIndex: _DictionaryIndex { _base.startIndex }
        var endIndex: _DictionaryIndex { _base.endIndex }
        func index(after i: _DictionaryIndex) -> _DictionaryIndex { _base.index(after: i) }
        subscript(position: _DictionaryIndex) -> Key { _base._pair(position._offset).key }
        var count: Int { _base._keys.count }
        var isEmpty: Bool { _base._keys.isEmpty }
        var first: Key? { _base._keys.first }
        func contains(_ key: Key) -> Bool { _base._find(key) >= 0 }
        func firstIndex(of key: Key) -> _DictionaryIndex? { _base.index(forKey: key) }
        var description: String { String(describing: _base._keys) }
        var debugDescription: String { "Dictionary.Keys(" + String(reflecting: _base._keys) + ")" }
        static func == (left: Keys, right: Keys) -> Bool {
          left.count == right.count && left.allSatisfy({ key in right.contains(key) })
        }
      }
      struct Values: MutableCollection, CustomStringConvertible, CustomDebugStringConvertible, _ArraySource {
        typealias Element = Value
        typealias Index = _DictionaryIndex
        typealias SubSequence = Slice<Values>
        typealias Iterator = IndexingIterator<[Value]>
        var _base: [Key: Value]
        @_intrinsic("construct") init(_base: [Key: Value])
        var _array: [Value] { _base._values }
        func makeIterator() -> IndexingIterator<[Value]> { _base._values.makeIterator() }
        var startIndex: _DictionaryIndex { _base.startIndex }
        var endIndex: _DictionaryIndex { _base.endIndex }
        func index(after i: _DictionaryIndex) -> _DictionaryIndex { _base.index(after: i) }
        subscript(position: _DictionaryIndex) -> Value {
          get { _base._pair(position._offset).value }
          set {
            if position._offset < 0 || position._offset >= count { _trapIndex() }
            _base._values[position._offset] = newValue
          }
        }
        var count: Int { _base._values.count }
        var isEmpty: Bool { _base._values.isEmpty }
        var first: Value? { _base._values.first }
        var description: String { String(describing: _base._values) }
        var debugDescription: String { "Dictionary.Values(" + String(reflecting: _base._values) + ")" }
      }
      init<Source: Sequence>(grouping source: Source, by keyForValue: (Source.Element) throws -> Key) rethrows
      where Value == [Source.Element] {
        var result: [Key: [Source.Element]] = [:]
        for element in source {
          let key = try keyForValue(element)
          var index = result._find(key)
          if index < 0 {
            index = result._keys.count
            result._add(key, [])
          }
          result._values[index].append(element)
        }
        self = result
      }
    }
    extension Dictionary: Equatable where Value: Equatable {
      static func == (left: [Key: Value], right: [Key: Value]) -> Bool {
        if left._keys.count != right._keys.count { return false }
        for (key, value) in left {
          let index = right._find(key)
          if index < 0 || right._values[index] != value { return false }
        }
        return true
      }
    }
    extension Dictionary: Hashable where Value: Hashable {
      func hash(into hasher: inout Hasher) {
        var sum = 0
        for (key, value) in self {
          var inner = Hasher()
          inner.combine(key)
          inner.combine(value)
          sum = sum &+ inner.finalize()
        }
        hasher.combine(sum)
      }
    }
    """#

  static let hashing = #"""
    struct Hasher {
      var _state: Int
      @_intrinsic("construct") init(_state: Int)
      init() { self = Hasher(_state: 0) }
      mutating func combine<Value: Hashable>(_ value: Value) { value.hash(into: &self) }
      mutating func _mix(_ bits: Int) {
        let product = (_state ^ bits) &* 7046029254386353131
        _state = (product ^ (product >> 29)) &+ 1442695040888963407
      }
      func finalize() -> Int { _state }
    }
    extension Hashable {
      func hash(into hasher: inout Hasher) { hasher._mix(_tableHash(self)) }
      var hashValue: Int {
        var hasher = Hasher()
        self.hash(into: &hasher)
        return hasher.finalize()
      }
    }
    @_intrinsic("tableHash") func _tableHash<Key: Hashable>(_ key: Key) -> Int {
      (key.hashValue >> 16) & 2147483647
    }
    @_intrinsic("tableAdd") func _tableAdd(_ table: inout [Int], _ hash: Int, _ place: Int)
    @_intrinsic("host:tableRemove") func _tableRemove(_ table: inout [Int], _ hash: Int, _ place: Int)
    @_intrinsic("host:tableMove") func _tableMove(_ table: inout [Int], _ hash: Int, _ from: Int, _ to: Int)
    func _findSlowly<Key: Hashable>(_ table: [Int], _ keys: [Key], _ key: Key) -> Int {
      if table.isEmpty { return -1 }
      let mask = table.count - 1
      let hash = _tableHash(key)
      var at = hash & mask
      while true {
        let cell = table[at]
        if cell == 0 { return -1 }
        let place = (cell & 4294967295) - 1
        if cell >> 32 == hash && keys[place] == key { return place }
        at = (at + 1) & mask
      }
      return -1
    }
    extension Array: Hashable where Element: Hashable {
      func hash(into hasher: inout Hasher) {
        hasher.combine(_count())
        for element in self { hasher.combine(element) }
      }
    }
    extension Optional: Hashable where Wrapped: Hashable {
      func hash(into hasher: inout Hasher) {
        if let value = self {
          hasher._mix(1)
          hasher.combine(value)
        } else {
          hasher._mix(0)
        }
      }
    }
    extension Range: Hashable where Bound: Hashable {
      func hash(into hasher: inout Hasher) {
        hasher.combine(lowerBound)
        hasher.combine(upperBound)
      }
    }
    extension ClosedRange: Hashable where Bound: Hashable {
      func hash(into hasher: inout Hasher) {
        hasher.combine(lowerBound)
        hasher.combine(upperBound)
      }
    }
    """#
}
