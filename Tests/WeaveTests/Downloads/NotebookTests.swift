import Foundation
import Session
import Testing

@testable import Weave

@Suite struct NotebookTests {
  private typealias Object = [String: Any]

  private static func notebook(_ markdown: String) throws -> [String: Any] {
    let outcome = LessonOutcome(recorded: markdown)
    let json = Notebook(of: outcome, drawings: FigureDrawings(of: outcome, language: "es")).json
    return try #require(try JSONSerialization.jsonObject(with: Data(json)) as? Object)
  }

  /// Id and source of each cell, and kind and media types of each of its outputs.
  private static func dump(_ markdown: String) throws -> [String] {
    let cells = try #require(try notebook(markdown)["cells"] as? [Object])
    return cells.map { cell in
      let outputs = (cell["outputs"] as? [Object] ?? []).map { output in
        let types = (output["data"] as? Object ?? [:]).keys.sorted()
        return ([output["output_type"] as? String ?? "?"] + types).joined(separator: " ")
      }
      let words = [cell["id"] as? String ?? "?", cell["source"] as? String ?? "?"] + outputs
      return words.joined(separator: " | ")
    }
  }

  @Test func textCellsAndWhatTheyShow() throws {
    let dump = try Self.dump(
      """
      ---
      title: Uno y `{swift} 1 + 1 => 2`
      ---

      Vale `{swift} x => 3.5`, y `` {swift} y => a`b ``.

      ```swift
      //| fig-cap: La curva
      let x = 1
      plot(x)
      ```

      ```output
      [figure] La curva
      ```

      Sigue.

      ```swift eval=false
      nada
      ```

      ```swift error=true
      [1][2]
      ```

      ```output
      error: fuera
      ```

      ```swift
      print("a")
      ```

      ```output
      a
      ```
      """)
    #expect(
      dump == [
        "text-1 | # Uno y 2",
        "text-2 | Vale `3.5`, y ``a`b``.",
        "cell-1 | let x = 1\nplot(x) | display_data image/svg+xml text/plain",
        "text-3 | Sigue.\n\n```swift eval=false\nnada\n```",
        "cell-3 | [1][2] | error",
        "cell-4 | print(\"a\") | stream",
      ])
  }

  @Test func cellsInQuotesAndLists() throws {
    let dump = try Self.dump(
      """
      > Cita.
      >
      > ```swift
      > 1
      > ```
      >
      > ```output
      > 1
      > ```
      >
      > Más.

      1. Punto

          ```swift
          2
          ```

          Detrás.

      Fin.
      """)
    #expect(
      dump == [
        "text-1 | > Cita.", "cell-1 | 1 | execute_result text/plain", "text-2 | > Más.\n\n1. Punto",
        "cell-2 | 2", "text-3 | Detrás.\n\nFin.",
      ])
  }

  @Test func whatReadersDoNotSeeIsHidden() throws {
    let text = "```swift echo=false\n1\n```\n\n```output\n1\n```\n\n```swift output=false\n2\n```\n"
    let cells = try #require(try Self.notebook(text)["cells"] as? [Object])
    let hidden = cells.map { (($0["metadata"] as? Object)?["jupyter"] as? Object)?["source_hidden"] as? Bool }
    #expect(hidden == [true, nil])
    #expect(cells.map { ($0["outputs"] as? [Any])?.count } == [1, 0])
  }

  /// What nbformat.v4.5.schema.json asks of a notebook, as far as ours go.
  @Test(arguments: GoldenTests.names) func keepsToTheFormat(_ name: String) throws {
    let file = GoldenTests.folder.appending(path: name).appending(path: "lesson.md")
    let notebook = try Self.notebook(String(contentsOf: file, encoding: .utf8))
    #expect(notebook["nbformat"] as? Int == 4)
    #expect(notebook["nbformat_minor"] as? Int == 5)
    let cells = try #require(notebook["cells"] as? [Object])
    let ids = try cells.map { try #require($0["id"] as? String) }
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { $0.wholeMatch(of: /[a-zA-Z0-9_-]{1,64}/) != nil })
    for cell in cells {
      #expect(cell["source"] is String && cell["metadata"] is Object)
      switch cell["cell_type"] as? String {
      case "markdown": #expect(cell["outputs"] == nil && cell["execution_count"] == nil)
      case "code": #expect(cell["outputs"] is [Object] && cell["execution_count"] is Int)
      default: Issue.record("the kind of a cell")
      }
      for output in cell["outputs"] as? [Object] ?? [] {
        let needed: [String: Set<String>] = [
          "stream": ["name", "text"], "display_data": ["data", "metadata"],
          "execute_result": ["data", "metadata", "execution_count"],
          "error": ["ename", "evalue", "traceback"],
        ]
        let kind = try #require(output["output_type"] as? String)
        #expect(Set(output.keys).subtracting(["output_type"]) == needed[kind])
      }
    }
  }
}
