import Diagnostics
import Lesson

/// A lesson on disk, read but not parsed.
struct LessonText: Sendable {
  /// As messages show it.
  let path: String
  /// Its bytes; empty where it could not be read.
  let bytes: [UInt8]
  /// Its text, for excerpts; damaged where it is not UTF-8.
  let source: SourceText?
  /// Why it could not be read.
  let failure: Diagnostic?

  /// Its text; nil where it could not be read.
  var readable: SourceText? { failure == nil ? source : nil }

  /// - Parameter path: A file, or `-` for standard input.
  init(_ path: String) {
    let isInput = path == "-"
    self.path = isInput ? "standard input" : path
    do throws(FileFailure) {
      // The parser says that a lesson is too large; this only keeps a huge file out of memory.
      let limit = 8 * Lesson.maximumSize
      bytes = try isInput ? Disk.read(0, self.path, limit: limit) : Disk.read(path, limit: limit)
    } catch {
      bytes = []
      source = nil
      failure = Diagnostic(error)
      return
    }
    do throws(Diagnostic) {
      source = try SourceText(name: self.path, bytes: bytes)
      failure = nil
    } catch {
      // What stands before the first wrong byte is as in the file, so the place of the diagnostic is right.
      source = SourceText(name: self.path, text: String(decoding: bytes, as: UTF8.self))
      failure = error
    }
  }
}
