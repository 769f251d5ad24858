import Lesson

/// The addresses of a course's repository on the web.
///
/// GitHub, GitLab and Forgejo (which Codeberg runs, like Gitea before it) spell them differently; a host whose
/// name says none of these is taken to spell them as GitHub does.
struct RepositoryLinks {
  let home: String
  private let branch: String?
  private let folder: String?

  private enum Forge {
    case gitHub, gitLab, forgejo
  }

  /// The addresses of a course; nil where it names no repository of the web.
  init?(of course: Course) {
    guard let repository = course.repository,
      let scheme = LinkDestination(repository).scheme, scheme == "https" || scheme == "http"
    else { return nil }
    home = LinkDestination.encoded(repository)
    branch = course.branch
    folder = course.repositoryFolder
  }

  /// Where a reader can suggest a change of a lesson; nil where the course names no branch.
  ///
  /// - Parameter path: The lesson's path in the course.
  func edit(_ path: String) -> String? {
    guard let branch else { return nil }
    let file = SitePath.relative(from: "", to: (folder.map { $0 + "/" } ?? "") + path)
    let place = SitePath.relative(from: "", to: branch) + "/" + file
    switch forge {
    case .gitHub: return base + "/edit/" + place
    case .gitLab: return base + "/-/edit/" + place
    case .forgejo: return base + "/_edit/" + place
    }
  }

  /// Where a reader can say that something is wrong, with a title filled in.
  func issue(title: String) -> String {
    // A fragment's encoding is that of a query's value, but for the sign before it.
    let title = SitePath.fragment(title).dropFirst()
    switch forge {
    case .gitLab: return base + "/-/issues/new?issue%5Btitle%5D=" + title
    case .gitHub, .forgejo: return base + "/issues/new?title=" + title
    }
  }

  /// The address without query, fragment and the last slashes, to which paths can be added.
  private var base: String {
    var base = home.prefix { $0 != "?" && $0 != "#" }
    while base.hasSuffix("/") { base = base.dropLast() }
    return String(base)
  }

  private var forge: Forge {
    let host = base.split(separator: "/").dropFirst().first.map { $0.lowercased() } ?? ""
    if host.contains("gitlab") { return .gitLab }
    if ["codeberg", "gitea", "forgejo"].contains(where: host.contains) { return .forgejo }
    return .gitHub
  }
}
