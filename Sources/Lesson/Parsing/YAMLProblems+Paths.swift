extension YAMLProblems {
  /// A path that stays inside the folder that it starts from.
  mutating func path(_ entry: YAMLMapping.Entry, _ needs: String) -> String? {
    guard let path = text(entry) else { return nil }
    guard path.staysInside else {
      wrong(entry.key, entry.value.range, needs + ", '/' between its components")
      return nil
    }
    return path
  }
}

extension String {
  /// Whether a path is relative, has no empty, `.` or `..` components and nothing that some system reads
  /// otherwise.
  var staysInside: Bool {
    let components = utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return components.allSatisfy { component in
      !component.isEmpty && !component.elementsEqual(".".utf8) && !component.elementsEqual("..".utf8)
        && component.allSatisfy {
          $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: ":")
        }
    }
  }
}
