import Session
import Synchronization

/// A folder with what was made from lessons, each thing in a file named after its key.
///
/// Any number of processes may use it at once: entries appear whole or not at all. Where the folder cannot be
/// written or read, nothing is kept or found, and nobody is troubled.
final class CacheFolder: ContentCache {
  /// The most bytes of one entry. A larger one is not kept.
  static let largestEntry = 16 << 20

  /// Where the entries are.
  let path: String
  let program: [UInt8]
  private let written = Mutex(false)
  /// How many files this process has begun, of all folders, so that no two have one name.
  private static let begun = Mutex(0)

  init(_ path: String, program: [UInt8]) {
    self.path = path
    self.program = program
  }

  func entry(for key: CacheKey) -> [UInt8]? {
    let file = file(key)
    guard let bytes = try? Disk.read(file, limit: Self.largestEntry), bytes.count <= Self.largestEntry else {
      return nil
    }
    // Trimming removes what was not used for the longest time.
    utimes(file, nil)
    return bytes
  }

  func keep(_ entry: [UInt8], for key: CacheKey) {
    guard entry.count <= Self.largestEntry else { return }
    written.withLock { $0 = true }
    let number = Self.begun.withLock { begun in
      begun += 1
      return begun
    }
    let temporary = Disk.join(path, ".\(key.name).\(getpid())-\(number)")
    do throws(FileFailure) {
      try Disk.makeFolder(path)
      try Disk.write(entry, toNew: temporary, mode: 0o600)
      try Disk.rename(temporary, to: file(key))
    } catch {
      unlink(temporary)
    }
  }

  /// Whether anything was kept, or tried to be, since the object was made.
  var hasWritten: Bool { written.withLock { $0 } }

  private func file(_ key: CacheKey) -> String { Disk.join(path, key.name) }
}
