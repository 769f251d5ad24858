import Diagnostics

extension YAMLProblems {
  /// The address of a site, without the slashes at its end.
  mutating func siteAddress(_ entry: YAMLMapping.Entry) -> String? {
    guard var address = text(entry)?[...] else { return nil }
    while address.hasSuffix("/") { address = address.dropLast() }
    let scheme = "https://"
    let isAddress = address.utf8.allSatisfy { byte in
      byte > 0x20 && byte < 0x7F && !"?#\"<>\\^`{|}".utf8.contains(byte)
    }
    guard address.hasPrefix(scheme), address.count > scheme.count, isAddress else {
      wrong(entry.key, entry.value.range, "an address such as 'https://example.org/course'")
      return nil
    }
    return String(address)
  }

  /// `old/path.html: new/path.md`, for each page that has moved.
  mutating func redirects(_ entry: YAMLMapping.Entry) -> [Course.Redirect] {
    guard let entries = entry.value.entries else {
      wrong(entry.key, entry.value.range, "lines of the form 'old/page.html: path/of/lesson.md'")
      return []
    }
    return entries.compactMap { entry in
      guard entry.key.staysInside, entry.key.hasSuffix(".html") else {
        wrong(
          "redirects", entry.keyRange, "lines that start with the path of a page, such as 'old/page.html'")
        return nil
      }
      guard let lesson = path(entry, "the path of a lesson") else { return nil }
      return Course.Redirect(page: entry.key, lesson: lesson, place: .init(file: file, range: entry.keyRange))
    }
  }
}
