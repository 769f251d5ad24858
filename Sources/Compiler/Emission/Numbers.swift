/// Numbers for what the machine knows by number. Those of cells are free again once the cells are forgotten.
struct Numbers {
  /// One more than the largest number so far.
  private(set) var count = 0
  private var free: [Int] = []
  private var ofCells: [Int] = []

  /// The next number.
  mutating func next(isOfPrelude: Bool) -> Int {
    let number: Int
    if let freed = free.popLast() {
      number = freed
    } else {
      number = count
      count += 1
    }
    if !isOfPrelude { ofCells.append(number) }
    return number
  }

  /// Frees the numbers of cells, and returns them.
  mutating func forgetCells() -> [Int] {
    defer { ofCells = [] }
    free += ofCells.reversed()
    return ofCells
  }
}
