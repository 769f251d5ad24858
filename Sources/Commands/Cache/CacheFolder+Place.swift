extension CacheFolder {
  /// The user's cache, or the folder that `TRAMA_CACHE` names; nil where there is none, or where the variable is
  /// empty.
  ///
  /// That is `trama` in `$XDG_CACHE_HOME` or `~/.cache`; on macOS, in `~/Library/Caches`.
  static func standard(_ variable: (String) -> String? = CacheFolder.environment) -> CacheFolder? {
    guard let path = place(variable), let program = ProgramIdentity.bytes else { return nil }
    return CacheFolder(Disk.join(path, "lessons"), program: program)
  }

  static func place(_ variable: (String) -> String?) -> String? {
    if let path = variable("TRAMA_CACHE") { return path.isEmpty ? nil : path }
    #if canImport(Darwin)
      let folder = absolute(variable("HOME")).map { Disk.join($0, "Library/Caches") }
    #else
      let folder =
        absolute(variable("XDG_CACHE_HOME")) ?? absolute(variable("HOME")).map { Disk.join($0, ".cache") }
    #endif
    return folder.map { Disk.join($0, "trama") }
  }

  /// A relative path counts as none, as the XDG Base Directory Specification asks.
  private static func absolute(_ path: String?) -> String? {
    guard let path, path.hasPrefix("/") else { return nil }
    return path
  }

  static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
