/// Which members a type has: its own, those of its superclasses, and what its protocols add.
extension Checker {
  /// The members of a type by name: its own first, then what its protocols add, then what they only ask for.
  func members(of type: Type, named name: String) -> [Declaration] {
    switch type.shallow {
    case .nominal(let declaration, _): return members(of: declaration, named: name) ?? []
    case let type:
      let bounds = protocols(of: normalized(type))
      let inherited = bounds.first { $0.kind == .classType }.flatMap { members(of: $0, named: name) } ?? []
      return inherited
        + withoutDefaults(
          bounds.filter { $0.kind == .protocolType }.flatMap { $0.members[name] ?? [] }.filter { member in
            guard case .function(let function) = member else { return true }
            return !inherited.contains { isSame($0, function) }
          })
    }
  }

  /// Members of protocols, each once; what a protocol asks for stands for its own default implementation too.
  func withoutDefaults(_ all: [Declaration]) -> [Declaration] {
    var seen: Set<ObjectIdentifier> = []
    let asked = all.compactMap { member -> FunctionDeclaration? in
      if case .function(let function) = member, function.isRequirement { return function }
      return nil
    }
    return all.filter {
      guard case .function(let function) = $0 else { return true }
      let isDefault = !function.isRequirement && asked.contains { isSameShape($0, function) }
      return !isDefault && seen.insert(ObjectIdentifier(function)).inserted
    }
  }

  func members(of declaration: NominalDeclaration, named name: String) -> [Declaration]? {
    guard declaration.isOfPrelude, library.isPreludeSettled else {
      return lookUpMembers(of: declaration, named: name)
    }
    if let known = library.preludeMembers[declaration]?[name] { return known }
    let found = lookUpMembers(of: declaration, named: name)
    library.preludeMembers[declaration, default: [:]][name] = found
    return found
  }

  private func lookUpMembers(of declaration: NominalDeclaration, named name: String) -> [Declaration] {
    var found = declaration.members[name] ?? []
    if name != "init" {
      for ancestor in declaration.ancestors {
        for member in ancestor.members[name] ?? [] where !isOverridden(member, by: found) {
          found.append(member)
        }
      }
    }
    var asked: [Declaration] = []
    let ancestors = declaration.ancestors
    for conformance in declaration.conformances + ancestors.flatMap(\.conformances) {
      for inherited in conformance.to.inherited where inherited.kind == .protocolType {
        for member in inherited.members[name] ?? [] {
          guard case .function(let function) = member else { continue }
          if function.isRequirement {
            asked.append(member)
          } else if !found.contains(where: {
            isSame($0, function)
              || declaration.kind != .protocolType
                && (hides($0, function, declaration) || refines($0, function, declaration))
          }) {
            found.append(member)
          }
        }
      }
    }
    if declaration.kind == .protocolType { return withoutDefaults(asked + found) }
    return found.isEmpty ? asked : found
  }

  /// What every sequence has with an array for its result, beside what a collection gives of its own kind.
  private static let givingArrays: Set<String> = ["filter", "suffix", "dropLast", "reversed"]

  /// Whether a member of a protocol stands in the place of one of a protocol that it refines.
  func refines(
    _ member: Declaration, _ function: FunctionDeclaration, _ declaration: NominalDeclaration
  ) -> Bool {
    guard case .function(let own) = member, let nearer = own.owner, let owner = function.owner,
      nearer.kind == .protocolType, nearer !== owner, nearer.inherited.contains(owner),
      own.kind == function.kind, own.isStatic == function.isStatic,
      own.parameters.map(\.label) == function.parameters.map(\.label),
      own.genericParameters.count == function.genericParameters.count,
      !Self.givingArrays.contains(function.name)
    else { return false }
    let types: Substitution = [
      nearer.selfParameter: declaration.selfType, owner.selfParameter: declaration.selfType,
    ]
    return zip(own.parameters, function.parameters).allSatisfy {
      let (left, right) = (normalized($0.type.substituting(types)), normalized($1.type.substituting(types)))
      if case .function = left, case .function = right { return true }
      return "\(left)" == "\(right)"
    }
  }

  /// Whether a member of a type stands in the place of one that a protocol adds.
  func hides(
    _ member: Declaration, _ function: FunctionDeclaration, _ declaration: NominalDeclaration
  ) -> Bool {
    switch member {
    case .variable: return function.kind == .getter
    case .function(let own):
      guard let owner = function.owner, own.owner?.kind != .protocolType, own.kind == function.kind,
        own.isStatic == function.isStatic, own.parameters.map(\.label) == function.parameters.map(\.label),
        own.genericParameters.count == function.genericParameters.count,
        // What an author adds under a condition stands beside it: it may give something else.
        own.isOfPrelude || own.requirements.count == declaration.requirements.count
          || "\(own.result)" == "\(function.result)"
      else { return false }
      let types: Substitution = [owner.selfParameter: declaration.selfType]
      func isSame(_ left: Type, _ right: Type) -> Bool {
        "\(left)" == "\(right)" || "\(normalized(right.substituting(types)))" == "\(left)"
      }
      return zip(own.parameters, function.parameters).allSatisfy { isSame($0.type, $1.type) }
        && (!Self.givingArrays.contains(function.name) || isSame(own.result, function.result))
    }
  }

  func isSameShape(_ left: FunctionDeclaration, _ right: FunctionDeclaration) -> Bool {
    left.kind == right.kind && left.isStatic == right.isStatic
      && left.parameters.map(\.label) == right.parameters.map(\.label)
      && left.genericParameters.count == right.genericParameters.count
      && zip(left.parameters, right.parameters).allSatisfy {
        // `Self` has another name in each protocol.
        "\($0.type)" == "\($1.type)"
      } && asksOfItsOwn(left) == asksOfItsOwn(right)
  }

  /// The protocols to which a function's own type parameters conform.
  private func asksOfItsOwn(_ function: FunctionDeclaration) -> Set<String> {
    guard !function.genericParameters.isEmpty else { return [] }
    return Set(
      function.requirements.compactMap { requirement in
        guard case .conforms(.parameter(let parameter), let wanted) = requirement,
          function.genericParameters.contains(parameter)
        else { return nil }
        return "\(parameter.name): \(wanted.name)"
      })
  }

  /// Whether one of the members found so far stands in the place of an inherited one.
  func isOverridden(_ member: Declaration, by found: [Declaration]) -> Bool {
    found.contains { nearer in
      switch (nearer, member) {
      case (.function(let nearer), .function(let inherited)):
        if inherited.access == .isPrivate { return true }
        var current: FunctionDeclaration? = nearer
        while let function = current {
          if function === inherited { return true }
          current = function.overridden
        }
        return false
      case (.function(let nearer), .variable(let inherited)):
        return nearer.overridden === inherited.getter && inherited.getter != nil
      case (.variable, _): return true
      }
    }
  }

  func isSame(_ declaration: Declaration, _ function: FunctionDeclaration) -> Bool {
    if case .function(let other) = declaration { return other === function }
    return false
  }
}
