import Testing

@testable import Weave

@Suite struct SitePathTests {
  @Test(arguments: [
    ("a.html", "b.html", "b.html"),
    ("es/a.html", "es/b.html", "b.html"),
    ("es/a.html", "assets/b.css", "../assets/b.css"),
    ("es/x/a.html", "es/b.html", "../b.html"),
    ("index.html", "es/b.html", "es/b.html"),
    ("es/a.html", "es/es/b.html", "es/b.html"),
    ("es/a.html", "es/qué tal:1.html", "qu%C3%A9%20tal%3A1.html"),
    ("a/b/c.html", "a/b", "../b"),
  ])
  func relative(_ file: String, _ target: String, _ expected: String) {
    let reference = SitePath.relative(from: file, to: target)
    #expect(reference == expected)
    #expect(SitePath.resolve(reference, from: file) == target)
  }

  @Test(arguments: [
    ("b.md", "es/b.md"), ("../b.md", "b.md"), ("./x/../b.md", "es/b.md"), ("/b.md", "b.md"),
    ("a%20b.md", "es/a b.md"), ("a%2", "es/a%2"), ("%zz", "es/%zz"),
  ])
  func resolve(_ reference: String, _ expected: String) {
    #expect(SitePath.resolve(reference, from: "es/a.md") == expected)
  }

  @Test func nothingLeavesTheRoot() {
    for reference in ["../../b", "%2e%2e/../b", "/../b", "x/../../../b"] {
      #expect(SitePath.resolve(reference, from: "es/a.md") == nil)
    }
  }
}
