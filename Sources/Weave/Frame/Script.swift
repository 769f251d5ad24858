/// Scripts as pages load them.
enum Script {
  /// A script without what browsers do not need: the white space at the start of lines, empty lines, and lines that hold
  /// a comment alone. No text of ours goes on to a further line.
  ///
  /// - Complexity: Linear in the length.
  static func compact(_ script: [UInt8]) -> [UInt8] {
    var compact: [UInt8] = []
    compact.reserveCapacity(script.count)
    for line in script.split(separator: UInt8(ascii: "\n")) {
      let code = line.drop { $0 == UInt8(ascii: " ") }
      if code.isEmpty || code.starts(with: "//".utf8) { continue }
      compact += code
      compact.append(UInt8(ascii: "\n"))
    }
    return compact
  }
}
