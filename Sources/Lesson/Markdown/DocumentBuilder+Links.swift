extension DocumentBuilder {
  /// How far behind the link before it a link is looked for, so that no paragraph makes the search long.
  private static let searchWindow = 10_000

  /// Where the source names the destination of a link or image; for `[text][label]`, its text.
  ///
  /// libcmark gives no places of links that could be relied on, but it gives the links in the order in which
  /// their destinations stand in the source, so each is looked for behind the one before it.
  ///
  /// - Parameters:
  ///   - block: UTF-8 offsets of the paragraph or heading.
  ///   - content: What the link shows.
  /// - Returns: The offsets; those of the block where the source writes the destination otherwise.
  mutating func place(of destination: String, in block: Range<Int>, showing content: [Inline]) -> Range<Int> {
    guard fixedPlace == nil else { return block }
    let start = max(block.lowerBound, endOfLastLink)
    let end = min(block.upperBound, start + Self.searchWindow)
    guard start < end else { return block }
    let written = Array(destination.utf8)
    let address = Array((destination.hasPrefix("mailto:") ? destination.dropFirst(7) : destination[...]).utf8)
    let label = Self.label(content)
    for offset in start..<end {
      let found: Range<Int>?
      switch lines.bytes[offset] {
      case UInt8(ascii: "]"): found = destinationRange(behind: offset, written, end)
      case UInt8(ascii: "<"): found = range(of: address, from: offset + 1, to: end, before: ">")
      case UInt8(ascii: "["):
        found = label.flatMap { referenceRange(of: $0, at: offset, end) }
      default: found = nil
      }
      guard let found else { continue }
      endOfLastLink = found.upperBound
      return found
    }
    return block
  }

  /// The destination in `](destination` or `](<destination`.
  private func destinationRange(behind bracket: Int, _ written: [UInt8], _ end: Int) -> Range<Int>? {
    guard bracket + 1 < end, lines.bytes[bracket + 1] == UInt8(ascii: "(") else { return nil }
    var start = bracket + 2
    while start < end, lines.bytes[start].isSpace { start += 1 }
    if start < end, lines.bytes[start] == UInt8(ascii: "<") { start += 1 }
    guard let found = range(of: written, from: start, to: end) else { return nil }
    let next = found.upperBound < end ? lines.bytes[found.upperBound] : UInt8(ascii: ")")
    return next.isSpace || ")>".utf8.contains(next) ? found : nil
  }

  /// The text in `[text]` where no `(` follows.
  private func referenceRange(of label: [UInt8], at bracket: Int, _ end: Int) -> Range<Int>? {
    guard let found = range(of: label, from: bracket + 1, to: end, before: "]") else { return nil }
    let next = found.upperBound + 1
    return next < end && lines.bytes[next] == UInt8(ascii: "(") ? nil : found
  }

  private func range(
    of bytes: [UInt8], from start: Int, to end: Int, before closer: Unicode.Scalar? = nil
  ) -> Range<Int>? {
    let stop = start + bytes.count
    guard stop <= end, lines.bytes[start..<stop].elementsEqual(bytes) else { return nil }
    guard let closer else { return start..<stop }
    return stop < end && lines.bytes[stop] == UInt8(ascii: closer) && !bytes.isEmpty ? start..<stop : nil
  }

  /// The text of a link that shows nothing but text on one line.
  private static func label(_ content: [Inline]) -> [UInt8]? {
    guard content.count == 1, case .text(let text) = content[0], text.utf8.count <= 200 else { return nil }
    return Array(text.utf8)
  }
}
