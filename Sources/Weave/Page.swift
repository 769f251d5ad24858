import Diagnostics

/// A page of a site, and what weaving it brought to light.
public struct Page: Sendable {
  /// A file of the course that a page shows or links to.
  public struct Resource: Sendable, Hashable {
    /// Relative to the course; the file keeps that path in the site.
    public var path: String
    /// Where the lesson names it.
    public var place: Diagnostic.Place
  }

  /// Relative to the site, `/` between components.
  public var path: String
  /// A whole HTML document in UTF-8.
  public var html: [UInt8]
  /// What it needs beside the site's own assets.
  public var resources: [Resource]
  /// What is made for it: the lesson in other forms, and what its sliders load; none for a page of the course itself.
  public var files: [Site.File]
  public var diagnostics: [Diagnostic]
}
