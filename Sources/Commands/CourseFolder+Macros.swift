extension CourseFolder {
  /// The macros that the course which holds a file gives to its formulas; none where no course holds it.
  static func macros(of file: String) -> [String: String] { macros(of: [file]).first ?? [:] }

  /// The macros that the courses which hold some files give to their formulas.
  ///
  /// - Returns: Those for each file, in their order; none where no course holds it.
  /// - Complexity: Reads each course file once.
  static func macros(of files: [String]) -> [[String: String]] {
    var known: [String: [String: String]] = [:]
    return files.map { file in
      guard let root = holding(file)?.root else { return [:] }
      if let macros = known[root] { return macros }
      let macros = CourseFolder(root).course.macros
      known[root] = macros
      return macros
    }
  }
}
