import SwiftSyntax

/// `#line`, `#function` and the like: where they stand or, as default values, where the call stands.
extension Checker {
  static let sourceLocations: Set<String> = ["line", "column", "function", "file", "fileID", "filePath"]

  /// A literal such as `#line` in an expression.
  func buildSourceLocation(_ syntax: MacroExpansionExprSyntax) -> Expression {
    sourceLocation(syntax.macroName.text, at: Syntax(syntax), place(syntax))
  }

  /// A default value such as `#line`, for a call; nil for other default values.
  func callersLocation(_ value: ExprSyntax, _ type: Type, at call: Place) -> Expression? {
    guard let name = value.as(MacroExpansionExprSyntax.self)?.macroName.text,
      Self.sourceLocations.contains(name),
      let node = trees[call.source]?.token(at: AbsolutePosition(utf8Offset: call.range.lowerBound))
    else { return nil }
    let outer = solver
    defer { solver = outer }
    solver = Solver(self)
    let literal = sourceLocation(name, at: Syntax(node), call)
    solver.add(.conversion(literal, to: type, because: .initialization))
    guard solver.solve() else { return failed(call) }
    return coerce(settle(literal), to: type)
  }

  private func sourceLocation(_ name: String, at node: Syntax, _ place: Place) -> Expression {
    func number(_ value: Int) -> Expression {
      Expression(.integer("\(value)", isNegative: false), solver.fresh(.integer), place)
    }
    func text(_ value: String) -> Expression { Expression(.string(value), solver.fresh(.string), place) }
    let source = library.sourceName(place.source)
    switch name {
    case "line", "column":
      let converter = SourceLocationConverter(fileName: source, tree: node.root)
      let location = node.startLocation(converter: converter)
      return number(name == "line" ? location.line : location.column)
    case "function": return text(surroundingFunction(node))
    case "fileID": return text("main/" + (source.split(separator: "/").last.map(String.init) ?? source))
    default: return text(source)
    }
  }

  /// The name of the function around a node, as `#function` gives it: the module's at the top level.
  private func surroundingFunction(_ node: Syntax) -> String {
    func labels(_ parameters: FunctionParameterClauseSyntax) -> String {
      "(" + parameters.parameters.map { plain($0.firstName) + ":" }.joined() + ")"
    }
    var current: Syntax? = node
    while let node = current {
      switch node.as(SyntaxEnum.self) {
      case .functionDecl(let function):
        return plain(function.name) + labels(function.signature.parameterClause)
      case .initializerDecl(let initializer): return "init" + labels(initializer.signature.parameterClause)
      case .subscriptDecl(let subscripting):
        return "subscript("
          + subscripting.parameterClause.parameters.map {
            ($0.secondName == nil ? "_" : plain($0.firstName)) + ":"
          }.joined() + ")"
      case .deinitializerDecl: return "deinit"
      case .patternBinding(let binding) where binding.accessorBlock != nil:
        return binding.pattern.trimmedDescription.filter { $0 != "`" }
      case .structDecl(let type): return plain(type.name)
      case .classDecl(let type): return plain(type.name)
      case .enumDecl(let type): return plain(type.name)
      case .extensionDecl(let type): return type.extendedType.trimmedDescription
      default: current = node.parent
      }
    }
    return "main"
  }
}
