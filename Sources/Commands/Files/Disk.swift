/// Files and folders by path. Together with its extensions, all that Trama does with the file system.
///
/// Paths are as the user gave them, so that messages show them so.
enum Disk {
  /// What stands at a path.
  enum Kind: Hashable {
    case file
    case folder
    /// A pipe, a device or a socket.
    case special
  }

  /// What stands at a path, symbolic links followed; nil where nothing does or may be seen.
  static func kind(of path: String) -> Kind? {
    var info = stat()
    guard stat(path, &info) == 0 else { return nil }
    return kind(of: info)
  }

  static func kind(of info: stat) -> Kind {
    switch info.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    default: .special
    }
  }

  /// Whether a folder, not a symbolic link to one, stands at a path.
  static func isFolderItself(_ path: String) -> Bool {
    var info = stat()
    return lstat(path, &info) == 0 && kind(of: info) == .folder
  }

  /// Whether anything stands at a path, be it a symbolic link to nothing.
  static func exists(_ path: String) -> Bool {
    var info = stat()
    return lstat(path, &info) == 0
  }

  /// The bytes of a file.
  ///
  /// - Parameters:
  ///   - path: A regular file; for `allowsPipe`, also a pipe or a terminal.
  ///   - limit: The most bytes that are read; a longer file gives `limit` + 1 of its bytes, so that the
  ///     reader sees that it is too long without reading all of it.
  static func read(
    _ path: String, limit: Int = .max - 1, allowsPipe: Bool = false
  ) throws(FileFailure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | (allowsPipe ? 0 : O_NONBLOCK))
    guard descriptor >= 0 else { throw FileFailure(path, cannot: "read this file", code: errno) }
    defer { close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0 else {
      throw FileFailure(path, cannot: "read this file", code: errno)
    }
    switch kind(of: info) {
    case .file: break
    case .folder: throw FileFailure(path, cannot: "read this file", code: EISDIR)
    case .special:
      guard allowsPipe else { throw FileFailure(path, "cannot read this file: it is not a regular file") }
    }
    return try read(descriptor, path, limit: limit, expected: Int(info.st_size))
  }

  /// What is left to read from an open file.
  static func read(
    _ descriptor: Int32, _ path: String, limit: Int, expected: Int = 0
  ) throws(FileFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(max(0, min(expected, limit) + 1))
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while bytes.count <= limit {
      let wanted = min(buffer.count, limit - bytes.count + 1)
      let count = buffer.withUnsafeMutableBytes { systemRead(descriptor, $0.baseAddress, wanted) }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw FileFailure(path, cannot: "read this file", code: errno) }
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return bytes
  }

  /// The names in a folder in the order of their bytes, without `.` and `..`.
  static func names(in folder: String) throws(FileFailure) -> [String] {
    guard let handle = opendir(folder) else {
      throw FileFailure(folder, cannot: "read this folder", code: errno)
    }
    defer { closedir(handle) }
    var names: [[UInt8]] = []
    while let entry = readdir(handle) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name != Array(".".utf8) && name != Array("..".utf8) { names.append(name) }
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }.map { String(decoding: $0, as: UTF8.self) }
  }

  /// The absolute path without symbolic links; nil where nothing stands at the path.
  static func resolved(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }

  /// A path and a name below it.
  static func join(_ folder: String, _ name: String) -> String {
    if folder.isEmpty || folder == "." { return name }
    return folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// The folder that holds a path, and its last component; slashes at its end don't count.
  static func split(_ path: String) -> (folder: String, name: String) {
    var path = Substring(path)
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    guard let slash = path.lastIndex(of: "/") else { return (".", String(path)) }
    let folder = path[..<slash]
    return (folder.isEmpty ? "/" : String(folder), String(path[path.index(after: slash)...]))
  }
}

/// The system's `read`, which `Disk.read` would hide.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}
