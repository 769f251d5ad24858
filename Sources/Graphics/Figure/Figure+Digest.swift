extension Figure {
  /// Sixteen hexadecimal digits that change whenever anything in the figure changes: any bit of any value,
  /// any text.
  ///
  /// The digest is FNV-1a (64 bits; Fowler, Noll and Vo, draft-eastlake-fnv) over a sequence of fields, each
  /// a tag byte, a length in eight little-endian bytes, and the content: texts in UTF-8, values as
  /// little-endian IEEE bit patterns with one pattern for all NaNs. Zero and minus zero differ. A field that
  /// is absent contributes nothing, so fields added to `Figure` later do not change the digests of figures
  /// that do not use them.
  ///
  /// It detects changes; it does not resist forgery.
  ///
  /// - Complexity: O(bytes of data).
  public var digest: String {
    var hash = FowlerNollVo()
    hash.add(self)
    let digits = String(hash.value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension FowlerNollVo {
  fileprivate mutating func add(_ figure: Figure) {
    if let title = figure.title { field(1, title) }
    if let label = figure.xLabel { field(2, label) }
    if let label = figure.yLabel { field(3, label) }
    add(figure.x, firstTag: 4)
    add(figure.y, firstTag: 8)
    if !figure.hasGrid { field(12, []) }
    if !figure.hasLegend { field(13, []) }
    for series in figure.series { add(series) }
    if let shown = figure.field {
      if !shown.name.isEmpty { field(32, shown.name) }
      for (tag, numbers) in zip(UInt8(33)..., [shown.x, shown.y, shown.values, shown.levels]) {
        field(tag, numbers)
      }
      if shown.style != .contours { field(37, shown.style.rawValue) }
    }
    for verdict in figure.verdicts { field(48, verdict.numbers) }
    if figure.panels.isEmpty { return }
    field(64, [Double(figure.columns)])
    for panel in figure.panels { field(65, panel.digest) }
  }

  private mutating func add(_ series: Series) {
    field(16, series.mark.rawValue)
    if !series.name.isEmpty { field(17, series.name) }
    field(18, series.x)
    field(19, series.y)
    for channel in series.channels { field(20, channel) }
    for text in series.texts { field(21, text) }
  }

  private mutating func add(_ options: AxisOptions, firstTag tag: UInt8) {
    if options.scale != .linear { field(tag, options.scale.rawValue) }
    if let limits = options.limits { field(tag + 1, [limits.lowerBound, limits.upperBound]) }
    if let ticks = options.ticks { field(tag + 2, ticks) }
    for name in options.names { field(tag + 3, name) }
  }
}

/// FNV-1a with 64 bits.
private struct FowlerNollVo {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  private mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }

  private mutating func add(_ word: UInt64) {
    for shift in stride(from: 0, to: 64, by: 8) {
      add(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
    }
  }

  mutating func field(_ tag: UInt8, _ text: String) {
    add(tag)
    add(UInt64(text.utf8.count))
    for byte in text.utf8 { add(byte) }
  }

  mutating func field(_ tag: UInt8, _ values: [Double]) {
    add(tag)
    add(UInt64(values.count))
    for value in values { add(value.canonicalBits) }
  }
}
