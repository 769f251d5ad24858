import Testing

@testable import Graphics

@Suite struct LayoutTests {
  @Test(arguments: 1...6)
  func `plots are inside their panels however long the names are`(columns: Int) throws {
    let names = Array(repeating: "a name that is too long for any panel", count: 3)
    var panel = Figure(
      title: "A", xLabel: "x", yLabel: "y",
      field: Field(
        x: [0, 1, 2], y: [0, 1, 2], values: (0..<9).map { Double($0) * 1.2345e-9 - 1e-9 }, levels: [],
        style: .cells))
    panel.x.names = names
    panel.y.names = names
    var bars = Figure(
      yLabel: "y", series: [Series(x: [0, 1, 2], y: [1, 2, 3.456e-8], mark: .bars, texts: names)])
    bars.y.ticks = [1, 1.123456789]
    var figure = Figure(title: nil)
    figure.panels = [panel, bars, panel, bars, panel, bars]
    figure.columns = columns
    for place in PanelLayout(figure, words: Words(language: "en")).panels {
      let layout = place.layout
      #expect(layout.left > 0 && layout.right - layout.left > 5 && layout.right < layout.width)
      #expect(layout.bottom - layout.top > 5)
      #expect(layout.bar.map { $0.scale.start > $0.scale.end } ?? true)
      #expect(place.x + layout.width <= Style.width + 0.01)
    }
  }
}
