import Compiler
import Diagnostics
import Lesson

/// The source of a cell as it is for each value of its sliders: the same, but for the numbers of their constants.
struct SliderSource {
  /// The number of one constant, and what is put in its place.
  private struct Slot {
    var name: String
    /// UTF-8 offsets in the cell's source.
    var range: Range<Int>
    var texts: [String]
  }

  private let source: SourceText
  private let sliders: [Slider]
  /// One for each slider.
  private let slots: [Slot]
  /// The frame that the cell shows as it stands.
  let shown: Int

  /// - Throws: What the cell lacks to be run for other values, at its opening line.
  init(of cell: Cell, in lesson: Lesson) throws(Diagnostic) {
    var slots: [Slot] = []
    var shown = 0
    for slider in cell.options.sliders {
      let name = slider.name
      func problem(_ kind: String, _ message: String) -> Diagnostic {
        Diagnostic(
          .error, "slider.\(kind)", file: lesson.source.name, range: cell.openingRange(in: lesson), message)
      }
      guard let literal = ConstantLiteral(of: name, in: cell.code) else {
        throw problem(
          "constant",
          "the slider of \(cell.name) moves '\(name)', so the cell must say what it is at first: "
            + "'let \(name) = \(slider.values[0])'")
      }
      guard literal.hasType || !literal.isInteger || slider.values.allSatisfy({ !$0.contains(".") }) else {
        throw problem(
          "integer",
          "'\(name)' of \(cell.name) is an 'Int', but its slider has other values: write '\(literal.value)'")
      }
      guard let position = slider.values.firstIndex(where: { Double($0) == literal.value }) else {
        throw problem(
          "value",
          "'\(name)' of \(cell.name) is \(literal.value) at first, which is none of its slider's values; "
            + "the nearest is \(Self.nearest(to: literal.value, in: slider.values))")
      }
      shown = shown * slider.values.count + position
      let texts = slider.values.map { literal.isInteger || $0.contains(".") ? $0 : $0 + ".0" }
      slots.append(Slot(name: name, range: literal.range, texts: texts))
    }
    source = CellSources(of: lesson).source(of: cell)
    sliders = cell.options.sliders
    self.slots = slots
    self.shown = shown
  }

  private static func nearest(to value: Double, in values: [String]) -> String {
    let distance: (String) -> Double = { abs((Double($0) ?? .infinity) - value) }
    return values.min { distance($0) < distance($1) } ?? ""
  }

  /// How many values the sliders have together.
  var count: Int { sliders.frameCount }

  /// The source for a frame.
  func frame(_ index: Int) -> SourceText {
    SourceText(name: source.name, text: replacingNumbers(by: texts(index)))
  }

  /// The source for all frames: each constant is an element of a list of what it is in them.
  ///
  /// - Parameter index: An expression for the number of the frame.
  func text(ofFrame index: String) -> String {
    let texts = (0..<count).map(texts)
    return replacingNumbers(
      by: slots.indices.map { slot in "[\(texts.map { $0[slot] }.joined(separator: ", "))][\(index)]" })
  }

  private func replacingNumbers(by texts: [String]) -> String {
    var bytes = Array(source.text.utf8)
    for (slot, text) in zip(slots, texts).sorted(by: { $0.0.range.lowerBound > $1.0.range.lowerBound }) {
      bytes.replaceSubrange(slot.range, with: text.utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What the constants are in a frame: `rate = 0.1, steps = 5`.
  func values(_ index: Int) -> String {
    zip(slots, texts(index)).map { "\($0.name) = \($1)" }.joined(separator: ", ")
  }

  private func texts(_ index: Int) -> [String] {
    zip(slots, sliders.positions(inFrame: index)).map { $0.texts[$1] }
  }
}
