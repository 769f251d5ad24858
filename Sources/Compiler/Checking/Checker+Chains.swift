import Diagnostics
import SwiftSyntax

/// Optional chains.
extension Checker {
  /// An assignment through an optional chain: the chain goes around the assignment.
  func chainedAssignment(_ target: ExprSyntax, _ whole: Place, _ body: () -> Expression) -> Expression {
    guard hasLink(target) else { return body() }
    chains.append([])
    openTargets.insert(target.id)
    var inner = body()
    openTargets.remove(target.id)
    for link in chains.removeLast().reversed() {
      inner = Expression(.chain(base: link.base, variable: link.variable, inner: inner), .void, whole)
    }
    return inner
  }

  /// An assignment through a chain has a value where one is asked for: nil where nothing was assigned.
  func becomeOptional(_ assignment: Expression) {
    var link = assignment
    while case .chain(_, _, let inner) = link.kind {
      link.type = library.optional(of: .void)
      link = inner
    }
  }

  /// Whether a postfix expression is the outermost of a chain with `?` in it.
  func chained(_ syntax: ExprSyntax, _ body: () -> Expression) -> Expression {
    if let parent = syntax.parent?.as(ExprSyntax.self), isPostfix(parent, over: syntax) || !hasLink(syntax) {
      return body()
    }
    guard hasLink(syntax), !openTargets.contains(syntax.id) else { return body() }
    chains.append([])
    let inner = body()
    return closeChain(inner, place(syntax))
  }

  /// The value of a chain whose links have been noted.
  func closeChain(_ inner: Expression, _ place: Place) -> Expression {
    var inner = inner
    for link in chains.removeLast().reversed() {
      let type = solver.fresh()
      solver.add(.chain(inner, to: type))
      inner = Expression(.chain(base: link.base, variable: link.variable, inner: inner), type, place)
    }
    return inner
  }

  func isPostfix(_ parent: ExprSyntax, over syntax: ExprSyntax) -> Bool {
    if let call = parent.as(FunctionCallExprSyntax.self) { return call.calledExpression == syntax }
    if let access = parent.as(MemberAccessExprSyntax.self) { return access.base == syntax }
    if let call = parent.as(SubscriptCallExprSyntax.self) { return call.calledExpression == syntax }
    if let link = parent.as(OptionalChainingExprSyntax.self) { return link.expression == syntax }
    if let force = parent.as(ForceUnwrapExprSyntax.self) { return force.expression == syntax }
    return false
  }

  func hasLink(_ syntax: ExprSyntax) -> Bool {
    var current: ExprSyntax? = syntax
    while let node = current {
      if node.is(OptionalChainingExprSyntax.self) { return true }
      if let call = node.as(FunctionCallExprSyntax.self) {
        current = call.calledExpression
      } else if let access = node.as(MemberAccessExprSyntax.self) {
        current = access.base
      } else if let call = node.as(SubscriptCallExprSyntax.self) {
        current = call.calledExpression
      } else if let force = node.as(ForceUnwrapExprSyntax.self) {
        current = force.expression
      } else {
        return false
      }
    }
    return false
  }

  func buildChainLink(_ link: OptionalChainingExprSyntax) -> Expression {
    let base = build(link.expression)
    let place = place(link)
    guard !chains.isEmpty else {
      return failing("optional.chain", place, "'?' needs a member or call after it")
    }
    let wrapped = solver.fresh()
    solver.add(.unwrap(base, to: wrapped))
    let variable = VariableDeclaration(
      name: "_link", type: wrapped, isLet: true, context: context, place: place)
    chains[chains.count - 1].append((base, variable))
    return Expression(.variable(variable), wrapped, place)
  }
}
