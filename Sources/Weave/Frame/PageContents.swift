/// The contents of one page: its headings of levels 2 and 3.
enum PageContents {
  /// A nested list; empty where the page has no such heading.
  static func html(of headings: [ArticleHeading]) -> String {
    var markup = Markup()
    var isOpen = false
    var hasSublist = false
    for heading in headings where heading.level == 2 || heading.level == 3 {
      if heading.level == 3, isOpen {
        markup.raw(hasSublist ? "" : "\n<ol>\n")
        hasSublist = true
      } else {
        if hasSublist { markup.raw("</ol>\n") }
        if isOpen { markup.raw("</li>\n") }
        hasSublist = false
      }
      markup.raw("<li><a")
      markup.attribute("href", SitePath.fragment(heading.slug))
      markup.raw(">")
      markup.raw(heading.content)
      markup.raw("</a>")
      if heading.level == 3, isOpen {
        markup.raw("</li>\n")
      } else {
        isOpen = true
      }
    }
    if hasSublist { markup.raw("</ol>\n") }
    if isOpen { markup.raw("</li>\n") }
    return markup.isEmpty ? "" : "<ol>\n\(markup.string)</ol>"
  }
}
