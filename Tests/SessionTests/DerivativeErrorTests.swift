import CMachine
import Diagnostics
import Testing

@testable import Session

/// Values and derivatives against tables that another program computed to 32 digits.
///
/// `TRAMA_ERRORS=. swift test --filter DerivativeErrorTests` writes the worst errors into that folder, as
/// `unary.txt`, `binary.txt` and `functions.txt`.
@Suite struct DerivativeErrorTests {
  /// What is allowed where a change of the argument's last digit changes the result by less.
  private static let tolerance = 1e-12
  /// From here on the argument's own last digit decides, and the table of worst errors leaves the point out.
  private static let illConditioned = 1e3

  private static func allowed(_ condition: Double) -> Double {
    max(tolerance, 8 * Double.ulpOfOne * condition)
  }

  /// The numbers that a program prints, line by line.
  private func numbers(_ text: String) throws -> [[Double]] {
    let outcome = Engine().run(SourceText(name: "cell", text: text), mode: .program)
    try #require(outcome.errors.map(\.message) == [])
    guard case .text(let printed)? = outcome.outputs.first else { return [] }
    return printed.split(separator: "\n").map { line in line.split(separator: " ").compactMap { Double($0) } }
  }

  private static let names = ["neg": "-x", "abs": "abs(x)", "roundEven": "rint(x)"]

  @Test func functionsOfOneNumber() throws {
    let table = try ExpectedDerivatives.table("unary") { _ in 1 }
    let inMachine = (0..<Int32(trama_unary_count.rawValue)).map { String(cString: trama_unary_name($0)) }
    #expect(table.map(\.function) == ["neg"] + inMachine)
    var worst: [WorstErrors] = []
    for (function, rows) in table {
      var text = "func f(_ x: Double) -> Double { \(Self.names[function] ?? function + "(x)") }\n"
      text += "let d = derivative(of: f)\nlet e = derivative(of: d)\n"
      text += "for x in \(rows.map { $0.point[0] }) {\n"
      text += "  print(f(x), d(x), e(x), jacobian(at: [x]) { v in [f(v[0]), 0] }[0][0])\n}"
      let found = try numbers(text)
      try #require(found.count == rows.count)
      for (row, found) in zip(rows, found) {
        let place = "\(function) at \(row.point[0]): "
        try #require(found.count == 4, "\(place)")
        #expect(found[1] == found[3], "\(place)\(found[1]) back, \(found[3]) forth")
      }
      worst.append(check(function, rows, found.map { Array($0.prefix(3)) }))
    }
    try WorstErrors.write(worst, as: "unary")
  }

  @Test func functionsOfTwoNumbers() throws {
    let operators = ["add": "x + y", "sub": "x - y", "mul": "x * y", "div": "x / y"]
    let table = try ExpectedDerivatives.table("binary") { _ in 2 }
    let inMachine = (0..<Int32(trama_binary_count.rawValue)).map { String(cString: trama_binary_name($0)) }
    #expect(table.map(\.function) == ["add", "sub", "mul", "div"] + inMachine)
    var worst: [WorstErrors] = []
    for (function, rows) in table {
      var text =
        "func f(_ x: Double, _ y: Double) -> Double { \(operators[function] ?? function + "(x, y)") }\n"
      text += "for (x, y) in [\(rows.map { "(\($0.point[0]), \($0.point[1]))" }.joined(separator: ", "))] {\n"
      text += "  let g = gradient(at: x, y, of: f), h = hessian(at: x, y, of: f)\n"
      text += "  print(f(x, y), g.0, g.1, h[0][0], h[0][1], h[1][1], h[1][0])\n}"
      let found = try numbers(text)
      try #require(found.count == rows.count)
      for (row, found) in zip(rows, found) {
        try #require(found.count == 7)
        guard row.second.allSatisfy(\.isFinite) else { continue }
        let isSymmetric =
          WorstErrors.relative(found[6...6], [row.numbers[4]]) <= Self.allowed(row.conditions[1])
        let isSmall = abs(found[6] - found[4]) <= Self.tolerance * (found[3...].map(abs).max() ?? 0)
        #expect(isSymmetric || isSmall, "\(function) at \(row.point): \(found[4]) and \(found[6])")
      }
      worst.append(check(function, rows, found.map { Array($0.prefix(6)) }))
    }
    try WorstErrors.write(worst, as: "binary")
  }

  /// First derivatives are compared one by one, second ones relative to their largest.
  private func check(_ function: String, _ rows: [ExpectedDerivatives], _ found: [[Double]]) -> WorstErrors {
    var worst = WorstErrors(function: function, points: rows.count)
    for (row, found) in zip(rows, found) {
      let count = row.point.count
      let first = zip(found[1...count], row.first).map { WorstErrors.relative($0, $1) }.max() ?? 0
      let errors = [
        WorstErrors.relative(found[0], row.numbers[0]), first,
        WorstErrors.relative(found[(count + 1)...], row.second),
      ]
      let place = "\(function) at \(row.point)"
      #expect(errors[0] <= 4 * Double.ulpOfOne, "\(place): \(found[0]), not \(row.numbers[0])")
      // A Hessian beyond a double has no norm.
      let orders = count == 1 || row.second.allSatisfy(\.isFinite) ? 1...2 : 1...1
      for order in orders {
        #expect(
          errors[order] <= Self.allowed(row.conditions[order - 1]),
          "\(place), order \(order), error \(errors[order]): \(found) and not \(row.numbers)")
      }
      worst.errors[0] = max(worst.errors[0], errors[0])
      for order in orders where row.conditions[order - 1] < Self.illConditioned {
        worst.errors[order] = max(worst.errors[order], errors[order])
      }
    }
    return worst
  }

  /// Functions on which methods of descent are tried.
  private static let classic = [
    "rosenbrock2": rosenbrock, "rosenbrock10": rosenbrock,
    "himmelblau": "pow(x * x + y - 11, 2) + pow(x + y * y - 7, 2)",
    "beale":
      "pow(1.5 - x + x * y, 2) + pow(2.25 - x + x * pow(y, 2), 2) + pow(2.625 - x + x * pow(y, 3), 2)",
    "booth": "pow(x + 2 * y - 7, 2) + pow(2 * x + y - 5, 2)",
    "matyas": "0.26 * (x * x + y * y) - 0.48 * x * y",
    "ackley": """
    -20 * exp(-0.2 * sqrt((x * x + y * y) / 2))
      - exp((cos(2 * Double.pi * x) + cos(2 * Double.pi * y)) / 2) + M_E + 20
    """,
    "rastrigin": "20 + x * x - 10 * cos(2 * Double.pi * x) + y * y - 10 * cos(2 * Double.pi * y)",
    "goldsteinPrice": """
    (1 + pow(x + y + 1, 2) * (19 - 14 * x + 3 * x * x - 14 * y + 6 * x * y + 3 * y * y))
      * (30 + pow(2 * x - 3 * y, 2) * (18 - 32 * x + 12 * x * x + 48 * y - 36 * x * y + 27 * y * y))
    """,
    "threeHumpCamel": "2 * x * x - 1.05 * pow(x, 4) + pow(x, 6) / 6 + x * y + y * y",
    "easom": "-cos(x) * cos(y) * exp(-pow(x - Double.pi, 2) - pow(y - Double.pi, 2))",
    "mccormick": "sin(x + y) + pow(x - y, 2) - 1.5 * x + 2.5 * y + 1",
    "styblinskiTang": "(pow(x, 4) - 16 * x * x + 5 * x + pow(y, 4) - 16 * y * y + 5 * y) / 2",
  ]
  private static let rosenbrock =
    "(0..<(v.count - 1)).map { i in 100 * pow(v[i + 1] - v[i] * v[i], 2) + pow(1 - v[i], 2) }.reduce(0, +)"

  @Test func classicTestFunctions() throws {
    let table = try ExpectedDerivatives.table("functions", hasConditions: false) {
      $0 == "rosenbrock10" ? 10 : 2
    }
    #expect(table.map(\.function).sorted() == Self.classic.keys.sorted())
    var worst: [WorstErrors] = []
    for (function, rows) in table {
      let form = try #require(Self.classic[function])
      let names = form.contains("v[") ? "" : "let (x, y) = (v[0], v[1])\n  "
      let text = """
        func f(_ v: [Double]) -> Double {
          \(names)return \(form)
        }
        for v in \(rows.map(\.point)) {
          let h = hessian(at: v, of: f)
          var all = [f(v)] + gradient(at: v, of: f)
          for i in v.indices { all.append(contentsOf: h[i][i...]) }
          for i in v.indices { all += h[i] }
          print(all.map { String($0) }.joined(separator: " "))
        }
        """
      let found = try numbers(text)
      try #require(found.count == rows.count)
      var errors = WorstErrors(function: function, points: rows.count)
      for (row, found) in zip(rows, found) {
        let count = row.point.count
        try #require(found.count == row.numbers.count + count * count)
        // The value's own conditioning is not the matter here: its terms cancel.
        errors.errors[0] = max(errors.errors[0], WorstErrors.relative(found[0], row.numbers[0]))
        let first = WorstErrors.relative(found[1...count], row.first)
        let second = WorstErrors.relative(found[(count + 1)..<row.numbers.count], row.second)
        #expect(first <= Self.tolerance, "gradient of \(function) at \(row.point): \(found)")
        #expect(second <= Self.tolerance, "Hessian of \(function) at \(row.point): \(found)")
        errors.errors[1] = max(errors.errors[1], first)
        errors.errors[2] = max(errors.errors[2], second)
        let matrix = found[row.numbers.count...]
        for i in 0..<count {
          for j in 0..<i {
            let (here, there) = (i * count + j + matrix.startIndex, j * count + i + matrix.startIndex)
            let size = matrix.map(abs).max() ?? 0
            #expect(abs(matrix[here] - matrix[there]) <= Self.tolerance * size, "\(function): not symmetric")
          }
        }
      }
      #expect(errors.errors[0] <= Self.tolerance, "\(function)")
      worst.append(errors)
    }
    try WorstErrors.write(worst, as: "functions")
  }
}
