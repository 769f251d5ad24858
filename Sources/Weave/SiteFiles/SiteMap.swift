/// The pages of a site for search engines, after the protocol of sitemaps.org, each with its versions in other
/// languages.
enum SiteMap {
  /// Where the map is; nil where there is none, for the course names no address.
  static func path(in index: CourseIndex) -> String? { index.course.site == nil ? nil : "sitemap.xml" }

  /// The map.
  ///
  /// - Complexity: Linear in the number of lessons, for each language.
  static func file(of index: CourseIndex) -> Site.File? {
    guard let path = path(in: index) else { return nil }
    let languages = index.languages
    let homes = languages.map { (language: $0, path: index.homePath(of: $0)) }
    var pages = homes.map { (path: $0.path, versions: homes) }
    for entry in index.entries {
      let others = index.otherVersions(of: entry.path).map { (language: $0.language, path: $0.pagePath) }
      pages.append((entry.pagePath, [(entry.language, entry.pagePath)] + others))
    }
    var xml = Markup()
    xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    xml.raw("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"")
    xml.raw(" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n")
    for page in pages {
      xml.raw("<url><loc>")
      xml.text(index.course.address(of: page.path) ?? "")
      xml.raw("</loc>")
      for version in page.versions where page.versions.count > 1 {
        xml.raw("\n<xhtml:link rel=\"alternate\"")
        xml.attribute("hreflang", version.language)
        xml.attribute("href", index.course.address(of: version.path) ?? "")
        xml.raw("/>")
      }
      xml.raw("</url>\n")
    }
    xml.raw("</urlset>\n")
    return Site.File(path: path, bytes: xml.bytes)
  }
}
