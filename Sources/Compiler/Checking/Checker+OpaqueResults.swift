import Diagnostics

/// What a function gives as `some P`: of its members only those of `P` can be used.
extension Checker {
  /// The author's protocols that a value is promised to conform to and that are all that is known of it; none where its
  /// type is known.
  func promisedProtocols(of value: Expression) -> [NominalDeclaration] {
    switch value.kind {
    case .variable(let variable): return variable.promised
    case .call(let reference, _): return promisedProtocols(by: reference.declaration)
    case .unresolvedCall(let site) where !site.isReference:
      return site.meant.map(promisedProtocols) ?? []
    default: return []
    }
  }

  private func promisedProtocols(by function: FunctionDeclaration) -> [NominalDeclaration] {
    guard function.isOpaque, let (parameter, promises) = function.promise else { return [] }
    let wanted = promises.compactMap { promise -> NominalDeclaration? in
      if case .conforms(.parameter(parameter), let wanted) = promise { return wanted }
      return nil
    }
    return wanted.allSatisfy { $0.kind == .protocolType && !$0.isOfPrelude } ? wanted : []
  }

  /// A member that the type behind `some P` has and `P` has not; nil for others.
  func hiddenMember(of base: Expression, _ name: String, _ place: Place) -> Expression? {
    let protocols = promisedProtocols(of: base)
    guard !protocols.isEmpty, name != "self", members(of: .existential(protocols), named: name).isEmpty,
      !members(of: solver.head(base.type), named: name).isEmpty
    else { return nil }
    let promise = "some " + protocols.map(\.name).joined(separator: " & ")
    return failing(
      "name.member", place,
      "a '\(promise)' has no member '\(name)': which type it is stays hidden, and with it what only that type has"
    )
  }
}
