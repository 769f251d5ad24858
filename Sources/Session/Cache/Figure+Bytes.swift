import Graphics

/// Figures as bytes.
extension ByteWriter {
  mutating func write(_ figure: Figure) {
    writePanel(figure)
    write(figure.columns)
    write(figure.panels) { $0.writePanel($1) }
  }

  private mutating func writePanel(_ figure: Figure) {
    write(figure.title)
    write(figure.xLabel)
    write(figure.yLabel)
    write(figure.field != nil)
    if let field = figure.field {
      write(field.name)
      for numbers in [field.x, field.y, field.values, field.levels] { write(numbers) }
      write(field.style.rawValue)
    }
    write(figure.series) { writer, series in
      writer.write(series.name)
      writer.write(series.mark.rawValue)
      writer.write(series.x)
      writer.write(series.y)
      writer.write(series.channels) { $0.write($1) }
      writer.write(series.texts)
    }
    write(figure.verdicts) { $0.write($1.numbers) }
    for options in [figure.x, figure.y] {
      write(options.scale.rawValue)
      write(options.limits.map { [$0.lowerBound, $0.upperBound] } ?? [])
      write(options.ticks != nil)
      write(options.ticks ?? [])
      write(options.names)
    }
    write(figure.hasGrid)
    write(figure.hasLegend)
  }
}

extension ByteReader {
  mutating func figure() throws(Damage) -> Figure {
    var figure = try panel()
    figure.columns = try int()
    figure.panels = try list { (reader) throws(Damage) in try reader.panel() }
    return figure
  }

  private mutating func panel() throws(Damage) -> Figure {
    let word = { (reader: inout ByteReader) throws(Damage) in try reader.text() }
    var figure = Figure(
      title: try optional(word), xLabel: try optional(word), yLabel: try optional(word),
      field: try optional { (reader) throws(Damage) in try reader.field() },
      series: try list { (reader) throws(Damage) in try reader.series() },
      verdicts: try list { (reader) throws(Damage) in
        guard let verdict = Verdict(try reader.doubles()) else { throw Damage() }
        return verdict
      })
    figure.x = try axisOptions()
    figure.y = try axisOptions()
    figure.hasGrid = try bool()
    figure.hasLegend = try bool()
    return figure
  }

  private mutating func axisOptions() throws(Damage) -> AxisOptions {
    guard let scale = ScaleKind(rawValue: try text()) else { throw Damage() }
    let limits = try doubles()
    let hasTicks = try bool()
    let ticks = try doubles()
    let names = try texts()
    var options = AxisOptions(scale: scale, ticks: hasTicks ? ticks : nil, names: names)
    if !limits.isEmpty {
      guard limits.count == 2, limits[0] < limits[1] else { throw Damage() }
      options.limits = limits[0]...limits[1]
    }
    return options
  }

  private mutating func field() throws(Damage) -> Field {
    let name = try text()
    let (x, y, values, levels) = (try doubles(), try doubles(), try doubles(), try doubles())
    guard let style = Field.Style(rawValue: try text()),
      let field = Field(name: name, x: x, y: y, values: values, levels: levels, style: style)
    else { throw Damage() }
    return field
  }

  private mutating func series() throws(Damage) -> Series {
    let name = try text()
    guard let mark = Mark(rawValue: try text()) else { throw Damage() }
    let (x, y) = (try doubles(), try doubles())
    let channels = try list { (reader) throws(Damage) in try reader.doubles() }
    let texts = try texts()
    return Series(name: name, x: x, y: y, mark: mark, channels: channels, texts: texts)
  }
}
