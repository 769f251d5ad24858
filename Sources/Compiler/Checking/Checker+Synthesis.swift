import Diagnostics
import SwiftParser
import SwiftSyntax

/// Members that the language writes for types: raw values, equality, hashing.
extension Checker {
  /// Declares members that are written as text, as the prelude's are.
  func declare(_ text: String, in declared: TypeDeclaration) {
    bySource(0) {
      for item in parsed(text) {
        if case .decl(let member) = item.item { declareSynthesized(member, declared) }
      }
    }
  }

  /// Does something as if it stood in another source.
  func bySource<Result>(_ other: Int, _ body: () -> Result) -> Result {
    let outer = source
    defer { source = outer }
    source = other
    return body()
  }

  /// The items of a text that the language itself writes.
  func parsed(_ text: String) -> CodeBlockItemListSyntax {
    OperatorDeclarations().folded(Parser.parse(source: text)) { _ in }.statements
  }

  func synthesize(_ declared: TypeDeclaration) {
    guard scope !== library.preludeScope || declared.nominal.kind == .enumeration else { return }
    let nominal = declared.nominal
    if !declared.isExtension {
      switch nominal.kind {
      case .structure: declareMemberwise(declared)
      case .classType: declareDefaultInitializers(declared)
      case .enumeration:
        if !nominal.cases.isEmpty, nominal.cases.allSatisfy({ $0.payload.isEmpty }) {
          conform(nominal, to: "Hashable")
        }
      case .protocolType: return
      }
    }
    guard nominal.kind == .structure || nominal.kind == .enumeration else { return }
    let stated = statedProtocols(of: declared)
    let isPlain =
      !declared.isExtension && (nominal.rawType != nil || nominal.cases.allSatisfy(\.payload.isEmpty))
    /// Whether this very declaration says that the type conforms.
    func conforms(_ name: String) -> Bool {
      guard let wanted = library.nominal(name) else { return false }
      if nominal.kind == .enumeration, isPlain, library.conformance(of: nominal, to: wanted) != nil {
        return true
      }
      return stated.contains(wanted)
    }
    let parts = nominal.kind == .structure ? nominal.storedProperties.map(\.name) : []
    if conforms("Equatable"), !hasOperator("==", nominal), !isGiven("==", nominal) {
      declare(equality(nominal, parts), in: declared)
    }
    if nominal.kind == .enumeration, conforms("Comparable"), !hasOperator("<", nominal),
      !isGiven("<", nominal)
    {
      declare(order(nominal), in: declared)
    }
    if conforms("Hashable"), library.nominal("Hasher") != nil, nominal.members["hash"] == nil,
      !isGiven("hash", nominal)
    {
      declare(hashing(nominal, parts), in: declared)
    }
    if nominal.kind == .enumeration, conforms("CaseIterable"), nominal.members["allCases"] == nil,
      !isGiven("allCases", nominal)
    {
      let names = nominal.cases.map { ".`\($0.name)`" }.joined(separator: ", ")
      declare("static var allCases: [Self] { [\(names)] }", in: declared)
    }
  }

  /// The protocols that this very declaration says its type conforms to, with those that they refine.
  func statedProtocols(of declared: TypeDeclaration) -> Set<NominalDeclaration> {
    let types = inside(declared) {
      (declared.inheritance?.inheritedTypes ?? []).map { lookUpConformance($0.type) }
    }
    return Set(
      types.flatMap { type -> [NominalDeclaration] in
        guard case .existential(let protocols) = type else { return [] }
        return protocols.flatMap(\.inherited)
      })
  }

  /// The type that an inheritance clause names; nothing is reported again.
  private func lookUpConformance(_ syntax: TypeSyntax) -> Type {
    let before = diagnostics
    defer { diagnostics = before }
    return type(syntax)
  }

  func conform(_ nominal: NominalDeclaration, to name: String) {
    guard let wanted = library.nominal(name) else { return }
    nominal.conformances.append(NominalDeclaration.Conformance(to: wanted, requirements: []))
    library.conformancesChanged()
  }

  /// Whether an extension of a protocol of the author's, or by the author, gives a type a member of that name.
  private func isGiven(_ name: String, _ nominal: NominalDeclaration) -> Bool {
    nominal.conformances.flatMap(\.to.inherited).contains { wanted in
      (wanted.members[name] ?? []).contains {
        guard case .function(let function) = $0, !function.isRequirement, function.place.source != 0 else {
          return false
        }
        return firstUnmet(function.requirements, [wanted.selfParameter: nominal.selfType]) == nil
      }
    }
  }

  private func hasOperator(_ name: String, _ nominal: NominalDeclaration) -> Bool {
    (nominal.members[name] ?? []).contains {
      guard case .function(let function) = $0, function.parameters.count == 2,
        function.result.shallow == library.bool
      else { return false }
      return function.parameters.allSatisfy {
        if case .nominal(nominal, _) = $0.type.shallow { return true }
        return false
      }
    }
  }

  // MARK: Comparison

  private func names(_ prefix: String, _ found: EnumerationCase) -> [String] {
    found.payload.indices.map { "\(prefix)\($0)" }
  }

  private func pattern(_ prefix: String, _ found: EnumerationCase) -> String {
    found.payload.isEmpty
      ? ".`\(found.name)`"
      : "let .`\(found.name)`(\(names(prefix, found).joined(separator: ", ")))"
  }

  func equality(_ nominal: NominalDeclaration, _ parts: [String]) -> String {
    let head = "static func == (left: Self, right: Self) -> Bool {\n"
    if nominal.kind == .structure {
      let tests = parts.map { "left.`\($0)` == right.`\($0)`" }
      return head + (tests.isEmpty ? "true" : tests.joined(separator: " && ")) + "\n}"
    }
    if nominal.cases.allSatisfy({ $0.payload.isEmpty }) {
      return head + "_caseIndex(left) == _caseIndex(right)\n}"
    }
    let cases = nominal.cases.map { found in
      if found.payload.isEmpty { return "case (.`\(found.name)`, .`\(found.name)`): return true" }
      let tests = zip(names("a", found), names("b", found)).map { "\($0) == \($1)" }
      return
        "case (\(pattern("a", found)), \(pattern("b", found))): return \(tests.joined(separator: " && "))"
    }
    let rest = nominal.cases.count > 1 ? "\ndefault: return false" : ""
    return head + "switch (left, right) {\n" + cases.joined(separator: "\n") + rest + "\n}\n}"
  }

  private func order(_ nominal: NominalDeclaration) -> String {
    let head = "static func < (left: Self, right: Self) -> Bool {\n"
    let cases = nominal.cases.filter { !$0.payload.isEmpty }.map { found in
      let tests = zip(names("a", found), names("b", found)).map {
        "if \($0) != \($1) { return \($0) < \($1) }"
      }
      return
        "case (\(pattern("a", found)), \(pattern("b", found))): \(tests.joined(separator: "; ")); return false"
    }
    if cases.isEmpty { return head + "_caseIndex(left) < _caseIndex(right)\n}" }
    return head + "switch (left, right) {\n" + cases.joined(separator: "\n")
      + "\ndefault: return _caseIndex(left) < _caseIndex(right)\n}\n}"
  }

  private func hashing(_ nominal: NominalDeclaration, _ parts: [String]) -> String {
    let head = "func hash(into hasher: inout Hasher) {\n"
    if nominal.kind == .structure {
      return head + parts.map { "hasher.combine(self.`\($0)`)" }.joined(separator: "\n") + "\n}"
    }
    let payloads = nominal.cases.filter { !$0.payload.isEmpty }.map { found in
      "case \(pattern("a", found)): \(names("a", found).map { "hasher.combine(\($0))" }.joined(separator: "; "))"
    }
    let rest = payloads.count < nominal.cases.count ? "\ndefault: break" : ""
    return head + "hasher.combine(_caseIndex(self))\n"
      + (payloads.isEmpty ? "" : "switch self {\n" + payloads.joined(separator: "\n") + rest + "\n}\n") + "}"
  }

  // MARK: Raw values

  func declareRawValues(of declared: TypeDeclaration) {
    let nominal = declared.nominal
    guard let rawType = nominal.rawType, !declared.isExtension else { return }
    var values: [String] = []
    // What the next case without a value gets; nil where it needs one.
    var next =
      library.nominal("ExpressibleByIntegerLiteral").flatMap { conforms(rawType, to: $0) ? 0 : nil }
    for found in nominal.cases {
      if let literal = found.rawValue {
        if source != 0 { _ = inside(declared) { check(literal, converting: rawType) } }
        let number = integer(literal)
        values.append(number.map(String.init) ?? literal.trimmedDescription)
        next = number.flatMap { $0 == .max ? nil : $0 + 1 }
      } else if rawType == library.string {
        values.append("\"\(found.name)\"")
      } else if let number = next {
        values.append("\(number)")
        next = number == .max ? nil : number + 1
      } else {
        report(
          "enumeration.raw", found.place,
          "no value follows from that of the case before: write '\(found.name) = …'")
        return
      }
    }
    for (index, value) in values.enumerated() where values[..<index].contains(value) {
      report("enumeration.raw", nominal.cases[index].place, "the raw value \(value) is used twice")
    }
    conform(nominal, to: "Hashable")
    conform(nominal, to: "RawRepresentable")
    let gets = zip(nominal.cases, values).map { "case .`\($0.name)`: return \($1)" }
    let makes = zip(nominal.cases, values).map { "case \($1): self = .`\($0.name)`" }
    let type = "\(rawType)"
    nominal.typeAliases["RawValue"] = rawType
    declare(
      """
      var rawValue: \(type) { switch self {
      \(gets.joined(separator: "\n"))
      } }
      init?(rawValue: \(type)) { switch rawValue {
      \(makes.joined(separator: "\n"))
      default: return nil
      } }
      """, in: declared)
  }

  /// The value of an integer literal.
  private func integer(_ syntax: ExprSyntax) -> Int? {
    let prefix = syntax.as(PrefixOperatorExprSyntax.self)
    guard let literal = (prefix?.expression ?? syntax).as(IntegerLiteralExprSyntax.self) else { return nil }
    return integerValue(literal.literal.text, prefix != nil)
  }

  func add(_ member: Declaration, to nominal: NominalDeclaration, named name: String) {
    nominal.members.add(member, named: name, isOfPrelude: library.isDeclaringPrelude)
  }
}
