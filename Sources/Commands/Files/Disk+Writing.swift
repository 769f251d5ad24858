extension Disk {
  /// Makes a folder and those above it; fine where it exists.
  static func makeFolder(_ path: String) throws(FileFailure) {
    if mkdir(path, 0o777) == 0 { return }
    // Looking at what stands there would overwrite the reason.
    let code = errno
    if kind(of: path) == .folder { return }
    let parent = split(path).folder
    guard code == ENOENT, parent != path, parent != "." else {
      throw FileFailure(path, cannot: "make this folder", code: code == EEXIST ? ENOTDIR : code)
    }
    try makeFolder(parent)
    if mkdir(path, 0o777) == 0 { return }
    let secondCode = errno
    guard kind(of: path) == .folder else {
      throw FileFailure(path, cannot: "make this folder", code: secondCode)
    }
  }

  /// Writes a new file; one that exists is an error.
  static func write(_ bytes: [UInt8], toNew path: String, mode: mode_t = 0o666) throws(FileFailure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw FileFailure(path, cannot: "write this file", code: errno) }
    var code: Int32 = writeAll(bytes, to: descriptor) ? 0 : errno
    if close(descriptor) != 0 && code == 0 { code = errno }
    guard code == 0 else { throw FileFailure(path, cannot: "write this file", code: code) }
  }

  /// Gives a file that holds some bytes a second name, which is quicker than writing them, and keeps its date.
  ///
  /// - Parameter model: A file whose owner and permissions it must have.
  /// - Returns: False where it is not such a file, or where the system refuses; then nothing is changed.
  static func link(_ path: String, holding bytes: [UInt8], like model: String, as new: String) -> Bool {
    var info = stat()
    var wanted = stat()
    guard lstat(path, &info) == 0, kind(of: info) == .file, Int(info.st_size) == bytes.count,
      lstat(model, &wanted) == 0, info.st_mode == wanted.st_mode, info.st_uid == wanted.st_uid,
      info.st_gid == wanted.st_gid, (try? read(path, limit: bytes.count)) == bytes
    else { return false }
    return systemLink(path, new) == 0
  }

  /// Writes all bytes; false where the system refuses, with its reason in `errno`.
  static func writeAll(_ bytes: some Collection<UInt8>, to descriptor: Int32) -> Bool {
    let whole = bytes.withContiguousStorageIfAvailable { buffer -> Bool in
      var rest = UnsafeRawBufferPointer(buffer)[...]
      while !rest.isEmpty {
        let count = systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: rest))
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { return false }
        rest = rest.dropFirst(count)
      }
      return true
    }
    return whole ?? writeAll(Array(bytes), to: descriptor)
  }

  /// Renames; what stands at the new path is replaced where the system allows it.
  static func rename(_ old: String, to new: String) throws(FileFailure) {
    guard systemRename(old, new) == 0 else {
      throw FileFailure(new, cannot: "put the new version in place", code: errno)
    }
  }

  /// Lets two paths change places at once.
  ///
  /// - Returns: False where the system or the file system cannot; then nothing is changed.
  static func exchange(_ path: String, _ other: String) -> Bool {
    #if canImport(Darwin)
      return renamex_np(path, other, UInt32(RENAME_SWAP)) == 0
    #else
      // The headers that Swift sees do not declare it, and an older system lacks it.
      typealias Rename2 =
        @convention(c) (
          Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32
        ) -> Int32
      guard let symbol = dlsym(nil, "renameat2") else { return false }
      let exchange: UInt32 = 2  // RENAME_EXCHANGE
      return unsafeBitCast(symbol, to: Rename2.self)(AT_FDCWD, path, AT_FDCWD, other, exchange) == 0
    #endif
  }

  /// Removes a file or a folder with all that it holds. Symbolic links are removed, not followed.
  static func remove(_ path: String) throws(FileFailure) {
    var pending = [path]
    var folders: [String] = []
    while let next = pending.popLast() {
      var info = stat()
      guard lstat(next, &info) == 0 else {
        if errno == ENOENT { continue }
        throw FileFailure(next, cannot: "remove this", code: errno)
      }
      if kind(of: info) == .folder {
        folders.append(next)
        pending += try names(in: next).map { join(next, $0) }
      } else if unlink(next) != 0 {
        throw FileFailure(next, cannot: "remove this", code: errno)
      }
    }
    for folder in folders.reversed() where rmdir(folder) != 0 {
      throw FileFailure(folder, cannot: "remove this", code: errno)
    }
  }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(descriptor, bytes.baseAddress, bytes.count)
}

private func systemLink(_ old: String, _ new: String) -> Int32 {
  link(old, new)
}

private func systemRename(_ old: String, _ new: String) -> Int32 {
  rename(old, new)
}
