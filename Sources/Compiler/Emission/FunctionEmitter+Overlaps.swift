import CMachine

/// Calls that change a global which is in use already: they trap before they begin.
///
/// Overlaps within local variables are found by `Exclusivity` before anything runs, as the real compiler does; those of
/// globals it leaves to the run. References among globals are moved out while they are changed, so that any use of them
/// is noticed; of the others, what is certain here is.
extension FunctionEmitter {
  /// Emits the trap of a call that would surely meet an overlap.
  ///
  /// - Parameter function: What is called, where that is known.
  func trapOverlaps(_ arguments: [Expression], _ function: FunctionDeclaration?) {
    var changed: [VariableDeclaration] = []
    var overlaps = false
    for argument in arguments {
      guard case .inoutReference(let target) = argument.kind, let global = changedGlobal(target) else {
        continue
      }
      if changed.contains(global) { overlaps = true }
      changed.append(global)
    }
    if let first = function?.checked?.statements.first {
      switch first {
      case .expression(let value), .bind(_, let value), .returnValue(let value?, _):
        overlaps = overlaps || changed.contains { uses(value, $0) }
      default: break
      }
    }
    if overlaps { emit(trama_op_trap, Int(trama_trap_noValue.rawValue)) }
  }

  /// The global that a target of a change is, or is a part of.
  private func changedGlobal(_ target: Expression) -> VariableDeclaration? {
    switch target.kind {
    case .variable(let variable): variable.isGlobal && variable.linkBase == nil ? variable : nil
    case .property(let base, _): library.isClass(concrete(base.type)) ? nil : changedGlobal(base)
    case .element(let base, _): changedGlobal(base)
    default: nil
    }
  }

  /// Whether evaluating an expression surely uses a variable.
  private func uses(_ expression: Expression, _ variable: VariableDeclaration) -> Bool {
    switch expression.kind {
    case .variable(let other): other === variable
    case .closure, .keyPath: false
    case .ternary(let first, _, _), .and(let first, _), .or(let first, _), .coalesce(let first, _):
      uses(first, variable)
    case .chain(let base, _, _): uses(base, variable)
    case .branches, .block: false
    default: expression.children.contains { uses($0, variable) }
    }
  }
}
