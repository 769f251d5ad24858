extension PageWeaver {
  /// The page at a former place of a lesson, which leads to it.
  func weaveRedirect(at path: String, to entry: CourseIndex.Entry) -> Site.File {
    let target = SitePath.relative(from: path, to: entry.pagePath)
    let html = theme.render(
      "redirect",
      [
        "lang": Markup.escaped(entry.language), "title": Markup.escaped(entry.title),
        "href": Markup.escaped(target),
        "canonical": Markup.escaped(index.course.address(of: entry.pagePath) ?? target),
      ])
    return Site.File(path: path, bytes: Array(html.utf8))
  }
}
