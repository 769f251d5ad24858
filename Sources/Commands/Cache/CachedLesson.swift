import Diagnostics
import Session

/// The place in a cache of what follows from a lesson and its course file alone.
struct CachedLesson: Sendable {
  let cache: CacheFolder
  /// The key of the lesson's text, name and place, its course file and the program.
  let key: CacheKey

  /// - Returns: Nil where there is no cache.
  init?(_ text: SourceText, at place: LessonPlace, in cache: CacheFolder?) {
    guard let cache else { return nil }
    self.cache = cache
    key = CacheKey(of: "lesson") { writer in
      writer.write(bytes: cache.program)
      writer.write(text.name)
      writer.write(text.text)
      writer.write(place.path)
      writer.write(place.folder?.source?.text)
    }
  }

  /// The key of something that is made of the lesson.
  ///
  /// - Parameters:
  ///   - kind: What it is.
  ///   - others: The keys of what else it follows from.
  func key(of kind: String, with others: [CacheKey] = []) -> CacheKey {
    CacheKey(of: kind) { writer in
      for key in [key] + others { writer.write(bytes: key.digest) }
    }
  }
}
