import Foundation
import Testing

@testable import Formula

/// Every file of `Golden` holds formulas, each a line `inline TEX` or `display TEX` with its MathML on the
/// next.
///
/// The MathML is what stands inside `<math>`.
/// `TRAMA_RECORD=1 swift test --filter GoldenTests` rewrites it; read the difference before you keep it.
@Suite struct GoldenTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Golden")
  static let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?.sorted() ?? []

  @Test func someFilesAreFound() {
    #expect(Self.names.count >= 10)
  }

  @Test(arguments: names) func agrees(_ name: String) throws {
    let file = Self.folder.appending(path: name)
    let recorded = try String(contentsOf: file, encoding: .utf8)
    var actual = ""
    for line in recorded.split(separator: "\n") where line.hasPrefix("inline ") || line.hasPrefix("display ")
    {
      let isDisplay = line.hasPrefix("display ")
      let tex = String(line.drop { $0 != " " }.dropFirst())
      let formula = try Formula(parsing: tex)
      let content = try #require(Self.inner(formula.mathML(display: isDisplay)))
      actual += "\(actual.isEmpty ? "" : "\n")\(line)\n\(content)\n"
    }
    if ProcessInfo.processInfo.environment["TRAMA_RECORD"] != nil {
      try actual.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(actual == recorded)
  }

  private static func inner(_ mathML: String) -> Substring? {
    guard let start = mathML.firstIndex(of: ">") else { return nil }
    return mathML[mathML.index(after: start)...].dropLast("</math>".count)
  }
}
