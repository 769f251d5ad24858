extension Report {
  /// A path as other programs match it with the files of a repository: below the working folder where it is, and
  /// without `.` as a component.
  ///
  ///     Report.repositoryPath("./notebooks//a.md", workingFolder: "/course") // "notebooks/a.md"
  ///     Report.repositoryPath("/course/a.md", workingFolder: "/course") // "a.md"
  ///
  /// `..` stays, because a symbolic link before it may lead elsewhere.
  static func repositoryPath(_ path: String, workingFolder: String? = Disk.resolved(".")) -> String {
    let components = path.split(separator: "/").filter { $0 != "." }
    guard path.hasPrefix("/") else { return components.isEmpty ? path : components.joined(separator: "/") }
    let folder = (workingFolder ?? "/").split(separator: "/")
    if !folder.isEmpty, components.count > folder.count, components.starts(with: folder) {
      return components.dropFirst(folder.count).joined(separator: "/")
    }
    return "/" + components.joined(separator: "/")
  }
}
