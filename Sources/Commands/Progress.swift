import Synchronization

/// Counts the lessons that were started, on a line of the terminal.
final class Progress: Sendable {
  private let total: Int
  private let console: Console
  private let started = Mutex(0)

  init(of total: Int, on console: Console) {
    self.total = total
    self.console = console
  }

  /// Says that the next one is on its way.
  func start(_ name: String) {
    let count = started.withLock { started in
      started += 1
      return started
    }
    console.progress("[\(count)/\(total)] \(name)")
  }
}
