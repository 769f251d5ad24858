import SwiftSyntax

/// A word or sign that other languages write where Swift writes another, and that the parser takes for something else.
struct ForeignWord {
  let token: TokenSyntax
  /// What Swift writes for it; nil where more than that word changes.
  let replacement: String?
  let message: String

  /// The first one of a text; nil where there is none.
  ///
  /// - Complexity: Linear in the length of the text.
  init?(in tree: SourceFileSyntax) {
    let finder = Finder(viewMode: .sourceAccurate)
    finder.walk(tree)
    guard let found = finder.found else { return nil }
    self = found
  }

  init(_ token: TokenSyntax, _ replacement: String?, _ message: String) {
    self.token = token
    self.replacement = replacement
    self.message = message
  }

  /// A word before a declaration or a statement.
  init?(leading token: TokenSyntax) {
    switch token.text {
    case "const", "val", "final", "auto", "mut":
      self.init(token, "let", "a value is declared with 'let', or with 'var' where it changes")
    case "def", "function", "fun", "fn": self.init(token, "func", "a function is declared with 'func'")
    case "elif", "elsif", "elseif": self.init(token, "else if", "another condition is written 'else if'")
    case "foreach": self.init(token, "for", "this loop is written 'for x in …'")
    case "raise": self.init(token, "throw", "an error is thrown with 'throw'")
    case "int", "long", "float", "double", "string", "boolean", "char", "Int", "Double", "String", "Bool":
      let type =
        ForeignName.type(token.text)?.swift ?? token.text.prefix(1).uppercased() + token.text.dropFirst()
      self.init(token, "let", "the type of a variable comes after its name: 'let x: \(type) = …'")
    default: return nil
    }
  }
}

/// The first foreign word of a tree.
private final class Finder: SyntaxVisitor {
  private(set) var found: ForeignWord?

  private func find(_ word: ForeignWord?) -> SyntaxVisitorContinueKind {
    if found == nil { found = word }
    return found == nil ? .visitChildren : .skipChildren
  }

  private func next(_ node: some SyntaxProtocol) -> TokenSyntax? {
    node.lastToken(viewMode: .sourceAccurate)?.nextToken(viewMode: .sourceAccurate)
  }

  // MARK: Statements

  override func visit(_ items: CodeBlockItemListSyntax) -> SyntaxVisitorContinueKind {
    for (first, second) in zip(items, items.dropFirst()) {
      if let word = word(first.item, before: second.item) ?? words(first, on: second) { return find(word) }
    }
    return .visitChildren
  }

  /// A `do` with a `while` behind it.
  private func word(_ first: CodeBlockItemSyntax.Item, before second: CodeBlockItemSyntax.Item)
    -> ForeignWord?
  {
    guard let block = first.as(DoStmtSyntax.self), block.catchClauses.isEmpty,
      let loop = second.as(WhileStmtSyntax.self), loop.body.leftBrace.presence == .missing
    else { return nil }
    return ForeignWord(block.doKeyword, "repeat", "this loop is written 'repeat { … } while …'")
  }

  /// Words that are no statement of their own, with what belongs to them on the same line.
  private func words(_ first: CodeBlockItemSyntax, on second: CodeBlockItemSyntax) -> ForeignWord? {
    guard first.semicolon?.presence != .present, !second.leadingTrivia.contains(where: \.isNewline),
      let last = first.lastToken(viewMode: .sourceAccurate),
      let next = second.firstToken(viewMode: .sourceAccurate)
    else { return nil }
    if first.item.is(DeclReferenceExprSyntax.self) {
      if let word = ForeignWord(leading: last) { return word }
      if last.text == "print" {
        return ForeignWord(last, nil, "what is printed stands in parentheses: 'print(…)'")
      }
    }
    switch last.text {
    case "new":
      return ForeignWord(last, nil, "a value is made with the name of its type alone: '\(next.text)(…)'")
    case "lambda": return ForeignWord(last, nil, "a function without a name is written '{ x in … }'")
    default: break
    }
    if second.item.as(ExpressionStmtSyntax.self)?.expression.as(IfExprSyntax.self)?.body.leftBrace.presence
      == .missing
    {
      return ForeignWord(next, nil, "a value that depends on a condition is written 'condition ? a : b'")
    }
    return nil
  }

  /// A `try` with a block and a `catch` behind it.
  override func visit(_ attempt: TryExprSyntax) -> SyntaxVisitorContinueKind {
    guard attempt.expression.is(ClosureExprSyntax.self), next(attempt)?.tokenKind == .keyword(.catch) else {
      return .visitChildren
    }
    return find(
      ForeignWord(
        attempt.tryKeyword, "do",
        "this block is written 'do { … } catch { … }', with 'try' before each call in it"))
  }

  // MARK: Declarations

  /// A number with a decimal comma, and a value given with `:=`.
  override func visit(_ declaration: VariableDeclSyntax) -> SyntaxVisitorContinueKind {
    for binding in declaration.bindings {
      if let comma = binding.trailingComma,
        binding.initializer?.value.is(IntegerLiteralExprSyntax.self) ?? false,
        comma.trailingTrivia.isEmpty,
        case .integerLiteral? = comma.nextToken(viewMode: .sourceAccurate)?.tokenKind
      {
        return find(ForeignWord(comma, ".", "the decimal point of a number is written '.'"))
      }
      if let annotation = binding.typeAnnotation, annotation.type.is(MissingTypeSyntax.self),
        next(annotation.colon)?.tokenKind == .equal
      {
        return find(ForeignWord(annotation.colon, "", "a value is given with '=' alone"))
      }
    }
    return .visitChildren
  }

  /// An initialiser by another name.
  override func visit(_ function: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
    guard function.funcKeyword.presence == .missing, ["constructor", "__init__"].contains(function.name.text)
    else {
      return .visitChildren
    }
    return find(ForeignWord(function.name, "init", "an initialiser is declared with 'init'"))
  }

  /// A parameter with its type before its name.
  override func visit(_ parameter: FunctionParameterSyntax) -> SyntaxVisitorContinueKind {
    guard parameter.colon.presence == .missing, let name = parameter.secondName,
      ForeignName.type(parameter.firstName.text) != nil
        || parameter.firstName.text.first?.isUppercase ?? false
    else { return .visitChildren }
    let type = ForeignName.type(parameter.firstName.text)?.swift ?? parameter.firstName.text
    return find(
      ForeignWord(
        parameter.firstName, nil, "the type of a parameter comes after its name: '\(name.text): \(type)'"))
  }

  /// Cases without `case`.
  override func visit(_ declaration: EnumDeclSyntax) -> SyntaxVisitorContinueKind {
    guard let variable = declaration.memberBlock.members.first?.decl.as(VariableDeclSyntax.self),
      variable.bindingSpecifier.presence == .missing,
      let name = variable.bindings.firstToken(viewMode: .sourceAccurate)
    else { return .visitChildren }
    return find(
      ForeignWord(name, "case \(name.text)", "the cases of an enumeration are written 'case \(name.text), …'")
    )
  }

  // MARK: What fits nowhere

  override func visit(_ nodes: UnexpectedNodesSyntax) -> SyntaxVisitorContinueKind {
    guard let token = nodes.firstToken(viewMode: .sourceAccurate), let context = context(of: nodes) else {
      return .visitChildren
    }
    let last = token.previousToken(viewMode: .sourceAccurate)
    if last?.text == "not", let last {
      return find(ForeignWord(last, nil, "the opposite of a condition is written '!condition'"))
    }
    if last?.text == "f", let last, token.text.hasPrefix("\"") {
      return find(
        ForeignWord(last, nil, "a value is put into a text with '\\(…)', and the text needs no mark"))
    }
    switch token.text {
    case "and": return find(ForeignWord(token, "&&", "two conditions are joined by '&&'"))
    case "or": return find(ForeignWord(token, "||", "of two conditions, one is enough with '||'"))
    case "," where context.is(ForStmtSyntax.self):
      return find(ForeignWord(token, nil, "the names of a pair stand in parentheses: 'for (a, b) in …'"))
    case "," where context.is(SourceFileSyntax.self) || context.is(CodeBlockSyntax.self):
      return find(ForeignWord(token, nil, "several values stand in parentheses: '(a, b)'"))
    case ":" where context.is(ClosureExprSyntax.self):
      return find(ForeignWord(token, nil, "a dictionary is written in brackets: '[key: value]'"))
    case ":" where context.is(SubscriptCallExprSyntax.self):
      return find(ForeignWord(token, nil, "a part is taken by a range: 'values[a..<b]'"))
    case ":" where context.parent?.is(FunctionDeclSyntax.self) ?? false,
      "=>" where context.parent?.is(FunctionDeclSyntax.self) ?? false:
      return find(ForeignWord(token, "->", "'->' stands before the type of a result"))
    case "else" where context.is(SwitchCaseSyntax.self):
      return find(ForeignWord(token, "default", "what is left in a 'switch' is written 'default'"))
    default: return context.is(MemberBlockSyntax.self) ? find(ForeignWord(leading: token)) : .visitChildren
    }
  }

  /// What holds code that fits nowhere, behind the items of a list.
  private func context(of nodes: UnexpectedNodesSyntax) -> Syntax? {
    var context = nodes.parent
    while let node = context, node.is(UnexpectedCodeDeclSyntax.self) || Self.items.contains(node.kind) {
      context = node.parent
    }
    return context
  }

  private static let items: [SyntaxKind] = [
    .codeBlockItem, .codeBlockItemList, .memberBlockItem, .memberBlockItemList,
  ]
}
