extension Prelude {
  /// Descent: methods that look for the minimum of a function, and what became of the search.
  static let descent = #"""
    // How far a method goes at each step; the first step is number 1.
    struct LearningRate {
      let _rate: (Int) -> Double
      init(_ rate: @escaping (Int) -> Double) { _rate = rate }
      func rate(at step: Int) -> Double { _rate(step) }
      static func constant(_ rate: Double) -> LearningRate { LearningRate { _ in rate } }
      static func exponential(_ start: Double, decay: Double) -> LearningRate {
        LearningRate { step in start * pow(decay, Double(step - 1)) }
      }
      static func inverseTime(_ start: Double, decay: Double) -> LearningRate {
        LearningRate { step in start / (1 + decay * Double(step - 1)) }
      }
      static func stepwise(_ start: Double, factor: Double, every steps: Int) -> LearningRate {
        LearningRate { step in start * pow(factor, Double((step - 1) / steps)) }
      }
      static func cosine(from start: Double, to end: Double, over steps: Int) -> LearningRate {
        LearningRate { step in
          let share = min(Double(step - 1) / Double(steps), 1)
          return end + (start - end) * (1 + cos(Double.pi * share)) / 2
        }
      }
      static func warmUp(to rate: Double, over steps: Int) -> LearningRate {
        LearningRate { step in rate * min(Double(step) / Double(steps), 1) }
      }
    }

    // Where a search is, and the function that it goes down.
    struct Position {
      let point: [Double]
      let value: Double
      let gradient: [Double]
      // The number of the step to come, from 1 on.
      let step: Int
      let f: ([Double]) -> Double
      init(point: [Double], value: Double, gradient: [Double], step: Int, of f: @escaping ([Double]) -> Double) {
        self.point = point
        self.value = value
        self.gradient = gradient
        self.step = step
        self.f = f
      }
    }

    // A method: where to go from a point.
    protocol Optimizer {
      mutating func next(after here: Position) -> [Double]
    }

    // A fixed step against the sign of each partial derivative.
    struct SignStep: Optimizer {
      var rate: LearningRate
      init(rate: Double) { self.rate = .constant(rate) }
      init(rate: LearningRate) { self.rate = rate }
      mutating func next(after here: Position) -> [Double] {
        let a = rate.rate(at: here.step)
        var x = here.point
        for i in 0..<x.count {
          if here.gradient[i] > 0 { x[i] -= a } else { x[i] += a }
        }
        return x
      }
    }

    // Steepest descent (Cauchy, 1847).
    struct GradientDescent: Optimizer {
      var rate: LearningRate
      init(rate: Double) { self.rate = .constant(rate) }
      init(rate: LearningRate) { self.rate = rate }
      mutating func next(after here: Position) -> [Double] {
        let a = rate.rate(at: here.step)
        var x = here.point
        for i in 0..<x.count { x[i] -= a * here.gradient[i] }
        return x
      }
    }

    // The heavy ball (Polyak, 1964).
    struct Momentum: Optimizer {
      var rate: LearningRate
      var momentum: Double
      var _velocity: [Double] = []
      init(rate: Double, momentum: Double = 0.9) {
        self.rate = .constant(rate)
        self.momentum = momentum
      }
      init(rate: LearningRate, momentum: Double = 0.9) {
        self.rate = rate
        self.momentum = momentum
      }
      mutating func next(after here: Position) -> [Double] {
        if _velocity.isEmpty { _velocity = [Double](repeating: 0, count: here.point.count) }
        let a = rate.rate(at: here.step)
        var x = here.point
        for i in 0..<x.count {
          _velocity[i] = momentum * _velocity[i] - a * here.gradient[i]
          x[i] += _velocity[i]
        }
        return x
      }
    }

    // The accelerated gradient (Nesterov, 1983), as Sutskever and others (2013) write it, for the point looked ahead to.
    struct Nesterov: Optimizer {
      var rate: LearningRate
      var momentum: Double
      var _velocity: [Double] = []
      init(rate: Double, momentum: Double = 0.9) {
        self.rate = .constant(rate)
        self.momentum = momentum
      }
      init(rate: LearningRate, momentum: Double = 0.9) {
        self.rate = rate
        self.momentum = momentum
      }
      mutating func next(after here: Position) -> [Double] {
        if _velocity.isEmpty { _velocity = [Double](repeating: 0, count: here.point.count) }
        let a = rate.rate(at: here.step)
        var x = here.point
        for i in 0..<x.count {
          _velocity[i] = momentum * _velocity[i] - a * here.gradient[i]
          x[i] += momentum * _velocity[i] - a * here.gradient[i]
        }
        return x
      }
    }

    // Adaptive subgradients (Duchi, Hazan and Singer, 2011).
    struct AdaGrad: Optimizer {
      var rate: LearningRate
      var epsilon: Double = 1e-10
      var _squares: [Double] = []
      init(rate: Double) { self.rate = .constant(rate) }
      init(rate: LearningRate) { self.rate = rate }
      mutating func next(after here: Position) -> [Double] {
        if _squares.isEmpty { _squares = [Double](repeating: 0, count: here.point.count) }
        let a = rate.rate(at: here.step)
        var x = here.point
        for i in 0..<x.count {
          _squares[i] += here.gradient[i] * here.gradient[i]
          x[i] -= a * here.gradient[i] / (_squares[i].squareRoot() + epsilon)
        }
        return x
      }
    }

    // A running mean of squared gradients (Tieleman and Hinton, 2012).
    struct RMSProp: Optimizer {
      var rate: LearningRate
      var decay: Double
      var epsilon: Double = 1e-8
      var _squares: [Double] = []
      init(rate: Double, decay: Double = 0.9) {
        self.rate = .constant(rate)
        self.decay = decay
      }
      init(rate: LearningRate, decay: Double = 0.9) {
        self.rate = rate
        self.decay = decay
      }
      mutating func next(after here: Position) -> [Double] {
        if _squares.isEmpty { _squares = [Double](repeating: 0, count: here.point.count) }
        let a = rate.rate(at: here.step)
        var x = here.point
        for i in 0..<x.count {
          _squares[i] = decay * _squares[i] + (1 - decay) * here.gradient[i] * here.gradient[i]
          x[i] -= a * here.gradient[i] / (_squares[i].squareRoot() + epsilon)
        }
        return x
      }
    }

    // Adaptive moments (Kingma and Ba, 2015).
    struct Adam: Optimizer {
      var rate: LearningRate
      var beta1: Double
      var beta2: Double
      var epsilon: Double = 1e-8
      var _decay: Double = 0
      var _means: [Double] = []
      var _squares: [Double] = []
      init(rate: Double, beta1: Double = 0.9, beta2: Double = 0.999) {
        self.rate = .constant(rate)
        self.beta1 = beta1
        self.beta2 = beta2
      }
      init(rate: LearningRate, beta1: Double = 0.9, beta2: Double = 0.999) {
        self.rate = rate
        self.beta1 = beta1
        self.beta2 = beta2
      }
      mutating func next(after here: Position) -> [Double] {
        if _means.isEmpty {
          _means = [Double](repeating: 0, count: here.point.count)
          _squares = _means
        }
        let a = rate.rate(at: here.step)
        let correction1 = 1 - pow(beta1, Double(here.step))
        let correction2 = 1 - pow(beta2, Double(here.step))
        var x = here.point
        for i in 0..<x.count {
          _means[i] = beta1 * _means[i] + (1 - beta1) * here.gradient[i]
          _squares[i] = beta2 * _squares[i] + (1 - beta2) * here.gradient[i] * here.gradient[i]
          let move = _means[i] / correction1 / ((_squares[i] / correction2).squareRoot() + epsilon)
          x[i] -= a * (move + _decay * x[i])
        }
        return x
      }
    }

    // Adam with the weights' decay apart from the gradient (Loshchilov and Hutter, 2019).
    struct AdamW: Optimizer {
      var _adam: Adam
      init(rate: Double, decay: Double = 0.01) {
        _adam = Adam(rate: rate)
        _adam._decay = decay
      }
      init(rate: LearningRate, decay: Double = 0.01) {
        _adam = Adam(rate: rate)
        _adam._decay = decay
      }
      mutating func next(after here: Position) -> [Double] {
        _adam.next(after: here)
      }
    }

    // Quasi-Newton steps (Broyden, Fletcher, Goldfarb and Shanno, 1970), the step halved until the value is well below
    // (Armijo, 1966); see Nocedal and Wright, "Numerical Optimization" (2006), algorithms 3.1 and 6.1.
    struct BFGS: Optimizer {
      var _inverse: [[Double]] = []
      var _point: [Double] = []
      var _gradient: [Double] = []
      init() {}
      mutating func next(after here: Position) -> [Double] {
        let (point, gradient) = (here.point, here.gradient)
        let n = point.count
        _learn(point, gradient)
        var direction = [Double](repeating: 0, count: n)
        var slope = 0.0
        for i in 0..<n {
          for j in 0..<n { direction[i] -= _inverse[i][j] * gradient[j] }
          slope += direction[i] * gradient[i]
        }
        _point = point
        _gradient = gradient
        if !(slope < 0) { return point }
        var share = 1.0
        for _ in 0..<60 {
          var x = point
          for i in 0..<n { x[i] += share * direction[i] }
          if here.f(x) <= here.value + 1e-4 * share * slope { return x }
          share /= 2
        }
        return point
      }
      mutating func _learn(_ point: [Double], _ gradient: [Double]) {
        let n = point.count
        var identity: [[Double]] = []
        for i in 0..<n {
          var row = [Double](repeating: 0, count: n)
          row[i] = 1
          identity.append(row)
        }
        if _inverse.isEmpty {
          _inverse = identity
          return
        }
        var s: [Double] = []
        var y: [Double] = []
        var curvature = 0.0
        var length = 0.0
        for i in 0..<n {
          s.append(point[i] - _point[i])
          y.append(gradient[i] - _gradient[i])
          curvature += s[i] * y[i]
          length += y[i] * y[i]
        }
        // What the last step tells is of use only where the function curves upwards.
        if !(curvature > 1e-12 * length) { return }
        var moved = [Double](repeating: 0, count: n)
        var bend = 0.0
        for i in 0..<n {
          for j in 0..<n { moved[i] += _inverse[i][j] * y[j] }
          bend += y[i] * moved[i]
        }
        for i in 0..<n {
          for j in 0..<n {
            _inverse[i][j] +=
              (curvature + bend) * s[i] * s[j] / (curvature * curvature)
              - (moved[i] * s[j] + s[i] * moved[j]) / curvature
          }
        }
      }
    }

    // What became of a search, as its own points tell.
    enum Verdict: Equatable, CustomStringConvertible {
      case converged(within: Double)
      case alternates(between: Double, and: Double)
      case stillMoving
      case unboundedBelow(coordinate: Int)
      case diverges
      case notFinite(step: Int)
      var description: String {
        switch self {
        case .converged(let distance):
          if distance == 0 { return "converged: the last steps did not move it" }
          return "converged: the last steps moved it by at most \(_scientific(distance, decimals: 1, isBound: true))"
        case .alternates(let a, let b): return "alternates between \(a) and \(b)"
        case .stillMoving: return "still moving"
        case .unboundedBelow(let coordinate):
          return "unbounded below along coordinate \(coordinate): it goes on falling"
        case .diverges: return "diverges"
        case .notFinite(let step): return "not a finite number from step \(step) on"
        }
      }
      // The description where the coordinate is known.
      var _phrase: String {
        if case .unboundedBelow = self { return "unbounded below: it goes on falling" }
        return description
      }
      // The verdict on this coordinate and another together; nil where they differ.
      func _joined(with other: Verdict) -> Verdict? {
        if case .converged(let a) = self, case .converged(let b) = other { return .converged(within: max(a, b)) }
        return _phrase == other._phrase ? self : nil
      }
      // What a figure is told.
      var _numbers: [Double] {
        switch self {
        case .converged(let distance): return [0, distance, 0]
        case .alternates(let a, let b): return [1, a, b]
        case .stillMoving: return [2, 0, 0]
        case .unboundedBelow: return [3, 0, 0]
        case .diverges: return [4, 0, 0]
        case .notFinite(let step): return [5, Double(step), 0]
        }
      }
      var _gravity: Int {
        switch self {
        case .converged: return 0
        case .stillMoving: return 1
        case .alternates: return 2
        case .unboundedBelow: return 3
        case .diverges: return 4
        case .notFinite: return 5
        }
      }
    }

    struct Descent<Point>: CustomStringConvertible {
      let points: [Point]
      let values: [Double]
      let gradients: [[Double]]
      // One for each coordinate.
      let verdicts: [Verdict]
      let verdict: Verdict
      let _coordinates: [[Double]]
      // The function of the coordinates, and its name, if any.
      let _f: ([Double]) -> Double
      let _name: String
      init(_ points: [Point], _ trace: _Trace, of f: @escaping ([Double]) -> Double, named name: String) {
        self.points = points
        _f = f
        _name = name
        values = trace.values
        gradients = trace.gradients
        _coordinates = trace.points
        verdicts = trace.verdicts
        var gravest = Verdict.converged(within: 0)
        for found in trace.verdicts {
          if found._gravity > gravest._gravity {
            gravest = found
          } else if case .converged(let a) = gravest, case .converged(let b) = found, b > a {
            gravest = found
          }
        }
        verdict = gravest
      }
      var steps: Int { points.count - 1 }
      var point: Point { points[points.count - 1] }
      var value: Double { values[values.count - 1] }
      var description: String {
        var shown: [Int] = []
        for step in [0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000] {
          if step < steps - 1 { shown.append(step) }
        }
        if steps > 0 { shown.append(steps - 1) }
        shown.append(steps)
        var rows: [[String]] = [["step", "point", "value", "gradient"]]
        for step in shown {
          rows.append(["\(step)", _list(_coordinates[step]), _short(values[step]), _list(gradients[step])])
        }
        var text = ""
        for row in rows {
          var line = ""
          for column in 0..<4 {
            var width = 0
            for other in rows { width = max(width, other[column].count) }
            let space = String(repeating: " ", count: width - row[column].count)
            line += column == 0 ? space + row[column] : "  " + row[column] + (column == 3 ? "" : space)
          }
          text += line + "\n"
        }
        return text + _conclusion
      }
      // The verdicts, each with the coordinates that share it.
      var _conclusion: String {
        var found: [Verdict] = []
        var names: [[String]] = []
        for i in 0..<verdicts.count {
          var isNew = true
          for k in 0..<found.count {
            if let joined = found[k]._joined(with: verdicts[i]) {
              found[k] = joined
              names[k].append("\(i)")
              isNew = false
              break
            }
          }
          if isNew {
            found.append(verdicts[i])
            names.append(["\(i)"])
          }
        }
        if found.count == 1 { return found[0]._phrase }
        var lines: [String] = []
        for k in 0..<min(found.count, 8) {
          var listed = names[k]
          if listed.count > 8 { listed = Array(listed.prefix(6)) + ["…", listed[listed.count - 1]] }
          let subject = names[k].count == 1 ? "coordinate " : "coordinates "
          lines.append(subject + listed.joined(separator: ", ") + ": " + found[k]._phrase)
        }
        if found.count > 8 { lines.append("and \(found.count - 8) verdicts more") }
        return lines.joined(separator: "\n")
      }
      func _list(_ numbers: [Double]) -> String {
        if numbers.count == 1 { return _short(numbers[0]) }
        let texts = numbers.count > 4 ? [numbers[0], numbers[1], numbers[numbers.count - 1]] : numbers
        var shown = texts.map { _short($0) }
        if numbers.count > 4 { shown.insert("…", at: 2) }
        return "(" + shown.joined(separator: ", ") + ")"
      }
      // A number with six significant digits at most; powers of ten up to the 22nd are exact.
      func _short(_ x: Double) -> String {
        if x == 0 || !x.isFinite { return "\(x)" }
        let digits = 5 - Int(log10(abs(x)).rounded(.down))
        if abs(digits) > 22 { return _scientific(x, decimals: 5) }
        var power = 1.0
        for _ in 0..<abs(digits) { power *= 10 }
        return digits > 0 ? "\((x * power).rounded() / power)" : "\((x / power).rounded() * power)"
      }
    }

    // A number as a mantissa with so many decimals and a power of ten; rounded to the nearest, or away from 0.
    func _scientific(_ x: Double, decimals: Int, isBound: Bool = false) -> String {
      if x == 0 || !x.isFinite { return "\(x)" }
      var exponent = 0
      var mantissa = x
      while abs(mantissa) >= 10 {
        mantissa /= 10
        exponent += 1
      }
      while abs(mantissa) < 1 {
        mantissa *= 10
        exponent -= 1
      }
      let unit = pow(10, Double(decimals))
      mantissa = isBound ? (mantissa * unit).rounded(.awayFromZero) / unit : (mantissa * unit).rounded() / unit
      if abs(mantissa) >= 10 {
        mantissa /= 10
        exponent += 1
      }
      var text = "\(mantissa)"
      if text.hasSuffix(".0") { text = String(text.dropLast(2)) }
      return text + (exponent < 0 ? "e" : "e+") + "\(exponent)"
    }

    struct _Trace {
      var points: [[Double]] = []
      var values: [Double] = []
      var gradients: [[Double]] = []
      init() {}
      var verdicts: [Verdict] {
        var found: [Verdict] = []
        for i in 0..<points[0].count { found.append(_verdict(i)) }
        return found
      }
      // The last steps tell: a tenth of them, at least 4 and at most 50.
      func _verdict(_ i: Int) -> Verdict {
        let last = points.count - 1
        for step in 0...last {
          if !points[step][i].isFinite || !values[step].isFinite { return .notFinite(step: step) }
        }
        let length = min(max(last / 10, 4), 50)
        if last < length + 2 { return .stillMoving }
        let x = points[last][i]
        let scale = max(abs(x), 1e-3)
        var largest = 0.0
        var alternates = true
        var turns = true
        var isOneWay = true
        var falls = true
        for step in (last - length + 1)...last {
          let move = points[step][i] - points[step - 1][i]
          let before = points[step - 1][i] - points[step - 2][i]
          largest = max(largest, abs(move))
          if abs(points[step][i] - points[step - 2][i]) > 1e-9 * scale { alternates = false }
          if !(move * before < 0) { turns = false }
          if !(move * before > 0) { isOneWay = false }
          if !(values[step] < values[step - 1]) { falls = false }
        }
        if largest <= 1e-9 * scale { return .converged(within: largest) }
        if alternates {
          let y = points[last - 1][i]
          return .alternates(between: min(x, y), and: max(x, y))
        }
        let first = abs(points[last - length + 1][i] - points[last - length][i])
        let final = abs(points[last][i] - points[last - 1][i])
        if turns && final > first { return .diverges }
        let slope = abs(gradients[last][i])
        if isOneWay && slope >= 0.999 * abs(gradients[last - length][i]) && slope >= 0.999 * abs(gradients[last / 2][i]) {
          return falls ? .unboundedBelow(coordinate: i) : .diverges
        }
        return .stillMoving
      }
    }

    func _descend<Method: Optimizer>(
      _ f: @escaping ([Double]) -> Double, _ start: [Double], _ method: Method, _ steps: Int
    ) -> _Trace {
      precondition(steps >= 0, "the number of steps cannot be negative")
      var method = method
      var trace = _Trace()
      var x = start
      for step in 0...steps {
        let (value, gradient) = _valueWithGradient(x, f)
        trace.points.append(x)
        trace.values.append(value)
        trace.gradients.append(gradient)
        if step == steps || !value.isFinite { break }
        x = method.next(after: Position(point: x, value: value, gradient: gradient, step: step + 1, of: f))
      }
      return trace
    }

    func minimize<T: Differentiable, Method: Optimizer>(
      _ f: @escaping (T) -> Double, from start: T, using method: Method, steps: Int
    ) -> Descent<T> {
      let g: ([Double]) -> Double = { f(_replaced(start, $0)) }
      let trace = _descend(g, _numbers(start), method, steps)
      return Descent(trace.points.map { _replaced(start, $0) }, trace, of: g, named: _functionName(f))
    }
    func minimize<Method: Optimizer>(
      _ f: @escaping (Double, Double) -> Double, from start: (Double, Double), using method: Method, steps: Int
    ) -> Descent<(Double, Double)> {
      let g: ([Double]) -> Double = { f($0[0], $0[1]) }
      let trace = _descend(g, [start.0, start.1], method, steps)
      return Descent(trace.points.map { ($0[0], $0[1]) }, trace, of: g, named: _functionName(f))
    }
    func minimize<Method: Optimizer>(
      _ f: @escaping (Double, Double, Double) -> Double, from start: (Double, Double, Double), using method: Method, steps: Int
    ) -> Descent<(Double, Double, Double)> {
      let g: ([Double]) -> Double = { f($0[0], $0[1], $0[2]) }
      let trace = _descend(g, [start.0, start.1, start.2], method, steps)
      return Descent(trace.points.map { ($0[0], $0[1], $0[2]) }, trace, of: g, named: _functionName(f))
    }
    """#
}
