extension CacheFolder {
  /// The most bytes that the entries may take together after a command.
  static let largestSize = 256 << 20
  /// Seconds after which a temporary file can only be that of a process that was killed.
  private static let longestWrite = 3600

  /// Removes the entries that were not used for the longest time, until the others take at most three quarters
  /// of the limit; nothing where they do not exceed it, or where this process kept nothing.
  ///
  /// Only files with the names of entries are touched.
  func trim(to limit: Int = largestSize) {
    guard hasWritten, let names = try? Disk.names(in: path) else { return }
    let now = time(nil)
    var entries: [(name: String, used: Int, size: Int)] = []
    for name in names where Self.isEntry(name.drop { $0 == "." }.prefix { $0 != "." }) {
      var info = stat()
      guard lstat(Disk.join(path, name), &info) == 0, Disk.kind(of: info) == .file else { continue }
      #if canImport(Darwin)
        let used = info.st_mtimespec.tv_sec
      #else
        let used = info.st_mtim.tv_sec
      #endif
      if name.hasPrefix(".") {
        if now - used > Self.longestWrite { unlink(Disk.join(path, name)) }
      } else {
        entries.append((name, used, max(Int(info.st_size), 4096)))
      }
    }
    var size = entries.reduce(0) { $0 + $1.size }
    guard size > limit else { return }
    for entry in entries.sorted(by: { ($0.used, $0.name) < ($1.used, $1.name) }) {
      guard size > limit / 4 * 3 else { return }
      unlink(Disk.join(path, entry.name))
      size -= entry.size
    }
  }

  private static func isEntry(_ name: Substring) -> Bool {
    name.utf8.count == 64 && name.utf8.allSatisfy { 0x30...0x39 ~= $0 || 0x61...0x66 ~= $0 }
  }
}
