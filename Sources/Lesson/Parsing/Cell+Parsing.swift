import Diagnostics

extension Cell {
  /// Reads a fence as a cell: its attributes, its `//|` lines and the code that is left.
  ///
  /// - Parameters:
  ///   - language: Where the info string's first word stands.
  ///   - caption: Set to its `fig-cap`, which is read when the cell has its place among the others.
  init(
    index: Int, fence: Fence, language: Range<Int>, isInTightList: Bool, _ lines: SourceLines,
    _ caption: inout MarkdownLine?, _ diagnostics: inout [Diagnostic]
  ) {
    let file = lines.source.name
    let attributes = Attributes(lines, language.upperBound..<fence.info.upperBound, &diagnostics)
    let optionCount = fence.text.prefix { Self.optionStart($0) != nil }.count
    var reader = OptionReader(file: file, owner: "a cell", known: OptionReader.cellOptions)
    var settings = attributes.settings
    do throws(Diagnostic) {
      settings += try Self.settings(fence, optionCount, lines)
    } catch {
      diagnostics.append(error)
    }
    var options = CellOptions()
    options.classes = attributes.classes
    options.apply(settings, &reader)
    for (line, offset) in zip(fence.text, fence.offsets).dropFirst(optionCount) {
      guard let start = Self.optionStart(line) else { continue }
      reader.misplaced(offset + start - 3..<offset + line.utf8.count)
    }
    caption = reader.figureCaption
    diagnostics += reader.diagnostics
    self.init(
      index: index, code: fence.text.dropFirst(optionCount).joined(separator: "\n"),
      lineOffsets: Array(fence.offsets.dropFirst(optionCount)), options: options, range: fence.range,
      linePrefix: fence.closingPrefix, lineEnding: fence.lineEnding, recording: nil,
      isInTightList: isInTightList, isClosed: fence.closing != nil)
  }

  /// How many bytes of a line stand before an option, `//|` included; nil in other lines.
  private static func optionStart(_ line: String) -> Int? {
    let blanks = line.utf8.prefix { $0.isBlank }.count
    return line.utf8.dropFirst(blanks).starts(with: "//|".utf8) ? blanks + 3 : nil
  }

  /// The settings of the first lines, which are one YAML mapping.
  private static func settings(
    _ fence: Fence, _ count: Int, _ lines: SourceLines
  ) throws(Diagnostic) -> [OptionSetting] {
    guard count > 0 else { return [] }
    var ranges: [Range<Int>] = []
    for (line, offset) in zip(fence.text, fence.offsets).prefix(count) {
      var start = offset + (optionStart(line) ?? 0)
      let end = offset + line.utf8.count
      if start < end, lines.bytes[start] == 0x20 { start += 1 }
      ranges.append(start..<end)
    }
    let mapping = try YAMLMapping(
      parsing: ranges.map { lines.string($0) + "\n" }.joined(), at: YAMLPlace(lines: lines, ranges: ranges),
      what: "list of options")
    return mapping.entries.map { entry in
      OptionSetting(
        name: entry.key, value: entry.value.text.map { .text($0) } ?? .other,
        range: entry.keyRange.lowerBound..<max(entry.value.range.upperBound, entry.keyRange.upperBound),
        valueRange: entry.value.range, verbatim: entry.value.verbatim)
    }
  }
}

extension Recording {
  /// Reads an `output` fence.
  ///
  /// - Parameters:
  ///   - language: Where the word `output` stands.
  ///   - inherited: The tolerance of its cell.
  init(
    fence: Fence, language: Range<Int>, default inherited: Tolerance, _ lines: SourceLines,
    _ diagnostics: inout [Diagnostic]
  ) {
    let attributes = Attributes(lines, language.upperBound..<fence.info.upperBound, &diagnostics)
    var reader = OptionReader(
      file: lines.source.name, owner: "an output fence", known: OptionReader.recordingOptions)
    let settings = attributes.settings.filter { reader.accepts($0) }
    let tolerance = reader.tolerance(of: settings, default: inherited)
    var expectsError = false
    for setting in settings where setting.name == "error" { expectsError = reader.truth(setting) ?? false }
    diagnostics += reader.diagnostics
    self.init(
      text: fence.text.joined(separator: "\n"), bodyRange: fence.body, range: fence.range,
      lineOffsets: fence.offsets, linePrefix: fence.openingPrefix, lineEnding: fence.lineEnding,
      tolerance: tolerance, expectsError: expectsError, openingFence: fence.opening,
      closingFence: fence.closing,
      fenceCharacter: lines.bytes[fence.opening.lowerBound] == UInt8(ascii: "~") ? "~" : "`")
  }
}
