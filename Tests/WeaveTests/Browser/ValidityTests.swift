import Foundation
import Testing

/// Every page of the course is valid HTML to the W3C's checker; skipped where `TRAMA_VNU` names no `vnu.jar` or
/// there is no Java.
@Suite(
  .enabled(
    if: Programs.file("TRAMA_VNU") != nil && Programs.path("java") != nil,
    "TRAMA_VNU names no vnu.jar, or there is no java: see CONTRIBUTING.md"))
struct ValidityTests {
  @Test func pagesAreValid() throws {
    let site = try WovenCourse.notebooks.get()
    #expect(site.pages.contains("search.html"))
    #expect(try problems(in: site.path) == [])
  }

  @Test func problemsAreFound() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "trama-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let page = "<!DOCTYPE html><html lang=\"en\"><title>x</title><p><div></div></p></html>"
    try Data(page.utf8).write(to: folder.appending(path: "a.html"))
    #expect(try problems(in: folder.path).count == 1)
  }

  /// What the checker calls errors in the pages of a folder.
  private func problems(in folder: String) throws -> [String] {
    let process = Process()
    process.executableURL = URL(filePath: try #require(Programs.path("java")))
    let jar = try #require(Programs.file("TRAMA_VNU"))
    process.arguments = [
      "-jar", jar, "--stdout", "--exit-zero-always", "--errors-only", "--skip-non-html", folder,
    ]
    let said = Pipe()
    process.standardOutput = said
    try process.run()
    let bytes = try said.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}
