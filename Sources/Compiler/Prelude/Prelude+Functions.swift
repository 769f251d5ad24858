extension Prelude {
  static let functions = #"""
    func withExtendedLifetime<Value, Result>(_ value: Value, _ body: () throws -> Result) rethrows -> Result {
      try body()
    }
    func withExtendedLifetime<Value, Result>(_ value: Value, _ body: (Value) throws -> Result) rethrows -> Result {
      try body(value)
    }
    extension Double: LosslessStringConvertible {}
    extension String: LosslessStringConvertible {}
    extension Substring: LosslessStringConvertible {}
    extension Bool: LosslessStringConvertible {
      init?(_ text: String) {
        if text != "true" && text != "false" { return nil }
        self = text == "true"
      }
      var description: String { self ? "true" : "false" }
    }
    extension Character: LosslessStringConvertible {}
    extension Array: CustomStringConvertible {
      var description: String { String(describing: self) }
      var debugDescription: String { String(reflecting: self) }
    }
    extension Dictionary {
      var description: String { String(describing: self) }
      var debugDescription: String { String(reflecting: self) }
    }
    extension Set {
      var description: String { String(describing: self) }
      var debugDescription: String { String(reflecting: self) }
    }
    extension Range {
      var description: String { String(describing: self) }
      var debugDescription: String { String(reflecting: self) }
    }
    extension ClosedRange {
      var description: String { String(describing: self) }
      var debugDescription: String { String(reflecting: self) }
    }
    extension Optional { var debugDescription: String { String(reflecting: self) } }
    extension Double { var debugDescription: String { String(reflecting: self) } }
    extension Character { var debugDescription: String { String(reflecting: self) } }

    @_intrinsic("print") func print(_ items: Any..., separator: String = " ", terminator: String = "\n")
    @_intrinsic("print:debug") func debugPrint(_ items: Any..., separator: String = " ", terminator: String = "\n")
    func _printAll(_ items: [Any], _ separator: String, _ terminator: String) {
      for (index, item) in items.enumerated() { print(item, terminator: index < items.count - 1 ? separator : "") }
      print(terminator: terminator)
    }
    func _debugPrintAll(_ items: [Any], _ separator: String, _ terminator: String) {
      for (index, item) in items.enumerated() {
        debugPrint(item, terminator: index < items.count - 1 ? separator : "")
      }
      print(terminator: terminator)
    }
    protocol TextOutputStream { mutating func write(_ string: String) }
    extension String: TextOutputStream {}
    extension StringProtocol {
      func write<Target: TextOutputStream>(to target: inout Target) { target.write(_text) }
    }
    func _write<Target: TextOutputStream>(
      _ texts: [String], _ separator: String, _ terminator: String, to output: inout Target
    ) {
      var before = ""
      for text in texts {
        output.write(before)
        output.write(text)
        before = separator
      }
      output.write(terminator)
    }
    func print<Target: TextOutputStream>(
      _ items: Any..., separator: String = " ", terminator: String = "\n", to output: inout Target
    ) {
      _write(items.map { String(describing: $0) }, separator, terminator, to: &output)
    }
    func debugPrint<Target: TextOutputStream>(
      _ items: Any..., separator: String = " ", terminator: String = "\n", to output: inout Target
    ) {
      _write(items.map { String(reflecting: $0) }, separator, terminator, to: &output)
    }
    @_intrinsic("host:fatalError") func fatalError(_ message: String = "") -> Never
    @_intrinsic("host:precondition") func precondition(_ condition: Bool, _ message: String = "")
    @_intrinsic("host:assertion") func assert(_ condition: Bool, _ message: String = "")
    @_intrinsic("host:preconditionFailure") func preconditionFailure(_ message: String = "") -> Never
    func assertionFailure(_ message: String = "") { assert(false, message) }

    func _mapElements<From, To>(_ array: [From], _ transform: (From) -> To) -> [To] { array.map(transform) }
    func _mapValues<Key: Hashable, From, To>(_ dictionary: [Key: From], _ transform: (From) -> To) -> [Key: To] {
      dictionary.mapValues(transform)
    }

    func _castElements<From, To>(_ array: [From]) -> [To]? {
      var result: [To] = []
      for element in array {
        guard let cast = element as? To else { return nil }
        result.append(cast)
      }
      return result
    }
    func _castValues<Key: Hashable, From, To>(_ dictionary: [Key: From]) -> [Key: To]? {
      var result: [Key: To] = [:]
      for (key, value) in dictionary {
        guard let cast = value as? To else { return nil }
        result._add(key, cast)
      }
      return result
    }

    @_intrinsic("trap:invalidRange") func _trapInvalidRange()
    @_intrinsic("trap:negativeCount") func _trapNegativeCount()
    @_intrinsic("trap:emptyCollection") func _trapEmpty()
    @_intrinsic("trap:zeroStride") func _trapZeroStride()
    @_intrinsic("host:indexTrap") func _trapIndex()

    func ~= <Value: Equatable>(pattern: Value, value: Value) -> Bool { pattern == value }

    func == <A: Equatable, B: Equatable>(left: (A, B), right: (A, B)) -> Bool {
      left.0 == right.0 && left.1 == right.1
    }
    func != <A: Equatable, B: Equatable>(left: (A, B), right: (A, B)) -> Bool {
      !(left.0 == right.0 && left.1 == right.1)
    }
    func < <A: Comparable, B: Comparable>(left: (A, B), right: (A, B)) -> Bool {
      if left.0 != right.0 { return left.0 < right.0 }
      return left.1 < right.1
    }
    func == <A: Equatable, B: Equatable, C: Equatable>(left: (A, B, C), right: (A, B, C)) -> Bool {
      left.0 == right.0 && left.1 == right.1 && left.2 == right.2
    }
    func != <A: Equatable, B: Equatable, C: Equatable>(left: (A, B, C), right: (A, B, C)) -> Bool {
      !(left.0 == right.0 && left.1 == right.1 && left.2 == right.2)
    }
    func < <A: Comparable, B: Comparable, C: Comparable>(left: (A, B, C), right: (A, B, C)) -> Bool {
      if left.0 != right.0 { return left.0 < right.0 }
      if left.1 != right.1 { return left.1 < right.1 }
      return left.2 < right.2
    }

    func <= <A: Comparable, B: Comparable>(left: (A, B), right: (A, B)) -> Bool { !(right < left) }
    func > <A: Comparable, B: Comparable>(left: (A, B), right: (A, B)) -> Bool { right < left }
    func >= <A: Comparable, B: Comparable>(left: (A, B), right: (A, B)) -> Bool { !(left < right) }
    func <= <A: Comparable, B: Comparable, C: Comparable>(left: (A, B, C), right: (A, B, C)) -> Bool { !(right < left) }
    func > <A: Comparable, B: Comparable, C: Comparable>(left: (A, B, C), right: (A, B, C)) -> Bool { right < left }
    func >= <A: Comparable, B: Comparable, C: Comparable>(left: (A, B, C), right: (A, B, C)) -> Bool { !(left < right) }

    func == <A: Equatable, B: Equatable, C: Equatable, D: Equatable>(left: (A, B, C, D), right: (A, B, C, D)) -> Bool {
      left.0 == right.0 && left.1 == right.1 && left.2 == right.2 && left.3 == right.3
    }
    func != <A: Equatable, B: Equatable, C: Equatable, D: Equatable>(left: (A, B, C, D), right: (A, B, C, D)) -> Bool { !(left == right) }
    func < <A: Comparable, B: Comparable, C: Comparable, D: Comparable>(left: (A, B, C, D), right: (A, B, C, D)) -> Bool {
      if left.0 != right.0 { return left.0 < right.0 }
      if left.1 != right.1 { return left.1 < right.1 }
      if left.2 != right.2 { return left.2 < right.2 }
      return left.3 < right.3
    }
    func <= <A: Comparable, B: Comparable, C: Comparable, D: Comparable>(left: (A, B, C, D), right: (A, B, C, D)) -> Bool { !(right < left) }
    func > <A: Comparable, B: Comparable, C: Comparable, D: Comparable>(left: (A, B, C, D), right: (A, B, C, D)) -> Bool { right < left }
    func >= <A: Comparable, B: Comparable, C: Comparable, D: Comparable>(left: (A, B, C, D), right: (A, B, C, D)) -> Bool { !(left < right) }
    func == <A: Equatable, B: Equatable, C: Equatable, D: Equatable, E: Equatable>(left: (A, B, C, D, E), right: (A, B, C, D, E)) -> Bool {
      left.0 == right.0 && left.1 == right.1 && left.2 == right.2 && left.3 == right.3 && left.4 == right.4
    }
    func != <A: Equatable, B: Equatable, C: Equatable, D: Equatable, E: Equatable>(left: (A, B, C, D, E), right: (A, B, C, D, E)) -> Bool { !(left == right) }
    func < <A: Comparable, B: Comparable, C: Comparable, D: Comparable, E: Comparable>(left: (A, B, C, D, E), right: (A, B, C, D, E)) -> Bool {
      if left.0 != right.0 { return left.0 < right.0 }
      if left.1 != right.1 { return left.1 < right.1 }
      if left.2 != right.2 { return left.2 < right.2 }
      if left.3 != right.3 { return left.3 < right.3 }
      return left.4 < right.4
    }
    func <= <A: Comparable, B: Comparable, C: Comparable, D: Comparable, E: Comparable>(left: (A, B, C, D, E), right: (A, B, C, D, E)) -> Bool { !(right < left) }
    func > <A: Comparable, B: Comparable, C: Comparable, D: Comparable, E: Comparable>(left: (A, B, C, D, E), right: (A, B, C, D, E)) -> Bool { right < left }
    func >= <A: Comparable, B: Comparable, C: Comparable, D: Comparable, E: Comparable>(left: (A, B, C, D, E), right: (A, B, C, D, E)) -> Bool { !(left < right) }
    func == <A: Equatable, B: Equatable, C: Equatable, D: Equatable, E: Equatable, F: Equatable>(left: (A, B, C, D, E, F), right: (A, B, C, D, E, F)) -> Bool {
      left.0 == right.0 && left.1 == right.1 && left.2 == right.2 && left.3 == right.3 && left.4 == right.4 && left.5 == right.5
    }
    func != <A: Equatable, B: Equatable, C: Equatable, D: Equatable, E: Equatable, F: Equatable>(left: (A, B, C, D, E, F), right: (A, B, C, D, E, F)) -> Bool { !(left == right) }
    func < <A: Comparable, B: Comparable, C: Comparable, D: Comparable, E: Comparable, F: Comparable>(left: (A, B, C, D, E, F), right: (A, B, C, D, E, F)) -> Bool {
      if left.0 != right.0 { return left.0 < right.0 }
      if left.1 != right.1 { return left.1 < right.1 }
      if left.2 != right.2 { return left.2 < right.2 }
      if left.3 != right.3 { return left.3 < right.3 }
      if left.4 != right.4 { return left.4 < right.4 }
      return left.5 < right.5
    }
    func <= <A: Comparable, B: Comparable, C: Comparable, D: Comparable, E: Comparable, F: Comparable>(left: (A, B, C, D, E, F), right: (A, B, C, D, E, F)) -> Bool { !(right < left) }
    func > <A: Comparable, B: Comparable, C: Comparable, D: Comparable, E: Comparable, F: Comparable>(left: (A, B, C, D, E, F), right: (A, B, C, D, E, F)) -> Bool { right < left }
    func >= <A: Comparable, B: Comparable, C: Comparable, D: Comparable, E: Comparable, F: Comparable>(left: (A, B, C, D, E, F), right: (A, B, C, D, E, F)) -> Bool { !(left < right) }

    @_intrinsic("host:plotPoints")
    func plot(_ xs: [Double], _ ys: [Double], title: String? = nil, x: String? = nil, y: String? = nil)
    @_intrinsic("host:plotFunction")
    func plot(_ f: (Double) -> Double, over range: ClosedRange<Double>, title: String? = nil, x: String? = nil, y: String? = nil)
    """#
}
