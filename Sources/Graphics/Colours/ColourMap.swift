/// A way from small to great values through colours whose lightness tells them apart, without their hue as well.
///
/// Colours lie in OKLab (B. Ottosson, "A perceptual color space for image processing", 2020), in which equal
/// distances look equally large; they are linear between the stops.
enum ColourMap {
  /// From dark violet over blue and green to light yellow: the lightness rises evenly.
  case sequential
  /// From blue over a light grey to orange, equally dark at both ends: for values on both sides of zero.
  case diverging

  /// The colour of a share from 0 to 1, as `#rrggbb`; of one beyond, or no number, that of the nearest end or the
  /// start.
  func colour(_ share: Double) -> String {
    let bytes = components(share).map { (value: Double) in
      let byte = Int((min(max(value, 0), 1).encoded * 255).rounded())
      return (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    return "#" + bytes.joined()
  }

  /// Whether dark letters are legible on the colour of a share, rather than light ones.
  func isLight(_ share: Double) -> Bool { place(share).lightness > 0.66 }

  /// Lightness from 0 to 1, then how far the colour leans from green to red and from blue to yellow.
  private var stops: [(lightness: Double, a: Double, b: Double)] {
    switch self {
    case .sequential:
      [
        (0.33, 0.065, -0.115), (0.47, -0.01, -0.115), (0.61, -0.085, -0.03), (0.75, -0.125, 0.08),
        (0.89, -0.03, 0.155),
      ]
    case .diverging: [(0.45, -0.03, -0.14), (0.93, 0, 0), (0.53, 0.1, 0.105)]
    }
  }

  private func place(_ share: Double) -> (lightness: Double, a: Double, b: Double) {
    let stops = stops
    let position = (share.isNaN ? 0 : min(max(share, 0), 1)) * Double(stops.count - 1)
    let index = min(Int(position), stops.count - 2)
    let (from, to, part) = (stops[index], stops[index + 1], position - Double(index))
    func mix(_ a: Double, _ b: Double) -> Double { a + (b - a) * part }
    return (mix(from.lightness, to.lightness), mix(from.a, to.a), mix(from.b, to.b))
  }

  /// Linear red, green and blue.
  private func components(_ share: Double) -> [Double] {
    let (lightness, a, b) = place(share)
    let roots = [
      lightness + 0.3963377774 * a + 0.2158037573 * b, lightness - 0.1055613458 * a - 0.0638541728 * b,
      lightness - 0.0894841775 * a - 1.2914855480 * b,
    ]
    let (l, m, s) = (
      roots[0] * roots[0] * roots[0], roots[1] * roots[1] * roots[1], roots[2] * roots[2] * roots[2]
    )
    return [
      4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
      -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
      -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s,
    ]
  }
}

extension Double {
  /// A linear component as sRGB writes it (IEC 61966-2-1), with roots instead of powers: x to 5/12 is the
  /// fourth root of the cube root of x⁵.
  fileprivate var encoded: Double {
    if self <= 0.0031308 { return 12.92 * self }
    let fifth = self * self * self * self * self
    return 1.055 * fifth.cubeRoot.squareRoot().squareRoot() - 0.055
  }
}
