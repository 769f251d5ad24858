import Diagnostics
import SwiftSyntax

/// Members that an attribute of a type, or a protocol for literals, asks for.
extension Checker {
  /// Reports a type that lacks what its attributes and its protocols for literals stand for.
  func checkPromises(of declared: TypeDeclaration) {
    let nominal = declared.nominal
    checkLiterals(of: declared)
    guard !declared.isExtension else { return }
    if nominal.isPropertyWrapper, nominal.members["wrappedValue"] == nil {
      report(
        "wrapper.value", nominal.place,
        "'\(nominal.name)' wraps properties: it needs 'var wrappedValue', which holds what they are")
    }
    if nominal.isResultBuilder, nominal.members["buildBlock"] == nil,
      nominal.members["buildPartialBlock"] == nil
    {
      report(
        "builder.block", nominal.place,
        "'\(nominal.name)' builds results: it needs 'static func buildBlock', which puts the parts together")
    }
    if nominal.members["appendInterpolation"] == nil,
      statedProtocols(of: declared).contains(where: { $0.name == "StringInterpolationProtocol" })
    {
      report(
        "conformance.missing", nominal.place,
        "'\(nominal.name)' does not conform to 'StringInterpolationProtocol': it lacks 'func appendInterpolation', which takes what is interpolated"
      )
    }
    if nominal.isDynamicMemberLookup, !looksUpMembers(nominal) {
      report(
        "member.dynamic", nominal.place,
        "'\(nominal.name)' looks members up when asked: it needs 'subscript(dynamicMember: String)'")
    }
    if nominal.isDynamicCallable, !isCalledDynamically(nominal, with: "withArguments"),
      !isCalledDynamically(nominal, with: "withKeywordArguments")
    {
      report(
        "call.dynamic", nominal.place,
        "'\(nominal.name)' is called with any arguments: it needs 'dynamicallyCall(withArguments:)' or 'dynamicallyCall(withKeywordArguments:)'"
      )
    }
  }

  /// Whether one of its methods takes what its values are called with, under a label.
  func isCalledDynamically(_ nominal: NominalDeclaration, with label: String) -> Bool {
    (members(of: nominal, named: "dynamicallyCall") ?? []).contains {
      if case .function(let function) = $0 { return function.parameters.map(\.label) == [label] }
      return false
    }
  }

  private func looksUpMembers(_ nominal: NominalDeclaration) -> Bool {
    (members(of: nominal, named: "subscript") ?? []).contains {
      if case .function(let function) = $0 { return function.parameters.first?.label == "dynamicMember" }
      return false
    }
  }

  /// The label of the initialiser that makes a value from a literal, by the protocol that asks for it.
  private static let literalLabels = [
    "ExpressibleByIntegerLiteral": "integerLiteral", "ExpressibleByFloatLiteral": "floatLiteral",
    "ExpressibleByBooleanLiteral": "booleanLiteral", "ExpressibleByStringLiteral": "stringLiteral",
    "ExpressibleByNilLiteral": "nilLiteral",
  ]

  private func checkLiterals(of declared: TypeDeclaration) {
    let nominal = declared.nominal
    guard nominal.kind != .protocolType else { return }
    if nominal.nested["StringInterpolation"] != nil,
      statedProtocols(of: declared).contains(where: { $0.name == "ExpressibleByStringInterpolation" }),
      literalInitializer(of: nominal, "stringInterpolation") == nil
    {
      report(
        "conformance.missing", nominal.place,
        "'\(nominal.name)' does not conform to 'ExpressibleByStringInterpolation': it lacks 'init(stringInterpolation:)'"
      )
    }
    for inherited in declared.inheritance?.inheritedTypes ?? [] {
      let name = inherited.type.trimmedDescription
      guard let label = Self.literalLabels[name], literalInitializer(of: nominal, label) == nil else {
        continue
      }
      report(
        "conformance.missing", declared.isExtension ? place(declared.syntax) : nominal.place,
        "'\(nominal.name)' does not conform to '\(name)': it lacks 'init(\(label):)'")
    }
  }
}
