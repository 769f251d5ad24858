import Session

extension CourseIndex {
  /// The key of all that lessons see of their course: where links into each lesson lead.
  ///
  /// - Complexity: Linear in the number of lessons and of the headings and labels in them.
  package var linksKey: CacheKey {
    CacheKey(of: "links") { writer in
      let homes = course.homePaths.compactMap(entry)
      writer.write(entries + homes) { writer, entry in
        writer.write(entry.path)
        writer.write(entry.pagePath)
        writer.write(entry.language)
        writer.write(entry.anchors.sorted())
      }
    }
  }
}
