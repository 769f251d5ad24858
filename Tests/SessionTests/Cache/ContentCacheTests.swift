import Crypto
import Diagnostics
import Foundation
import Graphics
import Lesson
import Testing

@testable import Session

@Suite struct ContentCacheTests {
  private func run(_ markdown: String, _ cache: MemoryCache?, name: String = "lesson.md") -> LessonOutcome {
    LessonRun(Lesson(parsing: SourceText(name: name, text: markdown))).outcome(cachedIn: cache)
  }

  private func results(_ entry: [UInt8], for key: CacheKey, of lesson: Lesson) -> LessonRun.Results? {
    let cache = MemoryCache()
    cache.keep(entry, for: key)
    return cache.results(for: key, of: lesson)
  }

  private func expectSame(_ a: LessonOutcome, _ b: LessonOutcome) {
    for (first, second) in zip(a.cells + a.inlineCells, b.cells + b.inlineCells) {
      #expect(first.outputs == second.outputs)
      #expect(first.diagnostics == second.diagnostics)
      #expect(first.fuel == second.fuel)
    }
    #expect(a.cells.count == b.cells.count && a.inlineCells.count == b.inlineCells.count)
    #expect(a.formulas == b.formulas)
    #expect(a.findings == b.findings)
  }

  /// Every lesson of the course comes back from the cache as it was.
  @Test func outcomesComeBackWhole() throws {
    let course = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "notebooks")
    let files = (FileManager.default.enumerator(atPath: course.path)?.compactMap { $0 as? String } ?? [])
      .filter { $0.hasSuffix(".md") }
    #expect(files.count > 5)
    for file in files {
      let text = try String(contentsOf: course.appending(path: file), encoding: .utf8)
      let cache = MemoryCache()
      let first = run(text, cache)
      let second = run(text, cache)
      let hasNothing = first.cells.isEmpty && first.inlineCells.isEmpty && first.formulas.isEmpty
      var figures: Set<String> = []
      for case .figure(let figure) in first.cells.flatMap(\.outputs) { figures.insert(figure.digest) }
      let isRecorded = figures == first.lesson.recordedFigures
      #expect(cache.kept == (hasNothing ? 0 : 1 + (isRecorded ? min(figures.count, 1) : figures.count)))
      expectSame(first, second)
      expectSame(first, run(text, nil))
    }
  }

  /// Verdicts of every kind come back as they were.
  @Test(arguments: ["holding", "contradicted", "scopes", "unreadable"]) func verdictsComeBackWhole(
    _ name: String
  ) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../Formulas/Lessons/\(name).md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let cache = MemoryCache()
    let first = run(text, cache)
    expectSame(first, run(text, cache))
    #expect(cache.kept == 1)
    #expect(!first.formulas.isEmpty)
  }

  private let failing = """
    ```swift
    let a: Int = 1.5
    func f() { fatalError("no") }
    ```

    ```swift
    func g(_ n: Int) -> Int { [1][n] }
    print("antes")
    g(3)
    ```

    Vale `{swift} g(7)`.

    """

  /// Diagnostics stand at the same words when the prose around their cells moves.
  @Test func diagnosticsMoveWithTheirCells() {
    let cache = MemoryCache()
    let first = run(failing, cache)
    let text =
      "---\ntitle: T\n---\n\nMás prosa, con ñ.\n\n> "
      + failing.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n> ")
    let moved = run(text, cache)
    #expect(cache.kept == 1)
    expectSame(moved, run(text, nil))
    func words(_ outcome: LessonOutcome) -> [String] {
      (outcome.cells + outcome.inlineCells).flatMap(\.diagnostics)
        .map { String(outcome.lesson.source[$0.range]) }
    }
    #expect(words(first) == words(moved))
    #expect(words(first).count == 3)
  }

  /// Whatever byte of an entry is wrong, and wherever it is cut, the lesson runs again.
  @Test func damagedEntriesAreNotBelieved() throws {
    let cache = MemoryCache()
    let good = run(failing, cache)
    let (key, entry) = try #require(cache.entries.first)
    let lesson = good.lesson
    #expect(results(entry, for: key, of: lesson) != nil)
    for index in entry.indices {
      for bit in [0x01, 0x80] as [UInt8] {
        var damaged = entry
        damaged[index] ^= bit
        #expect(results(damaged, for: key, of: lesson) == nil, "byte \(index)")
      }
      #expect(results(Array(entry[..<index]), for: key, of: lesson) == nil, "cut at \(index)")
    }
    #expect(results(entry + [0], for: key, of: lesson) == nil)
    cache.replace(key, with: Array(entry.dropLast()))
    expectSame(run(failing, cache), good)
    #expect(cache.kept == 2)
    #expect(cache.entries[key] == entry)
  }

  @Test func entriesOfOthersAreNotBelieved() throws {
    let cache = MemoryCache()
    _ = run("```swift\n1 + 1\n```\n", cache)
    let (first, two) = try #require(cache.entries.first)
    _ = run("```swift\n1 + 2\n```\n", cache)
    let (second, _) = try #require(cache.entries.first { $0.key != first })
    cache.replace(second, with: two)
    #expect(run("```swift\n1 + 2\n```\n", cache).cells[0].outputs == [.value("3")])
    #expect(cache.kept == 3)
  }

  /// With a right digest, too, wrong contents are refused and do no harm.
  @Test func hostileContentsAreRefused() throws {
    let cache = MemoryCache()
    let good = run(failing, cache)
    let (key, entry) = try #require(cache.entries.first)
    let body = entry.count - SHA256Digest.byteCount
    // The signature and the key come first.
    let start = 6 + SHA256Digest.byteCount
    for index in start..<body {
      for value in [0, 1, 0x7F, 0xFF, entry[index] &+ 1] as [UInt8] {
        var bytes = Array(entry[..<body])
        bytes[index] = value
        bytes += SHA256.hash(data: bytes)
        guard let results = results(bytes, for: key, of: good.lesson) else { continue }
        // What can be read has the right shape, and placing it must not fail.
        #expect(results.cells.count == good.cells.count)
        cache.replace(key, with: bytes)
        _ = run(failing, cache).findings
      }
    }
  }
}
