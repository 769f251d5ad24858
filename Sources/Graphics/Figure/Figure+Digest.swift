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
    if let title { hash.field(1, title) }
    if let xLabel { hash.field(2, xLabel) }
    if let yLabel { hash.field(3, yLabel) }
    for series in series {
      hash.field(16, series.mark.rawValue)
      if !series.name.isEmpty { hash.field(17, series.name) }
      hash.field(18, series.x)
      hash.field(19, series.y)
    }
    if let field {
      if !field.name.isEmpty { hash.field(32, field.name) }
      hash.field(33, field.x)
      hash.field(34, field.y)
      hash.field(35, field.values)
      hash.field(36, field.levels)
    }
    for verdict in verdicts { hash.field(48, verdict.numbers) }
    let digits = String(hash.value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
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
