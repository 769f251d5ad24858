/// Keeps other builds away from the entries of a folder, until it is released or the process ends.
struct FolderLock {
  private let descriptor: Int32

  /// Takes the lock.
  ///
  /// - Throws: Where another build holds it, or the folder cannot be opened. File systems without locks are
  ///   let pass.
  init(_ folder: String) throws(FileFailure) {
    descriptor = open(folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileFailure(folder, cannot: "open this folder", code: errno) }
    if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
      close(descriptor)
      throw FileFailure(
        folder, "another build is writing into this folder", advice: "try again when it is done")
    }
  }

  func release() {
    close(descriptor)
  }
}
