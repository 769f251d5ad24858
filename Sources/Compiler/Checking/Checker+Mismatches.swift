import Diagnostics

/// How arguments meet parameters, and the words for when they do not.
extension Checker {
  /// Which argument each parameter gets; nil where labels or number do not fit.
  func match(_ function: FunctionDeclaration, _ arguments: [CallSite.Argument]) -> [ArgumentMatch]? {
    // What the prelude builds its values with takes no trailing closures.
    if function.intrinsic == "construct", arguments.contains(where: \.isTrailingClosure) { return nil }
    let parameters = function.parameters
    var matched: [ArgumentMatch] = []
    matched.reserveCapacity(parameters.count)
    var next = 0
    for index in parameters.indices {
      if parameters[index].isVariadic {
        var taken: [Int] = []
        while next < arguments.count,
          arguments[next].isTrailingClosure
            ? library.arrayElement(parameters[index].type).map(isFunction) ?? false
            : arguments[next].label == (taken.isEmpty ? parameters[index].label : nil)
        {
          taken.append(next)
          next += 1
        }
        matched.append(.variadic(taken))
        continue
      }
      if next < arguments.count {
        if arguments[next].isTrailingClosure {
          let isLastChance = isLastChance(parameters[(index + 1)...], arguments[(next + 1)...].first)
          if isFunction(parameters[index].type), parameters[index].defaultValue == nil || isLastChance {
            matched.append(.argument(next))
            next += 1
            continue
          }
        } else if arguments[next].label == parameters[index].label {
          matched.append(.argument(next))
          next += 1
          continue
        }
      }
      guard parameters[index].defaultValue != nil else { return nil }
      matched.append(.defaultValue)
    }
    return next == arguments.count ? matched : nil
  }

  /// Whether no parameter behind an optional one is better for an unlabelled trailing closure: of those before the
  /// next trailing closure one that needs a value, without such a closure the last that takes a function.
  private func isLastChance(
    _ others: ArraySlice<FunctionDeclaration.Parameter>, _ closure: CallSite.Argument?
  ) -> Bool {
    guard let closure else { return !others.contains { isFunction($0.type) } }
    return !others.prefix { $0.label != closure.label }.contains {
      isFunction($0.type) && $0.defaultValue == nil
    }
  }

  private func isFunction(_ type: Type) -> Bool {
    switch type.shallow {
    // A type parameter may turn out to be a function.
    case .function, .parameter, .variable, .member: return true
    default: break
    }
    return library.wrapped(type).map(isFunction) ?? false
  }

  // MARK: Words

  /// Why arguments do not fit the only candidate.
  func argumentMismatch(_ site: CallSite, _ call: Expression, _ function: FunctionDeclaration) -> Diagnostic {
    if let property = calledProperty(site) { return property }
    let given = site.arguments.filter { !$0.isTrailingClosure }.map(\.label)
    let wanted = function.parameters
    let name = function.kind == .initializer ? "\(function.owner?.name ?? "init")" : function.name
    let required = wanted.filter { $0.defaultValue == nil && !$0.isVariadic }
    let shape = "\(name)(" + wanted.map { ($0.label ?? "_") + ":" }.joined() + ")"
    if site.arguments.count < required.count {
      let missing = required.first { parameter in
        parameter.label.map { !given.contains($0) } ?? true
      }
      let what: String
      if let label = missing?.label {
        what = "the argument '\(label):' is missing"
      } else {
        what = "\(count(required.count - site.arguments.count, "argument")) missing"
      }
      return diagnostic(
        "call.missing", call.place, "'\(shape)' needs \(count(required.count, "argument")): \(what)")
    }
    if site.arguments.count > wanted.count, !wanted.contains(where: \.isVariadic) {
      let extra = site.arguments[wanted.count].expression.place
      return diagnostic(
        "call.extra", extra,
        "'\(shape)' takes \(count(wanted.count, "argument")), not \(site.arguments.count)")
    }
    for (argument, parameter) in zip(site.arguments, wanted) where argument.label != parameter.label {
      let place = argument.expression.place
      switch (argument.label, parameter.label) {
      case (let label?, nil):
        return diagnostic("call.label", place, "'\(shape)' takes this argument without the label '\(label):'")
      case (nil, let label?):
        return diagnostic(
          "call.label", place, "'\(shape)' needs the label '\(label):' before this argument",
          fix: Diagnostic.Fix(
            "insert '\(label): '", range: place.range.lowerBound..<place.range.lowerBound,
            replacement: "\(label): "))
      case (let label?, let wanted?):
        return diagnostic("call.label", place, "'\(shape)' calls this argument '\(wanted):', not '\(label):'")
      case (nil, nil): continue
      }
    }
    return diagnostic("call.arguments", call.place, "these arguments do not fit '\(shape)'")
  }

  /// A property that is called as if it were a function.
  private func calledProperty(_ site: CallSite) -> Diagnostic? {
    guard site.arguments.isEmpty, let base = site.candidates.first?.base?.type.resolved,
      members(of: base, named: site.name).contains(where: {
        switch $0 {
        case .variable: true
        case .function(let function): function.kind == .getter
        }
      })
    else { return nil }
    return diagnostic(
      "call.value", site.namePlace, "'\(site.name)' is a property, not a function: leave '()' out")
  }

  /// Why there are more arguments than any of several functions takes; nil where there are not.
  private func excess(_ site: CallSite, over longest: FunctionDeclaration) -> Diagnostic? {
    let most = longest.parameters.count
    guard site.arguments.count > most,
      !site.candidates.contains(where: { candidate in
        candidate.declaration.parameters.contains(where: \.isVariadic)
      })
    else { return nil }
    let name = site.name == "subscript" ? "the subscript" : "'\(site.name)'"
    var message = "\(name) takes at most \(count(most, "argument")), not \(site.arguments.count)"
    if ["gradient", "valueWithGradient"].contains(site.name), longest.parameters.last?.label == "of" {
      message +=
        "; for more than \(most - 1) variables, write a function of '[Double]' and '\(site.name)(at: [x, y, z, w], of: f)'"
    }
    return diagnostic("call.extra", site.arguments[most - 1].expression.place, message)
  }

  /// Why none of the candidates fits.
  func noMatch(_ site: CallSite, _ call: Expression) -> Diagnostic {
    let types = site.arguments.map { $0.expression.type.resolved }
    if !site.isOperator, !site.isReference, let unmet = solver.unmetBound(site, call) { return unmet }
    if let missing = solver.missingUnwrap(site) { return missing }
    if site.isReference {
      var wanted = call.type.resolved
      if case .function(var shape) = wanted {
        shape.canThrow = false
        wanted = .function(shape)
      } else if let forgotten = forgottenCall(site) {
        return forgotten
      }
      return diagnostic(
        "type.mismatch", call.place,
        "no version of '\(site.name)' is \(article(wanted)), which is needed here")
    }
    if site.isOperator { return unfitOperands(site, types, at: call.place) }
    if let result = solver.missingUnwrap(ofResult: call, site) { return result }
    if let numbered = numberedText(site, call, types) { return numbered }
    if site.candidates.count == 1 { return argumentMismatch(site, call, site.candidates[0].declaration) }
    let fitting = site.candidates.filter { match($0.declaration, site.arguments) != nil }
    if fitting.isEmpty, let first = site.candidates.first {
      let longest = site.candidates.max {
        $0.declaration.parameters.count < $1.declaration.parameters.count
      }?.declaration
      if let longest, let problem = excess(site, over: longest) { return problem }
      let closest = site.candidates.first { $0.declaration.parameters.count == site.arguments.count } ?? first
      return argumentMismatch(site, call, closest.declaration)
    }
    if let result = solver.misfittingResult(call, site) { return result }
    if fitting.count == 1 || solver.isClosureMisfit(fitting, site),
      let misfit = solver.misfit(of: fitting[0], site)
    {
      return misfit
    }
    if let number = solver.integerForDouble(fitting, site) { return number }
    let given = site.arguments.map { argument in
      var type = "\(argument.expression.type.resolved)"
      if case .closure = argument.expression.kind { type = "{ … }" }
      return (argument.label.map { $0 + ": " } ?? "") + type
    }
    let list = given.joined(separator: ", ")
    let owner = site.candidates.first?.base?.type.resolved
    if site.name == "subscript", let owner {
      return diagnostic(
        "call.overloads", call.place, "\(article(owner)) has no subscript that takes (\(list))",
        notes: fitting.prefix(4).map { candidate in
          Diagnostic.Note("there is one that takes (\(self.types(candidate.declaration)))")
        })
    }
    let name = site.name == "init" ? "\(site.candidates.first?.declaration.owner?.name ?? "init")" : site.name
    return diagnostic(
      "call.overloads", call.place, "no version of '\(name)' takes (\(list))",
      notes: fitting.prefix(4).map { candidate in
        Diagnostic.Note("there is '\(name)(\(self.types(candidate.declaration)))'")
      })
  }

  /// The types of a function's parameters, behind their labels.
  private func types(_ function: FunctionDeclaration) -> String {
    function.parameters.map { ($0.label.map { $0 + ": " } ?? "") + "\($0.type)" }.joined(separator: ", ")
  }

  /// A text asked for the character with a number.
  private func numberedText(_ site: CallSite, _ call: Expression, _ types: [Type]) -> Diagnostic? {
    // A literal that has no type yet would be an 'Int'.
    guard site.name == "subscript", types.first.map({ "\($0)" == "\(library.int)" }) ?? false,
      case .nominal(let declaration, _)? = site.candidates.first?.base?.type.resolved,
      ["String", "Substring"].contains(declaration.name), declaration.place.source == 0
    else { return nil }
    return diagnostic(
      "text.index", call.place,
      "the characters of a text have no numbers: take 'Array(text)[…]', or 'text.index(text.startIndex, offsetBy: …)'"
    )
  }

  /// Several of the author's own functions fit equally well.
  func ambiguous(_ site: CallSite, _ call: Expression) -> Diagnostic {
    if site.isOperator, !site.candidates.contains(where: { $0.declaration.place.source > 0 }) {
      return diagnostic(
        "call.ambiguous", call.place,
        "'\(site.name)' has versions for several types, and nothing tells which: write the types of its operands"
      )
    }
    return diagnostic(
      "call.ambiguous", call.place,
      "several functions named '\(site.name)' fit here; write the type that you want",
      notes: site.candidates.filter { $0.declaration.place.source > 0 }.prefix(4).map {
        note("'\($0.declaration.fullName) -> \($0.declaration.result)' is one", $0.declaration.place)
      })
  }

  /// A function's name where a value is wanted: the call is left out.
  private func forgottenCall(_ site: CallSite) -> Diagnostic? {
    guard !isOperator(site.name), let first = site.candidates.first?.declaration else { return nil }
    let needsNothing = site.candidates.contains {
      $0.declaration.parameters.allSatisfy { $0.defaultValue != nil || $0.isVariadic }
    }
    let end = site.namePlace.range.upperBound
    return diagnostic(
      "call.missing", site.namePlace,
      "'\(first.name)' is a function: call it, with '\(needsNothing ? "()" : "(…)")' behind its name",
      fix: needsNothing ? Diagnostic.Fix("insert '()'", range: end..<end, replacement: "()") : nil)
  }

  func mismatchedReference(_ site: CallSite, _ call: Expression, _ type: Type) -> Diagnostic {
    if !isFunction(call.type), let forgotten = forgottenCall(site) { return forgotten }
    return diagnostic(
      "type.mismatch", call.place,
      "'\(site.name)' is \(article(type.resolved)), not \(article(call.type.resolved))")
  }

  func mismatchedResult(_ site: CallSite, _ call: Expression, _ result: Type) -> Diagnostic {
    diagnostic(
      "type.mismatch", call.place,
      "'\(site.name)' gives \(article(result.resolved)) where \(article(call.type.resolved)) is expected")
  }

  func unmetRequirement(_ site: CallSite, _ type: Type, _ wanted: NominalDeclaration) -> Diagnostic {
    let types = site.arguments.map { $0.expression.type.resolved }
    if site.isOperator, !types.isEmpty { return unfitOperands(site, types, at: site.namePlace) }
    return diagnostic(
      "type.constraint", site.namePlace,
      "'\(site.name)' needs a type that conforms to '\(wanted.name)', which '\(type)' does not")
  }

  /// What a function asks of values that do not conform to it.
  func unmetBound(_ site: CallSite, _ type: Type, _ wanted: NominalDeclaration) -> Diagnostic {
    let name = site.name == "init" ? site.candidates.first?.declaration.owner?.name ?? "init" : site.name
    return diagnostic(
      "type.constraint", site.namePlace,
      "'\(name)' needs values that conform to '\(wanted.name)', which '\(type)' does not\(remedy(type, wanted))"
    )
  }

  /// What makes values of a type conform to a protocol; empty where no word would.
  func remedy(_ type: Type, _ wanted: NominalDeclaration) -> String {
    switch type.shallow {
    case .parameter(let parameter): return "; write '\(parameter.name): \(wanted.name)' where it is declared"
    case .nominal where ["Equatable", "Hashable", "Comparable"].contains(wanted.name):
      guard case .nominal(let declaration, _) = innermost(type).shallow, declaration.place.source > 0 else {
        return ""
      }
      return "; write '\(declaration.name): \(wanted.name)' where it is declared"
    default: return ""
    }
  }

  func mismatchedJoin(_ constraint: Constraint, _ join: Type) -> Diagnostic {
    guard case .conversion(let expression, let to, let reason) = constraint else {
      return diagnostic("type.mismatch", Place(source: source, range: 0..<0), "these types do not agree")
    }
    if case .element = reason, let message = unmetBound(nil, to, join) {
      return diagnostic("type.constraint", expression.place, message)
    }
    return mismatch(expression, to: to.shallow == join.shallow ? to : join, because: reason)
  }

  /// What is asked of one of two types that should be one, and does not hold for the other; nil where that is not what
  /// is wrong.
  func unmetBound(_ callee: String?, _ left: Type, _ right: Type) -> String? {
    for (unknown, type) in [(left.shallow, right.resolved), (right.shallow, left.resolved)] {
      guard case .variable(let open) = unknown, !type.hasVariables,
        let wanted = open.protocols.first(where: { !conforms(type, to: $0) })
      else { continue }
      let subject = callee.map { $0 == "init" ? "this" : "'\($0)'" } ?? "this"
      return
        "\(subject) needs values that conform to '\(wanted.name)', which '\(type)' does not\(remedy(type, wanted))"
    }
    return nil
  }

  /// A call of what is no function.
  func notCallable(_ function: Expression, _ type: Type) -> Diagnostic {
    if let wrapped = library.wrapped(type), case .function = wrapped.shallow {
      return diagnostic(
        "optional.unwrap", function.place,
        "this function may be nil: call it with '?' or '!' behind it, as in 'action?(…)'")
    }
    var name: String?
    switch function.kind {
    case .unresolvedCall(let site)
    where site.chosen?.candidate.declaration.intrinsic?.hasPrefix("case:") ?? false:
      name = site.name
    case .unresolvedMember(let site):
      if case .unresolvedCall(let found)? = site.found?.kind,
        found.chosen?.candidate.declaration.intrinsic?.hasPrefix("case:") ?? false
      {
        name = site.name
      }
    default: break
    }
    return diagnostic(
      "call.value", function.place,
      name.map { "the case '\($0)' holds no values: leave the brackets out" }
        ?? "only functions can be called; this is \(article(type.resolved))")
  }

  /// Literals of several kinds as the values of the branches of `if` or `switch`.
  func mismatchedAlternatives(_ first: Expression) -> Diagnostic {
    diagnostic(
      "type.mismatch", first.place,
      "the branches have values of several types: write them alike, or the type of the whole")
  }

  /// An optional where what is in it is needed.
  func unwrapping(_ expression: Expression, to: Type) -> Diagnostic {
    diagnostic(
      "optional.unwrap", expression.place,
      "this '\(expression.type.resolved)' may be nil where \(article(to)) is needed: unwrap it with 'if let', '??' or '!'"
    )
  }

  /// A value of one type where another is expected.
  func mismatch(_ expression: Expression, to: Type, because reason: ConversionReason) -> Diagnostic {
    var from = expression.type.resolved
    let to = to.resolved
    // What a literal would be by itself.
    if case .variable(let open) = from, let own = open.literal.flatMap(library.literalType), own != to {
      from = own
    }
    if case .argument(let site, _, _) = reason, site.isOperator { return operandMismatch(site, expression) }
    if case .argument(let site, let function, _) = reason, from == to,
      let wanted = unmet(function, by: from)
    {
      return unmetRequirement(site, from, wanted)
    }
    if let wrapped = library.wrapped(from), "\(wrapped)" == "\(to)" {
      return unwrapping(expression, to: to)
    }
    if case .function(let shape) = from, !from.hasVariables, shape.result == to {
      return diagnostic(
        "call.missing", expression.place,
        "this is a function that gives \(article(to)): call it, with '\(shape.parameters.isEmpty ? "()" : "(…)")'"
      )
    }
    if from.isUnknown, case .unresolvedCall(let site) = expression.kind, site.isOperator,
      site.arguments.contains(where: { isFraction($0.expression.type) })
    {
      from = library.double
    }
    if case .none = expression.kind {
      return diagnostic(
        "type.mismatch", expression.place, "'nil' cannot be \(article(to)); only an optional can be nil")
    }
    if case .closure(let closure) = expression.kind, let wanted = parameterCount(of: to),
      wanted != closure.parameters.count
    {
      return diagnostic(
        "closure.parameters", expression.place,
        "this closure takes \(count(closure.parameters.count, "value")), but it is given \(wanted)")
    }
    let fix: Diagnostic.Fix?
    switch ("\(from)", "\(to)") {
    case ("Int", "Double"), ("Double", "Int"), ("Int", "String"), ("Double", "String"):
      fix = Diagnostic.Fix(
        "write '\(to)(…)' to convert it", range: expression.place.range, replacement: "\(to)(…)")
    default: fix = nil
    }
    let message: String
    switch reason {
    case .argument(let site, let function, let index):
      let parameter = function.parameters[index]
      let name =
        parameter.label.map { "'\($0):'" }
        ?? (function.parameters.count == 1 ? "the argument" : "argument \(index + 1)")
      let callee = function.kind == .initializer ? function.owner?.name ?? site.name : site.name
      message = "\(name) of '\(callee)' must be \(article(to)), not \(article(from))"
    case .applied: message = "this must be \(article(to)), not \(article(from))"
    case .assignment: message = "cannot assign \(article(from)) to a variable of type '\(to)'"
    case .initialization: message = "a value of type '\(from)' cannot become \(article(to))"
    case .result where to.isVoid, .returned where to.isVoid:
      message = "nothing may be returned here, but this is \(article(from)): leave it out"
    case .result where from.isUnknown, .returned where from.isUnknown:
      message = "\(article(to)) is expected here, which this is not"
    case .result where from.isVoid, .returned where from.isVoid:
      message = "the function returns \(article(to)), but this gives no value"
    case .result, .returned: message = "the function returns \(article(to)), but this is \(article(from))"
    case .condition: message = "a condition must be a 'Bool', not \(article(from))"
    case .element where from == to:
      message = "these elements have no type in common: write the type of the array, or make them alike"
    case .element where "\(from)" == "\(to)":
      message =
        "the elements of this array are \(article(from)) each, which does not fit what is done with them"
    case .element:
      message = "the elements of an array have one type: this is \(article(from)), the others \(article(to))"
    case .entry:
      message =
        "the keys of a dictionary have one type, and so have its values: this is \(article(from)), another \(article(to))"
    case .fallback: message = "what stands behind '??' must be \(article(to)) here, not \(article(from))"
    case .branch, .alternative:
      message = "both branches must have one type: this is \(article(from)), the other \(article(to))"
    case .interpolation: message = "\(article(from)) cannot stand in text"
    }
    return diagnostic("type.mismatch", expression.place, message, fix: fix)
  }

  /// How many values a function takes, also one that may be nil.
  private func parameterCount(of type: Type) -> Int? {
    if case .function(let function) = type { return function.parameters.count }
    return library.wrapped(type).flatMap(parameterCount)
  }

  /// A protocol that a function asks of its arguments and that a type does not conform to.
  private func unmet(_ function: FunctionDeclaration, by type: Type) -> NominalDeclaration? {
    for case .conforms(.parameter, let wanted) in function.requirements where !conforms(type, to: wanted) {
      return wanted
    }
    return nil
  }

  private func operandMismatch(_ site: CallSite, _ expression: Expression) -> Diagnostic {
    for operand in site.arguments.map(\.expression) where operand.type.hasVariables {
      guard case .none = operand.kind else { continue }
      if site.name == "===" || site.name == "!==" {
        return diagnostic(
          "type.mismatch", operand.place,
          "'\(site.name)' compares objects; whether there is a value is asked with '\(site.name.dropLast()) nil'"
        )
      }
      return diagnostic(
        "type.mismatch", operand.place,
        "'nil' cannot be an operand of '\(site.name)' here; only an optional can be nil")
    }
    return noMatch(site, Expression(.error, .error, whole(site, expression)))
  }

  /// From the first operand to the last.
  private func whole(_ site: CallSite, _ expression: Expression) -> Place {
    guard let first = site.arguments.first?.expression.place, let last = site.arguments.last?.expression.place
    else {
      return expression.place
    }
    let lower = min(first.range.lowerBound, site.namePlace.range.lowerBound)
    return Place(source: first.source, range: lower..<max(last.range.upperBound, lower))
  }
}

extension Type {
  /// Whether nothing is known of it.
  fileprivate var isUnknown: Bool {
    if case .variable = self { return true }
    return false
  }
}
