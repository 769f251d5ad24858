import Diagnostics
import Foundation
import Session
import Testing

@testable import Weave

@Suite struct ThemeOverrideTests {
  private static func theme(_ files: (String, String)...) -> (theme: Theme, problems: [String]) {
    let (theme, diagnostics) = Theme.standard(
      with: files.map { SourceText(name: "notebooks/theme/" + $0.0, text: $0.1) })
    return (theme, diagnostics.map { "\($0.file) \($0.range) \($0.id): \($0.message)" })
  }

  @Test func templatesReplaceAndStylesAdd() throws {
    let (theme, problems) = Self.theme(
      ("lesson.mustache", "{{% CONTENT_TYPE:TEXT}}\n<main>{{article}}<p>Mío</p></main>\n"),
      ("theme.css", "p { color: red }"))
    #expect(problems == [])
    let lesson = LessonOutcome(recorded: "# Hola & <p>\n", name: "a.md")
    let weaver = PageWeaver(
      index: CourseIndex(course: .of(["a.md"]), lessons: [("a.md", lesson)]), theme: theme)
    let page = String(decoding: weaver.weave(lesson, at: "a.md").html, as: UTF8.self)
    #expect(page.contains("<p>Mío</main>"))
    #expect(page.contains("Hola &amp;"))
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=es>"))
    let site = weaver.assemble([]).site
    let sheet = try #require(site.files.first { $0.path.hasSuffix(".css") })
    #expect(sheet.bytes == Theme.standard.styleSheet.bytes + Array("p { color: red }".utf8))
    #expect(sheet.path != Theme.standard.styleSheet.path)
    #expect(page.contains("href=\(sheet.path)>"))
  }

  @Test func templatesIncludeThoseMadeForIt() {
    let (theme, problems) = Self.theme(
      ("catalogue.mustache", "{{% CONTENT_TYPE:TEXT}}\n<p>Catálogo</p>\n"),
      ("lesson.mustache", "{{% CONTENT_TYPE:TEXT}}\n<main>\n{{> catalogue}}\n</main>\n"))
    #expect(problems == [])
    #expect(theme.render("lesson", [:]) == "<main>\n<p>Catálogo</p>\n</main>\n")
    #expect(theme.render("home", [:]).contains("<p>Catálogo</p>"))
  }

  @Test(arguments: [
    (
      "lesson.mustache", "<p>{{titel}}</p>",
      "3..<12 theme.value: 'titel' is no value of this template; did you mean 'title'?"
    ),
    (
      "lesson.mustache", "{{phrases.nex}}",
      "0..<15 theme.value: 'nex' is no value of this template; did you mean 'next'?"
    ),
    ("lesson.mustache", "{{#next}}x", "0..<9 theme.template: this section has no end"),
    ("lesson.mustache", "x{{/next}}", "1..<10 theme.template: this tag ends no section that is open here"),
    (
      "lesson.mustache", "{{#next}}{{/title}}",
      "9..<19 theme.template: this tag ends no section that is open here"
    ),
    ("lesson.mustache", "a {{title", "2..<9 theme.template: this tag has no '}}'"),
    (
      "lesson.mustache", "\n{{% CONTENT_TYP:TEXT}}",
      "1..<23 theme.template: this template cannot be read: a '{{%' tag says something unknown"
    ),
    (
      "lesson.mustache", "{{> lesson}}",
      "0..<12 theme.template: this template cannot include 'lesson'; it can include 'catalogue'"
    ),
    (
      "catalogue.mustache", "{{>catalogue}}",
      "0..<14 theme.template: this template cannot include 'catalogue'; it can include none"
    ),
    (
      "home.mustache", "{{=<% %>=}}",
      "0..<11 theme.template: a template can neither change its delimiters nor inherit from another; write it out here"
    ),
    ("redirect.mustache", "{{article}}", "0..<11 theme.value: 'article' is no value of this template"),
    (
      "lessons.mustache", "",
      "0..<0 theme.file: a theme has no file 'lessons.mustache'; did you mean 'lesson.mustache'?"
    ),
    (
      "theme.css", "@IMPORT 'x.css';",
      "0..<7 theme.remote: a style sheet can load nothing; write what it shows into it, as 'url(data:…)'"
    ),
    (
      "theme.css", "a { background: url( \"https://x.y/z.png\") }",
      "16..<20 theme.remote: a style sheet can load nothing; write what it shows into it, as 'url(data:…)'"
    ),
    (
      "theme.css", "a { background: image-set('https://x.y/z.png' 1x) }",
      "16..<26 theme.remote: a style sheet can load nothing; write what it shows into it, as 'url(data:…)'"
    ),
    (
      "theme.css", "a { content: \"\\2014\"; background: u\\72l('https://x.y/z.png') }",
      "35..<37 theme.remote: a letter of a name that is written as an escape could hide what loads something; write "
        + "the letter itself"
    ),
  ])
  func whatIsWrongIsSaidAtItsPlace(_ name: String, _ text: String, _ problem: String) {
    #expect(Self.theme((name, text)).problems == ["notebooks/theme/\(name) \(problem)"])
  }

  @Test func stylesMayHoldImages() {
    #expect(
      Self.theme(("theme.css", "a { mask: url('data:image/svg+xml,x'); filter: url(#f) }")).problems == [])
  }

  @Test func sectionsNestSoDeep() {
    func nested(_ depth: Int) -> String {
      String(repeating: "{{#next}}", count: depth) + String(repeating: "{{/next}}", count: depth)
    }
    #expect(Self.theme(("lesson.mustache", nested(16))).problems == [])
    #expect(Self.theme(("lesson.mustache", nested(17))).problems.count == 1)
    #expect(Self.theme(("lesson.mustache", nested(20_000))).problems.count == 1)
  }

  private static let resources = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../Sources/Weave/Resources")

  /// A course may start from our templates, so they keep to the same rules; a new value must be told of.
  @Test(arguments: ["catalogue", "frame", "home", "lesson", "missing", "redirect", "search"])
  func ourTemplatesKeepToTheRules(_ name: String) throws {
    let file = Self.resources.appending(path: name + ".mustache")
    #expect(Self.theme((name + ".mustache", try String(contentsOf: file, encoding: .utf8))).problems == [])
  }

  @Test func theGuideTellsOfEveryValue() throws {
    let guide = try String(
      contentsOf: Self.resources.appending(path: "../../../notebooks/en/guide/theme.md"), encoding: .utf8)
    for name in Set(Theme.values.values.joined()).union(Phrases.english.values.keys) {
      #expect(guide.contains("`\(name)`"), "\(name)")
    }
    for name in Theme.values.keys { #expect(guide.contains("`\(name).mustache`"), "\(name)") }
  }
}
