import CMachine
import Diagnostics
import SwiftOperators
import SwiftParserDiagnostics
import SwiftSyntax
import VirtualMachine

/// Compiles the cells of a lesson, one after the other, in one growing scope.
///
/// A cell sees what the prelude and earlier cells declare, and may declare a name again.
public final class Compiler {
  /// What the code is.
  public enum Mode: Sendable {
    /// A cell: the value of its last expression is shown.
    case cell
    /// A whole program: only what it prints is shown.
    case program
    /// One expression whose value is shown.
    case expression
  }

  /// What a cell became.
  public struct Unit {
    /// New layouts, in the order of their numbers.
    public var layouts: [Layout]
    /// New functions.
    public var functions: [(id: Int, code: FunctionCode)]
    /// The function that runs the cell.
    public var entry: Int
    /// The types that descriptions speak of, all so far.
    public var runtimeTypes: [RuntimeType]
    /// The names of the types, as `type(of:)` gives them.
    public var typeNames: [String]
    /// The function of each type in each slot of dynamic dispatch, all so far.
    public var dispatch: [[Int32]]
    /// The most functions in use so far.
    public var functionCount: Int
  }

  /// Errors and warnings, and the unit where there is no error.
  public struct Result {
    public var unit: Unit?
    public var diagnostics: [Diagnostic]
  }

  let library: Library
  private let checker: Checker
  private let emitter: ProgramEmitter
  /// What the source that was compiled last declares; nil where that is nothing, or it was refused.
  private(set) var declaredScope: Scope?
  private var layoutsTaken = 0
  /// The scopes of all cells so far.
  private var cellScopes: [Scope] = []
  /// The parts of the prelude that are declared besides what every program has.
  private var knownParts: Set<Prelude.Part> = []
  /// Sources below this index are the prelude's.
  public let preludeSourceCount: Int
  /// Texts above this size are refused.
  public static let largestSource = 1 << 20

  /// A compiler that knows the prelude.
  ///
  /// - Parameter hosts: The names of the host functions that the machine will have, in order.
  public init(hosts: [String]) {
    library = Library()
    preludeSourceCount = 1
    let top = FunctionContext(parent: nil, result: .void, isTop: true)
    checker = Checker(library: library, source: 0, scope: library.preludeScope, context: top)
    emitter = ProgramEmitter(library: library, checker: checker, hosts: hosts)
    _ = emitter.layoutID(Layout([.bits, .bits]))
    _ = emitter.layoutID(Layout([.bits]))
    _ = emitter.layoutID(Layout([.reference]))
    layoutsTaken = 3
    checker.source = library.addSource(Prelude.name)
    checker.inPrelude { checker.declareAll(Prelude.tree.statements) }
  }

  /// The name of a source by its index in code positions.
  public func sourceName(_ index: Int) -> String { library.sourceName(index) }

  /// Problems of the prelude itself; none, or a test fails.
  ///
  /// - Complexity: Declares all of the prelude, of which programs declare only what they use.
  public var preludeDiagnostics: [Diagnostic] {
    checker.diagnostics = []
    declareParts(Set(Prelude.Part.allCases))
    for nominal in library.preludeScope.nominals.values {
      for name in nominal.members.keys { _ = nominal.members[name] }
    }
    for name in library.preludeScope.functions.keys { _ = library.preludeScope.functions[name] }
    return checker.diagnostics
  }

  /// Operators fold as the standard library and the cells so far declare them.
  ///
  /// - Returns: Also the expressions whose operators stand in no order, which is reported: what else is found in them
  ///   only follows from that.
  private func fold(_ source: ParsedSource) -> (tree: SourceFileSyntax, unclear: [Range<Int>]) {
    var unclear: [Range<Int>] = []
    func report(_ error: OperatorError) {
      // An operation of an unknown operator is reported where its operands are checked.
      if case .missingOperator = error { return }
      let node = Syntax(error.asDiagnostic.node)
      var message = error.asDiagnostic.message
      if case .incomparableOperators = error, let sequence = node.parent?.parent?.as(SequenceExprSyntax.self)
      {
        unclear.append(checker.place(sequence).range)
        message = sequence.missingOrder ?? message
      }
      checker.report("syntax.operator", checker.place(node), message)
    }
    checker.operatorDeclarations.declare(in: source, report: report)
    return (checker.operatorDeclarations.folded(source, report: report), unclear)
  }

  /// Declares parts of the prelude, before the first source that may mention them.
  private func declareParts(_ needed: Set<Prelude.Part>) {
    for part in Prelude.Part.allCases where !knownParts.contains(part) && needed.contains(part) {
      knownParts.insert(part)
      checker.inPrelude { checker.declareAll(part.tree.statements) }
      library.preludeMembers = [:]
      emitter.preludeImplementations = [:]
    }
  }

  /// Compiles one cell, program or expression.
  ///
  /// After an error nothing of it is declared.
  ///
  /// - Parameters:
  ///   - source: Its name is the `file` of the diagnostics.
  ///   - isApart: Whether nothing of it is declared in any case: what comes next does not see it. It must not add to
  ///     types of earlier sources.
  /// - Complexity: Linear in the text for ordinary code; expressions that need a search are bounded.
  public func compile(_ source: SourceText, mode: Mode, apart isApart: Bool = false) -> Result {
    declaredScope = nil
    let index = library.addSource(source.name)
    checker.source = index
    checker.diagnostics = []
    checker.flowDiagnostics = []
    _ = emitter.takeDiagnostics()
    if source.text.utf8.count > Self.largestSource {
      return Result(
        unit: nil,
        diagnostics: [
          Diagnostic(
            .error, "limit.source", file: source.name, range: 0..<0,
            "this cell has \(source.text.utf8.count) bytes; at most \(Self.largestSource) are compiled")
        ])
    }
    guard let parsed = ParsedSource.of(source.text), !parsed.facts.isTooDeep else { return tooDeep(source) }
    declareParts(parsed.facts.mentionedParts)
    let syntax = SyntaxProblems(of: parsed.tree, in: source)
    let readable = syntax.isReadable ? nil : ReadableItems(of: parsed.tree)
    checker.diagnostics = syntax.diagnostics
    let operatorsBefore = checker.operatorDeclarations
    let (tree, unclear) = fold(parsed)
    checker.trees[index] = Syntax(tree)
    let outerScope = library.cellScope
    let scope = Scope(parent: outerScope, context: checker.context)
    library.cellScope = scope
    cellScopes.append(scope)
    checker.scope = scope
    checker.isProgram = mode == .program
    checker.labels = []
    checker.depth = 0
    checker.caseDepth = 0
    checker.hasFailed = false
    checker.requirements = []
    // What a refused cell has left: its expressions are gone, and others may have come in their places.
    checker.closureResults = []
    let operators = library.operators
    checker.readableEnd = readable?.end ?? .max
    let statements = check(tree.statements, mode)
    checker.readableEnd = .max
    if let readable {
      checker.diagnostics = syntax.diagnostics + readable.errors(among: checker.diagnostics)
    }
    checker.diagnostics.removeAll {
      let start = $0.range.lowerBound
      return $0.id != "syntax" && syntax.explainedLine.contains(start)
        || $0.id != "syntax.operator" && unclear.contains { $0.contains(start) }
    }
    if isApart, library.hasExtended(typesOutside: index) {
      checker.report(
        "extension.apart", Place(source: index, range: 0..<0),
        "a cell that is run for several values cannot extend types of earlier cells")
    }
    let result = emit(statements, mode, source)
    if result.unit == nil || isApart || scope.isEmpty {
      library.cellScope = outerScope
    } else {
      declaredScope = scope
    }
    if result.unit == nil || isApart {
      library.operators = operators
      checker.operatorDeclarations = operatorsBefore
      library.undoExtensions()
    } else {
      library.keepExtensions()
    }
    if result.unit == nil, knownParts.count < Prelude.Part.allCases.count {
      // What is said of an error, such as a name that is near, must not depend on what was needed before.
      declareParts(Set(Prelude.Part.allCases))
      return compile(source, mode: mode, apart: isApart)
    }
    return result
  }

  /// Where the variables of all sources so far lie among the globals: how many slots there are, and which of them hold
  /// references.
  ///
  /// - Complexity: Linear in the number of variables.
  public var globalSlots: (count: Int, references: [Int]) {
    let references = emitter.globals.flatMap { variable, start in
      emitter.layout(variable.type.resolved).references.map { start + $0 }
    }
    return (emitter.globalCount, references)
  }

  /// Where a variable of a cell lies among the globals.
  func globalSlot(of variable: VariableDeclaration) -> Int? { emitter.globals[variable] }

  private func check(_ items: CodeBlockItemListSyntax, _ mode: Mode) -> [Statement] {
    checker.declareAll(items)
    let statements = checker.checkStatements(items) + checker.checkStart(among: items)
    checker.checkFlow(statements)
    for name in library.cellScope.functions.keys.sorted() {
      for function in library.cellScope.functions[name] ?? [] { checker.checkBody(of: function) }
    }
    for function in checker.takeMembers() { checker.checkBody(of: function) }
    checker.checkWrittenTypes()
    if mode == .expression {
      if statements.count == 1, case .expression(let value)? = statements.first {
        refuseDisplay(of: value)
      } else if checker.diagnostics.isEmpty {
        checker.report(
          "inline.expression", Place(source: checker.source, range: 0..<0),
          "an inline cell holds one expression")
      }
    }
    return statements
  }

  /// Reports a value of an inline cell that a line of text has no room for.
  private func refuseDisplay(of value: Expression) {
    let type = checker.normalized(value.type)
    guard let name = ["Figure", "Table", "Formula"].first(where: { library.isKnown(type, $0) }) else {
      return
    }
    checker.report(
      "inline.value", value.place, "a '\(name)' cannot stand in a line of text: show it in a cell")
  }

  private func emit(_ statements: [Statement], _ mode: Mode, _ source: SourceText) -> Result {
    var diagnostics = checker.problems
    func failed() -> Result {
      Result(unit: nil, diagnostics: unique(diagnostics))
    }
    if diagnostics.contains(where: { $0.severity == .error }) { return failed() }
    if checker.hasFailed {
      // Never run what was not understood.
      diagnostics.append(
        Diagnostic(
          .error, "unsupported", file: source.name, range: 0..<0,
          "this code holds something that cells do not understand"))
      return failed()
    }
    let firstGlobal = emitter.globalCount
    for name in library.cellScope.variables.keys.sorted() {
      if let variable = library.cellScope.variables[name] { _ = emitter.allocateGlobal(variable) }
    }
    for variable in library.cellScope.hidden { _ = emitter.allocateGlobal(variable) }
    for variable in library.takeLazyGlobals() { _ = emitter.allocateGlobal(variable) }
    if emitter.globalCount > 20_000 {
      diagnostics.append(
        Diagnostic(
          .error, "limit.globals", file: source.name, range: 0..<0, "this lesson has too many variables"))
      return failed()
    }
    let entry = emitter.newFunction()
    let top = FunctionEmitter(emitter, name: "the top level", substitution: [:], isTopLevel: true)
    top.reserveParameters(emitter.globalCount)
    emitter.define(
      entry,
      top.emitTopLevel(
        statements, newGlobals: firstGlobal..<emitter.globalCount, showsLast: mode != .program))
    emitter.emitQueue()
    diagnostics = checker.problems + emitter.takeDiagnostics()
    if diagnostics.contains(where: { $0.severity == .error }) {
      emitter.abandonCell()
      return failed()
    }
    let functions = emitter.takeFunctions()
    let layouts = Array(emitter.layouts[layoutsTaken...])
    layoutsTaken = emitter.layouts.count
    return Result(
      unit: Unit(
        layouts: layouts, functions: functions, entry: entry, runtimeTypes: emitter.runtimeTypes,
        typeNames: emitter.typeNames, dispatch: emitter.dispatch, functionCount: emitter.functionCount),
      diagnostics: unique(diagnostics))
  }

  /// Diagnostics in the order of their places, each once.
  private func unique(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return diagnostics.filter { seen.insert($0).inserted }
      .enumerated().sorted {
        ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
      }.map(\.element)
  }

  private func tooDeep(_ source: SourceText) -> Result {
    Result(
      unit: nil,
      diagnostics: [
        Diagnostic(
          .error, "limit.nesting", file: source.name, range: 0..<0,
          "this code is nested too deeply to be compiled; split it into parts")
      ])
  }

  /// Forgets all cells, as if none had been compiled, and keeps what they have made ready of the prelude.
  ///
  /// - Returns: The functions whose numbers are free again, and the number of slots for globals that are left; nil
  ///   where a cell has left traces in what it shares with others, so that they need a compiler of their own.
  /// - Complexity: Linear in what has been compiled.
  public func forgetCells() -> (functions: [Int], globals: Int)? {
    guard !library.hasExtendedPrelude, let functions = emitter.forgetCells() else { return nil }
    library.forgetCells()
    checker.forgetCells()
    declaredScope = nil
    for scope in cellScopes { scope.clear() }
    cellScopes = []
    checker.operatorDeclarations = OperatorDeclarations()
    return (functions, emitter.globalCount)
  }

  /// Marks the variables that a trap has left without a value, so that later cells cannot read them.
  ///
  /// - Parameters:
  ///   - place: Where the top-level code was; variables of the same source whose first value was not complete there
  ///     never got it.
  ///   - isLost: Whether a reference is missing in the global slots from `slot` on.
  public func forgetLostGlobals(
    after place: CodePosition?, because reason: String, _ isLost: (_ slot: Int, _ layout: Layout) -> Bool
  ) {
    for (variable, start) in emitter.globals where variable.lost == nil {
      var neverSet = false
      if let place, variable.place.source == place.source {
        neverSet = variable.valueEnd.map { $0 > place.range.lowerBound } ?? !variable.isInitialized
      }
      if neverSet || isLost(start, emitter.layout(variable.type)) {
        variable.lost = "'\(variable.name)' has no value: \(reason)"
      }
    }
  }
}

extension FunctionEmitter {
  /// Emits a cell's own statements; the value of its last expression is given to the host where asked.
  func emitTopLevel(_ statements: [Statement], newGlobals: Range<Int>, showsLast: Bool) -> FunctionCode {
    // Functions may look at them before their declarations have run.
    if !newGlobals.isEmpty { emit(trama_op_zero, newGlobals.lowerBound, newGlobals.count) }
    var statements = statements
    var shown: Expression?
    if showsLast, case .expression(let last)? = statements.last, !concrete(last.type).isVoid,
      concrete(last.type) != library.never
    {
      shown = last
      statements.removeLast()
    }
    emit(statements)
    if let shown {
      mark(shown.place)
      if library.isKnown(concrete(shown.type), "Formula") {
        let operand = owned(shown, at: allocate(2))
        mark(shown.place)
        host("showFormula", operand.register)
      } else if library.isKnown(concrete(shown.type), "Figure") {
        let operand = owned(shown, at: allocate(3))
        mark(shown.place)
        host("showFigure", operand.register)
      } else if let table = shownTable(shown) {
        emit([.expression(table)])
      } else {
        let base = allocate(1)
        describe(shown, at: base, isDebug: true)
        mark(shown.place)
        host("show", base)
      }
    }
    // What top-level code defers runs at its end.
    if cleanups.joined().contains(where: { if case .deferred = $0 { true } else { false } }) { leave(to: 0) }
    emit(trama_op_halt)
    return finish()
  }

  /// The call that shows a table as what a cell results in; nil for other values.
  private func shownTable(_ value: Expression) -> Expression? {
    guard case .nominal(let declaration, let arguments) = concrete(value.type).shallow,
      library.isKnown(concrete(value.type), "Table"),
      case .function(let show)? = declaration.members["_showAsResult"]?.first
    else { return nil }
    let reference = FunctionReference(
      declaration: show, substitution: declaration.substitution(arguments))
    return Expression(.call(reference, [value]), .void, value.place)
  }
}
