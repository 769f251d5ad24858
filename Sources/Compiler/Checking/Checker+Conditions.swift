import Diagnostics
import SwiftSyntax

/// What the compiler decides before it runs anything: `#if`; and warnings.
extension Checker {
  /// The items of a block that can be read, with those of the `#if` branches that hold in the place of the whole.
  func active(_ items: CodeBlockItemListSyntax) -> [CodeBlockItemSyntax] {
    var found: [CodeBlockItemSyntax] = []
    let isTop = scope === library.cellScope
    for item in items where !isTop || item.position.utf8Offset < readableEnd {
      if case .decl(let declaration) = item.item, let syntax = declaration.as(IfConfigDeclSyntax.self) {
        if case .statements(let statements)? = Self.activeElements(of: syntax) { found += active(statements) }
      } else {
        found.append(item)
      }
    }
    return found
  }

  /// The members of a type with those of the `#if` branches that hold.
  static func active(_ members: MemberBlockItemListSyntax) -> [MemberBlockItemSyntax] {
    members.flatMap { member -> [MemberBlockItemSyntax] in
      guard let syntax = member.decl.as(IfConfigDeclSyntax.self) else { return [member] }
      guard case .decls(let members)? = activeElements(of: syntax) else { return [] }
      return active(members)
    }
  }

  /// The cases of a `switch` with those of the `#if` branches that hold.
  static func active(_ cases: SwitchCaseListSyntax) -> [SwitchCaseSyntax] {
    cases.flatMap { item -> [SwitchCaseSyntax] in
      switch item {
      case .switchCase(let found): return [found]
      case .ifConfigDecl(let syntax):
        guard case .switchCases(let cases)? = activeElements(of: syntax) else { return [] }
        return active(cases)
      }
    }
  }

  /// What the first branch that holds contains.
  private static func activeElements(of syntax: IfConfigDeclSyntax) -> IfConfigClauseSyntax.Elements? {
    syntax.clauses.first { $0.condition.map(holds) ?? true }?.elements
  }

  /// Whether a condition of `#if` holds: cells are compiled as on Linux, by Swift 6.
  private static func holds(_ condition: ExprSyntax) -> Bool {
    switch condition.as(ExprSyntaxEnum.self) {
    case .booleanLiteralExpr(let literal): return literal.literal.text == "true"
    case .prefixOperatorExpr(let not): return !holds(not.expression)
    case .tupleExpr(let tuple): return tuple.elements.first.map { holds($0.expression) } ?? false
    case .infixOperatorExpr(let infix):
      let isAnd = infix.operator.trimmedDescription == "&&"
      return isAnd
        ? holds(infix.leftOperand) && holds(infix.rightOperand)
        : holds(infix.leftOperand) || holds(infix.rightOperand)
    case .sequenceExpr(let sequence):
      // `&&` binds tighter than `||`.
      let parts = Array(sequence.elements)
      var alternatives = [true]
      for (index, part) in parts.enumerated() {
        if index % 2 == 0 {
          alternatives[alternatives.count - 1] = alternatives[alternatives.count - 1] && holds(part)
        } else if part.trimmedDescription == "||" {
          alternatives.append(true)
        }
      }
      return alternatives.contains(true)
    case .functionCallExpr(let call):
      let argument = call.arguments.trimmedDescription
      switch call.calledExpression.trimmedDescription {
      case "os": return argument == "Linux"
      case "swift", "compiler": return isVersion(argument)
      case "canImport":
        return ["Foundation", "FoundationEssentials", "Glibc", "_Differentiation"].contains(argument)
      case "targetEnvironment", "arch", "hasFeature", "hasAttribute": return argument == "x86_64"
      default: return false
      }
    default: return false
    }
  }

  private static func isVersion(_ text: String) -> Bool {
    let number = text.filter { $0.isNumber || $0 == "." }.split(separator: ".").compactMap { Int($0) }
    let own = [6, 3]
    let isLess = own.lexicographicallyPrecedes(number)
    return text.hasPrefix("<") ? isLess : !isLess
  }

  /// Reports a function that is named but not called: it does nothing.
  func reportUnusedFunction(_ expression: Expression) {
    switch expression.kind {
    case .function: break
    case .closure(let closure) where closure.isForwarding: break
    default: return
    }
    report(
      "function.unused", expression.place, "this names a function without calling it: write '()' after it",
      fix: Diagnostic.Fix(
        "insert '()'", range: expression.place.range.upperBound..<expression.place.range.upperBound,
        replacement: "()"))
  }

  /// Warns where the result of a call goes nowhere.
  func warnUnused(_ expression: Expression) {
    var inner = expression
    while true {
      switch inner.kind {
      case .attempt(let next, .plain), .attempt(let next, .forced): inner = next
      case .call(let reference, _), .make(let reference, _):
        let function = reference.declaration
        guard !function.isDiscardable, !inner.type.isVoid, inner.type != library.never, !inner.type.hasError
        else { return }
        if let intrinsic = function.intrinsic, intrinsic.hasPrefix("assign") { return }
        let what: String
        switch function.kind {
        case .initializer: what = "the new value of type '\(inner.type)'"
        case .getter, .subscriptGetter, .setter, .subscriptSetter, .deinitializer: return
        case .function:
          what =
            isOperator(function.name)
            ? "the result of '\(function.name)'" : "the result of '\(function.fullName)'"
        }
        report("result.unused", inner.place, "\(what) is not used; write '_ =' before it", severity: .warning)
        return
      case .apply:
        guard !inner.type.isVoid, inner.type != library.never, !inner.type.hasError else { return }
        report(
          "result.unused", inner.place, "the result of this call is not used; write '_ =' before it",
          severity: .warning)
        return
      default: return
      }
    }
  }
}
