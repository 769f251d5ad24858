import CMachine
import VirtualMachine

/// Small functions, which run where they are called: without a frame, and mostly without copies.
extension FunctionEmitter {
  /// The most operations, variables and literals of a body that is inlined.
  static let largestInlinedBody = 40
  /// The most bodies within bodies.
  private static let deepestInlining = 4

  /// The value of a call whose function's body stands in place of the call; nil where it must be called.
  ///
  /// The caller has made sure that the function captures nothing.
  func inlined(
    _ declaration: FunctionDeclaration, _ arguments: Substitution, _ values: [Expression], _ layout: Layout,
    at: Int?, _ place: Place
  ) -> Operand? {
    guard inliningStack.count < Self.deepestInlining, declaration !== ownFunction,
      !inliningStack.contains(declaration), let body = program.inlinableBody(of: declaration),
      let parameters = declaration.checked?.parameters, parameters.count == values.count
    else { return nil }
    let result = at ?? allocate(layout.count)
    let outer = top
    let operands = self.operands(values)
    mark(place)
    let start = code.count
    let value = inBody(of: declaration, arguments) {
      for (parameter, operand) in zip(parameters, operands) {
        locations[parameter] = .registers(operand.register)
      }
      defer { for parameter in parameters { locations[parameter] = nil } }
      // What the body reads must not change while its value comes to stand in `result`.
      let isApart = operands.allSatisfy {
        $0.register + $0.layout.count <= result || result + layout.count <= $0.register
      }
      if operands.contains(where: \.isOwned) { return owned(body, at: isApart ? result : nil) }
      return self.value(body, at: isApart ? result : nil)
    }
    move(layout.count, from: value.register, to: result)
    inlinings.append(
      FunctionCode.Inlining(
        code: start..<code.count, function: program.displayName(declaration),
        call: CodePosition(source: place.source, range: place.range)))
    mark(place)
    for operand in operands { release(operand) }
    top = outer
    return Operand(register: result, layout: layout, isOwned: value.isOwned, isShared: value.isShared)
  }

  /// The values of arguments, each safe from what the later ones and the body may change.
  private func operands(_ values: [Expression]) -> [Operand] {
    values.enumerated().map { index, expression in
      if case .variable(let variable) = expression.kind, !variable.isGlobal, !variable.isBoxed,
        targets[variable] == nil, !values[(index + 1)...].contains(where: hasCalls)
      {
        return value(expression)
      }
      return lasting(expression)
    }
  }
}

extension ProgramEmitter {
  /// The one expression that a small function returns, if calls of it can be replaced by it.
  func inlinableBody(of declaration: FunctionDeclaration) -> Expression? {
    if let known = inlinableBodies[declaration] { return known }
    let found = findInlinableBody(of: declaration)
    inlinableBodies[declaration] = .some(found)
    return found
  }

  private func findInlinableBody(of declaration: FunctionDeclaration) -> Expression? {
    guard let body = declaration.checked, body.statements.count == 1, !declaration.canThrow,
      case .returnValue(let value?, _) = body.statements[0],
      body.parameters.allSatisfy({ !$0.isInout && !$0.isBoxed && !$0.isCaptured })
    else { return nil }
    var room = FunctionEmitter.largestInlinedBody
    return isInlinable(value, body.parameters, &room) ? value : nil
  }

  /// Whether an expression is made of operations, calls, parameters and literals only, and of few of them.
  private func isInlinable(
    _ expression: Expression, _ parameters: [VariableDeclaration], _ room: inout Int
  ) -> Bool {
    room -= 1
    guard room >= 0, !expression.canThrow else { return false }
    func all(_ parts: [Expression]) -> Bool {
      for part in parts where !isInlinable(part, parameters, &room) { return false }
      return true
    }
    switch expression.kind {
    case .integer, .double, .boolean, .string, .none: return true
    case .variable(let variable): return variable.isGlobal || parameters.contains(variable)
    case .call(let reference, let arguments):
      // A call in the body costs as much as the call that is saved: few of them are worth a copy.
      if reference.declaration.intrinsic == nil, !reference.declaration.isRequirement { room -= 10 }
      return all(arguments)
    case .element(let base, _), .property(let base, _), .forceUnwrap(let base), .wrap(let base),
      .isNil(let base, _), .upcast(let base):
      return all([base])
    case .ternary(let condition, let first, let second): return all([condition, first, second])
    case .and(let left, let right), .or(let left, let right), .coalesce(let left, let right):
      return all([left, right])
    case .construct(let parts), .tuple(let parts): return all(parts)
    default: return false
    }
  }
}
