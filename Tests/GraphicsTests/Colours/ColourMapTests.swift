import Foundation
import Testing

@testable import Graphics

@Suite struct ColourMapTests {
  /// The lightness of a colour in CIELAB (CIE 15), from 0 to 100: another measure than the one it is made with.
  private func lightness(_ colour: String) throws -> Double {
    let digits = colour.dropFirst()
    let bytes = [0, 2, 4].compactMap { Int(digits.dropFirst($0).prefix(2), radix: 16) }
    try #require(colour.count == 7 && colour.hasPrefix("#") && bytes.count == 3)
    let linear = bytes.map { byte in
      let value = Double(byte) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    let luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return luminance > 0.008856 ? 116 * cbrt(luminance) - 16 : 903.3 * luminance
  }

  @Test func `the lightness of the sequential map rises evenly`() throws {
    let steps = try (0...20).map { try lightness(ColourMap.sequential.colour(Double($0) / 20)) }
    let rises = zip(steps, steps.dropFirst()).map { $1 - $0 }
    #expect(rises.allSatisfy { $0 > 1.5 && $0 < 5 }, "\(rises)")
  }

  @Test func `the diverging map is lightest in its middle and equally dark at its ends`() throws {
    let ends = try [0, 0.5, 1].map { try lightness(ColourMap.diverging.colour($0)) }
    #expect(ends[1] > 90)
    #expect(abs(ends[0] - ends[2]) < 12 && ends[0] < 55 && ends[2] < 55, "\(ends)")
  }

  @Test func `letters on every colour are legible`() throws {
    for map in [ColourMap.sequential, .diverging] {
      for step in 0...100 {
        let share = Double(step) / 100
        let lightness = try lightness(map.colour(share))
        #expect(map.isLight(share) ? lightness > 55 : lightness < 70, "\(map) \(share) \(lightness)")
      }
    }
  }

  @Test func `shares beyond the ends have their colours`() {
    #expect(ColourMap.sequential.colour(-1e300) == ColourMap.sequential.colour(0))
    #expect(ColourMap.sequential.colour(.nan).count == 7)
    #expect(ColourMap.sequential.colour(7) == ColourMap.sequential.colour(1))
  }
}
