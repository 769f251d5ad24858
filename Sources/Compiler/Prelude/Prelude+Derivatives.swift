extension Prelude {
  static let derivatives = #"""
    @_intrinsic("host:gradient1")
    func gradient(at x: Double, of f: (Double) -> Double) -> Double
    @_intrinsic("host:gradient2")
    func gradient(at x: Double, _ y: Double, of f: (Double, Double) -> Double) -> (Double, Double)
    @_intrinsic("host:gradient3")
    func gradient(at x: Double, _ y: Double, _ z: Double, of f: (Double, Double, Double) -> Double) -> (Double, Double, Double)
    @_intrinsic("host:gradientArray")
    func gradient(at x: [Double], of f: ([Double]) -> Double) -> [Double]
    func gradient(of f: @escaping (Double) -> Double) -> (Double) -> Double { { x in gradient(at: x, of: f) } }

    @_intrinsic("host:gradient1")
    func derivative(at x: Double, of f: (Double) -> Double) -> Double
    func derivative(of f: @escaping (Double) -> Double) -> (Double) -> Double { { x in derivative(at: x, of: f) } }

    @_intrinsic("host:valueWithGradient1")
    func valueWithGradient(at x: Double, of f: (Double) -> Double) -> (value: Double, gradient: Double)
    @_intrinsic("host:valueWithGradient1")
    func valueWithDerivative(at x: Double, of f: (Double) -> Double) -> (value: Double, derivative: Double)
    """#
}
