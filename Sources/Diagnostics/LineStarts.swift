extension [Int] {
  /// Of offsets at which lines start, ascending: the index of the line that holds an offset, the first one where all
  /// start behind it.
  ///
  /// - Complexity: O(log lines).
  public func line(holding offset: Int) -> Int {
    var low = 0
    var high = count
    while high - low > 1 {
      let middle = (low + high) / 2
      if self[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
