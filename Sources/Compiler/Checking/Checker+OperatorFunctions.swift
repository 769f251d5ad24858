import SwiftSyntax

extension Checker {
  /// Reports a function whose operator is not declared, or has another number of operands.
  func checkOperator(of function: FunctionDeclSyntax) {
    switch function.name.tokenKind {
    case .binaryOperator, .prefixOperator, .postfixOperator: break
    default: return
    }
    let name = function.name.text
    let fixity = function.modifiers.map(\.name.text).first { ["prefix", "postfix"].contains($0) }
    switch (function.signature.parameterClause.parameters.count, fixity) {
    case (1, nil):
      report(
        "operator.operands", place(function.name),
        "an operator with one operand stands on one side of it: write 'prefix' or 'postfix' before 'func'")
    case (1, _?), (2, nil):
      guard !operatorDeclarations.declares(name, fixity ?? "infix") else { return }
      report(
        "operator.undeclared", place(function.name),
        "the operator '\(name)' is not declared: write '\(fixity ?? "infix") operator \(name)' outside of types"
      )
    case (let count, let fixity):
      report(
        "operator.operands", place(function.name),
        fixity.map { "a '\($0)' operator has one operand, not \(count)" }
          ?? "an operator has one or two operands, not \(count)")
    }
  }
}
