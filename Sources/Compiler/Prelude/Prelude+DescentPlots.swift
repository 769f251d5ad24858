extension Prelude {
  /// A descent that plots itself over its function: over a curve for one number, over level curves for two.
  static let descentPlots = #"""
    @_intrinsic("host:plotDescent")
    func _plotDescent(
      _ name: String, _ xs: [Double], _ ys: [Double], _ values: [Double], _ pathX: [Double], _ pathY: [Double],
      _ pathValues: [Double], _ verdicts: [Double], _ title: String?, _ x: String?, _ y: String?)

    func plot<Point>(
      _ descent: Descent<Point>, over range: ClosedRange<Double>? = nil, _ second: ClosedRange<Double>? = nil,
      title: String? = nil, x: String? = nil, y: String? = nil
    ) {
      let count = descent._coordinates[0].count
      if count != 1 && count != 2 {
        _plotFailure(
          "'plot' draws descents of one or two numbers, and this one has \(count): "
            + "plot its 'values' or single coordinates against the steps")
      }
      if count == 1 && second != nil {
        _plotFailure("'plot' needs one interval for a descent of one number: here are two")
      }
      if count == 2 && (range == nil) != (second == nil) {
        _plotFailure("'plot' needs two intervals for a descent of two numbers: here is one")
      }
      var verdicts: [Double] = []
      for verdict in descent.verdicts { verdicts += verdict._numbers }
      let pathX = descent._coordinates.map { $0[0] }
      var values: [Double] = []
      if count == 1 {
        let xs = _samples(_curveSamples, range ?? descent._extent(0))
        for x in xs { values.append(descent._f([x])) }
        _plotDescent(descent._name, xs, [], values, pathX, [], descent.values, verdicts, title, x, y)
        return
      }
      let xs = _samples(_gridSamples, range ?? descent._extent(0))
      let ys = _samples(_gridSamples, second ?? descent._extent(1))
      for y in ys {
        for x in xs { values.append(descent._f([x, y])) }
      }
      let pathY = descent._coordinates.map { $0[1] }
      _plotDescent(descent._name, xs, ys, values, pathX, pathY, descent.values, verdicts, title, x, y)
    }

    extension Descent {
      // The interval of a coordinate's finite points with a margin of a quarter on both sides. Where they are all the
      // same, it is as wide as that of the other coordinate, or as the number is large.
      func _extent(_ i: Int) -> ClosedRange<Double> {
        let (low, high) = _ends(i)
        let middle = low / 2 + high / 2
        var margin = high / 4 - low / 4
        if high - low <= 1e-9 * abs(middle) || low == high {
          var width = 0.0
          if _coordinates[0].count == 2 {
            let (otherLow, otherHigh) = _ends(1 - i)
            width = otherHigh / 4 * 3 - otherLow / 4 * 3
          }
          margin = width > 1e-6 * abs(middle) ? width : (middle == 0 ? 1 : abs(middle) / 2)
        }
        let limit = Double.greatestFiniteMagnitude
        return max(low - margin, -limit)...min(high + margin, limit)
      }
      func _ends(_ i: Int) -> (Double, Double) {
        var low = Double.infinity
        var high = -Double.infinity
        for step in 0..<values.count {
          if !values[step].isFinite || !_coordinates[step].allSatisfy({ $0.isFinite }) { continue }
          low = min(low, _coordinates[step][i])
          high = max(high, _coordinates[step][i])
        }
        if low > high {
          _plotFailure("'plot' found no finite point in the descent: give it an interval with 'over'")
        }
        return (low, high)
      }
    }
    """#
}
