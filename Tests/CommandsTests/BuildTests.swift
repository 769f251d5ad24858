import Foundation
import Testing

@testable import Commands

@Suite struct BuildTests {
  @Test func buildsBesideTheCourse() {
    let folder = Workspace(oneLesson)
    let ended = folder.trama("build", "@notebooks")
    #expect(ended == Ended(output: "the site is in site; open site/index.html\n", errors: "", status: 0))
    #expect(folder.text("site/index.html") != nil)
    #expect(folder.text("site/es/uno.html")?.contains("13.25") == true)
    #expect(folder.text("site/.trama-site")?.isEmpty == false)
    #expect(Set(folder.snapshot().keys.map { $0.prefix { $0 != "/" } }) == ["notebooks", "site"])
  }

  @Test func sitesAreReproducible() {
    let folder = Workspace(oneLesson)
    var lessons = ["es/uno.md"]
    for index in 0..<8 {
      folder.write(
        "---\ntitle: L\(index)\n---\n\n```swift\n\(index).5\n```\n", to: "notebooks/es/l\(index).md")
      lessons.append("es/l\(index).md")
    }
    folder.write(
      "title: C\nlanguages: [es]\nparts:\n  - title: P\n    lessons: [\(lessons.joined(separator: ", "))]\n",
      to: "notebooks/course.yml")
    #expect(folder.trama("build", "@notebooks", "--jobs", "1").status == 0)
    let first = folder.snapshot("site")
    #expect(first.count > 10)
    #expect(folder.trama("build", "@notebooks", "--jobs", "4").status == 0)
    #expect(folder.snapshot("site") == first)
    #expect(folder.trama("build", "@notebooks", "--output", "@other/deep").status == 0)
    #expect(folder.snapshot("other/deep") == first)
  }

  @Test func newSitesReplaceOldOnesWholly() {
    let folder = Workspace(prose)
    #expect(folder.trama("build", "@notebooks").status == 0)
    folder.write("left over", to: "site/old/page.html")
    #expect(folder.trama("build", "@notebooks").status == 0)
    #expect(folder.text("site/old/page.html") == nil)
  }

  /// Files that did not change keep their dates, which tells those who copy a site what to copy.
  @Test func unchangedFilesAreNotWrittenAgain() throws {
    let folder = Workspace(prose)
    #expect(folder.trama("build", "@notebooks").status == 0)
    let names = folder.snapshot("site").keys
    let style = "site/" + (try #require(names.first { $0.hasSuffix(".css") }))
    let page = "site/es/uno.html"
    let files = FileManager.default
    let old = Date(timeIntervalSince1970: 1_000_000_000)
    func date(_ name: String) throws -> Date? {
      try files.attributesOfItem(atPath: folder(name))[.modificationDate] as? Date
    }
    func build() throws {
      for name in [style, page] {
        try files.setAttributes([.modificationDate: old], ofItemAtPath: folder(name))
      }
      #expect(folder.trama("build", "@notebooks").status == 0)
    }
    folder.write("---\ntitle: Uno\n---\n\nOtro.\n", to: "notebooks/es/uno.md")
    try build()
    #expect(try date(style) == old && date(page) != old)
    #expect(try #require(folder.text(page)).contains("Otro."))

    // Whose permissions are others, or what a link leads to, is no file of a site.
    try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: folder(style))
    try files.moveItem(atPath: folder(page), toPath: folder("page.html"))
    try files.createSymbolicLink(atPath: folder(page), withDestinationPath: folder("page.html"))
    try build()
    #expect(try date(style) != old && date(page) != old)
    let kind = try files.attributesOfItem(atPath: folder(page))[.type] as? FileAttributeType
    #expect(kind == .typeRegular)
  }

  @Test(arguments: [
    "```swift\nnada\n```\n", "```swift\n//| fuel: 1000\nwhile true {}\n```\n", "```swift fule=3\n1.0\n```\n",
    "```swift\n1.0\n",
    "```swift error=true\nlet x = 1\n```\n",
  ])
  func errorsLeaveTheOldSiteUntouched(_ lesson: String) {
    let folder = Workspace(prose)
    #expect(folder.trama("build", "@notebooks").status == 0)
    let before = folder.snapshot("site")
    folder.write(lesson, to: "notebooks/es/uno.md")
    let ended = folder.trama("build", "@notebooks")
    #expect(ended.status == 1)
    #expect(ended.output == "")
    #expect(ended.errors.hasPrefix("notebooks/es/uno.md:"))
    #expect(ended.errors.hasSuffix("1 error; the site was not changed\n"))
    #expect(folder.snapshot("site") == before)
    #expect(Set(folder.snapshot().keys.map { $0.prefix { $0 != "/" } }) == ["notebooks", "site"])
  }

  @Test func coursesBringThemesAndHomePages() throws {
    let folder = Workspace(prose)
    folder.write("p { color: red }", to: "notebooks/theme/theme.css")
    folder.write("# Bienvenida\n\n[Uno](uno.md)\n", to: "notebooks/es/index.md")
    #expect(folder.trama("build", "@notebooks").status == 0)
    let styles = folder.snapshot("site").filter { $0.key.hasSuffix(".css") }.map(\.value)
    #expect(styles.map { String(decoding: $0.suffix(16), as: UTF8.self) } == ["p { color: red }"])
    #expect(try #require(folder.text("site/index.html")).contains("<a href=es/uno.html>Uno</a>"))
    #expect(folder.trama("check", "--course", "@notebooks").status == 0)
  }

  @Test func themesThatAreWrongLeaveTheOldSite() {
    let folder = Workspace(prose)
    #expect(folder.trama("build", "@notebooks").status == 0)
    let before = folder.snapshot("site")
    folder.write("<p>\n{{titel}}\n", to: "notebooks/theme/home.mustache")
    folder.write([0xFF], to: "notebooks/theme/theme.css")
    let ended = folder.trama("build", "@notebooks")
    #expect(
      ended.errors == """
        notebooks/theme/home.mustache:2:1: error: 'titel' is no value of this template; did you mean 'title'?
            2 | {{titel}}
              | ^~~~~~~~~
        notebooks/theme/theme.css: error: byte 0 (line 1, column 1) is not valid UTF-8; save the file as UTF-8
        2 errors; the site was not changed

        """)
    #expect(folder.snapshot("site") == before)
  }

  @Test func staleRecordingsDoNotStopABuild() {
    let folder = Workspace(oneLesson)
    folder.write("```swift\n1.0\n```\n\n```output\n2.0\n```\n", to: "notebooks/es/uno.md")
    #expect(folder.trama("build", "@notebooks").status == 0)
  }

  @Test func foreignFoldersAreNeverReplaced() {
    let folder = Workspace(prose)
    folder.write("mine", to: "site/thesis.txt")
    let ended = folder.trama("build", "@notebooks")
    #expect(ended.status == 1)
    #expect(
      ended.errors == """
        site: error: this folder holds files that 'trama build' did not write, so it is not replaced
          note: choose an empty folder with '--output'
        1 error; the site was not changed

        """)
    #expect(folder.snapshot("site") == ["thesis.txt": Array("mine".utf8)])
    let inside = Workspace(prose)
    #expect(inside.trama("build", "@notebooks", "--output", "@").status == 1)
    #expect(inside.trama("build", "@notebooks", "--output", "@notebooks").status == 1)
    inside.write("", to: ".trama-site")
    let outside = inside.trama("build", "@notebooks", "--output", "@")
    #expect(outside.errors.contains("the course lies inside"))
    #expect(inside.text("notebooks/course.yml") == prose["notebooks/course.yml"])
  }

  @Test func foldersChangePlacesAtOnce() {
    let folder = Workspace(["a/one": "1", "b/two": "2"])
    guard Disk.exchange(folder("a"), folder("b")) else { return }
    #expect(folder.text("a/two") == "2")
    #expect(folder.text("b/one") == "1")
    #expect(!Disk.exchange(folder("a"), folder("nothing")))
    #expect(folder.text("a/two") == "2")
  }

  @Test func killedBuildsAreCleanedUp() {
    let folder = Workspace(prose)
    #expect(folder.trama("build", "@notebooks").status == 0)
    let site = folder.snapshot("site")
    try? FileManager.default.moveItem(atPath: folder("site"), toPath: folder(".site.trama-old"))
    folder.write("", to: ".site.trama-new/.trama-site")
    folder.write("half", to: ".site.trama-new/index.html")
    #expect(folder.trama("build", "@notebooks").status == 0)
    #expect(folder.snapshot("site") == site)
    #expect(Set(folder.snapshot().keys.map { $0.prefix { $0 != "/" } }) == ["notebooks", "site"])
  }

  @Test func sitesBehindLinksAreReplacedInPlace() throws {
    let folder = Workspace(prose)
    try FileManager.default.createDirectory(atPath: folder("real"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: folder("site"), withDestinationPath: "real")
    #expect(folder.trama("build", "@notebooks").status == 0)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder("site")) == "real")
    #expect(folder.text("real/index.html") != nil)
  }

  @Test func linksToNothingAreNotReplaced() throws {
    let folder = Workspace(prose)
    try FileManager.default.createSymbolicLink(atPath: folder("site"), withDestinationPath: "gone")
    #expect(folder.trama("build", "@notebooks").errors.contains("a symbolic link that leads nowhere"))
  }

  @Test func failedWritesLeaveTheOldSite() {
    let folder = Workspace(prose)
    let site = SiteFolder(folder("site"))
    let before: [(path: String, bytes: [UInt8])] = [("a/b.html", [1, 2]), ("index.html", [3])]
    #expect(throws: Never.self) { try site.replace(with: before) }
    let snapshot = folder.snapshot("site")
    // A file and a folder of one name cannot both be written.
    #expect(throws: FileFailure.self) { try site.replace(with: [("a", [1]), ("a/b", [2])]) }
    #expect(folder.snapshot("site") == snapshot)
    #expect(Set(folder.snapshot().keys.map { $0.prefix { $0 != "/" } }) == ["notebooks", "site"])
  }

  /// The site in the repository is what a build makes, which continuous integration checks.
  @Test(arguments: ["es", "en"])
  func theFirstLessonIsLight(_ language: String) throws {
    let site = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../site")
    let page = try String(
      contentsOf: site.appending(path: "\(language)/derivada-y-descenso-del-gradiente.html"), encoding: .utf8)
    #expect(page.utf8.count <= 45_000)
    let loaded = page.matches(of: /<(?:link rel=(?:icon|stylesheet) href|script src)=([^ >]*)/).map(
      \.output.1)
    #expect(loaded.count == 3 && loaded.allSatisfy { $0.hasPrefix("../assets/trama.") })
  }

  @Test func anotherBuildIsRefused() throws {
    let folder = Workspace(prose)
    let lock = try FolderLock(folder(""))
    let ended = folder.trama("build", "@notebooks")
    #expect(ended.errors.contains("another build is writing into this folder"))
    lock.release()
    #expect(folder.trama("build", "@notebooks").status == 0)
  }

  @Test(arguments: [
    ("notebooks", "site"), ("a/b", "a/site"), ("/a/", "/site"), ("./c", "site"), ("../c", "../site"),
  ])
  func siteBeside(_ course: String, _ site: String) {
    #expect(Build.siteBeside(course) == site)
  }
}
