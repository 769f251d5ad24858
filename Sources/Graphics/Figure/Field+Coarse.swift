extension Field {
  /// The field on a grid of blocks of points, each with the mean of its finite values, or none where it has none.
  ///
  /// A block stands at the middle of its coordinates, the first and the last one at the edges of the field, so
  /// that the field reaches as far as before.
  ///
  /// - Parameters:
  ///   - across: How many columns of points a block has.
  ///   - down: How many rows of points it has.
  /// - Returns: The field itself where blocks have one point, or where it would be left with too few points.
  /// - Complexity: O(values).
  func coarsened(across: Int, down: Int) -> Field {
    if across <= 1, down <= 1 { return self }
    let (columns, rows) = (Self.blocks(x.indices, max(1, across)), Self.blocks(y.indices, max(1, down)))
    var means: [Double] = []
    means.reserveCapacity(columns.count * rows.count)
    for row in rows {
      for column in columns { means.append(mean(column, row)) }
    }
    return Field(
      name: name, x: Self.middles(x, columns), y: Self.middles(y, rows), values: means, levels: levels,
      style: style) ?? self
  }

  /// The mean of the finite values of a block, without a sum that could overflow; NaN where there is none.
  private func mean(_ columns: Range<Int>, _ rows: Range<Int>) -> Double {
    var (mean, count) = (0.0, 0.0)
    for row in rows {
      for column in columns where value(column, row).isFinite {
        count += 1
        mean += value(column, row) / count - mean / count
      }
    }
    return count > 0 ? mean : .nan
  }

  private static func blocks(_ indices: Range<Int>, _ size: Int) -> [Range<Int>] {
    stride(from: 0, to: indices.upperBound, by: size).map { $0..<min($0 + size, indices.upperBound) }
  }

  private static func middles(_ numbers: [Double], _ blocks: [Range<Int>]) -> [Double] {
    blocks.enumerated().map { position, block in
      if position == 0 { return numbers[0] }
      if position == blocks.count - 1 { return numbers[numbers.count - 1] }
      return numbers[block.lowerBound] / 2 + numbers[block.upperBound - 1] / 2
    }
  }
}
