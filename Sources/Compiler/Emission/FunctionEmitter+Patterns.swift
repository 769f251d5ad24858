import CMachine
import VirtualMachine

/// `switch`, and matching values with patterns.
extension FunctionEmitter {
  func emitSwitch(_ statement: SwitchStatement) {
    scoped {
      let layout = self.layout(statement.subject.type)
      let type = concrete(statement.subject.type)
      let register = allocate(layout.count)
      let outer = top
      owned(statement.subject, at: register)
      top = outer
      locations[statement.variable] = .registers(register)
      if !layout.isTrivial { cleanups[cleanups.count - 1].append(.variable(statement.variable)) }
      let leaveSwitch = JumpLabel()
      loops.append(Loop(label: statement.label, onBreak: leaveSwitch, onContinue: nil, depth: cleanups.count))
      let bodies = statement.cases.map { _ in JumpLabel() }
      for (index, switchCase) in statement.cases.enumerated() {
        let next = JumpLabel()
        emitCase(
          switchCase, at: register, type, body: bodies[index], next: next,
          fallthroughTo: index + 1 < bodies.count ? bodies[index + 1] : nil)
        jump(trama_op_jump, to: leaveSwitch)
        bind(next)
      }
      loops.removeLast()
      bind(leaveSwitch)
    }
  }

  private func emitCase(
    _ switchCase: SwitchStatement.Case, at register: Int, _ type: Type, body: JumpLabel, next: JumpLabel,
    fallthroughTo: JumpLabel?
  ) {
    scoped {
      for (index, item) in switchCase.patterns.enumerated() {
        let failed = JumpLabel()
        match(item.pattern, at: register, type, ifFalse: failed)
        let before = cleanups[cleanups.count - 1].count
        if index == 0 || !binds(item.pattern) {
          bind(item.pattern, from: register, type, isOwned: false)
        } else {
          rebind(item.pattern, from: register, type)
        }
        if let condition = item.condition {
          let holds = JumpLabel()
          branch(condition, ifTrue: holds)
          run(Array(cleanups[cleanups.count - 1][before...]))
          jump(trama_op_jump, to: failed)
          bind(holds)
        }
        if index + 1 < switchCase.patterns.count {
          jump(trama_op_jump, to: body)
        } else if body.target == nil {
          bind(body)
        }
        if index + 1 < switchCase.patterns.count {
          bind(failed)
        } else {
          redirect(failed, to: next)
        }
      }
      if let fallthroughTo { fallthroughLabels.append(fallthroughTo) }
      emit(switchCase.body)
      if fallthroughTo != nil { fallthroughLabels.removeLast() }
    }
  }

  func binds(_ pattern: Pattern) -> Bool {
    switch pattern {
    case .any, .test: false
    case .variable: true
    case .tuple(let parts): parts.contains(where: binds)
    case .optional(let inner), .enumeration(_, let inner, _), .cast(_, let inner, _): binds(inner)
    }
  }

  /// A second pattern of a case gives its values to the variables of the first.
  func rebind(_ pattern: Pattern, from register: Int, _ type: Type) {
    let layout = program.layout(type)
    switch pattern {
    case .any, .test: break
    case .enumeration(_, let inner, let holder), .cast(_, let inner, let holder):
      if case .registers(let place)? = locations[holder] { rebind(inner, from: place, concrete(holder.type)) }
    case .variable(let variable):
      retain(register, layout)
      switch locations[variable] {
      case .registers(let own): move(layout.count, from: register, to: own)
      case .box(let box):
        for index in 0..<layout.count { emit(trama_op_objectSet, box, index, register + index) }
      case nil: break
      }
    case .tuple(let parts):
      guard case .tuple(let elements) = type else { return }
      var offset = 0
      for (part, element) in zip(parts, elements) {
        rebind(part, from: register + offset, element.type)
        offset += program.layout(element.type).count
      }
    case .optional(let inner):
      if let wrapped = library.wrapped(type) { rebind(inner, from: register + 1, wrapped) }
    }
  }

  /// Jumps to a label unless a value matches a pattern.
  func match(_ pattern: Pattern, at register: Int, _ type: Type, ifFalse label: JumpLabel) {
    switch pattern {
    case .any, .variable: break
    case .enumeration(let found, let inner, let holder):
      jump(trama_op_jumpNeImmediateI, register, found.index, to: label)
      if found.payload.isEmpty { return }
      let place = payload(of: found, at: register, type)
      locations[holder] = .registers(place)
      match(inner, at: place, concrete(holder.type), ifFalse: label)
    case .cast(let wanted, let inner, let holder):
      let operand = Operand(register: register, layout: program.layout(type), isOwned: false)
      let place = cast(operand, type, to: concrete(wanted), ifFalse: label, holder.place)
      locations[holder] = .registers(place)
      match(inner, at: place, concrete(wanted), ifFalse: label)
    case .test(let expression, let variable):
      locations[variable] = .registers(register)
      mark(expression.place)
      branch(expression, ifFalse: label)
    case .tuple(let parts):
      guard case .tuple(let elements) = type else { return }
      var offset = 0
      for (part, element) in zip(parts, elements) {
        match(part, at: register + offset, element.type, ifFalse: label)
        offset += program.layout(element.type).count
      }
    case .optional(let inner):
      guard let wrapped = library.wrapped(type) else { return }
      jump(trama_op_jumpFalse, register, to: label)
      match(inner, at: register + 1, wrapped, ifFalse: label)
    }
  }
}
