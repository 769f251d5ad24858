/// What statements are made of, for analyses that go through them without caring for their order at run time.
extension Statement {
  /// The expressions that it holds directly, in the order of the text.
  var expressions: [Expression] {
    switch self {
    case .expression(let value), .bind(_, let value), .throwError(let value): [value]
    case .declare, .block, .breakLoop, .continueLoop, .fallthroughCase, .doCatch, .deferred: []
    case .ifElse(let statement): statement.conditions.flatMap(\.expressions)
    case .guardElse(let conditions, _), .whileLoop(_, let conditions, _): conditions.flatMap(\.expressions)
    case .repeatLoop(_, _, let condition): [condition]
    case .forIn(let statement): statement.kind.expressions + [statement.condition].compactMap { $0 }
    case .switchCase(let statement):
      [statement.subject]
        + statement.cases.flatMap { item in
          item.patterns.flatMap { $0.pattern.tests + [$0.condition].compactMap { $0 } }
        }
    case .returnValue(let value, _): [value].compactMap { $0 }
    }
  }

  /// The bodies that it holds.
  var bodies: [[Statement]] {
    switch self {
    case .expression, .bind, .declare, .returnValue, .breakLoop, .continueLoop, .fallthroughCase, .throwError:
      []
    case .block(let body), .guardElse(_, let body), .whileLoop(_, _, let body), .repeatLoop(_, let body, _),
      .deferred(let body):
      [body]
    case .ifElse(let statement): [statement.thenBody, statement.elseBody ?? []]
    case .forIn(let statement): [statement.body]
    case .switchCase(let statement): statement.cases.map(\.body)
    case .doCatch(let body, _, let handler, _): [body, handler]
    }
  }
}

extension Condition {
  /// The expressions that it holds, tests of its pattern among them.
  var expressions: [Expression] {
    switch self {
    case .boolean(let value), .optionalBinding(_, let value): [value]
    case .match(let pattern, _, let value): [value] + pattern.tests
    }
  }

  /// The variables that it gives values to.
  var variables: [VariableDeclaration] {
    switch self {
    case .boolean: []
    case .optionalBinding(let variable, _): [variable]
    case .match(let pattern, _, _): pattern.variables
    }
  }
}

extension ForStatement.Kind {
  var expressions: [Expression] {
    switch self {
    case .range(let lower, let upper, _): [lower, upper]
    case .array(let array): [array]
    case .iterator(let make, _, let next): [make, next]
    }
  }
}

extension Pattern {
  /// The expressions that values are compared with.
  var tests: [Expression] {
    switch self {
    case .any, .variable: []
    case .tuple(let parts): parts.flatMap(\.tests)
    case .test(let test, _): [test]
    case .enumeration(_, let inner, _), .cast(_, let inner, _), .optional(let inner): inner.tests
    }
  }

  /// The variables that it gives values to.
  var variables: [VariableDeclaration] {
    switch self {
    case .any, .test: []
    case .variable(let variable): [variable]
    case .tuple(let parts): parts.flatMap(\.variables)
    case .enumeration(_, let inner, _), .cast(_, let inner, _), .optional(let inner): inner.variables
    }
  }
}
