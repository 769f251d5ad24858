/// What tells this build of Trama from every other, also from one of the same version.
enum ProgramIdentity {
  /// The version, and the size and modification time of each file of code in this process, the system's
  /// libraries included, since those compute sines and write numbers. Nil where the system does not tell.
  static let bytes: [UInt8]? = {
    guard let files = codeFiles, !files.isEmpty else { return nil }
    var text = "trama \(Version.current)\n"
    for file in files {
      var info = stat()
      // A replaced executable that still runs is not the file that stands there now.
      guard stat(file, &info) == 0 else { return nil }
      #if canImport(Darwin)
        let time = info.st_mtimespec
      #else
        let time = info.st_mtim
      #endif
      text += "\(file) \(info.st_ino) \(info.st_size) \(time.tv_sec).\(time.tv_nsec)\n"
    }
    return Array(text.utf8)
  }()

  private static var codeFiles: [String]? {
    #if canImport(Darwin)
      // The system's own libraries are no files there; the cache of libraries holds them.
      return (0..<_dyld_image_count())
        .compactMap { _dyld_get_image_name($0).map { String(cString: $0) } }.filter(Disk.exists).sorted()
    #else
      // A line for each mapping: addresses, permissions ("r-xp" is code) and, at its end, the path of its file.
      guard let maps = try? Disk.read("/proc/self/maps") else { return nil }
      var files: [String] = []
      for line in String(decoding: maps, as: UTF8.self).split(separator: "\n") {
        let fields = line.split(separator: " ", maxSplits: 2)
        guard fields.count == 3, fields[1].contains("x"), let path = line.firstIndex(of: "/") else {
          continue
        }
        let file = String(line[path...])
        if !files.contains(file) { files.append(file) }
      }
      return files.sorted()
    #endif
  }
}
