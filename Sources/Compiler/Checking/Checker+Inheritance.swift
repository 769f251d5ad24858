import Diagnostics
import SwiftSyntax

/// What types inherit: protocols, a superclass, a type of raw values; and the names that their members may use.
extension Checker {
  func declareAssociatedNames(of type: TypeDeclaration) {
    guard type.nominal.kind == .protocolType else { return }
    for member in type.members {
      if let associated = member.decl.as(AssociatedTypeDeclSyntax.self) {
        type.nominal.associatedTypes.append(associated.name.text)
      }
    }
    // Those of the prelude have but one, their first.
    let primary = type.syntax.as(ProtocolDeclSyntax.self)?.primaryAssociatedTypeClause?.primaryAssociatedTypes
    type.nominal.primaryAssociatedTypes =
      primary?.map { plain($0.name) } ?? (source == 0 ? Array(type.nominal.associatedTypes.prefix(1)) : [])
  }

  /// Type aliases of a type.
  func declareAliases(of type: TypeDeclaration) {
    inside(type) {
      for member in type.members {
        if let alias = member.decl.as(TypeAliasDeclSyntax.self) {
          type.nominal.typeAliases[alias.name.text] = self.type(alias.initializer.value)
          noteScope(of: alias, in: type.nominal)
        }
      }
    }
  }

  func declareInheritance(of declared: TypeDeclaration) {
    let nominal = declared.nominal
    inside(declared) {
      for (index, inherited) in (declared.inheritance?.inheritedTypes ?? []).enumerated() {
        let place = place(inherited.type)
        switch type(inherited.type) {
        case .existential(let protocols):
          for wanted in protocols {
            if nominal.kind == .protocolType, wanted.inherited.contains(nominal) {
              for part in Set([nominal, wanted] + nominal.inherited).sorted(by: {
                $0.place.range.lowerBound < $1.place.range.lowerBound
              }) where part.place.source == nominal.place.source && wanted.inherited.contains(part) {
                report("inheritance.circular", part.place, "'\(part.name)' refines itself")
              }
              continue
            }
            if scope !== library.preludeScope, !declared.isExtension || nominal.kind != .protocolType,
              nominal.conformances.contains(where: { $0.to === wanted && $0.requirements.isEmpty })
            {
              report(
                "conformance.redundant", place, "'\(nominal.name)' conforms to '\(wanted.name)' already")
              continue
            }
            nominal.conformances.append(
              NominalDeclaration.Conformance(to: wanted, requirements: declared.conditions))
          }
        case .nominal(let superclass, let arguments) where superclass.kind == .classType:
          guard nominal.kind == .classType, index == 0, !declared.isExtension else {
            if nominal.kind == .protocolType {
              // Its values are instances of the class.
              nominal.conformances.append(NominalDeclaration.Conformance(to: superclass, requirements: []))
              continue
            }
            report(
              "inheritance.class", place,
              "'\(nominal.name)' cannot inherit from the class '\(superclass.name)'")
            continue
          }
          if superclass.isFinal {
            report("inheritance.final", place, "'\(superclass.name)' is 'final': it cannot be inherited from")
          }
          if superclass === nominal || superclass.ancestors.contains(nominal) {
            let circle = ([nominal, superclass] + superclass.ancestors).min {
              $0.place.range.lowerBound < $1.place.range.lowerBound
            }
            report(
              "inheritance.circular", circle?.place ?? place,
              "'\(circle?.name ?? nominal.name)' inherits from itself")
            continue
          }
          requireArguments(.nominal(superclass, arguments), inherited.type)
          nominal.superclass = .nominal(superclass, arguments)
        case .error: continue
        case let other:
          if nominal.kind == .enumeration, index == 0, !declared.isExtension {
            guard hasLiterals(other) else {
              report(
                "enumeration.raw", place,
                "raw values are numbers or texts: \(article(other)) is not written as a literal")
              continue
            }
            nominal.rawType = other
            continue
          }
          if inherited.type.trimmedDescription == "AnyObject" { continue }
          report("inheritance.type", place, "'\(nominal.name)' cannot inherit from \(article(other))")
        }
      }
      for member in declared.members {
        if let associated = member.decl.as(AssociatedTypeDeclSyntax.self) {
          declareAssociated(associated, of: nominal)
        }
      }
      if let clause = declared.syntax.as(ProtocolDeclSyntax.self)?.genericWhereClause {
        var found: [Requirement] = []
        readWhere(clause, into: &found)
        nominal.associatedRequirements += found
      }
      library.conformancesChanged()
    }
  }

  /// Whether values of a type can be written as literals, so that they can be raw values.
  private func hasLiterals(_ type: Type) -> Bool {
    guard scope !== library.preludeScope else { return true }
    guard case .nominal(let declaration, _) = type else { return false }
    return ["ExpressibleByIntegerLiteral", "ExpressibleByFloatLiteral", "ExpressibleByStringLiteral"].contains
    {
      library.nominal($0).map { library.conformance(of: declaration, to: $0) != nil } ?? false
    } || ["String", "Character"].contains(declaration.name)
  }

  private func declareAssociated(_ syntax: AssociatedTypeDeclSyntax, of nominal: NominalDeclaration) {
    let subject = Type.member(nominal.selfType, syntax.name.text)
    if let initializer = syntax.initializer {
      nominal.associatedDefaults[syntax.name.text] = type(initializer.value)
    }
    for inherited in syntax.inheritanceClause?.inheritedTypes ?? [] {
      let bound = type(inherited.type)
      if case .nominal(let wanted, let arguments) = bound, wanted.kind == .classType, arguments.isEmpty {
        nominal.associatedRequirements.append(.conforms(subject, wanted))
      }
      guard case .existential(let protocols) = bound else { continue }
      for wanted in protocols { nominal.associatedRequirements.append(.conforms(subject, wanted)) }
    }
    if let clause = syntax.genericWhereClause {
      for requirement in clause.requirements {
        if case .sameTypeRequirement(let same) = requirement.requirement,
          case .type(let left) = same.leftType,
          case .type(let right) = same.rightType
        {
          nominal.associatedRequirements.append(.same(type(left), type(right)))
        }
      }
    }
  }

  /// Reports a structure or enumeration that holds itself, so that no value of it could ever be whole.
  func checkContainment(of types: [TypeDeclaration]) {
    let recursive = types.filter { !$0.isExtension && containsItself($0.nominal) }
    for declared in recursive {
      // Nothing may be laid out that has no end.
      declared.nominal.storedProperties = []
      declared.nominal.cases = []
    }
  }

  private func containsItself(_ nominal: NominalDeclaration) -> Bool {
    guard nominal.kind == .structure || nominal.kind == .enumeration else { return false }
    var seen: Set<NominalDeclaration> = []
    func holds(_ type: Type) -> Bool {
      switch type.shallow {
      case .tuple(let elements): return elements.contains { holds($0.type) }
      case .nominal(let declaration, let arguments):
        if declaration === nominal { return true }
        if let wrapped = library.wrapped(type) { return holds(wrapped) }
        guard declaration.place.source != 0 || declaration.kind == .enumeration,
          seen.insert(declaration).inserted
        else { return false }
        return parts(of: declaration).contains {
          holds($0.1.substituting(declaration.substitution(arguments)))
        }
      default: return false
      }
    }
    for (place, type) in parts(of: nominal) where holds(type) {
      report(
        nominal.kind == .structure ? "type.recursive" : "enumeration.recursive",
        nominal.kind == .structure ? place : nominal.place,
        nominal.kind == .structure
          ? "a structure cannot hold a value of its own type"
          : "'\(nominal.name)' holds itself: write 'indirect' before 'enum' or before the case")
      return true
    }
    return false
  }

  /// What a value is made of, and where that is declared.
  func parts(of nominal: NominalDeclaration, withIndirect: Bool = false) -> [(Place, Type)] {
    switch nominal.kind {
    case .structure: nominal.storedProperties.map { ($0.place, $0.type.resolved) }
    case .enumeration:
      nominal.cases.filter { withIndirect || !$0.isIndirect }.flatMap { found in
        found.payload.map { (found.place, $0.type) }
      }
    default: []
    }
  }

  /// Finds what a type's associated types are where no alias says so: from the requirements that it fulfils.
  func inferAssociatedTypes(of declared: TypeDeclaration) {
    let nominal = declared.nominal
    guard nominal.kind != .protocolType else { return }
    if let sequence = library.nominal("Sequence"), let iterator = library.nominal("IteratorProtocol"),
      nominal.members["makeIterator"] == nil, nominal.typeAliases["Iterator"] == nil,
      library.conformance(of: nominal, to: sequence) != nil,
      library.conformance(of: nominal, to: iterator) != nil
    {
      // A sequence that is its own iterator.
      nominal.typeAliases["Iterator"] = nominal.selfType
    }
    inferSlices(of: nominal)
    for conformance in nominal.conformances {
      for wanted in conformance.to.inherited {
        for name in wanted.associatedTypes
        where nominal.typeAliases[name] == nil && nominal.nested[name] == nil {
          if nominal.genericParameters.contains(where: { $0.name == name }) { continue }
          for asked in wanted.asked {
            if let found = witnessType(of: name, asked, wanted, nominal) {
              nominal.typeAliases[name] = found
              break
            }
          }
        }
      }
    }
  }

  /// Associated types that follow from others: `Element` where only the iterator is known.
  func deriveAssociatedTypes(of nominal: NominalDeclaration) {
    guard nominal.kind != .protocolType else { return }
    for conformance in nominal.conformances {
      for wanted in conformance.to.inherited {
        let own: Substitution = [wanted.selfParameter: nominal.selfType]
        for case .same(let left, .member(.parameter(wanted.selfParameter), let name))
          in wanted.associatedRequirements
        where nominal.typeAliases[name] == nil && nominal.nested[name] == nil
          && !nominal.genericParameters.contains(where: { $0.name == name })
        {
          let found = normalized(left.substituting(own))
          if case .member = found { continue }
          nominal.typeAliases[name] = found
        }
      }
    }
  }

  /// Associated types of which nothing else says what they are: what their protocol says.
  func defaultAssociatedTypes(of nominal: NominalDeclaration) {
    guard nominal.kind != .protocolType else { return }
    for conformance in nominal.conformances {
      for wanted in conformance.to.inherited {
        var known = wanted.associatedDefaults
        for case .same(.member(.parameter(wanted.selfParameter), let name), let type)
          in wanted.associatedRequirements
        {
          known[name] = type
        }
        for (name, type) in known
        where nominal.typeAliases[name] == nil && nominal.nested[name] == nil
          && !nominal.genericParameters.contains(where: { $0.name == name })
        {
          nominal.typeAliases[name] = normalized(
            type.substituting([wanted.selfParameter: nominal.selfType]))
        }
      }
    }
  }

  /// What a collection is gone through with, and what its parts are, where it does not say so.
  private func inferSlices(of nominal: NominalDeclaration) {
    guard let collection = library.nominal("Collection"), nominal.kind != .protocolType,
      library.conformance(of: nominal, to: collection) != nil
    else { return }
    let own = nominal.selfType
    if nominal.typeAliases["SubSequence"] == nil, let slice = library.nominal("Slice") {
      nominal.typeAliases["SubSequence"] = .nominal(slice, [own])
    }
    if nominal.members["makeIterator"] == nil, nominal.typeAliases["Iterator"] == nil,
      let iterator = library.nominal("IndexingIterator")
    {
      nominal.typeAliases["Iterator"] = .nominal(iterator, [own])
    }
  }

  /// What an associated type is in the member that fulfils a requirement.
  private func witnessType(
    of name: String, _ asked: FunctionDeclaration, _ wanted: NominalDeclaration, _ nominal: NominalDeclaration
  ) -> Type? {
    let subject = Type.member(.parameter(wanted.selfParameter), name)
    func find(_ pattern: Type, _ actual: Type) -> Type? {
      if pattern == subject { return actual }
      switch (pattern, actual) {
      case (.nominal(let a, let arguments), .nominal(let b, let others)) where a === b:
        return zip(arguments, others).lazy.compactMap { find($0, $1) }.first
      case (.tuple(let a), .tuple(let b)) where a.count == b.count:
        return zip(a, b).lazy.compactMap { find($0.type, $1.type) }.first
      case (.function(let a), .function(let b)) where a.parameters.count == b.parameters.count:
        return zip(a.parameters, b.parameters).lazy.compactMap { find($0.type, $1.type) }.first
          ?? find(a.result, b.result)
      default: return nil
      }
    }
    for member in nominal.members[asked.name] ?? [] {
      switch member {
      case .function(let function):
        guard function.parameters.count == asked.parameters.count,
          function.parameters.map(\.label) == asked.parameters.map(\.label)
        else { continue }
        for (pattern, actual) in zip(asked.parameters, function.parameters) {
          if let found = find(pattern.type, actual.type) { return found }
        }
        if let found = find(asked.result, function.result) { return found }
      case .variable(let variable):
        if asked.kind == .getter, let found = find(asked.result, variable.type) { return found }
      }
    }
    return nil
  }
}
