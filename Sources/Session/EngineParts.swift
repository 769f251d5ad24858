import Compiler
import Synchronization
import VirtualMachine

/// The compiler and the machine of an engine.
///
/// They outlive it: the next engine takes them over with what they have made ready of the prelude, unless its cells
/// have left something behind.
final class EngineParts {
  let compiler: Compiler
  /// Nil where the system has no memory for it.
  let machine: Machine?
  let owner: Owner

  /// Lets host functions find the engine without keeping it alive.
  final class Owner {
    weak var engine: Engine?
  }

  init() {
    compiler = Compiler(hosts: HostFunction.all.map(\.name))
    let owner = Owner()
    self.owner = owner
    machine = Machine(
      hosts: HostFunction.all.map { host in
        (
          host.results,
          { (machine, base) throws(Trap.Reason) in
            guard let engine = owner.engine else { return }
            try host.body(engine, machine, base)
          }
        )
      })
  }

  /// Those that no engine has; one engine has them at a time.
  private struct Shelf: @unchecked Sendable {
    var parts: [EngineParts] = []
  }

  private static let shelf = Mutex(Shelf())
  /// More than these are not kept.
  private static let mostKept = 8

  /// Parts without cells: kept ones, or new ones.
  static func take() -> EngineParts {
    shelf.withLock { $0.parts.popLast() } ?? EngineParts()
  }

  /// Forgets the cells.
  ///
  /// - Returns: Whether nothing is left of them, so that another engine may have the parts.
  func forgetCells() -> Bool {
    owner.engine = nil
    guard let machine, let freed = compiler.forgetCells() else { return false }
    machine.clear(forgetting: freed.functions, globals: freed.globals)
    return true
  }

  /// Keeps the parts for the next engine, if nothing is left of the cells.
  func giveBack() {
    guard forgetCells() else { return }
    Self.shelf.withLock { shelf in
      if shelf.parts.count < Self.mostKept { shelf.parts.append(self) }
    }
  }
}
