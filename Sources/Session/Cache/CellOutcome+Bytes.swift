import Diagnostics
import Lesson

/// Outcomes of cells as bytes.
extension ByteWriter {
  mutating func write(_ outcome: CellOutcome) {
    write(outcome.outputs) { $0.write($1) }
    write(outcome.diagnostics)
    write(outcome.fuel)
    write(outcome.frames != nil)
    if let frames = outcome.frames {
      write(frames.sliders) { $0.write($1) }
      write(frames.frames) { writer, outputs in writer.write(outputs) { $0.write($1) } }
      write(frames.shown)
    }
  }

  mutating func write(_ slider: Slider) {
    write(slider.name)
    write(slider.values)
  }

  mutating func write(_ output: Output) {
    switch output {
    case .text(let text):
      write(0)
      write(text)
    case .value(let value):
      write(1)
      write(value)
    case .figure(let figure):
      write(2)
      write(figure)
    case .formula(let tex, let text):
      write(3)
      write(tex)
      write(text)
    case .table(let table):
      write(4)
      write(table)
    }
  }

  private mutating func write(_ table: ValueTable) {
    write(table.caption)
    write(table.columns) { writer, column in
      writer.write(column.name)
      writer.write(column.isNumeric)
    }
    write(table.rows) { writer, row in writer.write(row) }
    write(table.hasRowNames)
    write(table.omittedRows)
    write(table.text)
    write(table.isResult)
  }
}

extension ByteReader {
  mutating func cellOutcome() throws(Damage) -> CellOutcome {
    var outcome = CellOutcome(
      outputs: try outputs(),
      diagnostics: try diagnostics(), fuel: try int())
    outcome.frames = try optional { (reader) throws(Damage) in try reader.sliderFrames() }
    return outcome
  }

  private mutating func outputs() throws(Damage) -> [Output] {
    try list { (reader) throws(Damage) in try reader.output() }
  }

  private mutating func sliderFrames() throws(Damage) -> SliderFrames {
    let sliders = try list { (reader) throws(Damage) in
      Slider(
        name: try reader.text(), values: try reader.texts())
    }
    let frames = try list { (reader) throws(Damage) in try reader.outputs() }
    let shown = try int()
    guard sliders.allSatisfy({ !$0.values.isEmpty }), frames.indices.contains(shown),
      sliders.frameCount == frames.count
    else { throw Damage() }
    return SliderFrames(sliders: sliders, frames: frames, shown: shown)
  }

  private mutating func output() throws(Damage) -> Output {
    switch try int() {
    case 0: .text(try text())
    case 1: .value(try text())
    case 2: .figure(try figure())
    case 3: .formula(tex: try text(), text: try text())
    case 4: .table(try table())
    default: throw Damage()
    }
  }

  private mutating func table() throws(Damage) -> ValueTable {
    ValueTable(
      caption: try text(),
      columns: try list { (reader) throws(Damage) in
        ValueTable.Column(name: try reader.text(), isNumeric: try reader.bool())
      },
      rows: try list { (reader) throws(Damage) in try reader.texts() },
      hasRowNames: try bool(), omittedRows: try int(), text: try text(), isResult: try bool())
  }
}
