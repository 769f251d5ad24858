import Diagnostics

/// A lesson as HTML, without the frame of a page.
public struct Article: Sendable {
  /// The blocks of the lesson.
  public var html: String { markup.string }
  public var diagnostics: [Diagnostic]
  var markup: Markup
  var headings: [ArticleHeading]
  var resources: [Page.Resource]
  /// What it loads beside the site's own assets, made for it.
  var files: [Site.File]
}
