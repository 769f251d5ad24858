import Diagnostics
import Lesson

/// The lessons that the arguments of a command name.
struct LessonPaths {
  /// As messages show them, each once.
  private(set) var paths: [String] = []
  /// The courses that are named as a whole.
  private(set) var courses: [CourseFolder] = []
  private var known: Set<String> = []

  /// Finds the lessons.
  ///
  /// A folder with a course file stands for the lessons of the course, another folder for every `.md` file in
  /// and below it in the order of their paths; names that start with a dot are left out, and links to folders
  /// are not followed.
  ///
  /// - Parameters:
  ///   - arguments: Files and folders; none stands for the whole course.
  ///   - course: The course folder.
  ///   - report: Takes what is wrong.
  init(_ arguments: [String], course: String, report: inout Report) {
    guard !arguments.isEmpty else {
      add(CourseFolder(course), &report)
      return
    }
    for argument in arguments {
      switch Disk.kind(of: argument) {
      case .folder? where Disk.exists(Disk.join(argument, CourseFolder.fileName)):
        add(CourseFolder(argument), &report)
      case .folder?:
        do throws(FileFailure) {
          try add(folder: argument)
        } catch {
          report.add(error)
        }
      case nil:
        report.add(FileFailure(argument, "there is no such file or folder", advice: "check the path"))
      case .file?, .special?:
        add(argument)
      }
    }
  }

  private mutating func add(_ folder: CourseFolder, _ report: inout Report) {
    if let source = folder.source { report.add(source) }
    report.add(folder.diagnostics)
    courses.append(folder)
    for lesson in folder.lessons { add(folder.path(of: lesson)) }
  }

  private mutating func add(folder: String) throws(FileFailure) {
    var pending = [folder]
    while let next = pending.popLast() {
      guard Disk.isFolderItself(next) || next == folder else {
        if next.hasSuffix(".md"), Disk.kind(of: next) == .file { add(next) }
        continue
      }
      let names = try Disk.names(in: next).filter { !$0.hasPrefix(".") }
      pending += names.reversed().map { Disk.join(next, $0) }
    }
  }

  private mutating func add(_ path: String) {
    if known.insert(Disk.resolved(path) ?? path).inserted { paths.append(path) }
  }
}
