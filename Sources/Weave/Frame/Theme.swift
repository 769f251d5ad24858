import Diagnostics
import Graphics
import Mustache

/// Templates and assets: all that decides what a site looks like.
///
/// The templates' variables are HTML already, escaped by `Markup` where they come from an author, so
/// templates have the content type TEXT, which leaves them alone.
public struct Theme: Sendable {
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

  var styleSheet: Asset
  let script: Asset
  let icon: Asset
  /// By name.
  private var templates: [String: MustacheTemplate] = [:]
  /// The templates that others may include. They include none themselves, so filling one in always ends.
  private var parts = MustacheLibrary()

  /// The names of the templates that others may include.
  static let partNames: Set<String> = ["catalogue"]

  /// The theme that comes with Trama.
  public static let standard = Theme(
    styleSheet: Asset(
      StyleSheet.compact(Array(Figure.styleSheet.utf8) + PackageResources.trama_css), suffix: "css"),
    script: Asset(Script.compact(PackageResources.trama_js + PackageResources.search_js), suffix: "js"),
    icon: Asset(PackageResources.icon_svg, suffix: "svg"),
    templates: [
      "catalogue": PackageResources.catalogue_mustache,
      "frame": PackageResources.frame_mustache,
      "lesson": PackageResources.lesson_mustache,
      "home": PackageResources.home_mustache,
      "missing": PackageResources.missing_mustache,
      "redirect": PackageResources.redirect_mustache,
      "search": PackageResources.search_mustache,
    ])

  /// The files that every page loads.
  var assets: [Asset] { [styleSheet, script, icon] }

  private init(
    styleSheet: Asset, script: Asset, icon: Asset, templates: KeyValuePairs<String, [UInt8]>
  ) {
    self.styleSheet = styleSheet
    self.script = script
    self.icon = icon
    for (name, bytes) in templates {
      // A template that does not parse would leave its pages empty, which the tests of this theme see.
      if let template = try? MustacheTemplate(string: String(decoding: bytes, as: UTF8.self)) {
        use(template, named: name)
      }
    }
  }

  /// Puts a template in the place of that of its name.
  mutating func use(_ template: MustacheTemplate, named name: String) {
    templates[name] = template
    if Self.partNames.contains(name) { parts.register(template, named: name) }
  }

  /// Fills in a template.
  func render(_ template: String, _ values: [String: Any]) -> String {
    templates[template]?.render(values, library: parts) ?? ""
  }
}
