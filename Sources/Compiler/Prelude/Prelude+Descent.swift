extension Prelude {
  /// Descent: searches for the minimum of a function, and what became of them.
  static let descent = #"""
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
