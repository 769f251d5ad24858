import Testing

@testable import Formula
@testable import Weave

@Suite struct ThemeTests {
  private let css = String(decoding: Theme.standard.styleSheet.bytes, as: UTF8.self)
  private let script = String(decoding: Theme.standard.script.bytes, as: UTF8.self)

  @Test func budgets() {
    #expect(css.utf8.count <= 25_000)
    #expect(PackageResources.search_js.count <= 15_000)
    #expect(script.utf8.count <= 20_000)
  }

  @Test func nothingIsLoadedFromElsewhere() {
    for text in Theme.standard.assets.map({ String(decoding: $0.bytes, as: UTF8.self) }) {
      let bare = text.replacing("http://www.w3.org/2000/svg", with: "")
      #expect(!bare.contains("http:") && !bare.contains("https:") && !bare.contains("@import"))
    }
  }

  @Test func namesFollowContents() {
    let a = Theme.Asset(Array("a".utf8), suffix: "css")
    // The published test vector of FNV-1a (32 bits) for "a".
    #expect(a.path == "assets/trama.e40c292c.css")
    #expect(Theme.Asset(Array("b".utf8), suffix: "css").path != a.path)
  }

  @Test func compactStyles() {
    let css =
      "/* one\n * two */\na,\nb {\n  --c: url(\"d  e: {\") /* f */ g;\n  h: i\n}\n\n/* j */ k :n { l: m; }\n"
    #expect(
      String(decoding: StyleSheet.compact(Array(css.utf8)), as: UTF8.self)
        == "a,b{--c:url(\"d  e: {\") g;h:i}k :n{l:m}")
    #expect(StyleSheet.compact(Array("/* open".utf8)) == [])
  }

  @Test func compactScripts() {
    let script = "// one\n(() => {\n  // two\n\n  a(\"// b\");\n})();\n"
    #expect(
      String(decoding: Script.compact(Array(script.utf8)), as: UTF8.self) == "(() => {\na(\"// b\");\n})();\n"
    )
    // A text that went on to the next line would lose white space.
    for line in [PackageResources.trama_js, PackageResources.search_js].joined().split(
      separator: UInt8(ascii: "\n"))
    {
      #expect(line.count { $0 == UInt8(ascii: "`") } % 2 == 0)
    }
  }

  @Test func formulasAreCopiedWithTheCommandsThatTheyLeaveOut() {
    let commands = ShownTeX.commands.map { "\($0.key)\($0.value)" }
    let line = script.split(separator: "\n").first { $0.hasPrefix("const commands = ") }
    #expect(
      line.map {
        Set($0.dropFirst("const commands = \"".count).dropLast(2).split(separator: " ").map(String.init))
      } == Set(commands))
  }

  @Test func templatesParse() {
    for name in ["frame", "lesson", "home", "search", "catalogue"] {
      #expect(!Theme.standard.render(name, ["body": "x", "article": "x", "parts": ["x"]]).isEmpty, "\(name)")
    }
  }

  /// WCAG 2.2, 1.4.3: 4.5 for text in both themes; 1.4.11: 3 for what is no text.
  @Test(arguments: [
    ("ink", "page", 4.5), ("ink", "side", 4.5), ("ink", "code", 4.5), ("ink", "output", 4.5),
    ("soft", "page", 4.5),
    ("soft", "side", 4.5), ("soft", "code", 4.5), ("soft", "output", 4.5), ("link", "page", 4.5),
    ("link", "side", 4.5), ("link", "tint", 4.5), ("ink", "tint", 4.5), ("bad-ink", "bad", 4.5),
    ("keyword", "code", 4.5), ("type", "code", 4.5), ("function", "code", 4.5), ("string", "code", 4.5),
    ("attribute", "code", 4.5), ("comment", "code", 4.5), ("edge", "page", 3),
    ("brand", "page", 3), ("figure-axis", "output", 3), ("figure-1", "output", 3), ("figure-2", "output", 3),
    ("figure-3", "output", 3), ("figure-4", "output", 3), ("figure-5", "output", 3),
    ("figure-6", "output", 3),
    ("figure-7", "output", 3),
  ])
  func contrast(_ foreground: String, _ background: String, _ least: Double) throws {
    let front = try #require(colours(foreground))
    let back = try #require(colours(background))
    #expect(Self.contrast(front.light, back.light) >= least, "light")
    #expect(Self.contrast(front.dark, back.dark) >= least, "dark")
  }

  private func colours(_ name: String) -> (light: String, dark: String)? {
    guard let start = css.range(of: "--\(name):light-dark(#") else { return nil }
    let values = css[start.upperBound...].prefix { $0 != ")" }.split(separator: ",#")
    return values.count == 2 ? (String(values[0]), String(values[1])) : nil
  }

  private static func contrast(_ a: String, _ b: String) -> Double {
    let (a, b) = (luminance(a), luminance(b))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// Relative luminance as WCAG 2.2 defines it.
  private static func luminance(_ hex: String) -> Double {
    let value = Int(hex, radix: 16) ?? 0
    let channels = [16, 8, 0].map { shift -> Double in
      let c = Double(value >> shift & 255) / 255
      return c <= 0.04045 ? c / 12.92 : power((c + 0.055) / 1.055)
    }
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
  }

  /// The power 2.4 by Newton's iteration on y⁵ = x¹², so that the test needs no library.
  private static func power(_ x: Double) -> Double {
    let x4 = x * x * x * x
    let target = x4 * x4 * x4
    var y = max(x, 0.01)
    for _ in 0..<200 { y -= (y * y * y * y * y - target) / (5 * y * y * y * y) }
    return y
  }
}
