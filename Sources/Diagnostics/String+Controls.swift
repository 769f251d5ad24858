extension String {
  /// With a picture in the place of each control character but tabs and line feeds, so that no text drives a terminal.
  public var withVisibleControls: String {
    guard unicodeScalars.contains(where: Self.isControl) else { return self }
    var text = ""
    for scalar in unicodeScalars {
      guard Self.isControl(scalar) else {
        text.unicodeScalars.append(scalar)
        continue
      }
      // The pictures of Unicode stand in the order of the controls; those above ASCII have none.
      let picture = scalar.value == 0x7F ? 0x2421 : scalar.value < 0x20 ? 0x2400 + scalar.value : 0xFFFD
      text.unicodeScalars.append(Unicode.Scalar(picture) ?? "\u{FFFD}")
    }
    return text
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F..<0xA0: true
    default: false
    }
  }
}
