import Foundation
import Testing

@testable import Commands

/// Commands with a cache say and write what they do without.
@Suite struct CachedCheckTests {
  private let lesson = """
    Prosa.

    ```swift
    nada
    ```

    ```swift
    print(2 + 2)
    ```

    ```output
    5
    ```

    """

  @Test func findingsAreTheSame() {
    let folder = Workspace(["a.md": lesson])
    let cache = CacheFolder(folder("cache"), program: [1])
    let cold = folder.trama("check", "--no-cache", "@a.md", cache: cache)
    #expect(folder.bytes("cache") == nil && !cache.hasWritten)
    #expect(cold.status == 1)
    #expect(folder.trama("check", "@a.md", cache: cache) == cold)
    #expect(cache.hasWritten)
    #expect(folder.trama("check", "@a.md", cache: cache) == cold)
    #expect(folder.snapshot("cache").count == 2)  // the run, and the links, of which there are none
    folder.write("Más prosa.\n\n" + lesson, to: "a.md")
    let moved = folder.trama("check", "@a.md", cache: cache)
    #expect(moved == folder.trama("check", "--no-cache", "@a.md"))
    #expect(moved.output.contains("a.md:6:1: error"))
    #expect(folder.snapshot("cache").count == 3)  // the links of the other text
  }

  @Test(.enabled(if: Executable.path != nil, "the 'trama' executable is not beside the tests"))
  func theEnvironmentNamesTheFolder() throws {
    let folder = Workspace(["a.md": lesson])
    let cold = try Executable.run(["check", "--no-cache", "a.md"], in: folder.path)
    let place = ["TRAMA_CACHE": folder("cache")]
    for _ in 0..<2 {
      #expect(try Executable.run(["check", "a.md"], in: folder.path, environment: place) == cold)
      #expect(folder.snapshot("cache").count == 3)  // the folder of entries, the run and the links
    }
    #expect(
      try Executable.run(["check", "a.md"], in: folder.path, environment: ["TRAMA_CACHE": "/dev/null/x"])
        == cold)
  }
}
