import Diagnostics
import Lesson
import Session

/// Compares lessons with those that they translate. An original that is not checked itself is only read.
struct TranslationCheck {
  private(set) var diagnostics: [Diagnostic] = []
  /// The texts of originals that are not checked themselves, for excerpts.
  private(set) var sources: [SourceText] = []
  /// By resolved path.
  private var lessons: [String: Lesson] = [:]

  /// Compares; call on a thread with a deep stack.
  init(of files: [CheckedLesson]) {
    for file in files {
      guard let lesson = file.lesson, let path = Disk.resolved(file.path) else { continue }
      lessons[path] = lesson
    }
    for file in files {
      guard let lesson = file.lesson, let name = lesson.frontMatter.translationOf else { continue }
      do throws(Diagnostic) {
        let original = try original(of: lesson, at: file.path, named: name)
        diagnostics += Translation(lesson, of: original).findings
      } catch {
        diagnostics.append(error)
      }
    }
  }

  /// The lesson that a path in a front matter names.
  ///
  /// It is read only where it is a lesson of the same course: what a lesson names is not to be trusted.
  private mutating func original(
    of lesson: Lesson, at path: String, named name: String
  ) throws(Diagnostic) -> Lesson {
    func failure(_ id: String, _ message: String) -> Diagnostic {
      Diagnostic(.error, id, file: lesson.source.name, range: lesson.translationRange, message)
    }
    let written = Self.joined(Disk.split(path).folder, name)
    guard !name.hasPrefix("/"), name.hasSuffix(".md"), let target = Disk.resolved(written),
      Disk.kind(of: target) == .file, CourseFolder.holding(written)?.root == CourseFolder.holding(path)?.root
    else {
      throw failure(
        "translation.path",
        "there is no lesson '\(name)' beside this one in its course; 'translation-of' is a path relative to this file"
      )
    }
    guard target != Disk.resolved(path) else {
      throw failure("translation.chain", "a lesson cannot be its own translation")
    }
    let original: Lesson
    if let known = lessons[target] {
      original = known
    } else {
      original = try read(target, as: written)
      lessons[target] = original
    }
    if let first = original.frontMatter.translationOf {
      throw failure(
        "translation.chain",
        "'\(name)' is itself a translation, of '\(first)'; name the lesson that was written first")
    }
    return original
  }

  private mutating func read(_ path: String, as name: String) throws(Diagnostic) -> Lesson {
    do throws(FileFailure) {
      let bytes = try Disk.read(path, limit: 8 * Lesson.maximumSize)
      let source = try Self.source(name, bytes)
      sources.append(source)
      return Lesson(parsing: source)
    } catch {
      throw Diagnostic(error)
    }
  }

  private static func source(_ name: String, _ bytes: [UInt8]) throws(FileFailure) -> SourceText {
    do throws(Diagnostic) {
      return try SourceText(name: name, bytes: bytes)
    } catch {
      throw FileFailure(name, error.message)
    }
  }

  /// A path seen from a folder, without the `..` that leave named folders.
  private static func joined(_ folder: String, _ name: String) -> String {
    var path = folder
    var rest = name[...]
    while rest.hasPrefix("../"), path != ".", !path.hasSuffix(".."), path != "/" {
      path = Disk.split(path).folder
      rest = rest.dropFirst(3)
    }
    return Disk.join(path, String(rest))
  }
}
