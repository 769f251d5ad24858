/// Points that belong together, and how they are drawn.
///
///     Series(name: "f", x: [0, 1, 2], y: [0, 1, 4])
///
/// Any values are allowed. A point with a coordinate that is not finite is not drawn and breaks the line in
/// two.
///
/// Two series are equal when their names, marks and values are the same bit for bit, except that every NaN
/// equals every other: the sign and payload of a NaN depend on the processor. Zero and minus zero differ, as
/// they do when printed.
public struct Series: Sendable, Hashable {
  /// What the legend and the descriptions call it; may be empty.
  public var name: String
  /// Abscissae, in data units; as many as `y`.
  public let x: [Double]
  /// Ordinates, in data units; as many as `x`.
  public let y: [Double]
  /// How it is drawn.
  public var mark: Mark
  /// Further numbers of the points, as the mark says; each list has as many as there are points, or none.
  public let channels: [[Double]]
  /// Words that belong to the points, as the mark says.
  public let texts: [String]

  /// Pairs abscissae with ordinates; where one array is longer, the excess is dropped.
  public init(
    name: String = "", x: [Double], y: [Double], mark: Mark = .line, channels: [[Double]] = [],
    texts: [String] = []
  ) {
    let count = min(x.count, y.count)
    self.name = name
    self.x = x.count == count ? x : Array(x.prefix(count))
    self.y = y.count == count ? y : Array(y.prefix(count))
    self.mark = mark
    self.channels = channels.map { $0.count < count ? [] : Array($0.prefix(count)) }
    self.texts = texts
  }

  /// A further list of numbers; nil where the series has none.
  func channel(_ index: Int) -> [Double]? {
    index < channels.count && !channels[index].isEmpty ? channels[index] : nil
  }

  /// The number of points, finite or not.
  public var count: Int { x.count }

  /// Equality by bits, as the type's description says.
  public static func == (a: Series, b: Series) -> Bool {
    a.mark == b.mark && a.count == b.count && a.name.hasSameBytes(as: b.name)
      && a.x.elementsEqual(b.x) { $0.canonicalBits == $1.canonicalBits }
      && a.y.elementsEqual(b.y) { $0.canonicalBits == $1.canonicalBits }
      && a.channels.map { $0.map(\.canonicalBits) } == b.channels.map { $0.map(\.canonicalBits) }
      && a.texts.map { Array($0.utf8) } == b.texts.map { Array($0.utf8) }
  }

  /// Hashes what `==` compares.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(mark)
    hasher.combine(name)
    hasher.combine(count)
    for value in x { hasher.combine(value.canonicalBits) }
    for value in y { hasher.combine(value.canonicalBits) }
    for channel in channels { hasher.combine(channel.map(\.canonicalBits)) }
    hasher.combine(texts)
  }
}

extension Double {
  /// The bit pattern, the same for every NaN.
  var canonicalBits: UInt64 { isNaN ? 0x7ff8_0000_0000_0000 : bitPattern }
}

extension String {
  /// Equality of the UTF-8 bytes; `==` would also equate a precomposed letter with its decomposition, and the
  /// two have different digests.
  func hasSameBytes(as other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}
