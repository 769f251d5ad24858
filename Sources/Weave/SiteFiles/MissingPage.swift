import Lesson

extension PageWeaver {
  /// `404.html`, which hosts show in the place of pages that do not exist, in every language of the course.
  ///
  /// It is shown at any depth, where no relative link would lead anywhere. So it needs no other file, and its links
  /// start from the root of the host where the course names its address, else from the root of the site.
  func weaveMissingPage() -> Site.File {
    let path = SitePlan.missingPage
    func link(_ target: String) -> String {
      Markup.escaped(index.course.hostPath(of: target) ?? SitePath.relative(from: path, to: target))
    }
    let languages = index.languages
    let values: [String: Any] = [
      "lang": Markup.escaped(languages.first ?? ""),
      "courseTitle": Markup.escaped(index.course.title.text(in: languages.first ?? "")),
      "languages": languages.map { language in
        let phrases = Phrases(language: language)
        return [
          "language": Markup.escaped(language), "home": link(index.homePath(of: language)),
          "heading": Markup.escaped(phrases.pageNotFound),
          "advice": Markup.escaped(phrases.pageNotFoundAdvice), "toHome": Markup.escaped(phrases.toHome),
        ]
      },
    ]
    return Site.File(path: path, bytes: Array(theme.render("missing", values).utf8))
  }
}
