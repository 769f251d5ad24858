extension Prelude {
  /// Derivatives as linear maps: pullbacks and differentials of functions of one to three values, by way of the
  /// Jacobian of their numbers.
  static let linearMaps = #"""
    struct _LinearMap {
      let _rows: [Double]
      let _width: Int
      init(rows: [Double], width: Int) {
        _rows = rows
        _width = width
      }
      func _forth(_ tangent: [Double]) -> [Double] {
        var result: [Double] = []
        for row in 0..<(_width == 0 ? 0 : _rows.count / _width) {
          var sum = 0.0
          for column in 0..<_width { sum += _rows[row * _width + column] * tangent[column] }
          result.append(sum)
        }
        return result
      }
      func _back(_ adjoint: [Double]) -> [Double] {
        var result: [Double] = []
        for column in 0..<_width {
          var sum = 0.0
          for row in 0..<adjoint.count { sum += _rows[row * _width + column] * adjoint[row] }
          result.append(sum)
        }
        return result
      }
    }
    func _linearMap<R: Differentiable>(_ numbers: [Double], _ f: ([Double]) -> R) -> (value: R, map: _LinearMap) {
      var value: R?
      let found = _valuesWithJacobian(numbers) { list in
        let result = f(list)
        value = result
        return _numbers(result)
      }
      return (value!, _LinearMap(rows: found.rows, width: numbers.count))
    }

    func valueWithPullback<T: Differentiable, R: Differentiable>(
      at x: T, of f: (T) -> R
    ) -> (value: R, pullback: (R.TangentVector) -> T.TangentVector) {
      let (value, map) = _linearMap(_numbers(x)) { f(_replaced(x, $0)) }
      let pullback: (R.TangentVector) -> T.TangentVector = { adjoint in
        var next = 0
        return x._tangent(map._back(_numbers(adjoint)), from: &next)
      }
      return (value, pullback)
    }
    func pullback<T: Differentiable, R: Differentiable>(
      at x: T, of f: (T) -> R
    ) -> (R.TangentVector) -> T.TangentVector {
      let (_, pullback) = valueWithPullback(at: x, of: f)
      return pullback
    }
    func valueWithDifferential<T: Differentiable, R: Differentiable>(
      at x: T, of f: (T) -> R
    ) -> (value: R, differential: (T.TangentVector) -> R.TangentVector) {
      let (value, map) = _linearMap(_numbers(x)) { f(_replaced(x, $0)) }
      let differential: (T.TangentVector) -> R.TangentVector = { tangent in
        var next = 0
        return value._tangent(map._forth(_numbers(tangent)), from: &next)
      }
      return (value, differential)
    }
    func differential<T: Differentiable, R: Differentiable>(
      at x: T, of f: (T) -> R
    ) -> (T.TangentVector) -> R.TangentVector {
      let (_, differential) = valueWithDifferential(at: x, of: f)
      return differential
    }

    func valueWithPullback<T: Differentiable, U: Differentiable, R: Differentiable>(
      at x: T, _ y: U, of f: (T, U) -> R
    ) -> (value: R, pullback: (R.TangentVector) -> (T.TangentVector, U.TangentVector)) {
      let (value, map) = _linearMap(_numbers(x) + _numbers(y)) { _result(f, x, y, $0) }
      let pullback: (R.TangentVector) -> (T.TangentVector, U.TangentVector) = { adjoint in
        _tangents(x, y, map._back(_numbers(adjoint)))
      }
      return (value, pullback)
    }
    func pullback<T: Differentiable, U: Differentiable, R: Differentiable>(
      at x: T, _ y: U, of f: (T, U) -> R
    ) -> (R.TangentVector) -> (T.TangentVector, U.TangentVector) {
      let (_, pullback) = valueWithPullback(at: x, y, of: f)
      return pullback
    }
    func valueWithDifferential<T: Differentiable, U: Differentiable, R: Differentiable>(
      at x: T, _ y: U, of f: (T, U) -> R
    ) -> (value: R, differential: (T.TangentVector, U.TangentVector) -> R.TangentVector) {
      let (value, map) = _linearMap(_numbers(x) + _numbers(y)) { _result(f, x, y, $0) }
      let differential: (T.TangentVector, U.TangentVector) -> R.TangentVector = { first, second in
        var next = 0
        return value._tangent(map._forth(_numbers(first) + _numbers(second)), from: &next)
      }
      return (value, differential)
    }
    func differential<T: Differentiable, U: Differentiable, R: Differentiable>(
      at x: T, _ y: U, of f: (T, U) -> R
    ) -> (T.TangentVector, U.TangentVector) -> R.TangentVector {
      let (_, differential) = valueWithDifferential(at: x, y, of: f)
      return differential
    }

    func valueWithPullback<T: Differentiable, U: Differentiable, V: Differentiable, R: Differentiable>(
      at x: T, _ y: U, _ z: V, of f: (T, U, V) -> R
    ) -> (value: R, pullback: (R.TangentVector) -> (T.TangentVector, U.TangentVector, V.TangentVector)) {
      let (value, map) = _linearMap(_numbers(x) + _numbers(y) + _numbers(z)) { _result(f, x, y, z, $0) }
      let pullback: (R.TangentVector) -> (T.TangentVector, U.TangentVector, V.TangentVector) = { adjoint in
        _tangents(x, y, z, map._back(_numbers(adjoint)))
      }
      return (value, pullback)
    }
    func pullback<T: Differentiable, U: Differentiable, V: Differentiable, R: Differentiable>(
      at x: T, _ y: U, _ z: V, of f: (T, U, V) -> R
    ) -> (R.TangentVector) -> (T.TangentVector, U.TangentVector, V.TangentVector) {
      let (_, pullback) = valueWithPullback(at: x, y, z, of: f)
      return pullback
    }
    func valueWithDifferential<T: Differentiable, U: Differentiable, V: Differentiable, R: Differentiable>(
      at x: T, _ y: U, _ z: V, of f: (T, U, V) -> R
    ) -> (value: R, differential: (T.TangentVector, U.TangentVector, V.TangentVector) -> R.TangentVector) {
      let (value, map) = _linearMap(_numbers(x) + _numbers(y) + _numbers(z)) { _result(f, x, y, z, $0) }
      let differential: (T.TangentVector, U.TangentVector, V.TangentVector) -> R.TangentVector = { first, second, third in
        var next = 0
        return value._tangent(map._forth(_numbers(first) + _numbers(second) + _numbers(third)), from: &next)
      }
      return (value, differential)
    }
    func differential<T: Differentiable, U: Differentiable, V: Differentiable, R: Differentiable>(
      at x: T, _ y: U, _ z: V, of f: (T, U, V) -> R
    ) -> (T.TangentVector, U.TangentVector, V.TangentVector) -> R.TangentVector {
      let (_, differential) = valueWithDifferential(at: x, y, z, of: f)
      return differential
    }
    """#
}
