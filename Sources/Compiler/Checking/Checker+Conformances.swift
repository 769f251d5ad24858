import Diagnostics
import SwiftSyntax

/// What members owe to superclasses and protocols.
extension Checker {
  /// Links members with what they override, and reports where `override` is missing or has no reason.
  func checkOverrides(of declared: TypeDeclaration) {
    let nominal = declared.nominal
    guard nominal.kind == .classType, !declared.isExtension else { return }
    for name in nominal.members.keys.sorted() {
      for case .function(let function) in nominal.members[name] ?? [] where function.inherits == nil {
        checkOverride(function, nominal)
      }
    }
  }

  func checkOverride(_ function: FunctionDeclaration, _ nominal: NominalDeclaration) {
    if function.kind == .deinitializer || function.isStatic && !function.takesType { return }
    if function.place.source == 0, function.kind != .getter || !function.isOverride { return }
    guard let found = overridden(by: function, nominal) else {
      if function.isOverride {
        report(
          "override.nothing", function.place,
          "'\(function.fullName)' overrides nothing: no superclass has a member of this name and type")
      }
      return
    }
    if !function.isOverride, function.kind != .initializer {
      report(
        "override.missing", function.place,
        "'\(function.fullName)' is in the superclass too: write 'override' before it",
        notes: [note("this is what it overrides", found.place)],
        fix: Diagnostic.Fix(
          "insert 'override'", range: function.place.range.lowerBound..<function.place.range.lowerBound,
          replacement: "override "))
    }
    if !function.isOverride, function.kind == .initializer, !found.isConvenience, !function.isRequired {
      report(
        "override.missing", function.place,
        "this initialiser is in the superclass too: write 'override' before it")
    }
    if found.isFinal || found.isStatic && !found.isClassMember, function.kind != .initializer {
      report(
        "override.final", function.place,
        "'\(function.fullName)' is '\(found.isStatic ? "static" : "final")' in the superclass")
    }
    if function.kind == .initializer { return }
    function.overridden = found
    if let setter = function.setter { setter.overridden = found.setter }
  }

  private func overridden(by function: FunctionDeclaration, _ nominal: NominalDeclaration)
    -> FunctionDeclaration?
  {
    var type = nominal.superclass
    var steps = 0
    while case .nominal(let superclass, let arguments)? = type, steps < 1000 {
      steps += 1
      let substitution = superclass.substitution(arguments)
      for member in superclass.members[function.name] ?? [] {
        switch member {
        case .function(let candidate):
          if candidate.kind == function.kind, candidate.isStatic == function.isStatic,
            candidate.access != .isPrivate,
            candidate.parameters.map(\.label) == function.parameters.map(\.label),
            zip(candidate.parameters, function.parameters).allSatisfy({
              normalized($0.type.substituting(substitution)) == normalized($1.type)
            })
          {
            return candidate
          }
        case .variable(let variable):
          if function.kind == .getter, !function.isStatic {
            // From now on the property is reached through its accessors.
            variable.isObserved = true
            return accessor(of: variable)
          }
        }
      }
      type = superclass.superclass?.substituting(substitution)
    }
    return nil
  }

  /// Reports requirements that a type does not fulfil.
  func checkConformances(of declared: TypeDeclaration) {
    let nominal = declared.nominal
    guard nominal.kind != .protocolType, scope !== library.preludeScope, declared.inheritance != nil else {
      return
    }
    var seen: Set<NominalDeclaration> = []
    for inherited in declared.inheritance?.inheritedTypes ?? [] {
      guard case .existential(let protocols) = inside(declared, { type(inherited.type) }) else { continue }
      for wanted in protocols.flatMap(\.inherited) where seen.insert(wanted).inserted {
        if let missing = inside(declared, { missingRequirement(of: wanted, in: nominal) }) {
          report(
            "conformance.missing", declared.isExtension ? place(inherited) : nominal.place,
            "'\(nominal.name)' does not conform to '\(wanted.name)': it lacks \(describe(missing))",
            notes: missing.place.source == 0 ? [] : [note("it is asked for here", missing.place)])
        }
      }
    }
  }

  private func describe(_ function: FunctionDeclaration) -> String {
    let words = (function.isStatic ? "static " : "")
    switch function.kind {
    case .getter: return "'\(words)var \(function.name): \(function.result)'"
    case .initializer: return "'init(\(function.parameters.map { ($0.label ?? "_") + ":" }.joined()))'"
    case .subscriptGetter: return "the subscript"
    default: return "'\(words)func \(function.fullName)'"
    }
  }

  private func missingRequirement(of wanted: NominalDeclaration, in nominal: NominalDeclaration)
    -> FunctionDeclaration?
  {
    for name in wanted.members.keys.sorted() {
      for case .function(let asked) in wanted.members[name] ?? [] where asked.isRequirement {
        if !hasWitness(for: asked, in: nominal) { return asked }
      }
    }
    return nil
  }

  private func hasWitness(for asked: FunctionDeclaration, in nominal: NominalDeclaration) -> Bool {
    let found = members(of: nominal, named: asked.name) ?? []
    return found.contains { member in
      switch member {
      case .variable(let variable):
        return asked.kind == .getter && variable.isLazyGlobal == asked.isStatic
          && (asked.setter == nil || !variable.isLet) && mayBe(variable.type, asked.result)
      case .function(let function):
        if function.isRequirement { return false }
        if let owner = function.owner, owner.kind == .protocolType,
          !applies(function, [owner.selfParameter: nominal.selfType])
        {
          return false
        }
        if asked.setter != nil, function.setter == nil { return false }
        if function.kind != asked.kind, !(asked.isStatic && function.intrinsic?.hasPrefix("case:") ?? false) {
          return false
        }
        if function.isMutating, !asked.isMutating, nominal.kind != .classType { return false }
        if function.canThrow, !asked.canThrow { return false }
        return function.isStatic == asked.isStatic
          && function.parameters.map(\.label) == asked.parameters.map(\.label)
          && zip(function.parameters, asked.parameters).allSatisfy { mayBe($0.type, $1.type) }
          && mayBe(function.result, asked.result)
      }
    }
  }

  /// Whether what an extension of a protocol asks for holds of a type, as far as that is known.
  private func applies(_ function: FunctionDeclaration, _ own: Substitution) -> Bool {
    function.requirements.allSatisfy { requirement in
      switch requirement {
      case .conforms(let subject, let wanted):
        let type = normalized(subject.substituting(own))
        guard case .nominal = type else { return true }
        return conforms(type, to: wanted)
      case .same(let left, let right):
        let (left, right) = (normalized(left.substituting(own)), normalized(right.substituting(own)))
        guard case .nominal(let a, _) = left, case .nominal(let b, _) = right else { return true }
        return a === b
      }
    }
  }

  /// Whether a witness's type may be what a requirement asks for: only plain types are told apart here.
  private func mayBe(_ actual: Type, _ asked: Type) -> Bool {
    guard case .nominal(let a, _) = actual.shallow, case .nominal(let b, _) = asked.shallow else {
      return true
    }
    return a === b || library.supertype(of: actual, as: b) != nil
  }
}
