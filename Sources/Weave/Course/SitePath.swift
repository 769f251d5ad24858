/// Paths inside a course or a site: relative to its root, `/` between components, never leaving it.
enum SitePath {
  /// The path that a link names, seen from the file that holds the link.
  ///
  /// - Parameters:
  ///   - reference: A relative reference without query and fragment, percent-encoded or not.
  ///   - file: The path of the file that holds it.
  /// - Returns: nil where the reference leaves the root.
  static func resolve(_ reference: String, from file: String) -> String? {
    var components: [Substring] = []
    if !reference.hasPrefix("/") { components = Array(file.split(separator: "/").dropLast()) }
    let decoded = percentDecoded(reference)
    for component in decoded.split(separator: "/") where component != "." {
      if component == ".." {
        guard components.popLast() != nil else { return nil }
      } else {
        components.append(component)
      }
    }
    return components.joined(separator: "/")
  }

  /// The relative reference from one file to another, percent-encoded.
  ///
  ///     relative(from: "es/a.html", to: "assets/b.css") // "../assets/b.css"
  static func relative(from file: String, to target: String) -> String {
    let source = file.utf8.split(separator: UInt8(ascii: "/")).dropLast()
    let destination = target.utf8.split(separator: UInt8(ascii: "/"))
    var shared = 0
    while shared < source.count, shared < destination.count - 1,
      source[shared].elementsEqual(destination[shared])
    {
      shared += 1
    }
    var bytes: [UInt8] = []
    for _ in shared..<source.count { bytes.append(contentsOf: "../".utf8) }
    for (index, component) in destination[shared...].enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: "/")) }
      encode(component, into: &bytes)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A fragment that names an identifier, with its `#`.
  static func fragment(_ identifier: String) -> String {
    var bytes = [UInt8(ascii: "#")]
    encode(identifier.utf8[...], into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text with its `%XX` sequences decoded; malformed ones stay.
  static func percentDecoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    let utf8 = Array(text.utf8)
    var bytes: [UInt8] = []
    var index = 0
    while index < utf8.count {
      if utf8[index] == UInt8(ascii: "%"), index + 2 < utf8.count,
        let high = hexDigit(utf8[index + 1]), let low = hexDigit(utf8[index + 2])
      {
        bytes.append(high << 4 | low)
        index += 3
      } else {
        bytes.append(utf8[index])
        index += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Encodes all bytes but RFC 3986's unreserved ones; a `:` too, or the first component could read as a
  /// scheme.
  private static func encode(_ component: Substring.UTF8View, into bytes: inout [UInt8]) {
    for byte in component { PercentEncoding.append(byte, keeping: "", to: &bytes) }
  }

  private static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
