import Session

/// What an index says of a lesson, as bytes.
extension ByteWriter {
  package mutating func write(_ entry: CourseIndex.Entry) {
    write(entry.path)
    write(entry.pagePath)
    write(entry.language)
    write(entry.original)
    write(entry.title)
    write(bytes: entry.titleHTML.bytes)
    write(entry.description)
    write(entry.authors)
    write(entry.isDraft)
    write(entry.anchors.sorted())
    write(entry.date)
    write(entry.sections) { writer, section in
      writer.write(section.slug)
      writer.write(section.heading)
      writer.write(section.text)
    }
  }
}

extension ByteReader {
  package mutating func courseIndexEntry() throws(Damage) -> CourseIndex.Entry {
    CourseIndex.Entry(
      path: try text(), pagePath: try text(), language: try text(), original: try text(), title: try text(),
      titleHTML: Markup(bytes: try bytes()), description: try optionalText(), authors: try texts(),
      isDraft: try bool(), anchors: Set(try texts()), date: try optionalText(),
      sections: try list { (reader) throws(Damage) in
        SearchSection(slug: try reader.text(), heading: try reader.text(), text: try reader.text())
      })
  }
}
