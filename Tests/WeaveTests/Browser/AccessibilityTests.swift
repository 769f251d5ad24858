import Foundation
import Testing

extension BrowserTests {
  /// What axe finds on every page of the course, in both themes; skipped where `TRAMA_AXE` names no
  /// `axe.min.js`.
  @Suite(
    .enabled(if: Programs.file("TRAMA_AXE") != nil, "TRAMA_AXE names no axe.min.js: see CONTRIBUTING.md"))
  struct Accessibility {
    @Test func pagesKeepNobodyOut() async throws {
      let site = try WovenCourse.notebooks.get()
      let browser = try #require(Browser.current)
      try await browser.resize(width: 1_440)
      for page in site.pages {
        try await browser.open(site(page))
        try await expectNone(in: "light", page)
        // Only colours differ.
        try await expectNone(in: "dark", page, rules: ["color-contrast"])
      }
    }

    @Test(arguments: ["light", "dark"])
    func theSearchDialogKeepsNobodyOut(_ theme: String) async throws {
      let browser = try await BrowserTests.open("es/telar.html")
      try await browser.press("/")
      try await browser.wait("document.activeElement.matches('dialog input')")
      try await browser.press("telar")
      try await browser.wait("document.querySelector('dialog [role=status]').textContent !== ''")
      try await expectNone(in: theme, "dialog")
    }

    @Test(arguments: ["search.html?q=telar", "en/search.html?q=loom"])
    func resultsKeepNobodyOut(_ page: String) async throws {
      let browser = try await BrowserTests.open(page)
      try await browser.wait("document.querySelector('[role=status]').textContent !== ''")
      for theme in ["light", "dark"] { try await expectNone(in: theme, page) }
    }

    @Test(arguments: [#"[id=":nav"]"#, #"[id=":toc"]"#])
    func openDrawersKeepNobodyOut(_ toggle: String) async throws {
      let browser = try await BrowserTests.open("es/telar.html", width: 500)
      try await browser.stopMoving()
      try await browser.click("label:has(\(toggle))")
      for theme in ["light", "dark"] { try await expectNone(in: theme, toggle) }
    }

    @Test(arguments: ["main", "dialog"])
    func violationsAreFound(_ place: String) async throws {
      let browser = try await BrowserTests.open("es/telar.html")
      if place == "dialog" { try await browser.press("/") }
      try await browser.run(
        "document.querySelector('\(place)').insertAdjacentHTML('beforeend', '<img src=x>')")
      #expect(try await violations(theme: "light").contains { $0.hasPrefix("image-alt") })
    }

    private func expectNone(
      in theme: String, _ what: String, rules: [String] = [],
      sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
      let found = try await violations(theme: theme, rules: rules)
      #expect(found == [], "\(what), \(theme)", sourceLocation: sourceLocation)
    }

    /// What axe finds wrong on the open page: the rule, and the first elements that break it.
    private func violations(theme: String, rules: [String] = []) async throws -> [String] {
      let browser = try #require(Browser.current)
      let axe = try #require(Programs.file("TRAMA_AXE"))
      let found = try await browser.command(
        "execute/async",
        [
          "script": """
          const [axeFile, theme, rules, done] = arguments;
          document.documentElement.dataset.theme = theme;
          const check = () => axe.run(document, {
            resultTypes: ["violations"],
            ...(rules.length > 0 && { runOnly: rules }),
          }).then(({ violations }) => done(violations.map(({ id, nodes }) =>
            `${id}: ${nodes.slice(0, 4).map(({ html, failureSummary }) =>
              html.slice(0, 160) + failureSummary.slice(0, 160)).join(" ")}`)), (error) => done([String(error)]));
          if (self.axe) check();
          else document.head.append(Object.assign(document.createElement("script"), { src: axeFile, onload: check }));
          """,
          "args": [URL(filePath: axe).absoluteString, theme, rules],
        ])
      return try #require(found as? [String])
    }
  }
}
