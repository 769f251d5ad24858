extension CourseIndex {
  /// The same lesson in the other languages, in the order of `languages`; one for each, the first listed.
  ///
  /// Lessons belong together where one translates the other, or where their paths differ only in the folder
  /// of the language.
  ///
  /// - Parameter path: The lesson's path in the course.
  /// - Complexity: Linear in the number of lessons, for each language.
  func otherVersions(of path: String) -> [Entry] {
    guard let own = entry(at: path) else { return [] }
    return languages.compactMap { language in
      guard language != own.language else { return nil }
      return entries.first { $0.language == language && $0.original == own.original }
    }
  }
}
