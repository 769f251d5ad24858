import Diagnostics
import Lesson
import Session

/// Compares lessons with those that they translate. An original that is not checked itself is only read.
struct TranslationCheck {
  private(set) var diagnostics: [Diagnostic] = []
  /// The texts of originals that are not checked themselves, for excerpts.
  private(set) var sources: [SourceText] = []
  /// By resolved path.
  private var originals: [String: Original] = [:]

  /// A lesson that others translate.
  private enum Original {
    case checked(CheckedLesson)
    case read(Lesson)

    var translationOf: String? {
      switch self {
      case .checked(let lesson): lesson.facts?.translationOf
      case .read(let lesson): lesson.frontMatter.translationOf
      }
    }

    func lesson() -> Lesson? {
      switch self {
      case .checked(let lesson): lesson.lesson()
      case .read(let lesson): lesson
      }
    }
  }

  /// Compares; call on a thread with a deep stack.
  init(of lessons: [CheckedLesson]) {
    for lesson in lessons where lesson.facts != nil {
      if let path = Disk.resolved(lesson.path) { originals[path] = .checked(lesson) }
    }
    for lesson in lessons {
      guard let name = lesson.facts?.translationOf else { continue }
      do throws(Diagnostic) {
        compare(lesson, with: try original(of: lesson, named: name))
      } catch {
        diagnostics.append(error)
      }
    }
  }

  /// Compares a lesson with its original, unless the cache knows that they agree.
  private mutating func compare(_ lesson: CheckedLesson, with original: Original) {
    var key: CacheKey?
    if case .checked(let original) = original, let cached = original.cached {
      key = lesson.cached?.key(of: "translation", with: [cached.key])
    }
    if let key, lesson.cached?.cache.value(for: key, { _ in () }) != nil { return }
    guard let parsed = lesson.lesson(), let original = original.lesson() else { return }
    let findings = Translation(parsed, of: original).findings
    diagnostics += findings
    if findings.isEmpty, let key { lesson.cached?.cache.keep(for: key) { _ in } }
  }

  /// The lesson that a path in a front matter names.
  ///
  /// It is read only where it is a lesson of the same course: what a lesson names is not to be trusted.
  private mutating func original(
    of lesson: CheckedLesson, named name: String
  ) throws(Diagnostic) -> Original {
    let path = lesson.path
    func failure(_ id: String, _ message: String) -> Diagnostic {
      Diagnostic(
        .error, id, file: path, range: lesson.lesson()?.translationRange ?? 0..<0, message)
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
    let original: Original
    if let known = originals[target] {
      original = known
    } else {
      original = .read(try read(target, as: written))
      originals[target] = original
    }
    if let first = original.translationOf {
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
