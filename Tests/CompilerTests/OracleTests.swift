import Diagnostics
import Foundation
import Session
import Testing

/// The real compiler's own derivatives, `_Differentiation`, as a witness of those of cells.
///
/// The files of `Oracle/Cells` run both ways, behind a prelude each. A derivative of the real compiler counts where
/// it is the same with and without optimisation and central differences agree; where it does not count,
/// `Oracle/KnownDefects.txt` says why.
@Suite(.serialized, .enabled(if: Oracle.isAvailable, "no 'swiftc' on the path that knows derivatives"))
struct OracleTests {
  @Test func derivativesAreThoseOfTheRealCompiler() throws {
    let witness = try Witness(#require(Witness.compiler))
    defer { witness.remove() }
    let programs = Oracle.files.flatMap { file in ["-Onone", "-O"].map { (file, $0) } }
    let printed = inPairs(programs) { (file, option) in
      Result {
        try Oracle.checks(witness.output(of: Oracle.program(file, for: .compiler), options: [option]))
      }
    }
    var names: [String] = []
    for (index, file) in Oracle.files.enumerated() {
      let plain = try printed[2 * index].get()
      let optimised = try printed[2 * index + 1].get()
      let source = SourceText(name: file, text: try Oracle.program(file, for: .cells))
      let outcome = CompilerTests.run(source)
      #expect(outcome.explained(in: source) == "")
      let ours = try Oracle.checks(outcome.printed)
      let count = try Oracle.text("Cells/" + file).components(separatedBy: "\ncheck(").count - 1
      try #require(ours.count == count && plain.count == count && optimised.count == count, "\(file)")
      for ((plain, optimised), found) in zip(zip(plain, optimised), ours) {
        names.append(found.name)
        try compare(found, plain, optimised)
      }
    }
    #expect(Set(names).count == names.count)
    #expect(Oracle.defects.isSubset(of: names))
    #expect(names.count - Oracle.defects.count >= 90)
  }

  private func compare(_ found: Oracle.Check, _ plain: Oracle.Check, _ optimised: Oracle.Check) throws {
    try #require(found.name == plain.name && found.name == optimised.name)
    try #require(found.slopes.count == plain.slopes.count && found.slopes.count == optimised.slopes.count)
    #expect(found.values == plain.values && found.values == optimised.values, "\(found.name)")
    #expect(found.agreesWithDifferences, "\(found.name): \(found.slopes), not \(found.differences)")
    guard plain.agreesWithDifferences, plain.isClose(to: optimised) else {
      #expect(Oracle.defects.contains(found.name), "\(found.name): \(plain.slopes) and \(optimised.slopes)")
      return
    }
    #expect(found.isClose(to: plain), "\(found.name): \(found.slopes), not \(plain.slopes)")
  }
}

/// Programs of the folder `Oracle`.
enum Oracle {
  /// What a call of `check` printed.
  struct Check {
    let name: String
    let values: [Double]
    let slopes: [Double]
    let differences: [Double]

    var agreesWithDifferences: Bool {
      slopes.count == differences.count
        && zip(slopes, differences).allSatisfy { abs($0 - $1) <= 1e-6 * max(1, abs($1)) }
    }

    /// Whether the derivatives are the same, up to the order in which sums were taken.
    func isClose(to other: Check) -> Bool {
      let size = other.slopes.map(abs).max() ?? 0
      return zip(slopes, other.slopes).allSatisfy { abs($0 - $1) <= 1e-12 * size }
    }
  }

  enum Reader { case compiler, cells }

  static let folder = Corpus.folder.appending(path: "Oracle")

  static let files: [String] = {
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "Cells").path)) ?? []
    return names.filter { $0.hasSuffix(".swift.txt") }.sorted()
  }()

  /// The checks of `KnownDefects.txt`.
  static let defects: Set<String> = Set(
    ((try? text("KnownDefects.txt")) ?? "").split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { String($0.prefix { $0 != ":" }) })

  /// Whether there is a real compiler with the library that differentiates.
  static let isAvailable: Bool = {
    guard let compiler = Witness.compiler, let witness = try? Witness(compiler) else { return false }
    defer { witness.remove() }
    let program = "import _Differentiation\nprint(gradient(at: 3.0) { x in x * x })\n"
    return (try? witness.output(of: program)) == "6.0\n"
  }()

  static func text(_ file: String) throws -> String {
    try String(contentsOf: folder.appending(path: file), encoding: .utf8)
  }

  static func program(_ file: String, for reader: Reader) throws -> String {
    let prelude = try text(reader == .compiler ? "Prelude.swift.txt" : "CellPrelude.swift.txt")
    return prelude + (try text("Report.swift.txt")) + (try text("Cells/" + file))
  }

  /// Reads lines `name: values | derivatives | differences`.
  static func checks(_ printed: String) throws -> [Check] {
    try printed.split(separator: "\n").map { line in
      let name = line.prefix { $0 != ":" }
      let parts = line.dropFirst(name.count + 1).split(separator: "|")
        .map { $0.split(separator: " ").compactMap { Double($0) } }
      try #require(parts.count == 3, "\(line)")
      return Check(name: String(name), values: parts[0], slopes: parts[1], differences: parts[2])
    }
  }
}
