extension Disk {
  /// Replaces the bytes of a file at once: whoever opens it finds the old bytes or the new ones, never a
  /// part.
  ///
  /// The new bytes are written to a file beside it, forced to the disk and renamed over it. Permissions stay,
  /// and a symbolic link stays one: the file that it names is replaced.
  ///
  /// - Parameter old: What the file must still hold.
  /// - Throws: Also where the file holds something else by now, or is read-only; then nothing is changed.
  static func replace(_ path: String, old: [UInt8], with new: [UInt8]) throws(FileFailure) {
    guard let target = resolved(path) else { throw FileFailure(path, cannot: "write this file", code: errno) }
    guard access(target, W_OK) == 0 else { throw FileFailure(path, cannot: "write this file", code: errno) }
    var info = stat()
    guard stat(target, &info) == 0 else { throw FileFailure(path, cannot: "write this file", code: errno) }

    let (folder, name) = split(target)
    let temporary = join(folder, ".\(name).trama-\(getpid())")
    unlink(temporary)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FileFailure(path, cannot: "write beside this file", code: errno) }
    // Keeping the owner needs privileges that most users lack, and then the owner is the user already.
    _ = fchown(descriptor, info.st_uid, info.st_gid)
    var code: Int32 = 0
    if !writeAll(new, to: descriptor) || fchmod(descriptor, info.st_mode & 0o7777) != 0
      || fsync(descriptor) != 0
    {
      code = errno
    }
    if close(descriptor) != 0 && code == 0 { code = errno }
    guard code == 0 else {
      unlink(temporary)
      throw FileFailure(path, cannot: "write this file", code: code)
    }
    do throws(FileFailure) {
      guard try read(target, limit: old.count) == old else {
        throw FileFailure(
          path, "this file changed meanwhile, so it was left alone", advice: "run the command again")
      }
      try rename(temporary, to: target)
    } catch {
      unlink(temporary)
      throw FileFailure(path, error.reason, advice: error.advice)
    }
    syncFolder(folder)
  }

  /// Forces a folder's entries to the disk, where the system can.
  static func syncFolder(_ folder: String) {
    let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
