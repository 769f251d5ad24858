import Diagnostics
import Foundation
import Lesson
import Session
import Testing

@testable import Commands

@Suite struct CacheFolderTests {
  private func cache(_ folder: Workspace, program: String = "p") -> CacheFolder {
    CacheFolder(folder("runs"), program: Array(program.utf8))
  }

  private func run(_ code: String, _ cache: CacheFolder) -> LessonOutcome {
    let source = SourceText(name: "a.md", text: "```swift\n\(code)\n```\n")
    return LessonRun(Lesson(parsing: source)).outcome(cachedIn: cache)
  }

  @Test func entriesOutliveTheProcess() throws {
    let folder = Workspace()
    let first = run("1 + 1", cache(folder))
    let names = folder.snapshot("runs").keys.sorted()
    #expect(names.count == 1 && names[0].count == 64)
    let later = cache(folder)
    #expect(run("1 + 1", later).cells[0].outputs == first.cells[0].outputs)
    #expect(!later.hasWritten)
    // Another build of the program believes nothing of it.
    let other = cache(folder, program: "q")
    #expect(run("1 + 1", other).cells[0].outputs == first.cells[0].outputs)
    #expect(other.hasWritten)
  }

  @Test func withoutAFolderThereIsNoCache() {
    let folder = Workspace(["file": ""])
    for path in ["file", "file/below", "\u{0}"] {
      let cache = CacheFolder(folder(path), program: [1])
      #expect(run("1 + 1", cache).cells[0].outputs == [.value("2")])
      cache.trim(to: 0)
    }
    #expect(folder.snapshot() == ["file": []])
  }

  @Test func foldersInThePlaceOfEntriesAreLeftAlone() throws {
    let folder = Workspace()
    _ = run("1 + 1", cache(folder))
    let name = try #require(folder.snapshot("runs").keys.first)
    try FileManager.default.removeItem(atPath: folder("runs/" + name))
    folder.write("x", to: "runs/\(name)/y")
    let again = cache(folder)
    #expect(run("1 + 1", again).cells[0].outputs == [.value("2")])
    again.trim(to: 0)
    #expect(folder.text("runs/\(name)/y") == "x")
  }

  @Test func trimmingRemovesWhatWasNotUsedForTheLongestTime() throws {
    let folder = Workspace(["runs/notes.txt": "mine"])
    let cache = cache(folder)
    for number in 0..<8 {
      let before = Set(folder.snapshot("runs").keys)
      _ = run("\(number) + 1", cache)
      let new = try #require(Set(folder.snapshot("runs").keys).subtracting(before).first)
      // Older ones first; the file system's clock is too coarse to tell.
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: Double(1000 + number))],
        ofItemAtPath: folder("runs/" + new))
    }
    _ = run("0 + 1", cache)  // is used now
    cache.trim(to: 8 * 4096)
    #expect(folder.snapshot("runs").count == 9)
    cache.trim(to: 4 * 4096)
    #expect(folder.snapshot("runs").count == 4)
    #expect(folder.text("runs/notes.txt") == "mine")
    let later = self.cache(folder)
    for number in [0, 6, 7] { _ = run("\(number) + 1", later) }
    #expect(!later.hasWritten)
    _ = run("5 + 1", later)
    #expect(later.hasWritten)
  }

  @Test func leftoversOfKilledProcessesGo() throws {
    let name = String(repeating: "a", count: 64)
    let folder = Workspace(["runs/.\(name).1-1": "old", "runs/.\(name).1-2": "new"])
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1000)], ofItemAtPath: folder("runs/.\(name).1-1"))
    let cache = cache(folder)
    _ = run("1 + 1", cache)
    cache.trim()
    #expect(folder.bytes("runs/.\(name).1-1") == nil)
    #expect(folder.text("runs/.\(name).1-2") == "new")
  }

  @Test func manyAtOnceDisturbNobody() {
    let folder = Workspace()
    // As many processes: each with an object of its own.
    let path = folder("runs")
    let outcomes = Workers.map(Array(0..<60), jobs: 6) { number in
      run("\(number % 5) + 1", CacheFolder(path, program: [1])).cells[0].outputs
    }
    #expect(outcomes == (0..<60).map { [.value("\($0 % 5 + 1)")] })
    #expect(folder.snapshot("runs").count == 5)
  }

  @Test func thePlaceIsThatOfTheSystem() {
    func place(_ variables: [String: String]) -> String? { CacheFolder.place { variables[$0] } }
    #expect(place(["TRAMA_CACHE": "/t", "HOME": "/h"]) == "/t")
    #expect(place(["TRAMA_CACHE": "", "HOME": "/h"]) == nil)
    #expect(place([:]) == nil)
    #expect(place(["HOME": "h"]) == nil)
    #if canImport(Darwin)
      #expect(place(["HOME": "/h"]) == "/h/Library/Caches/trama")
    #else
      #expect(place(["HOME": "/h"]) == "/h/.cache/trama")
      #expect(place(["HOME": "/h", "XDG_CACHE_HOME": "/x"]) == "/x/trama")
      #expect(place(["HOME": "/h", "XDG_CACHE_HOME": "x"]) == "/h/.cache/trama")
    #endif
  }

  @Test func theProgramIsKnown() throws {
    let text = String(decoding: try #require(ProgramIdentity.bytes), as: UTF8.self)
    #expect(text.hasPrefix("trama \(Version.current)\n"))
    #expect(text.split(separator: "\n").count > 1)
  }
}
