import Foundation
import Testing

@testable import Formula

/// Every line of the files in `Corpus` is a formula that must be shown, in both styles and as plain text.
///
/// `commands` holds what KaTeX's tables of commands hold; the others are formulas as courses write them.
@Suite struct CorpusTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Corpus")
  static let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?.sorted() ?? []

  @Test func someFilesAreFound() {
    #expect(Self.names.count >= 4)
  }

  @Test(arguments: names) func isShown(_ name: String) throws {
    let file = Self.folder.appending(path: name)
    for tex in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      do throws(FormulaError) {
        let formula = try Formula(parsing: String(tex))
        for display in [false, true] {
          let fault = MarkupChecker.fault(in: formula.mathML(display: display))
          #expect(fault == nil, "\(tex)")
        }
        let text = formula.plainText
        #expect(text.split(whereSeparator: \.isNewline).count <= 1, "\(tex)")
        #expect(text.utf8.count < 8 * tex.utf8.count + 8, "\(tex)")
      } catch {
        let marked = String(decoding: Array(tex.utf8)[error.range], as: UTF8.self)
        Issue.record("\(tex)\n\(error.message), at \(marked)")
      }
    }
  }
}
