import Session

/// Woven lessons as bytes, but for what the index says of them.
extension ByteWriter {
  package mutating func write(_ lesson: WovenLesson) {
    write(lesson.article)
    write(lesson.downloads?.files ?? []) { $0.write($1) }
  }

  private mutating func write(_ article: Article) {
    write(article.diagnostics)
    write(bytes: article.markup.bytes)
    write(article.headings) { writer, heading in
      writer.write(heading.level)
      writer.write(heading.slug)
      writer.write(bytes: heading.content.bytes)
    }
    write(article.resources) { $0.write($1) }
    write(article.files) { $0.write($1) }
  }

  private mutating func write(_ file: Site.File) {
    write(file.path)
    write(bytes: file.bytes)
  }
}

extension ByteReader {
  /// Reads a woven lesson.
  ///
  /// - Parameter entry: What the index says of it.
  package mutating func wovenLesson(_ entry: CourseIndex.Entry) throws(Damage) -> WovenLesson {
    let article = try article()
    let files = try siteFiles()
    guard files.isEmpty || files.count == 3 else { throw Damage() }
    let downloads =
      files.isEmpty ? nil : Downloads(markdown: files[0], program: files[1], notebook: files[2])
    return WovenLesson(entry: entry, article: article, downloads: downloads)
  }

  private mutating func article() throws(Damage) -> Article {
    Article(
      diagnostics: try diagnostics(),
      markup: Markup(bytes: try bytes()),
      headings: try list { (reader) throws(Damage) in
        ArticleHeading(
          level: try reader.int(), slug: try reader.text(), content: Markup(bytes: try reader.bytes()))
      },
      resources: try pageResources(),
      files: try siteFiles())
  }

  private mutating func siteFiles() throws(Damage) -> [Site.File] {
    try list { (reader) throws(Damage) in Site.File(path: try reader.text(), bytes: try reader.bytes()) }
  }
}
