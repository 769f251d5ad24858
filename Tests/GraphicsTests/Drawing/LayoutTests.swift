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

  @Test func `numbers are whole or left out, names are cut`() {
    let long = [0.0001234567890123, 0.0001234567890124]
    func ticks(_ options: AxisOptions) -> [String] {
      Axis.vertical(Axis.Content(0...1, options), from: 200, to: 0, labelWidth: 60).ticks.map(\.label)
    }
    #expect(ticks(AxisOptions(ticks: long + [1])) == ["1"])
    #expect(ticks(AxisOptions(names: ["a name that is too long", "b"])) == ["a na…", "b"])
  }

  @Test func `the texts of small screens have room`() throws {
    let numbers = (0..<12).map { Double($0) * 1234.5 }
    let names = numbers.map { "row \($0)" }
    var cells = Figure(
      title: "Cells",
      field: Field(
        x: numbers, y: numbers, values: (0..<144).map { Double($0) * 0.0625 }, levels: [],
        style: .annotatedCells))
    cells.y.names = names
    let curves = Figure(series: (0..<9).map { Series(name: "series \($0)", x: numbers, y: numbers) })
    for figure in [cells, curves] {
      let layout = Layout(figure, words: .english)
      func width(_ text: String) -> Double { TextMetrics.width(of: text, size: Style.narrowSize) }
      #expect(layout.vertical.ticks.allSatisfy { width($0.label) <= layout.left - 8 })
      #expect(layout.horizontal.ticks.allSatisfy { $0.position + width($0.label) / 2 <= layout.width })
      if let bar = layout.bar {
        let left = layout.right + Layout.barGap + Layout.barWidth + 6
        #expect(bar.ticks.count > 2 && bar.ticks.allSatisfy { left + width($0.label) <= layout.width })
      }
      let entries = layout.legend.entries
      for (entry, next) in zip(entries, entries.dropFirst()) where entry.row == next.row {
        #expect(entry.x + Legend.sampleWidth + Legend.gap + width(entry.name) < next.x)
      }
    }
  }
}
