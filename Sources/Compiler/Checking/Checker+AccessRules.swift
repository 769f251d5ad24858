import Diagnostics
import SwiftSyntax

/// Where the words for access may stand.
extension Checker {
  private static let accessWords = ["private", "fileprivate", "internal", "public", "open"]

  /// Reports access that a member cannot have.
  func checkAccess(of member: DeclSyntax, _ declared: TypeDeclaration) {
    let all = member.asProtocol(WithModifiersSyntax.self)?.modifiers ?? []
    let words = all.filter { Self.accessWords.contains($0.name.text) }
    let own = words.filter { $0.detail == nil }
    if let second = own.dropFirst().first, let first = own.first {
      report(
        "access.twice", place(second),
        "this is '\(first.name.text)' already: leave '\(second.name.text)' out")
    }
    if let word = words.first {
      if member.is(EnumCaseDeclSyntax.self) {
        report(
          "access.misplaced", place(word),
          "a case can be used wherever its enumeration can: leave the word out")
      } else if declared.nominal.kind == .protocolType, !declared.isExtension {
        report(
          "access.misplaced", place(word),
          "what a protocol asks for can be used wherever the protocol can: leave the word out")
      }
    }
    if let word = words.first(where: { $0.detail?.detail.text == "set" }), isReadOnly(member) {
      report(
        "access.misplaced", place(word),
        "this property can only be read: leave '\(word.trimmedDescription)' out")
    }
  }

  /// Whether a member is a property that nobody can set.
  private func isReadOnly(_ member: DeclSyntax) -> Bool {
    guard let syntax = member.as(VariableDeclSyntax.self) else { return false }
    return syntax.bindingSpecifier.text == "let"
      || syntax.bindings.contains {
        let accessors = Accessors($0.accessorBlock)
        return accessors.computes && !accessors.hasSet
      }
  }
}
