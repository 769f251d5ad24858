import VirtualMachine

/// How values, instances and the cases of enumerations lie in slots.
extension ProgramEmitter {
  private static let reference = Layout([.reference])
  /// The most slots that a value may take.
  private static let largestLayout = 4096

  func layoutID(_ layout: Layout) -> Int {
    if let id = layoutIDs[layout] { return id }
    layoutIDs[layout] = layouts.count
    layouts.append(layout)
    return layouts.count - 1
  }

  /// How values of a type without unknowns lie in slots.
  func layout(_ type: Type) -> Layout {
    switch type {
    case .nominal(let declaration, let arguments) where arguments.isEmpty:
      if let known = declaration.layout { return known }
      let layout = boundedLayout(type)
      declaration.layout = layout
      return layout
    case .nominal(let declaration, _) where declaration === library.arrayDeclaration: return Self.reference
    case .function: return Self.reference
    default: break
    }
    if let known = layoutCache[type] { return known }
    let layout = boundedLayout(type)
    layoutCache[type] = layout
    return layout
  }

  private func boundedLayout(_ type: Type) -> Layout {
    var layout = makeLayout(type)
    if layout.count > Self.largestLayout {
      report(
        checker.diagnostic(
          "limit.type", place(of: type),
          "a value of '\(typeName(type))' has more than \(Self.largestLayout) parts"))
      layout = Layout([])
    }
    return layout
  }

  private func place(of type: Type) -> Place {
    if case .nominal(let declaration, _) = type { return declaration.place }
    return Place(source: checker.source, range: 0..<0)
  }

  private func makeLayout(_ type: Type) -> Layout {
    switch type {
    case .nominal(let declaration, let arguments):
      if type == library.int || type == library.double || type == library.bool { return Layout([.bits]) }
      if IntegerKind(type) != nil || library.isFloat(type) { return Layout([.bits]) }
      if ["String", "Character"].contains(declaration.name) { return Self.reference }
      if declaration === library.optionalDeclaration, let wrapped = arguments.first {
        return Layout([.bits] + layout(wrapped).slots.map { $0 == .bits ? .bits : .optionalReference })
      }
      if declaration.kind == .classType { return Self.reference }
      if !declaration.cases.isEmpty { return enumerationLayout(type, declaration) }
      let substitution = declaration.substitution(arguments)
      return Layout(
        declaration.storedProperties.flatMap {
          propertyLayout($0, substitution).slots
        })
    case .tuple(let elements): return Layout(elements.flatMap { layout($0.type).slots })
    case .function, .existential: return Self.reference
    case .metatype(let instance): return Layout(isKnownAtRunTime(instance) ? [.reference] : [])
    case .variable, .parameter, .member, .error:
      // Nothing whose shape is not known may run.
      if diagnostics.isEmpty {
        report(
          checker.diagnostic(
            "unsupported", Place(source: checker.source, range: 0..<0),
            "the type '\(type)' is not known where this cell uses it; that is not supported in cells"))
      }
      return Layout([])
    }
  }

  func propertyLayout(_ property: VariableDeclaration, _ substitution: Substitution) -> Layout {
    if property.isWeak { return Layout([.optionalReference]) }
    return layout(checker.normalized(property.type.resolved.substituting(substitution)))
  }

  /// The slot at which a stored property starts, in a value or an instance.
  func offset(of variable: VariableDeclaration, in type: Type) -> Int {
    guard case .nominal(let declaration, let arguments) = type else { return 0 }
    let substitution = declaration.substitution(arguments)
    var offset = 0
    if declaration.kind == .classType {
      if !declaration.storedProperties.contains(variable), let superclass = declaration.superclass {
        return self.offset(of: variable, in: superclass.substituting(substitution))
      }
      offset = superclassSlots(declaration, substitution).count
    }
    for property in declaration.storedProperties {
      if property === variable { return offset }
      offset += propertyLayout(property, substitution).count
    }
    return offset
  }

  /// The slots of an instance before the properties of its own class: the number of its type, then what it inherits.
  private func superclassSlots(_ declaration: NominalDeclaration, _ substitution: Substitution) -> [Layout
    .Slot]
  {
    declaration.superclass.map { instanceLayout($0.substituting(substitution)).slots } ?? [.bits]
  }

  /// How the instances of a class lie on the heap.
  func instanceLayout(_ type: Type) -> Layout {
    guard case .nominal(let declaration, let arguments) = type else { return Layout([.bits]) }
    let substitution = declaration.substitution(arguments)
    let own = declaration.storedProperties.flatMap { property in
      // Until its initialiser has run, an instance lacks what it will refer to.
      propertyLayout(property, substitution).slots.map { $0 == .bits ? .bits : Layout.Slot.optionalReference }
    }
    return Layout(superclassSlots(declaration, substitution) + own)
  }

  // MARK: Enumerations

  /// The layout of a case's payload; a box where it is indirect.
  func payloadLayout(_ found: EnumerationCase, in type: Type) -> Layout {
    guard case .nominal(let declaration, let arguments) = type else { return Layout([]) }
    return layout(checker.normalized(found.payloadType.substituting(declaration.substitution(arguments))))
  }

  private func payloadSlots(_ found: EnumerationCase, in type: Type) -> [Layout.Slot] {
    if found.payload.isEmpty { return [] }
    return found.isIndirect ? [.optionalReference] : payloadLayout(found, in: type).slots
  }

  /// A tag, then room for the numbers and for the references of the largest payloads.
  ///
  /// Numbers and references have places of their own, so that each slot always holds one kind.
  private func enumerationLayout(_ type: Type, _ declaration: NominalDeclaration) -> Layout {
    var bits = 0
    var references = 0
    for found in declaration.cases {
      let slots = payloadSlots(found, in: type)
      bits = max(bits, slots.count { $0 == .bits })
      references = max(references, slots.count { $0 != .bits })
    }
    return Layout(
      [.bits] + Array(repeating: .bits, count: bits) + Array(repeating: .optionalReference, count: references)
    )
  }

  /// Where the slots of a case's payload lie among those of the value.
  func positions(of found: EnumerationCase, in type: Type) -> [Int] {
    let whole = layout(type)
    var bit = 1
    var reference = whole.slots.firstIndex { $0 != .bits } ?? whole.count
    return payloadSlots(found, in: type).map { slot in
      if slot == .bits {
        bit += 1
        return bit - 1
      }
      reference += 1
      return reference - 1
    }
  }
}
