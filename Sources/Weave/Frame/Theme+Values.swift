extension Theme {
  /// The templates with the values that each is filled with. The guide for themes says what they hold.
  static let values: [String: Set<String>] = {
    let common: Set<String> = [
      "announcement", "canonical", "contents", "copyright", "courseTitle", "description", "edit", "feed",
      "home", "href", "icon", "index", "isHome", "issue", "lang", "language", "page", "pageTitle", "phrases",
      "repository", "script", "search", "styleSheet", "title", "versions",
    ]
    let lesson: Set<String> = [
      "article", "downloads", "hasNeighbours", "markdown", "next", "notebook", "pageContents", "previous",
      "program",
    ]
    let home: Set<String> = [
      "article", "caption", "first", "lead", "lessons", "otherLanguage", "parts", "start", "subcaption",
      "summary",
    ]
    return [
      "catalogue": common.union(home),
      "frame": common.union(lesson).union(home).union(["body"]),
      "lesson": common.union(lesson),
      "home": common.union(home),
      "search": common.union(home),
      "missing": ["advice", "courseTitle", "heading", "home", "lang", "language", "languages", "toHome"],
      "redirect": ["canonical", "href", "lang", "title"],
    ]
  }()
}
