import Foundation

/// A row of the tables in `Expected`: a function at a point, with what its value and derivatives are.
struct ExpectedDerivatives {
  let function: String
  let point: [Double]
  /// By how much more than the point the first and the second derivatives change, relatively; 1 where not given.
  let conditions: [Double]
  /// The value, then the first derivatives, then the second ones, each pair once.
  let numbers: [Double]

  var first: ArraySlice<Double> { numbers[1...point.count] }
  var second: ArraySlice<Double> { numbers[(point.count + 1)...] }

  /// The rows of a table, by function, in its order.
  ///
  /// - Parameter count: How many arguments a function has.
  static func table(
    _ name: String, hasConditions: Bool = true, arguments count: (String) -> Int
  ) throws -> [(function: String, rows: [ExpectedDerivatives])] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Expected/\(name).txt")
    var table: [(function: String, rows: [ExpectedDerivatives])] = []
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    where !line.hasPrefix("#") {
      let words = line.split(separator: " ")
      let function = String(words[0])
      let numbers = words.dropFirst().compactMap { Double($0) }
      let point = Array(numbers.prefix(count(function)))
      let rest = numbers.dropFirst(point.count)
      let row = ExpectedDerivatives(
        function: function, point: point, conditions: hasConditions ? Array(rest.prefix(2)) : [1, 1],
        numbers: Array(rest.dropFirst(hasConditions ? 2 : 0)))
      if table.last?.function != function { table.append((function, [])) }
      table[table.count - 1].rows.append(row)
    }
    return table
  }
}

/// The worst relative errors found for a function.
struct WorstErrors {
  let function: String
  var points = 0
  /// Of the value, of the first and of the second derivatives.
  var errors = [0.0, 0.0, 0.0]

  /// Errors are relative to a number, or to the least normal one where it is smaller.
  static func relative(_ found: Double, _ expected: Double) -> Double {
    if found == expected { return 0 }
    guard found.isFinite, expected.isFinite else { return .infinity }
    return abs(found - expected) / max(abs(expected), .leastNormalMagnitude)
  }

  /// Errors relative to the norm.
  static func relative(_ found: ArraySlice<Double>, _ expected: ArraySlice<Double>) -> Double {
    guard found.count == expected.count else { return .infinity }
    if found.elementsEqual(expected) { return 0 }
    let pairs = zip(found, expected).filter { $0 != $1 }
    let size = max(expected.map(abs).max() ?? 0, .leastNormalMagnitude)
    guard size.isFinite, pairs.allSatisfy({ $0.0.isFinite }) else { return .infinity }
    return pairs.map { abs($0 - $1) / size }.max() ?? 0
  }

  /// Writes a table, and only where `TRAMA_ERRORS` names a folder.
  static func write(_ all: [WorstErrors], as name: String) throws {
    guard let folder = ProcessInfo.processInfo.environment["TRAMA_ERRORS"] else { return }
    func row(_ words: [String]) -> String {
      words.enumerated().map { index, word in
        let space = String(repeating: " ", count: max(0, (index == 0 ? 16 : 9) - word.count))
        return index == 0 ? word + space : space + word
      }.joined() + "\n"
    }
    let lines = all.map { worst in
      row([worst.function, String(worst.points)] + worst.errors.map { String(format: "%.1e", $0) })
    }
    let text = row(["function", "points", "value", "first", "second"]) + lines.joined()
    try text.write(toFile: folder + "/" + name + ".txt", atomically: true, encoding: .utf8)
  }
}
