import Diagnostics
import Foundation
import Session
import Testing

/// Random programs: each way to a derivative gives the same, and it is what differences say.
@Suite struct DerivativePropertyTests {
  /// `TRAMA_WITNESS=all` takes more.
  private static let count = Witness.isThorough ? 3000 : 150
  private static let constructs = [
    "if noted", "else", "for i", "while ", "for x", "func f", "let f", "] *= ", "blend(&v", "blend(&p",
    "p.turn",
    "box.set", ".map", ".reduce(0.1", "zip(", "descend(", "append", "swap(", "derivative(at", "gradient(at",
  ]

  /// For a function at a point: its value, that of a recorded run, the gradient, the same by a sweep forth, central
  /// differences, the Hessian, central differences of the gradient, and a second derivative by nesting; `nan` where
  /// a difference is one of different branches.
  private static let report = """
    func report(_ f: @escaping (Double, Double, Double) -> Double, at point: [Double]) {
      func value(_ v: [Double]) -> Double { f(v[0], v[1], v[2]) }
      func slopes(_ v: [Double]) -> [Double] { gradient(at: v, of: value) }
      func moved(_ i: Int, _ h: Double) -> [Double] {
        var v = point
        v[i] += h
        return v
      }
      way = 0
      let here = value(point)
      let branches = way
      func side(_ i: Int, _ h: Double) -> Double? {
        way = 0
        let there = value(moved(i, h))
        return way == branches ? there : nil
      }
      let h = 1e-5
      var numbers = [here, valueWithGradient(at: point, of: value).value]
      numbers += slopes(point)
      numbers += jacobian(at: point) { v in [value(v), 0, 0, 0] }[0]
      for i in 0..<3 {
        if let left = side(i, -h), let right = side(i, h) { numbers.append((right - left) / (2 * h)) } else { numbers.append(.nan) }
      }
      for row in hessian(at: point, of: value) { numbers += row }
      for i in 0..<3 {
        let isSmooth = side(i, -h) != nil && side(i, h) != nil
        let (left, right) = (slopes(moved(i, -h)), slopes(moved(i, h)))
        for j in 0..<3 { numbers.append(isSmooth ? (right[j] - left[j]) / (2 * h) : .nan) }
      }
      numbers.append(derivative(at: point[0]) { x in gradient(at: x, point[1], point[2], of: f).1 })
      numbers.append(differential(at: point, of: value)([1, 2, -1]))
      print(numbers.map { String($0) }.joined(separator: " "))
    }
    """

  @Test func everyWayGivesTheSame() throws {
    var generator = Generator(seed: 31)
    let engine = Engine()
    #expect(
      engine.run(SourceText(name: "helpers", text: DerivativeProgram.helpers + "\n" + Self.report))
        .errors.map(\.message) == [])
    var skipped = 0
    var flat = 0
    var uses: [String: Int] = [:]
    for index in 0..<Self.count {
      let program = DerivativeProgram(name: "f\(index)", seed: 1000 + index)
      let point = (0..<3).map { _ in Double.random(in: -1...1, using: &generator) }
      let source = SourceText(name: "cell", text: program.text + "report(f\(index), at: \(point))")
      let outcome = engine.run(source)
      try #require(outcome.explained(in: source) == "", "\(source.text)")
      let numbers = outcome.printed.split(separator: " ").compactMap {
        Double($0.trimmingCharacters(in: ["\n"]))
      }
      try #require(numbers.count == 31)
      for construct in Self.constructs where program.text.contains(construct) {
        uses[construct, default: 0] += 1
      }
      if numbers[2..<5].allSatisfy({ abs($0) < 1e-3 }) { flat += 1 }
      skipped += check(numbers, "at \(point) of\n\(program.text)")
    }
    #expect(flat < Self.count / 20, "\(flat) programs hardly depend on their arguments")
    for construct in Self.constructs {
      #expect(uses[construct, default: 0] > Self.count / 20, "\(construct)")
    }
    #expect(skipped < Self.count * 3 / 20, "\(skipped) differences are of different branches, or too steep")
  }

  /// Compares the numbers of a report; returns how many differences there are none to compare with.
  private func check(_ numbers: [Double], _ place: String) -> Int {
    func norm(_ part: ArraySlice<Double>) -> Double { max(1, part.map(abs).max() ?? 0) }
    let gradient = Array(numbers[2..<5])
    let hessian = (0..<3).map { Array(numbers[(11 + 3 * $0)..<(14 + 3 * $0)]) }
    let (size, curvature) = (norm(gradient[...]), norm(numbers[11..<20]))
    #expect(numbers.allSatisfy { !$0.isInfinite } && numbers[0...7].allSatisfy { !$0.isNaN }, "\(place)")
    #expect(numbers[0] == numbers[1], "another value while recording \(place)")
    // A difference of steps of 1e-5 says nothing about what turns within them.
    let isSteep = curvature > 1e3
    var skipped = 0
    for i in 0..<3 {
      #expect(abs(gradient[i] - numbers[5 + i]) <= 1e-12 * size, "back and forth differ by \(i) \(place)")
      if numbers[8 + i].isNaN || isSteep {
        skipped += 1
      } else {
        #expect(
          abs(gradient[i] - numbers[8 + i]) <= 1e-6 * size, "derivative by \(i) \(place)")
      }
      for j in 0..<3 {
        #expect(abs(hessian[i][j] - hessian[j][i]) <= 1e-11 * curvature, "not symmetric: \(i), \(j) \(place)")
        let difference = numbers[20 + 3 * i + j]
        if !difference.isNaN, !isSteep {
          #expect(
            abs(hessian[i][j] - difference) <= 1e-6 * curvature,
            "\(i), \(j): \(hessian[i][j]), \(difference) \(place)")
        }
      }
    }
    #expect(abs(numbers[29] - hessian[1][0]) <= 1e-12 * curvature, "by nesting \(place)")
    let along = gradient[0] + 2 * gradient[1] - gradient[2]
    #expect(abs(numbers[30] - along) <= 1e-12 * size, "differential \(place)")
    return skipped
  }

  /// Derivatives by nesting are the values of the derivatives as formulas.
  @Test func formulasHaveTheSameValues() throws {
    var generator = Generator(seed: 32)
    let engine = Engine()
    #expect(
      engine.run(SourceText(name: "helpers", text: DoubleExpression.helpers)).errors.map(\.message) == [])
    var read = 0
    for index in 0..<40 {
      let expression = DoubleExpression.random(depth: 2, of: .smooth, &generator)
      let points = (0..<3).map { _ in Double.random(in: -1...1, using: &generator) }
      let text = """
        func f\(index)(_ x: Double) -> Double {
          let (a, b, c) = (x, 0.5 + x / 2, x * x)
          return sin(\(expression.text)) * x
        }
        let d\(index) = derivative(of: f\(index))
        let e\(index) = derivative(of: d\(index))
        for x in \(points) { print(f\(index)(x), d\(index)(x), e\(index)(x)) }
        print(formula(of: { x in f\(index)(x) }))
        print(formula(of: { x in d\(index)(x) }))
        print(formula(of: { x in e\(index)(x) }))
        """
      let source = SourceText(name: "cell", text: text)
      let outcome = engine.run(source)
      // A second derivative may have too many terms to be written.
      if outcome.errors.first?.message.contains("has no formula") == true { continue }
      try #require(outcome.explained(in: source) == "", "\(text)")
      let lines = outcome.printed.split(separator: "\n").map(String.init)
      try #require(lines.count == 6)
      read += 1
      for (line, x) in zip(lines, points) {
        let numbers = line.split(separator: " ").compactMap { Double($0) }
        for order in 0...2 {
          let value = try #require(
            FormulaReading.value(of: lines[3 + order], at: ["x": x]), "\(lines[3 + order])")
          let scale = max(1, abs(numbers[order]))
          #expect(
            abs(value - numbers[order]) <= 1e-11 * scale,
            "order \(order) at \(x): \(numbers[order]), but the formula gives \(value)\n\(text)\n\(lines[3 + order])"
          )
        }
      }
    }
    #expect(read >= 30)
  }
}
