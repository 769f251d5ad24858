import Testing

@testable import Graphics

@Suite struct ColourScaleTests {
  private static let levels = [[0.1, 0.2, 1, 4, 5], [1, 1.0001, 1.0002], [2], [0.5, 1e6, 2e6]]

  @Test(arguments: levels)
  func `steps between levels are equally high in the bar and named by their levels`(levels: [Double]) throws {
    let scale = try #require(ColourScale(of: [0, 3e6], levels: levels))
    #expect(scale.stepCount == levels.count + 1)
    let axis = Axis.vertical(scale.bar, from: 240, to: 0, labelWidth: 200)
    #expect(Set(axis.ticks.map(\.label)).count == levels.count)
    let places = (0..<scale.stepCount).map { axis.scale.position(scale.barPlace(ofStep: $0)) }
    let heights = zip(places, places.dropFirst()).map { $0 - $1 }
    #expect(heights.allSatisfy { abs($0 - 240 / Double(scale.stepCount)) < 1e-9 }, "\(heights)")
    #expect(axis.ticks.map(\.position) == Array(places.dropFirst()))
  }

  @Test(arguments: levels)
  func `neighbouring steps differ in colour, however near their levels are`(levels: [Double]) throws {
    for lowest in [0, -3e6] {
      let scale = try #require(ColourScale(of: [lowest, 3e6], levels: levels))
      let colours = (0..<scale.stepCount).map(scale.colour(ofStep:))
      #expect(Set(colours).count == colours.count, "\(colours)")
    }
  }

  @Test(arguments: [[-4.0, -0.1, 0.1, 4], [-1, 1, 20, 21]])
  func `the step that holds zero has the colour of the middle`(levels: [Double]) throws {
    let scale = try #require(ColourScale(of: [-30, 50], levels: levels))
    #expect(scale.colour(ofStep: scale.step(0)) == ColourMap.diverging.colour(0.5))
  }

  @Test func `levels at even distances have the colours of their values`() throws {
    let values = [-4.0, 4.0]
    let levelled = try #require(ColourScale(of: values, levels: [-3, -2, -1, 0, 1, 2, 3]))
    for step in 0..<levelled.stepCount {
      let middle = levelled.start(ofStep: step) + 0.5
      #expect(levelled.colour(ofStep: step) == ColourMap.diverging.colour((middle + 4) / 8))
    }
  }
}
