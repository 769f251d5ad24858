extension Prelude {
  /// The methods that look for the minimum of a function: where each goes next from a point.
  static let optimizers = #"""
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
    """#
}
