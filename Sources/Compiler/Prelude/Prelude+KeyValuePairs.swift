extension Prelude {
  /// Pairs in the order in which a dictionary literal lists them.
  static let keyValuePairs = #"""
    struct KeyValuePairs<Key, Value>: RandomAccessCollection, ExpressibleByDictionaryLiteral, CustomStringConvertible {
      typealias Element = (key: Key, value: Value)
      typealias Index = Int
      typealias SubSequence = Slice<KeyValuePairs<Key, Value>>
      typealias Iterator = _ArrayIterator<(key: Key, value: Value)>
      let _pairs: [(key: Key, value: Value)]
      @_intrinsic("construct") init(_pairs: [(key: Key, value: Value)])
      init(dictionaryLiteral elements: (Key, Value)...) {
        self = KeyValuePairs(_pairs: elements.map { (key: $0.0, value: $0.1) })
      }
      var startIndex: Int { 0 }
      var endIndex: Int { _pairs.count }
      subscript(position: Int) -> (key: Key, value: Value) { _pairs[position] }
      func makeIterator() -> _ArrayIterator<(key: Key, value: Value)> {
        _ArrayIterator(_elements: _pairs, _position: 0)
      }
      var description: String {
        if _pairs.isEmpty { return "[:]" }
        let parts = _pairs.map { String(reflecting: $0.key) + ": " + String(reflecting: $0.value) }
        return "[" + parts.joined(separator: ", ") + "]"
      }
    }
    """#
}
