import Diagnostics
import Lesson

extension PageWeaver {
  /// The pages at former places, each of which leads to a lesson; `redirect.missing` for those that lead nowhere.
  func weaveRedirects() -> (files: [(file: Site.File, place: Diagnostic.Place)], diagnostics: [Diagnostic]) {
    var files: [(Site.File, Diagnostic.Place)] = []
    var diagnostics: [Diagnostic] = []
    for redirect in index.course.redirects {
      guard let entry = index.entry(at: redirect.lesson) else {
        diagnostics.append(
          Diagnostic(
            .error, "redirect.missing", file: redirect.place.file, range: redirect.place.range,
            "'\(redirect.page)' leads to '\(redirect.lesson)', which is no lesson of the course"
              + LinkResolver.suggestion(redirect.lesson, among: index.entries.map(\.path))))
        continue
      }
      let target = SitePath.relative(from: redirect.page, to: entry.pagePath)
      let html = theme.render(
        "redirect",
        [
          "lang": Markup.escaped(entry.language), "title": Markup.escaped(entry.title),
          "href": Markup.escaped(target),
          "canonical": Markup.escaped(index.course.address(of: entry.pagePath) ?? target),
        ])
      files.append((Site.File(path: redirect.page, bytes: Array(html.utf8)), redirect.place))
    }
    return (files, diagnostics)
  }
}

extension Diagnostic {
  /// A former page whose place is taken.
  static func clash(_ redirect: Site.File, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "redirect.clash", file: place.file, range: place.range,
      "'\(redirect.path)' is a page of the site, so it cannot lead to another; take the line away")
  }
}
