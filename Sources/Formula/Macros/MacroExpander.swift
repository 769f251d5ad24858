/// Replaces macros by what they stand for, and takes up those that the formula defines.
///
/// It works on a stack of tokens, as TeX does: what a macro gives is put back and read again, so that an argument
/// of one macro may come from another. The number of expansions and the length of the text are bounded, and
/// nothing recurses.
struct MacroExpander {
  /// How many macros a formula may use, those in macros included.
  static let maximumExpansions = 1000

  /// The command that expands what follows the next token first.
  private static let expandsLater = "expandafter"
  /// What arrays read instead of expanding it.
  private static let stretch = "arraystretch"

  private(set) var macros: [String: Macro]
  /// What is still to be read, the next token last.
  private var pending: [MacroToken]
  private let end: Int
  private var expansions = 0

  /// The source with macros expanded; nil where it has none.
  ///
  /// - Complexity: Linear in the length of the source where it has no macros.
  static func expand(_ tex: [UInt8], _ macros: Macros) throws(FormulaError) -> ExpandedSource? {
    guard tex.contains(UInt8(ascii: "\\")) else { return nil }
    let tokens = MacroToken.tokens(of: tex)
    guard
      tokens.contains(where: { token in
        token.command.map {
          macros.table[$0] != nil || MacroDefinition.Form.named[$0] != nil || $0 == expandsLater
        } ?? false
      })
    else { return nil }
    var expander = MacroExpander(macros: macros.table, pending: tokens.reversed(), end: tex.count)
    return try expander.expanded()
  }

  private init(macros: [String: Macro], pending: [MacroToken], end: Int) {
    (self.macros, self.pending, self.end) = (macros, pending, end)
  }

  private mutating func expanded() throws(FormulaError) -> ExpandedSource {
    var source = ExpandedSource()
    while let token = pending.popLast() {
      if token.expands, let name = token.command {
        if let macro = macros[name] {
          try expand(macro, name, token)
          continue
        }
        if let form = MacroDefinition.Form.named[name] {
          let definition = try MacroDefinition(form, after: token, &self)
          guard let definition else { continue }
          if definition.name == Self.stretch {
            pending += Self.setting(Self.stretch, definition.macro.body, at: token.origin).reversed()
          } else {
            macros[definition.name] = definition.macro
          }
          continue
        }
        if name == Self.expandsLater {
          try expandAfter(token)
          continue
        }
      }
      source.append(token)
      guard source.bytes.count <= Parser.maximumLength else { throw .expandsTooFar(token.origin) }
    }
    return source
  }

  private mutating func expand(_ macro: Macro, _ name: String, _ token: MacroToken) throws(FormulaError) {
    expansions += 1
    guard expansions <= Self.maximumExpansions else { throw .expandsTooFar(token.origin) }
    var use = token.origin
    var arguments: [[MacroToken]] = []
    if let usual = macro.usual {
      arguments.append(
        try optionalArgument() ?? usual.map { MacroToken(bytes: $0.bytes, origin: token.origin) })
    }
    while arguments.count < macro.parameters {
      arguments.append(try argument(of: name, at: token.origin, through: &use))
    }
    let expansion = macro.expansion(arguments, at: use)
    guard pending.count + expansion.count <= Parser.maximumLength else { throw .expandsTooFar(use) }
    pending.append(contentsOf: expansion.reversed())
  }

  /// Expands what stands behind the token after `\expandafter` once; several in a row wait for each other.
  private mutating func expandAfter(_ command: MacroToken) throws(FormulaError) {
    var waiting: [MacroToken] = []
    while true {
      guard let token = next(), let second = next() else {
        throw .missingArgument(of: "\\" + Self.expandsLater, command.origin)
      }
      waiting.append(token)
      if second.expands, second.command == Self.expandsLater { continue }
      pending.append(second)
      break
    }
    if let token = pending.last, token.expands, let name = token.command, let macro = macros[name] {
      pending.removeLast()
      try expand(macro, name, token)
    }
    pending.append(contentsOf: waiting.reversed())
  }

  /// Tokens with all macros in them expanded now, as `\edef` keeps them.
  mutating func expanded(_ tokens: [MacroToken]) throws(FormulaError) -> [MacroToken] {
    let rest = pending
    pending = tokens.reversed()
    defer { pending = rest }
    var result: [MacroToken] = []
    while let token = pending.popLast() {
      if token.expands, let name = token.command, let macro = macros[name] {
        try expand(macro, name, token)
      } else {
        result.append(token)
      }
      guard result.count <= Parser.maximumLength else { throw .expandsTooFar(token.origin) }
    }
    return result
  }

  /// `\name{value}`, as the parser reads it.
  private static func setting(_ name: String, _ value: [MacroToken], at place: Range<Int>) -> [MacroToken] {
    func token(_ text: String) -> MacroToken { MacroToken(bytes: Array(text.utf8)[...], origin: place) }
    return [token("\\" + name), token("{")] + value + [token("}")]
  }

  /// The next token that is not space.
  mutating func next() -> MacroToken? {
    while let token = pending.popLast() { if !token.isSpace { return token } }
    return nil
  }

  /// The next token that is not space, left where it is.
  mutating func peek() -> MacroToken? {
    while let token = pending.last, token.isSpace { pending.removeLast() }
    return pending.last
  }

  /// A group without its braces, or one token.
  ///
  /// - Parameter use: Grows to the end of the argument, where it stands behind what it is an argument of.
  mutating func argument(
    of name: String, at place: Range<Int>, through use: inout Range<Int>
  ) throws(FormulaError) -> [MacroToken] {
    guard let first = next() else { throw .missingArgument(of: "\\" + name, place) }
    guard !first.isCharacter("}") else { throw .missingArgument(of: "\\" + name, place) }
    var last = first
    var tokens = [first]
    if first.isCharacter("{") {
      tokens = []
      var depth = 1
      while depth > 0 {
        guard let token = pending.popLast() else { throw .unclosedBrace(first.origin) }
        if token.isCharacter("{") { depth += 1 }
        if token.isCharacter("}") { depth -= 1 }
        if depth > 0 { tokens.append(token) }
        last = token
      }
    }
    if last.origin.upperBound > use.upperBound { use = use.lowerBound..<last.origin.upperBound }
    return tokens
  }

  /// What stands in brackets, where they come next.
  mutating func optionalArgument() throws(FormulaError) -> [MacroToken]? {
    guard let open = peek(), open.isCharacter("[") else { return nil }
    pending.removeLast()
    var tokens: [MacroToken] = []
    var depth = 0
    while let token = pending.popLast() {
      if token.isCharacter("{") { depth += 1 }
      if token.isCharacter("}") { depth -= 1 }
      if depth == 0, token.isCharacter("]") { return tokens }
      tokens.append(token)
    }
    throw .unclosedBracket(open.origin)
  }
}
