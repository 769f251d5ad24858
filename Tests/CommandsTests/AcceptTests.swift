import Foundation
import Testing

@testable import Commands

@Suite struct AcceptTests {
  private static let stale = "```swift #f\r\n13.0\r\n```\r\n\r\n~~~ output\r\n1\r\n~~~\r\n  fin"

  @Test func saysWhatItChanges() {
    let folder = Workspace(["a.md": Self.stale])
    let ended = folder.trama("accept", "@a.md")
    #expect(
      ended.output == """
        a.md:6: accepted the output of cell #f
            - 1
            + 13.0
        accepted 1 output in 1 lesson

        """)
    #expect(ended.status == 0)
    #expect(folder.text("a.md") == Self.stale.replacing("\r\n1\r\n", with: "\r\n13.0\r\n"))
    #expect(folder.trama("accept", "@a.md") == Ended(output: "nothing to accept\n", errors: "", status: 0))
    #expect(folder.snapshot().keys.sorted() == ["a.md"])
  }

  @Test func leavesFailingLessonsAlone() {
    let lesson = Self.stale + "\r\n\r\n```swift\r\nnada\r\n```\r\n"
    let folder = Workspace(["a.md": lesson, "b.md": Self.stale])
    let ended = folder.trama("accept", "@a.md", "@b.md")
    #expect(ended.status == 1)
    #expect(ended.errors.hasPrefix("a.md:11:1: error: "))
    #expect(ended.output.hasSuffix("accepted 1 output in 1 lesson\n"))
    #expect(folder.text("a.md") == lesson)
  }

  @Test func keepsPermissionsAndLinks() throws {
    let folder = Workspace(["a.md": Self.stale])
    let manager = FileManager.default
    try manager.setAttributes([.posixPermissions: 0o640], ofItemAtPath: folder("a.md"))
    try manager.createSymbolicLink(atPath: folder("link.md"), withDestinationPath: "a.md")
    #expect(folder.trama("accept", "@link.md").status == 0)
    #expect(folder.text("a.md")?.contains("13.0\r\n~~~") == true)
    #expect(try manager.destinationOfSymbolicLink(atPath: folder("link.md")) == "a.md")
    #expect(try manager.attributesOfItem(atPath: folder("a.md"))[.posixPermissions] as? Int == 0o640)
  }

  @Test func refusesFilesThatChangedMeanwhile() {
    let folder = Workspace(["a.md": "new"])
    #expect(throws: FileFailure.self) {
      try Disk.replace(folder("a.md"), old: Array("old".utf8), with: Array("newer".utf8))
    }
    #expect(folder.snapshot() == ["a.md": Array("new".utf8)])
  }
}
