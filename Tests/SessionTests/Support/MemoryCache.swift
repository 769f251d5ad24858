import Synchronization

@testable import Session

/// A cache in memory that counts.
final class MemoryCache: ContentCache {
  struct Contents {
    var entries: [CacheKey: [UInt8]] = [:]
    var asked = 0
    var kept = 0
  }

  let contents = Mutex(Contents())
  let program: [UInt8]

  init(program: String = "test") { self.program = Array(program.utf8) }

  func entry(for key: CacheKey) -> [UInt8]? {
    contents.withLock { contents in
      contents.asked += 1
      return contents.entries[key]
    }
  }

  func keep(_ entry: [UInt8], for key: CacheKey) {
    contents.withLock { contents in
      contents.kept += 1
      contents.entries[key] = entry
    }
  }

  var kept: Int { contents.withLock { $0.kept } }
  var entries: [CacheKey: [UInt8]] { contents.withLock { $0.entries } }

  func replace(_ key: CacheKey, with entry: [UInt8]) { contents.withLock { $0.entries[key] = entry } }

  /// Flips a bit in the middle of every entry.
  func damage() {
    contents.withLock { contents in
      for (key, entry) in contents.entries where !entry.isEmpty {
        var entry = entry
        entry[entry.count / 2] ^= 1
        contents.entries[key] = entry
      }
    }
  }
}
