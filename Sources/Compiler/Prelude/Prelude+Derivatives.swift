extension Prelude {
  /// Derivatives, with the names of Swift's `_Differentiation`.
  ///
  /// The machine differentiates functions of numbers and of arrays of numbers; for other types their numbers are
  /// taken out, and put back into the function's argument.
  static let derivatives = #"""
    protocol Differentiable {
      associatedtype TangentVector: _Tangent
      mutating func move(by offset: TangentVector)
      func _appendNumbers(to list: inout [Double])
      func _replacing(_ list: [Double], from next: inout Int) -> Self
      func _tangent(_ list: [Double], from next: inout Int) -> TangentVector
    }
    // What derivatives are: they can be added.
    protocol _Tangent: Differentiable, Equatable {
      static var _zero: Self { get }
      func _adding(_ other: Self, times factor: Double) -> Self
    }
    func _zeroTangent<T: _Tangent>() -> T { T._zero }
    extension Double: _Tangent {
      typealias TangentVector = Double
      static var _zero: Double { 0 }
      func _adding(_ other: Double, times factor: Double) -> Double { self + other * factor }
      mutating func move(by offset: Double) { self += offset }
      func _appendNumbers(to list: inout [Double]) { list.append(self) }
      func _replacing(_ list: [Double], from next: inout Int) -> Double {
        next += 1
        return list[next - 1]
      }
      func _tangent(_ list: [Double], from next: inout Int) -> Double {
        next += 1
        return list[next - 1]
      }
    }
    extension Array: Differentiable where Element: Differentiable {
      typealias TangentVector = [Element.TangentVector]
      mutating func move(by offset: [Element.TangentVector]) {
        if offset.isEmpty { return }
        precondition(count == offset.count, "\(count) numbers cannot be moved by \(offset.count)")
        for i in 0..<count { self[i].move(by: offset[i]) }
      }
      func _appendNumbers(to list: inout [Double]) {
        for element in self { element._appendNumbers(to: &list) }
      }
      func _replacing(_ list: [Double], from next: inout Int) -> [Element] {
        var result: [Element] = []
        for element in self { result.append(element._replacing(list, from: &next)) }
        return result
      }
      func _tangent(_ list: [Double], from next: inout Int) -> [Element.TangentVector] {
        var result: [Element.TangentVector] = []
        for element in self { result.append(element._tangent(list, from: &next)) }
        return result
      }
    }
    extension Array: _Tangent where Element: _Tangent {
      // An array of no numbers stands for zeros, however many are needed.
      static var _zero: [Element] { [] }
      func _adding(_ other: [Element], times factor: Double) -> [Element] {
        if other.isEmpty { return self }
        var result: [Element] = []
        if isEmpty {
          for element in other { result.append(Element._zero._adding(element, times: factor)) }
          return result
        }
        precondition(count == other.count, "derivatives of \(count) and of \(other.count) numbers cannot be added")
        for i in 0..<count { result.append(self[i]._adding(other[i], times: factor)) }
        return result
      }
    }
    func _numbers<T: Differentiable>(_ x: T) -> [Double] {
      var list: [Double] = []
      x._appendNumbers(to: &list)
      return list
    }
    func _replaced<T: Differentiable>(_ x: T, _ list: [Double]) -> T {
      var next = 0
      return x._replacing(list, from: &next)
    }
    // What a function gives for arguments with other numbers.
    func _result<T: Differentiable, U: Differentiable, R>(_ f: (T, U) -> R, _ x: T, _ y: U, _ list: [Double]) -> R {
      var next = 0
      let first = x._replacing(list, from: &next)
      return f(first, y._replacing(list, from: &next))
    }
    func _result<T: Differentiable, U: Differentiable, V: Differentiable, R>(
      _ f: (T, U, V) -> R, _ x: T, _ y: U, _ z: V, _ list: [Double]
    ) -> R {
      var next = 0
      let first = x._replacing(list, from: &next)
      let second = y._replacing(list, from: &next)
      return f(first, second, z._replacing(list, from: &next))
    }
    // The derivatives by several arguments from those by all their numbers.
    func _tangents<T: Differentiable, U: Differentiable>(
      _ x: T, _ y: U, _ list: [Double]
    ) -> (T.TangentVector, U.TangentVector) {
      var next = 0
      let first = x._tangent(list, from: &next)
      return (first, y._tangent(list, from: &next))
    }
    func _tangents<T: Differentiable, U: Differentiable, V: Differentiable>(
      _ x: T, _ y: U, _ z: V, _ list: [Double]
    ) -> (T.TangentVector, U.TangentVector, V.TangentVector) {
      var next = 0
      let first = x._tangent(list, from: &next)
      let second = y._tangent(list, from: &next)
      return (first, second, z._tangent(list, from: &next))
    }

    @_intrinsic("host:gradientArray")
    func _gradient(_ x: [Double], _ f: ([Double]) -> Double) -> [Double]
    @_intrinsic("host:valueWithGradientArray")
    func _valueWithGradient(_ x: [Double], _ f: ([Double]) -> Double) -> (value: Double, gradient: [Double])
    @_intrinsic("host:valuesWithJacobian")
    func _valuesWithJacobian(_ x: [Double], _ f: ([Double]) -> [Double]) -> (values: [Double], rows: [Double])
    @_intrinsic("host:detached")
    func _detached(_ x: Double) -> Double

    @_intrinsic("host:gradient1")
    func gradient(at x: Double, of f: (Double) -> Double) -> Double
    @_intrinsic("host:gradient2")
    func gradient(at x: Double, _ y: Double, of f: (Double, Double) -> Double) -> (Double, Double)
    @_intrinsic("host:gradient3")
    func gradient(at x: Double, _ y: Double, _ z: Double, of f: (Double, Double, Double) -> Double) -> (Double, Double, Double)
    @_intrinsic("host:gradientArray")
    func gradient(at x: [Double], of f: ([Double]) -> Double) -> [Double]
    func gradient<T: Differentiable>(at x: T, of f: (T) -> Double) -> T.TangentVector {
      valueWithGradient(at: x, of: f).gradient
    }
    func gradient<T: Differentiable, U: Differentiable>(
      at x: T, _ y: U, of f: (T, U) -> Double
    ) -> (T.TangentVector, U.TangentVector) {
      valueWithGradient(at: x, y, of: f).gradient
    }
    func gradient<T: Differentiable, U: Differentiable, V: Differentiable>(
      at x: T, _ y: U, _ z: V, of f: (T, U, V) -> Double
    ) -> (T.TangentVector, U.TangentVector, V.TangentVector) {
      valueWithGradient(at: x, y, z, of: f).gradient
    }

    // A pair or three values as one argument.
    func gradient<T: Differentiable, U: Differentiable>(
      at x: (T, U), of f: ((T, U)) -> Double
    ) -> (T.TangentVector, U.TangentVector) {
      gradient(at: x.0, x.1) { first, second in f((first, second)) }
    }
    func gradient<T: Differentiable, U: Differentiable, V: Differentiable>(
      at x: (T, U, V), of f: ((T, U, V)) -> Double
    ) -> (T.TangentVector, U.TangentVector, V.TangentVector) {
      gradient(at: x.0, x.1, x.2) { first, second, third in f((first, second, third)) }
    }
    func valueWithGradient<T: Differentiable, U: Differentiable>(
      at x: (T, U), of f: ((T, U)) -> Double
    ) -> (value: Double, gradient: (T.TangentVector, U.TangentVector)) {
      valueWithGradient(at: x.0, x.1) { first, second in f((first, second)) }
    }
    func valueWithGradient<T: Differentiable, U: Differentiable, V: Differentiable>(
      at x: (T, U, V), of f: ((T, U, V)) -> Double
    ) -> (value: Double, gradient: (T.TangentVector, U.TangentVector, V.TangentVector)) {
      valueWithGradient(at: x.0, x.1, x.2) { first, second, third in f((first, second, third)) }
    }

    @_intrinsic("host:valueWithGradient1")
    func valueWithGradient(at x: Double, of f: (Double) -> Double) -> (value: Double, gradient: Double)
    @_intrinsic("host:valueWithGradientArray")
    func valueWithGradient(at x: [Double], of f: ([Double]) -> Double) -> (value: Double, gradient: [Double])
    func valueWithGradient<T: Differentiable>(
      at x: T, of f: (T) -> Double
    ) -> (value: Double, gradient: T.TangentVector) {
      let found = _valueWithGradient(_numbers(x)) { f(_replaced(x, $0)) }
      var next = 0
      return (found.value, x._tangent(found.gradient, from: &next))
    }
    func valueWithGradient<T: Differentiable, U: Differentiable>(
      at x: T, _ y: U, of f: (T, U) -> Double
    ) -> (value: Double, gradient: (T.TangentVector, U.TangentVector)) {
      let found = _valueWithGradient(_numbers(x) + _numbers(y)) { _result(f, x, y, $0) }
      return (found.value, _tangents(x, y, found.gradient))
    }
    func valueWithGradient<T: Differentiable, U: Differentiable, V: Differentiable>(
      at x: T, _ y: U, _ z: V, of f: (T, U, V) -> Double
    ) -> (value: Double, gradient: (T.TangentVector, U.TangentVector, V.TangentVector)) {
      let found = _valueWithGradient(_numbers(x) + _numbers(y) + _numbers(z)) { _result(f, x, y, z, $0) }
      return (found.value, _tangents(x, y, z, found.gradient))
    }

    func gradient<T: Differentiable>(of f: @escaping (T) -> Double) -> (T) -> T.TangentVector {
      { x in gradient(at: x, of: f) }
    }
    func gradient<T: Differentiable, U: Differentiable>(
      of f: @escaping (T, U) -> Double
    ) -> (T, U) -> (T.TangentVector, U.TangentVector) {
      { x, y in gradient(at: x, y, of: f) }
    }
    func gradient<T: Differentiable, U: Differentiable, V: Differentiable>(
      of f: @escaping (T, U, V) -> Double
    ) -> (T, U, V) -> (T.TangentVector, U.TangentVector, V.TangentVector) {
      { x, y, z in gradient(at: x, y, z, of: f) }
    }

    @_intrinsic("host:gradient1")
    func derivative(at x: Double, of f: (Double) -> Double) -> Double
    func derivative<R: Differentiable>(at x: Double, of f: (Double) -> R) -> R.TangentVector {
      valueWithDerivative(at: x, of: f).derivative
    }
    func derivative(at x: Double, _ y: Double, of f: (Double, Double) -> Double) -> Double {
      let (dx, dy) = gradient(at: x, y, of: f)
      return dx + dy
    }
    func derivative(at x: Double, _ y: Double, _ z: Double, of f: (Double, Double, Double) -> Double) -> Double {
      let (dx, dy, dz) = gradient(at: x, y, z, of: f)
      return dx + dy + dz
    }
    @_intrinsic("host:valueWithGradient1")
    func valueWithDerivative(at x: Double, of f: (Double) -> Double) -> (value: Double, derivative: Double)
    func valueWithDerivative(
      at x: Double, _ y: Double, of f: (Double, Double) -> Double
    ) -> (value: Double, derivative: Double) {
      let found = valueWithGradient(at: x, y, of: f)
      return (found.value, found.gradient.0 + found.gradient.1)
    }
    func valueWithDerivative(
      at x: Double, _ y: Double, _ z: Double, of f: (Double, Double, Double) -> Double
    ) -> (value: Double, derivative: Double) {
      let found = valueWithGradient(at: x, y, z, of: f)
      return (found.value, found.gradient.0 + found.gradient.1 + found.gradient.2)
    }
    func valueWithDerivative<R: Differentiable>(
      at x: Double, of f: (Double) -> R
    ) -> (value: R, derivative: R.TangentVector) {
      let (value, differential) = valueWithDifferential(at: x, of: f)
      return (value, differential(1))
    }
    func derivative(of f: @escaping (Double) -> Double) -> (Double) -> Double {
      { x in derivative(at: x, of: f) }
    }
    func derivative<R: Differentiable>(of f: @escaping (Double) -> R) -> (Double) -> R.TangentVector {
      { x in derivative(at: x, of: f) }
    }
    func derivative(of f: @escaping (Double, Double) -> Double) -> (Double, Double) -> Double {
      { x, y in derivative(at: x, y, of: f) }
    }
    func derivative(of f: @escaping (Double, Double, Double) -> Double) -> (Double, Double, Double) -> Double {
      { x, y, z in derivative(at: x, y, z, of: f) }
    }

    func jacobian(at x: [Double], of f: ([Double]) -> [Double]) -> [[Double]] {
      let found = _valuesWithJacobian(x, f)
      var rows: [[Double]] = []
      for row in 0..<found.values.count {
        rows.append(Array(found.rows[(row * x.count)..<((row + 1) * x.count)]))
      }
      return rows
    }
    func hessian(at x: [Double], of f: ([Double]) -> Double) -> [[Double]] {
      jacobian(at: x) { gradient(at: $0, of: f) }
    }
    func hessian(at x: Double, _ y: Double, of f: (Double, Double) -> Double) -> [[Double]] {
      hessian(at: [x, y]) { f($0[0], $0[1]) }
    }
    func hessian(at x: Double, _ y: Double, _ z: Double, of f: (Double, Double, Double) -> Double) -> [[Double]] {
      hessian(at: [x, y, z]) { f($0[0], $0[1], $0[2]) }
    }

    // Functions with derivatives of their own, each with a number: what `@derivative(of:)` gives them while a derivative
    // is taken.
    @_intrinsic("host:takesRule")
    func _takesRule(_ function: Int) -> Bool
    @_intrinsic("host:beginRule")
    func _beginRule(_ function: Int)
    @_intrinsic("host:endRule")
    func _endRule()
    @_intrinsic("host:withSlope")
    func _withSlope(_ value: Double, by x: Double, _ slope: Double) -> Double
    func _withSlopes(_ value: Double, by x: [Double], _ slopes: [Double]) -> Double {
      if slopes.isEmpty { return value }
      var result = value
      precondition(x.count == slopes.count, "a derivative of its own gives \(slopes.count) numbers for \(x.count)")
      for i in 0..<x.count { result = _withSlope(result, by: x[i], slopes[i]) }
      return result
    }
    func _pullBack<T: Differentiable>(
      _ function: Int, _ x: T, _ rule: (T) -> (value: Double, pullback: (Double) -> T.TangentVector)
    ) -> Double {
      _beginRule(function)
      let found = rule(x)
      let slopes = found.pullback(1)
      _endRule()
      return _withSlopes(_detached(found.value), by: _numbers(x), _numbers(slopes))
    }
    func _pullBack<T: Differentiable, U: Differentiable>(
      _ function: Int, _ x: T, _ y: U, _ rule: (T, U) -> (value: Double, pullback: (Double) -> (T.TangentVector, U.TangentVector))
    ) -> Double {
      _beginRule(function)
      let found = rule(x, y)
      let slopes = found.pullback(1)
      _endRule()
      return _withSlopes(_withSlopes(_detached(found.value), by: _numbers(x), _numbers(slopes.0)), by: _numbers(y), _numbers(slopes.1))
    }
    func _pullBack<T: Differentiable, U: Differentiable, V: Differentiable>(
      _ function: Int, _ x: T, _ y: U, _ z: V,
      _ rule: (T, U, V) -> (value: Double, pullback: (Double) -> (T.TangentVector, U.TangentVector, V.TangentVector))
    ) -> Double {
      _beginRule(function)
      let found = rule(x, y, z)
      let slopes = found.pullback(1)
      _endRule()
      let first = _withSlopes(_detached(found.value), by: _numbers(x), _numbers(slopes.0))
      return _withSlopes(_withSlopes(first, by: _numbers(y), _numbers(slopes.1)), by: _numbers(z), _numbers(slopes.2))
    }
    func _pushForward<T: Differentiable>(
      _ function: Int, _ x: T, _ rule: (T) -> (value: Double, differential: (T.TangentVector) -> Double)
    ) -> Double {
      _beginRule(function)
      let found = rule(x)
      let numbers = _numbers(x)
      var slopes: [Double] = []
      for i in 0..<numbers.count {
        var unit = [Double](repeating: 0, count: numbers.count)
        unit[i] = 1
        var next = 0
        slopes.append(found.differential(x._tangent(unit, from: &next)))
      }
      _endRule()
      return _withSlopes(_detached(found.value), by: numbers, slopes)
    }

    // A function as a formula of its arguments.
    struct Formula: CustomStringConvertible, Equatable {
      let tex: String
      let description: String
      init(tex: String, text: String) {
        self.tex = tex
        description = text
      }
      static func == (a: Formula, b: Formula) -> Bool { a.tex == b.tex }
    }
    @_intrinsic("host:formula1")
    func _formula(of f: (Double) -> Double) -> (String, String)
    @_intrinsic("host:formula2")
    func _formula(of f: (Double, Double) -> Double) -> (String, String)
    @_intrinsic("host:formula3")
    func _formula(of f: (Double, Double, Double) -> Double) -> (String, String)
    func formula(of f: (Double) -> Double) -> Formula {
      let (tex, text) = _formula(of: f)
      return Formula(tex: tex, text: text)
    }
    func formula(of f: (Double, Double) -> Double) -> Formula {
      let (tex, text) = _formula(of: f)
      return Formula(tex: tex, text: text)
    }
    func formula(of f: (Double, Double, Double) -> Double) -> Formula {
      let (tex, text) = _formula(of: f)
      return Formula(tex: tex, text: text)
    }

    // Hands a function, or a number, to whoever verifies formulas.
    @_intrinsic("host:keepFunction")
    func _keepForFormulas(_ f: (Double) -> Double)
    @_intrinsic("host:keepFunction")
    func _keepForFormulas(_ f: (Double, Double) -> Double)
    @_intrinsic("host:keepFunction")
    func _keepForFormulas(_ f: (Double, Double, Double) -> Double)
    @_intrinsic("host:keepFunction")
    func _keepForFormulas(_ f: (Double, Double, Double, Double) -> Double)
    @_intrinsic("host:keepNumber")
    func _keepForFormulas(_ x: Double)

    // The derivative of a function, step by step.
    @_intrinsic("host:steps1")
    func _steps(of f: (Double) -> Double) -> (String, String)
    @_intrinsic("host:steps2")
    func _steps(of f: (Double, Double) -> Double) -> (String, String)
    @_intrinsic("host:steps3")
    func _steps(of f: (Double, Double, Double) -> Double) -> (String, String)
    func steps(of f: (Double) -> Double) -> Formula {
      let (tex, text) = _steps(of: f)
      return Formula(tex: tex, text: text)
    }
    func steps(of f: (Double, Double) -> Double) -> Formula {
      let (tex, text) = _steps(of: f)
      return Formula(tex: tex, text: text)
    }
    func steps(of f: (Double, Double, Double) -> Double) -> Formula {
      let (tex, text) = _steps(of: f)
      return Formula(tex: tex, text: text)
    }

    // Whether two functions have equal formulas, and how that is known.
    struct FormulaEquality: CustomStringConvertible, Equatable {
      enum Reason: Equatable {
        case identical
        case agreement(points: Int)
        case difference(at: [Double], left: Double, right: Double)
        case noCommonDomain
        static func == (a: Reason, b: Reason) -> Bool {
          switch (a, b) {
          case (.identical, .identical), (.noCommonDomain, .noCommonDomain): return true
          case (.agreement(let m), .agreement(let n)): return m == n
          case (.difference(let p, let l, let r), .difference(let q, let m, let s)):
            return p == q && l == m && r == s
          default: return false
          }
        }
      }
      let reason: Reason
      let description: String
      init(_ found: (Int, Int, [Double], String)) {
        let numbers = found.2
        switch found.0 {
        case 0: reason = .identical
        case 1: reason = .agreement(points: found.1)
        case 2:
          let last = numbers.count - 1
          reason = .difference(at: Array(numbers[0..<(last - 1)]), left: numbers[last - 1], right: numbers[last])
        default: reason = .noCommonDomain
        }
        description = found.3
      }
      static func == (a: FormulaEquality, b: FormulaEquality) -> Bool {
        a.reason == b.reason && a.description == b.description
      }
      var isEqual: Bool {
        switch reason {
        case .identical, .agreement: return true
        case .difference, .noCommonDomain: return false
        }
      }
    }
    @_intrinsic("host:equality1")
    func _equality(_ f: (Double) -> Double, _ g: (Double) -> Double) -> (Int, Int, [Double], String)
    @_intrinsic("host:equality2")
    func _equality(
      _ f: (Double, Double) -> Double, _ g: (Double, Double) -> Double
    ) -> (Int, Int, [Double], String)
    @_intrinsic("host:equality3")
    func _equality(
      _ f: (Double, Double, Double) -> Double, _ g: (Double, Double, Double) -> Double
    ) -> (Int, Int, [Double], String)
    func equality(of f: (Double) -> Double, and g: (Double) -> Double) -> FormulaEquality {
      FormulaEquality(_equality(f, g))
    }
    func equality(
      of f: (Double, Double) -> Double, and g: (Double, Double) -> Double
    ) -> FormulaEquality {
      FormulaEquality(_equality(f, g))
    }
    func equality(
      of f: (Double, Double, Double) -> Double, and g: (Double, Double, Double) -> Double
    ) -> FormulaEquality {
      FormulaEquality(_equality(f, g))
    }

    func withoutDerivative<T: Differentiable>(at x: T) -> T {
      _replaced(x, _numbers(x).map(_detached))
    }
    func withoutDerivative(at x: Int) -> Int { x }
    """#
}
