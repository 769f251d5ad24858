import Session

extension CacheKey {
  /// The key of all that articles see of their course: where links into each lesson lead.
  ///
  /// - Complexity: Linear in the number of lessons and of the headings and labels in them.
  init(ofLinksInto index: CourseIndex) {
    self.init(of: "links") { writer in
      let homes = index.course.homePaths.compactMap(index.entry)
      writer.write(index.entries + homes) { writer, entry in
        writer.write(entry.path)
        writer.write(entry.pagePath)
        writer.write(entry.language)
        writer.write(entry.anchors.sorted())
      }
    }
  }
}

extension PageWeaver {
  /// The key of a woven lesson.
  ///
  /// - Parameter lesson: The key of the lesson, its name and path, its course file and the program.
  package func key(ofWoven lesson: CacheKey) -> CacheKey {
    CacheKey(of: "woven lesson") { writer in
      writer.write(bytes: lesson.digest)
      writer.write(bytes: links.digest)
    }
  }
}
