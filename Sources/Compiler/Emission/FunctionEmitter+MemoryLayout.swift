import CMachine
import VirtualMachine

/// `MemoryLayout`: how the real compiler lays out values, on machines whose words have 64 bits.
extension FunctionEmitter {
  /// A number of `MemoryLayout`; reports a type of which it is not known.
  ///
  /// - Parameter values: Of `size(ofValue:)`: the value, which is made and let go.
  func memoryLayout(_ part: String, of type: Type, _ values: [Expression], at: Int?, _ place: Place)
    -> Operand
  {
    let result = at ?? allocate(1)
    for argument in values { release(value(argument)) }
    let layout = program.memory(of: type)
    if layout == nil {
      program.report(
        program.checker.diagnostic(
          "unsupported", place, "the 'MemoryLayout' of '\(type)' is not supported in cells"))
    }
    let (size, alignment) = layout ?? (0, 1)
    let number =
      switch part {
      case "size": size
      case "stride": max(1, (size + alignment - 1) / alignment * alignment)
      default: alignment
      }
    emit(trama_op_constI, result, wide: number)
    return Operand(register: result, layout: Layout([.bits]), isOwned: false)
  }
}

extension ProgramEmitter {
  /// The bytes that a value takes and what its address is a multiple of; nil where that is not known.
  ///
  /// Parts follow each other in the order of declaration, each at the next place that suits it.
  func memory(of type: Type) -> (size: Int, alignment: Int)? {
    var room = 10_000
    return memory(of: type, &room)
  }

  /// - Parameter room: How many more parts are looked at, of types that hold each other again and again.
  private func memory(of type: Type, _ room: inout Int) -> (size: Int, alignment: Int)? {
    room -= 1
    guard room > 0 else { return nil }
    switch type {
    case .tuple(let elements): return memory(of: elements.map(\.type), &room)
    case .function: return (16, 8)
    case .nominal(let declaration, let arguments):
      if let wrapped = library.wrapped(type) {
        guard let inner = memory(of: wrapped, &room) else { return nil }
        if hasRoom(wrapped) { return inner }
        // One more byte says whether there is a value.
        return isNumber(wrapped) ? (inner.size + 1, inner.alignment) : nil
      }
      if declaration.kind == .classType { return (8, 8) }
      if declaration.isOfPrelude { return knownMemory(of: declaration) }
      if !declaration.cases.isEmpty {
        guard declaration.cases.allSatisfy(\.payload.isEmpty), declaration.cases.count <= 256 else {
          return nil
        }
        return (declaration.cases.count == 1 ? 0 : 1, 1)
      }
      let substitution = declaration.substitution(arguments)
      return memory(
        of: declaration.storedProperties.map {
          checker.normalized($0.type.resolved.substituting(substitution))
        }, &room)
    default: return nil
    }
  }

  private func memory(of parts: [Type], _ room: inout Int) -> (size: Int, alignment: Int)? {
    var (size, alignment) = (0, 1)
    for part in parts {
      guard let inner = memory(of: part, &room) else { return nil }
      size = (size + inner.alignment - 1) / inner.alignment * inner.alignment + inner.size
      alignment = max(alignment, inner.alignment)
    }
    return (size, alignment)
  }

  private func knownMemory(of declaration: NominalDeclaration) -> (size: Int, alignment: Int)? {
    switch declaration.name {
    case "Int8", "UInt8", "Bool": (1, 1)
    case "Int16", "UInt16": (2, 2)
    case "Int32", "UInt32", "Float": (4, 4)
    case "Int", "UInt", "Int64", "UInt64", "Double", "Array", "Dictionary", "Set": (8, 8)
    case "String", "Character": (16, 8)
    default: nil
    }
  }

  private func isNumber(_ type: Type) -> Bool {
    guard case .nominal(let declaration, _) = type, declaration.isOfPrelude else { return false }
    return !hasRoom(type) && knownMemory(of: declaration) != nil
  }

  /// Whether some bits are no value of a type, so that `nil` takes no room of its own.
  private func hasRoom(_ type: Type) -> Bool {
    guard case .nominal(let declaration, _) = type else { return false }
    if declaration.isOfPrelude {
      return ["Bool", "Array", "Dictionary", "Set", "String", "Character"].contains(declaration.name)
    }
    return declaration.kind == .classType || (2...255).contains(declaration.cases.count)
  }
}
