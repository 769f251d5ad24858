/// How much of a text that a cell shows is folded on its page.
///
///     OutputFold.whereLong.visibleLines(of: 50)  // 10
///     OutputFold.behind(25).visibleLines(of: 50) // 25
public enum OutputFold: Sendable, Hashable {
  /// A text of more than 20 lines shows its first 10.
  case whereLong
  case never
  /// All that comes behind so many lines.
  case behind(Int)

  /// How many lines of a text stand before the fold: all of them where nothing is folded.
  public func visibleLines(of count: Int) -> Int {
    switch self {
    case .whereLong: count > 20 ? 10 : count
    case .never: count
    case .behind(let lines): min(lines, count)
    }
  }
}
