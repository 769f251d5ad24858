import Lesson

extension Course {
  /// The address of a file of the site on the web; nil where the course names no address.
  ///
  /// - Parameter path: Relative to the site. An `index.html` has the address of its folder.
  func address(of path: String) -> String? {
    guard let site else { return nil }
    let isIndex = path == "index.html" || path.hasSuffix("/index.html")
    return site + "/" + SitePath.relative(from: "", to: isIndex ? String(path.dropLast(10)) : path)
      + (isIndex && path != "index.html" ? "/" : "")
  }

  /// The same without scheme and host: `/course/es/a.html`.
  func hostPath(of path: String) -> String? {
    address(of: path).map { address in
      let path = address.dropFirst("https://".count).drop { $0 != "/" }
      return path.isEmpty ? "/" : String(path)
    }
  }
}
