extension Prelude {
  /// Key paths as values: functions that read and change what a path leads to. A literal is made one by the checker.
  static let keyPaths = #"""
    class AnyKeyPath: Hashable, CustomDebugStringConvertible {
      let debugDescription: String
      init(_path: String) { debugDescription = _path }
      static func == (left: AnyKeyPath, right: AnyKeyPath) -> Bool {
        left.debugDescription == right.debugDescription
      }
      func hash(into hasher: inout Hasher) { hasher.combine(debugDescription) }
    }
    class PartialKeyPath<Root>: AnyKeyPath {
      override init(_path: String) { super.init(_path: _path) }
      var _reading: (Root) -> Any { { root in root } }
    }
    class KeyPath<Root, Value>: PartialKeyPath<Root> {
      let _get: (Root) -> Value
      init(_path: String, _get: @escaping (Root) -> Value) {
        self._get = _get
        super.init(_path: _path)
      }
      override var _reading: (Root) -> Any {
        let get = _get
        return { root in get(root) }
      }
      func _joined(_ path: AnyKeyPath) -> String { debugDescription + "." + path.debugDescription._afterDot }
      func _composed<Next>(_ path: KeyPath<Value, Next>) -> (Root) -> Next {
        let first = _get
        let second = path._get
        return { second(first($0)) }
      }
      func appending<Next>(path: KeyPath<Value, Next>) -> KeyPath<Root, Next> {
        KeyPath<Root, Next>(_path: _joined(path), _get: _composed(path))
      }
    }
    class WritableKeyPath<Root, Value>: KeyPath<Root, Value> {
      let _set: (inout Root, Value) -> Void
      init(_path: String, _get: @escaping (Root) -> Value, _set: @escaping (inout Root, Value) -> Void) {
        self._set = _set
        super.init(_path: _path, _get: _get)
      }
      func _changing<Next>(_ path: WritableKeyPath<Value, Next>) -> (inout Root, Next) -> Void {
        let get = _get
        let put = _set
        let set = path._set
        return { (root: inout Root, value: Next) in
          var whole = get(root)
          set(&whole, value)
          put(&root, whole)
        }
      }
      func appending<Next>(path: WritableKeyPath<Value, Next>) -> WritableKeyPath<Root, Next> {
        WritableKeyPath<Root, Next>(_path: _joined(path), _get: _composed(path), _set: _changing(path))
      }
    }
    class ReferenceWritableKeyPath<Root, Value>: WritableKeyPath<Root, Value> {
      override init(_path: String, _get: @escaping (Root) -> Value, _set: @escaping (inout Root, Value) -> Void) {
        super.init(_path: _path, _get: _get, _set: _set)
      }
      func appending<Next>(path: WritableKeyPath<Value, Next>) -> ReferenceWritableKeyPath<Root, Next> {
        ReferenceWritableKeyPath<Root, Next>(_path: _joined(path), _get: _composed(path), _set: _changing(path))
      }
    }
    extension String {
      var _afterDot: String {
        guard let dot = firstIndex(of: ".") else { return "" }
        return String(self[index(after: dot)...])
      }
    }
    protocol _Anything {}
    extension _Anything {
      subscript<Value>(keyPath path: ReferenceWritableKeyPath<Self, Value>) -> Value {
        get { path._get(self) }
        nonmutating set {
          var root = self
          path._set(&root, newValue)
        }
      }
      subscript<Value>(keyPath path: WritableKeyPath<Self, Value>) -> Value {
        get { path._get(self) }
        set { path._set(&self, newValue) }
      }
      subscript<Value>(keyPath path: KeyPath<Self, Value>) -> Value { path._get(self) }
      subscript(keyPath path: PartialKeyPath<Self>) -> Any { path._reading(self) }
    }
    """#
}
