import Diagnostics
import Lesson

/// Where the links of one lesson lead. Pages and findings both ask it, so they cannot disagree.
struct LinkResolver {
  let index: CourseIndex
  /// The path in the course of the lesson that holds the links.
  let path: String
  /// What links into the lesson itself may name.
  let anchors: Set<String>

  enum Target {
    /// An address outside the site.
    case external
    /// A lesson of the course; nil for the one that holds the link.
    case lesson(CourseIndex.Entry?, fragment: String?)
    /// Another file of the course.
    case file(String, fragment: String?)
  }

  /// Why a link leads nowhere, or not to the place that it names.
  struct Problem: Error {
    var id: String
    var message: String
  }

  /// Finds where a destination leads.
  ///
  /// - Throws: `link.scheme`, `link.outside` or `link.missing`, where that is nowhere.
  func target(of destination: String) throws(Problem) -> Target {
    let link = LinkDestination(destination)
    if let scheme = link.scheme {
      if LinkDestination.safeSchemes.contains(scheme) { return .external }
      throw Problem(
        id: "link.scheme",
        message: "a link cannot have the scheme '\(scheme)'; use one of "
          + LinkDestination.safeSchemes.joined(separator: ", "))
    }
    if destination.hasPrefix("//") { return .external }
    if link.path.isEmpty { return .lesson(nil, fragment: link.fragment) }
    guard let file = SitePath.resolve(link.path, from: path) else {
      throw Problem(id: "link.outside", message: "the link '\(destination)' leads out of the course")
    }
    if file == path { return .lesson(nil, fragment: link.fragment) }
    if let entry = index.entry(at: file) { return .lesson(entry, fragment: link.fragment) }
    if file.hasSuffix(".md") {
      let known = index.entries.map(\.path)
      throw Problem(
        id: "link.missing",
        message: "the course has no lesson '\(file)'" + Self.suggestion(file, among: known))
    }
    return .file(file, fragment: link.fragment)
  }

  /// What is wrong with the part of a target that a fragment names.
  func problem(of target: Target) -> Problem? {
    guard case .lesson(let entry, let fragment?) = target, !fragment.isEmpty else { return nil }
    let anchors = entry?.anchors ?? anchors
    guard !anchors.contains(fragment) else { return nil }
    return Problem(
      id: "link.anchor",
      message: "\(entry.map { "'\($0.path)'" } ?? "this lesson") has no heading or label '\(fragment)'"
        + Self.suggestion(fragment, among: anchors.sorted()))
  }

  /// The nearest known name as the end of a message; nothing where none is near.
  ///
  /// Among thousands of names none is looked for, so that many wrong ones cannot take long.
  static func suggestion(_ name: String, among known: [String]) -> String {
    guard known.count <= 1000 else { return "" }
    return nearest(name, among: known).map { "; did you mean '\($0)'?" } ?? ""
  }
}
