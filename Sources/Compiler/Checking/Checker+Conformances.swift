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
      for case .variable(let variable) in nominal.members[name] ?? [] where variable.place.source != 0 {
        checkStoredAgain(variable, nominal)
      }
    }
  }

  /// A stored property that a superclass has already.
  private func checkStoredAgain(_ variable: VariableDeclaration, _ nominal: NominalDeclaration) {
    let members = nominal.superclass.map { self.members(of: $0, named: variable.name) } ?? []
    let earlier = members.first {
      switch $0 {
      case .variable(let other): other.isLazyGlobal == variable.isLazyGlobal && other.access != .isPrivate
      case .function(let other):
        other.kind == .getter && other.isStatic == variable.isLazyGlobal && other.access != .isPrivate
          && other.owner?.kind == .classType
      }
    }
    guard let earlier else { return }
    report(
      "override.stored", variable.place,
      "'\(variable.name)' is a property of the superclass already: give it another value in an initialiser, or override it with 'get' and 'set'",
      notes: [note("it is declared here", earlier.place)])
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
    if function.kind == .initializer {
      if found.isRequired, !function.isRequired {
        report(
          "override.required", function.place,
          "this initialiser is 'required' in the superclass: write 'required' before it, not 'override'")
      } else if found.isConvenience, function.isOverride {
        report(
          "override.nothing", function.place,
          "the initialiser of the superclass is a 'convenience' one, which is not overridden: leave 'override' out"
        )
      }
      return
    }
    checkReplacement(function, of: found)
    function.overridden = found
    function.unwrapsResult =
      library.wrapped(found.result.resolved) != nil && library.wrapped(function.result.resolved) == nil
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
            }),
            candidate.kind != .function
              || mayReplace(function.result, normalized(candidate.result.substituting(substitution)))
          {
            return candidate
          }
        case .variable(let variable):
          if function.kind == .getter, !function.isStatic {
            if variable.isLet {
              report(
                "override.let", function.place,
                "'\(function.name)' is a 'let' property of the superclass: it stays as it is",
                notes: [note("it is declared here", variable.place)])
            }
            // From now on the property is reached through its accessors.
            variable.isObserved = true
            return accessor(of: variable)
          }
        }
      }
      // Of initialisers a class has only those that its superclass has too.
      if function.kind == .initializer { return nil }
      type = superclass.superclass?.substituting(substitution)
    }
    return nil
  }

  /// Whether a member with this result can stand for one with the other: the same, a subclass, or not optional.
  private func mayReplace(_ actual: Type, _ original: Type) -> Bool {
    let (actual, original) = (normalized(actual.resolved), normalized(original.resolved))
    if actual == original || actual.hasError || original.hasError || actual.hasVariables { return true }
    if let wrapped = library.wrapped(original) {
      return mayReplace(library.wrapped(actual) ?? actual, wrapped)
    }
    if case .nominal(let wanted, _) = original, wanted.kind == .classType {
      return library.supertype(of: actual, as: wanted) == original
    }
    return false
  }

  /// Reports an override that promises less than what it stands for.
  private func checkReplacement(_ function: FunctionDeclaration, of found: FunctionDeclaration) {
    guard function.place.source != 0 else { return }
    if function.canThrow, !found.canThrow {
      report(
        "override.throws", function.place,
        "'\(function.fullName)' cannot throw: that of the superclass does not",
        notes: [note("this is what it overrides", found.place)])
    }
    guard function.kind == .getter else { return }
    if found.owner?.genericParameters.isEmpty ?? true, !mayReplace(function.result, found.result) {
      report(
        "override.type", function.place,
        "'\(function.name)' is \(article(found.result.resolved)) in the superclass, not \(article(function.result))"
      )
    } else if found.setter != nil, function.setter == nil {
      report(
        "override.setter", function.place,
        "'\(function.name)' can be changed in the superclass: give it 'get' and 'set'")
    }
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
      let place = declared.isExtension ? place(declared.syntax) : nominal.place
      for wanted in protocols.flatMap(\.inherited) where seen.insert(wanted).inserted {
        inside(declared) { checkConformance(of: nominal, to: wanted, at: place) }
      }
    }
  }

  private func checkConformance(
    of nominal: NominalDeclaration, to wanted: NominalDeclaration, at place: Place
  ) {
    if wanted.name == "Differentiable", wanted.isOfPrelude, nominal.kind != .structure {
      report(
        "unsupported", place,
        "'\(nominal.name)' cannot be 'Differentiable': of the types that cells declare, only structures can")
      return
    }
    if wanted.place.source == 0 { checkWritten(by: wanted.name, for: nominal, at: place) }
    if isClassBound(wanted), nominal.kind != .classType {
      report("conformance.class", place, "only a class can conform to '\(wanted.name)'")
      return
    }
    let own: Substitution = [wanted.selfParameter: nominal.selfType]
    for case .conforms(let subject, let other) in wanted.associatedRequirements {
      let type = normalized(subject.substituting(own))
      if case .nominal = type, !conforms(type, to: other) {
        let what =
          if case .member(_, let name) = subject { "its '\(name)', \(article(type))," } else { "'\(type)'" }
        report(
          "conformance.associated", place,
          "'\(nominal.name)' does not conform to '\(wanted.name)': \(what) must conform to '\(other.name)'"
        )
        return
      }
    }
    var lacking = missingRequirement(of: wanted, in: nominal)
    if let asked = lacking, addsPlainInitializer(for: asked, to: nominal) {
      lacking = missingRequirement(of: wanted, in: nominal)
    }
    guard let missing = lacking else {
      checkRequired(nominal, wanted)
      checkAssociated(nominal, wanted, own, at: place)
      checkAccess(nominal, wanted, own)
      checkSelfResults(nominal, wanted, own)
      return
    }
    // What the language writes itself is missing where it has said why.
    if missing.isOfPrelude, missing.name.hasPrefix("_"),
      diagnostics.contains(where: { $0.severity == .error })
    {
      return
    }
    if let near = nearMiss(for: missing, in: nominal) {
      report(
        "conformance.labels", near.place,
        "'\(near.fullName)' has other labels than '\(missing.fullName)', which '\(wanted.name)' asks for",
        notes: missing.place.source == 0 ? [] : [note("it is asked for here", missing.place)])
      return
    }
    report(
      "conformance.missing", place,
      "'\(nominal.name)' does not conform to '\(wanted.name)': it lacks \(describe(missing))",
      notes: missing.place.source == 0 ? [] : [note("it is asked for here", missing.place)])
  }

  /// Equality, hashing and the list of cases are written by the language only where all parts allow it.
  private func checkWritten(by name: String, for nominal: NominalDeclaration, at place: Place) {
    if name == "Encodable" || name == "Decodable" {
      // What marks a type as one that can be written or read elsewhere holds of its parts too.
      if let wanted = library.nominal(name) { reportPart(of: nominal, thatLacks: wanted, at: place) }
      return
    }
    guard let member = ["Equatable": "==", "Hashable": "hash"][name], let wanted = library.nominal(name)
    else {
      if name == "CaseIterable", let found = nominal.cases.first(where: { !$0.payload.isEmpty }),
        nominal.members["allCases"]?.contains(where: { isWritten($0) != nil }) ?? false
      {
        report(
          "conformance.parts", place,
          "'\(nominal.name)' has no list of all cases, since '\(found.name)' holds values: write 'allCases' yourself"
        )
      }
      return
    }
    guard let written = (nominal.members[member] ?? []).lazy.compactMap(isWritten).first else { return }
    guard reportPart(of: nominal, thatLacks: wanted, at: place) else { return }
    // Its body would only repeat this.
    written.body = member == "==" ? nil : []
    if member == "==" {
      written.value = ExprSyntax(BooleanLiteralExprSyntax(literal: .keyword(.true)))
    }
  }

  /// Reports that a part of a type does not conform to what all of its parts must conform to.
  ///
  /// - Returns: Whether there is such a part.
  @discardableResult
  private func reportPart(
    of nominal: NominalDeclaration, thatLacks wanted: NominalDeclaration, at place: Place
  ) -> Bool {
    for (part, type) in parts(of: nominal, withIndirect: true) where !conforms(normalized(type), to: wanted) {
      report(
        "conformance.parts", place,
        "'\(nominal.name)' does not conform to '\(wanted.name)': \(article(type)) in it does not",
        notes: [note("this is in the way", part)])
      return true
    }
    return false
  }

  /// The function, where the language has written it.
  private func isWritten(_ member: Declaration) -> FunctionDeclaration? {
    if case .function(let function) = member, function.place.source == 0, function.owner?.place.source != 0 {
      return function
    }
    return nil
  }

  /// What gives a `Self` gives one in subclasses too.
  private func checkSelfResults(
    _ nominal: NominalDeclaration, _ wanted: NominalDeclaration, _ own: Substitution
  ) {
    guard nominal.kind == .classType, !nominal.isFinal else { return }
    for asked in wanted.asked where asked.kind == .function && asked.result == wanted.selfType {
      let found = nominal.members[asked.name]?.first { isWitness($0, for: asked, own, in: nominal) }
      guard case .function(let function)? = found, !function.returnsSelf, function.place.source != 0 else {
        continue
      }
      report(
        "conformance.self", function.place,
        "'\(wanted.name)' asks for the type of the instance at hand, which may be a subclass: let the result be 'Self', or the class 'final'"
      )
    }
  }

  /// A member that a protocol asks for is there for all who may use the type.
  private func checkAccess(_ nominal: NominalDeclaration, _ wanted: NominalDeclaration, _ own: Substitution) {
    guard nominal.access == .open, wanted.access == .open else { return }
    for asked in wanted.asked where !hasWitness(for: asked, in: nominal, own, isOpen: true) {
      guard
        let hidden = nominal.members[asked.name]?.first(where: {
          isWitness($0, for: asked, own, in: nominal) && access(of: $0) != .open
        })
      else { continue }
      report(
        "conformance.private", place(of: hidden),
        "'\(asked.name)' is what '\(wanted.name)' asks for: it cannot be '\(access(of: hidden) == .isPrivate ? "private" : "private(set)")'"
      )
    }
  }

  private func access(of member: Declaration) -> Access {
    switch member {
    case .variable(let variable): variable.access
    case .function(let function): function.access
    }
  }

  private func place(of member: Declaration) -> Place {
    switch member {
    case .variable(let variable): variable.place
    case .function(let function): function.place
    }
  }

  /// An associated type that no member decides must be named.
  private func checkAssociated(
    _ nominal: NominalDeclaration, _ wanted: NominalDeclaration, _ own: Substitution, at place: Place
  ) {
    guard wanted.place.source != 0 else { return }
    for name in wanted.associatedTypes {
      guard case .member(let base, _) = normalized(Type.member(wanted.selfType, name).substituting(own)),
        base == nominal.selfType
      else { continue }
      report(
        "conformance.associated", place,
        "'\(nominal.name)' does not conform to '\(wanted.name)': say what its '\(name)' is with 'typealias \(name) = …'"
      )
    }
  }

  /// An initialiser that a protocol asks for must be `required`, so that subclasses have it too.
  private func checkRequired(_ nominal: NominalDeclaration, _ wanted: NominalDeclaration) {
    guard nominal.kind == .classType, !nominal.isFinal else { return }
    for case .function(let asked) in wanted.members["init"] ?? [] where asked.isRequirement {
      for case .function(let function) in nominal.members["init"] ?? []
      where function.parameters.map(\.label) == asked.parameters.map(\.label) && !function.isRequired
        && function.owner === nominal && function.place.source != 0 && function.inherits == nil
      {
        let start = function.place.range.lowerBound
        report(
          "conformance.required", function.place,
          "'\(wanted.name)' asks for this initialiser, so subclasses need it too: write 'required' before it",
          fix: Diagnostic.Fix("insert 'required'", range: start..<start, replacement: "required "))
      }
    }
  }

  /// A member that has the name and types of a requirement, but other labels.
  private func nearMiss(for asked: FunctionDeclaration, in nominal: NominalDeclaration)
    -> FunctionDeclaration?
  {
    guard let owner = asked.owner else { return nil }
    let own: Substitution = [owner.selfParameter: nominal.selfType]
    for case .function(let function) in nominal.members[asked.name] ?? []
    where function.kind == asked.kind && function.isStatic == asked.isStatic && function.place.source != 0
      && function.parameters.count == asked.parameters.count && !function.isRequirement
      && function.parameters.map(\.label) != asked.parameters.map(\.label)
      && zip(function.parameters, asked.parameters).allSatisfy({
        mayBe($0.type, normalized($1.type.substituting(own)))
      })
    {
      return function
    }
    return nil
  }

  private func describe(_ function: FunctionDeclaration) -> String {
    let words = (function.isStatic ? "static " : "")
    switch function.kind {
    case .getter:
      return
        "'\(words)var \(function.name): \(function.result)\(function.setter == nil ? "" : " { get set }")'"
    case .initializer: return "'init(\(function.parameters.map { ($0.label ?? "_") + ":" }.joined()))'"
    case .subscriptGetter: return "the subscript"
    default:
      let result = function.result.isVoid ? "" : " -> \(function.result)"
      return "'\(words)func \(function.fullName)\(result)'"
    }
  }

  private func missingRequirement(of wanted: NominalDeclaration, in nominal: NominalDeclaration)
    -> FunctionDeclaration?
  {
    wanted.asked.sorted { ($0.name, $0.place.range.lowerBound) < ($1.name, $1.place.range.lowerBound) }
      .first { !hasWitness(for: $0, in: nominal, [wanted.selfParameter: nominal.selfType]) }
  }

  private func hasWitness(
    for asked: FunctionDeclaration, in nominal: NominalDeclaration, _ own: Substitution, isOpen: Bool = false
  ) -> Bool {
    (members(of: nominal, named: asked.name) ?? []).contains {
      isWitness($0, for: asked, own, in: nominal) && !(isOpen && isHidden($0, asked))
    }
  }

  /// Whether not all who may use a type may use a member of it as a protocol asks for it.
  private func isHidden(_ member: Declaration, _ asked: FunctionDeclaration) -> Bool {
    access(of: member) == .isPrivate || asked.setter != nil && access(of: member) == .privateSet
  }

  private func isWitness(
    _ member: Declaration, for asked: FunctionDeclaration, _ own: Substitution, in nominal: NominalDeclaration
  ) -> Bool {
    var results = [normalized(asked.result.substituting(own))]
    if asked.isFailable, let wrapped = library.wrapped(results[0]) {
      // An initialiser that never fails does too.
      results.append(wrapped)
    }
    let parameters = asked.parameters.map { normalized($0.type.substituting(own)) }
    switch member {
    case .variable(let variable):
      return asked.kind == .getter && variable.isLazyGlobal == asked.isStatic
        && (asked.setter == nil || !variable.isLet) && mayBe(variable.type, results[0])
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
      return function.isOfType == asked.isStatic
        && function.parameters.map(\.label) == asked.parameters.map(\.label)
        && zip(function.parameters, parameters).allSatisfy { mayBe($0.type, $1) }
        && results.contains { mayBe(function.result, $0) }
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

  /// Whether a witness's type may be what a requirement asks for, as far as that is known here.
  private func mayBe(_ actual: Type, _ asked: Type) -> Bool {
    switch (actual.shallow, asked.shallow) {
    case (.nominal(let a, let arguments), .nominal(let b, let others)):
      if a === b { return zip(arguments, others).allSatisfy { mayBe($0, $1) } }
      return library.supertype(of: actual, as: b) != nil
    case (.nominal, .tuple), (.tuple, .nominal), (.nominal, .function), (.function, .nominal),
      (.tuple, .function), (.function, .tuple):
      return false
    case (.tuple(let a), .tuple(let b)):
      return a.count == b.count && zip(a, b).allSatisfy { mayBe($0.type, $1.type) }
    default: return true
    }
  }
}
