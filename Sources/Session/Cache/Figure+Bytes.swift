import Graphics

/// Figures as bytes.
extension ByteWriter {
  mutating func write(_ figure: Figure) {
    write(figure.title)
    write(figure.xLabel)
    write(figure.yLabel)
    write(figure.field != nil)
    if let field = figure.field {
      write(field.name)
      for numbers in [field.x, field.y, field.values, field.levels] { write(numbers) }
    }
    write(figure.series) { writer, series in
      writer.write(series.name)
      writer.write(series.mark.rawValue)
      writer.write(series.x)
      writer.write(series.y)
    }
    write(figure.verdicts) { $0.write($1.numbers) }
  }
}

extension ByteReader {
  mutating func figure() throws(Damage) -> Figure {
    let word = { (reader: inout ByteReader) throws(Damage) in try reader.text() }
    return Figure(
      title: try optional(word), xLabel: try optional(word), yLabel: try optional(word),
      field: try optional { (reader) throws(Damage) in try reader.field() },
      series: try list { (reader) throws(Damage) in try reader.series() },
      verdicts: try list { (reader) throws(Damage) in
        guard let verdict = Verdict(try reader.doubles()) else { throw Damage() }
        return verdict
      })
  }

  private mutating func field() throws(Damage) -> Field {
    guard
      let field = Field(
        name: try text(), x: try doubles(), y: try doubles(), values: try doubles(), levels: try doubles())
    else { throw Damage() }
    return field
  }

  private mutating func series() throws(Damage) -> Series {
    let name = try text()
    guard let mark = Mark(rawValue: try text()) else { throw Damage() }
    return Series(name: name, x: try doubles(), y: try doubles(), mark: mark)
  }
}
