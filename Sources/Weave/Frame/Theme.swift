import Mustache

/// Templates and assets: all that decides what a site looks like.
///
/// The templates' variables are HTML already, escaped by `Markup` where they come from an author, so
/// templates have the content type TEXT, which leaves them alone.
struct Theme: Sendable {
  /// A file that pages load; its name changes with its contents, so browsers may keep it for ever.
  struct Asset: Sendable {
    let path: String
    let bytes: [UInt8]

    /// - Parameters:
    ///   - name: What its file's name starts with.
    ///   - suffix: The file's kind: `css`.
    init(_ bytes: [UInt8], name: String = "trama", suffix: String) {
      // FNV-1a with 32 bits (Fowler, Noll and Vo, draft-eastlake-fnv).
      var hash: UInt32 = 0x811c_9dc5
      for byte in bytes { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
      let digits = String(hash, radix: 16)
      path = "assets/\(name).\(String(repeating: "0", count: 8 - digits.count))\(digits).\(suffix)"
      self.bytes = bytes
    }
  }

  let styleSheet: Asset
  let script: Asset
  let searchScript: Asset
  private let templates: MustacheLibrary

  /// The theme that comes with Trama.
  static let standard = Theme(
    styleSheet: Asset(PackageResources.trama_css, suffix: "css"),
    script: Asset(PackageResources.trama_js, suffix: "js"),
    searchScript: Asset(PackageResources.search_js, name: "search", suffix: "js"),
    templates: [
      "frame": PackageResources.frame_mustache,
      "lesson": PackageResources.lesson_mustache,
      "home": PackageResources.home_mustache,
      "search": PackageResources.search_mustache,
      "catalogue": PackageResources.catalogue_mustache,
    ])

  /// The files that every page loads.
  var assets: [Asset] { [styleSheet, script, searchScript] }

  private init(
    styleSheet: Asset, script: Asset, searchScript: Asset, templates: KeyValuePairs<String, [UInt8]>
  ) {
    self.styleSheet = styleSheet
    self.script = script
    self.searchScript = searchScript
    var library = MustacheLibrary()
    for (name, bytes) in templates {
      // A template that does not parse would leave its pages empty, which the tests of this theme see.
      if let template = try? MustacheTemplate(string: String(decoding: bytes, as: UTF8.self)) {
        library.register(template, named: name)
      }
    }
    self.templates = library
  }

  /// Fills in a template.
  func render(_ template: String, _ values: [String: Any]) -> String {
    templates.render(values, withTemplate: template) ?? ""
  }
}
