/// A macro that a formula defines for itself: by `\newcommand`, `\def` and their relatives.
struct MacroDefinition {
  /// How a macro is defined.
  enum Form {
    /// `\newcommand\name[count][usual]{body}`, and whether the name may, or must, be known before.
    case new, renew, provide
    /// `\def\name#1#2{body}`; of `\edef` and `\xdef` the body is expanded at once.
    case plain
    /// `\let\name=\other`.
    case alias
    /// `\DeclareMathOperator{\name}{words}`.
    case operatorName
    /// `\global` and the like, which say nothing within one formula.
    case prefix

    static let named: [String: Form] = [
      "newcommand": .new, "renewcommand": .renew, "providecommand": .provide, "def": .plain, "gdef": .plain,
      "edef": .plain, "xdef": .plain, "let": .alias, "DeclareMathOperator": .operatorName, "global": .prefix,
      "long": .prefix,
    ]
  }

  let name: String
  let macro: Macro

  /// Reads a definition whose first command has been read.
  ///
  /// - Returns: nil where nothing changes: `\providecommand` of what is known.
  init?(_ form: Form, after command: MacroToken, _ source: inout MacroExpander) throws(FormulaError) {
    if case .prefix = form { return nil }
    let definer = command.command ?? ""
    var use = command.origin
    var isStarred = false
    if let star = source.peek(), star.isCharacter("*"), definer != "def" {
      _ = source.next()
      isStarred = true
    }
    let target = try source.argument(of: definer, at: command.origin, through: &use).filter { !$0.isSpace }
    guard target.count == 1, let name = target[0].command else { throw .macroName(definer, use) }
    let isKnown = source.macros[name] != nil || CommandTable.command(name) != nil
    self.name = name
    switch form {
    case .new, .renew, .provide:
      if case .new = form, isKnown { throw .definedAlready(name, target[0].origin) }
      if case .renew = form, !isKnown { throw .notDefined(name, target[0].origin) }
      macro = try Self.counted(definer, command.origin, &source)
      if case .provide = form, isKnown { return nil }
    case .plain, .prefix:
      macro = try Self.plain(definer, command.origin, &source)
    case .operatorName:
      let words = try source.argument(of: definer, at: command.origin, through: &use)
      let head = Macro(isStarred ? #"\operatorname*{#1}"# : #"\operatorname{#1}"#)
      macro = Macro(body: head.expansion([words], at: use), parameters: 0)
    case .alias:
      if let sign = source.peek(), sign.isCharacter("=") { _ = source.next() }
      guard let other = source.next() else { throw .missingArgument(of: "\\" + definer, command.origin) }
      macro =
        other.command.flatMap { source.macros[$0] }
        ?? Macro(body: [MacroToken(bytes: other.bytes, origin: other.origin, expands: false)], parameters: 0)
    }
  }

  /// `[count][usual]{body}`.
  private static func counted(
    _ definer: String, _ place: Range<Int>, _ source: inout MacroExpander
  ) throws(FormulaError) -> Macro {
    var use = place
    let count = try source.optionalArgument()?.filter { !$0.isSpace }
    let parameters = count.map { $0.count == 1 ? Macro.digit($0[0]) : nil }
    if case .some(nil) = parameters { throw .parameters(definer, count?.first?.origin ?? place) }
    let usual = parameters == nil ? nil : try source.optionalArgument()
    let body = try source.argument(of: definer, at: place, through: &use)
    return try macro(definer, body, parameters: (parameters ?? nil) ?? 0, usual: usual)
  }

  /// `#1#2{body}`.
  private static func plain(
    _ definer: String, _ place: Range<Int>, _ source: inout MacroExpander
  ) throws(FormulaError) -> Macro {
    var use = place
    var parameters = 0
    while let token = source.peek(), !token.isCharacter("{") {
      _ = source.next()
      guard token.isCharacter("#"), let number = source.next(), Macro.digit(number) == parameters + 1 else {
        throw .parameters(definer, token.origin)
      }
      parameters += 1
    }
    var body = try source.argument(of: definer, at: place, through: &use)
    if definer == "edef" || definer == "xdef" { body = try source.expanded(body) }
    return try macro(definer, body, parameters: parameters, usual: nil)
  }

  private static func macro(
    _ definer: String, _ body: [MacroToken], parameters: Int, usual: [MacroToken]?
  ) throws(FormulaError) -> Macro {
    if let number = Macro.parameters(in: body).max(), number > parameters,
      let place = body.first(where: { $0.isCharacter("#") })?.origin
    {
      throw .parameterCount(number, of: parameters, place)
    }
    return Macro(body: body, parameters: parameters, usual: usual)
  }
}
