import CMachine
import Diagnostics
import Formula
import Lesson
import VirtualMachine

/// The formulas of a lesson's prose, and what becomes of them.
///
/// Which definition a name means where a formula stands is the business of `FormulaVerifier`; here the cells'
/// functions become definitions: by their formula where they have one, else by running them.
struct LessonFormulas {
  /// What a formula says.
  private enum Reading: Sendable {
    case statement(Statement)
    /// The lesson says that its formulas are not to be verified.
    case unasked
    case unreadable(FormulaError)
  }

  private let lesson: Lesson
  private let surroundings: [Surroundings]
  private let readings: [Reading]
  /// Whether none states anything.
  private let isEmpty: Bool
  private var names: FormulaNames
  /// What functions give that read variables, after each cell that changed it, by their indices in `names`.
  private var states: [Int: [(cell: Int, state: State)]] = [:]
  /// The instructions that are left to find out what functions give.
  private var fuel = Self.fuel

  /// Reads the formulas.
  ///
  /// - Parameter surroundings: What the words around each say of it.
  init(of lesson: Lesson, amid surroundings: [Surroundings]) {
    self.lesson = lesson
    self.surroundings = surroundings
    let isAsked = lesson.frontMatter.verifiesFormulas
    let macros = Macros(lesson.frontMatter.macros)
    let words = WrittenNames(in: lesson)
    readings = lesson.formulas.map { span in
      let words = words.names(in: span.tex)
      if let known = Self.recent.find(span.tex), known.isAsked == isAsked, known.macros == macros,
        known.words == words
      {
        return known.reading
      }
      let reading = Self.reading(of: span.tex, macros, words, isAsked: isAsked)
      Self.recent.keep((macros, words, isAsked, reading), of: span.tex)
      return reading
    }
    let statements = readings.compactMap { reading -> Statement? in
      if case .statement(let statement) = reading, !statement.isSilent { statement } else { nil }
    }
    isEmpty = statements.isEmpty
    names = FormulaNames(
      statements.reduce(into: []) { $0.formUnion($1.names) },
      collections: statements.reduce(into: []) { $0.formUnion($1.collections) },
      asksForMatrices: statements.contains(where: \.mayHaveMatrices))
  }

  private static func reading(
    of tex: String, _ macros: Macros, _ words: Set<String>, isAsked: Bool
  ) -> Reading {
    do throws(FormulaError) {
      let formula = try Formula(parsing: tex, macros: macros)
      return isAsked ? .statement(Statement(formula, words: words)) : .unasked
    } catch {
      return .unreadable(error)
    }
  }

  /// Translations state the same, and a lesson that is being edited states most of it again.
  private static let recent = RecentTexts<
    (macros: Macros, words: Set<String>, isAsked: Bool, reading: Reading)
  >(limit: 1 << 16)

  /// Takes up what a cell defines; called after each one that ran.
  mutating func collect(cell: Int, from engine: Engine) {
    guard !isEmpty else { return }
    let known = names.functions.count
    names.collect(cell: cell, from: engine)
    for (index, function) in names.functions.enumerated().dropFirst(known) {
      if let closure = function.closure.o, engine.readsVariables(closure) { states[index] = [] }
    }
    for index in states.keys.sorted() {
      let state = state(of: names.functions[index], in: engine)
      if states[index]?.last?.state != state { states[index]?.append((cell, state)) }
    }
  }

  /// What a function gives at some time.
  private enum State: Equatable {
    /// In its own parameters.
    case expression(Algebraic)
    /// It is no expression; the bits of its values at some points, nil where it has none.
    case values([UInt64?])
  }

  private mutating func state(of function: FormulaNames.Function, in engine: Engine) -> State {
    if let expression = expression(of: function, in: engine) { return .expression(expression) }
    let points = [0.375, -1.25, 2.5].map { [Double](repeating: $0, count: function.arity) }
    return .values(points.map { value(of: function, at: $0, derivedBy: nil, in: engine)?.bitPattern })
  }

  private func parameters(of function: FormulaNames.Function, in engine: Engine) -> [String] {
    guard let closure = function.closure.o else { return [] }
    return engine.variables(of: closure, function.arity).map(names.name(ofIdentifier:))
  }

  /// The expression that a function gives; nil where there is none.
  private mutating func expression(of function: FormulaNames.Function, in engine: Engine) -> Algebraic? {
    guard let closure = function.closure.o, let machine = engine.machine else { return nil }
    let parameters = parameters(of: function, in: engine)
    return running(engine) { registers throws(Trap.Reason) in
      try engine.formula(of: closure, parameters, machine, registers + HostFunction.scratch)
    }
  }

  /// The value of a function, or of its derivative by one parameter.
  private mutating func value(
    of function: FormulaNames.Function, at arguments: [Double], derivedBy index: Int?, in engine: Engine
  ) -> Double? {
    guard let closure = function.closure.o, let machine = engine.machine else { return nil }
    return running(engine) { registers throws(Trap.Reason) in
      for (index, argument) in arguments.enumerated() { registers[index].d = argument }
      let scratch = registers + HostFunction.scratch
      guard let index else {
        for (index, argument) in arguments.enumerated() { scratch[index].d = argument }
        try machine.call(closure, at: scratch)
        return scratch[0].d
      }
      return try machine.gradient(of: closure, at: registers, count: arguments.count, scratch: scratch)
        .gradient[index].value
    }
  }

  /// Runs something between the cells' runs, with the fuel that is left.
  private mutating func running<Result>(
    _ engine: Engine, _ body: (UnsafeMutablePointer<TramaSlot>) throws(Trap.Reason) -> Result
  ) -> Result? {
    guard let machine = engine.machine else { return nil }
    machine.setLimits(Machine.Limits(fuel: fuel, heap: 64 << 20, depth: 2_000))
    defer { fuel = max(machine.fuel, 0) }
    return try? engine.quietly { () throws(Trap.Reason) in try machine.betweenRuns(body) }
  }

  /// The verdict on each formula.
  ///
  /// - Parameter engine: The one that ran the cells; nil where there are none.
  mutating func verdicts(_ engine: Engine?) -> [FormulaVerdict] {
    guard let machine = engine?.machine, let engine, !names.functions.isEmpty else {
      return verdicts(definitions: [], unknown: []) { _, _ in nil }
    }
    defer { for function in names.functions { machine.release(function.closure) } }
    var definitions: [Definition] = []
    var unknown: Set<String> = []
    for (index, function) in names.functions.enumerated() {
      let parameters = parameters(of: function, in: engine)
      let states = states[index] ?? [(function.cell, state(of: function, in: engine))]
      let constants = names.constantsRead(by: function, in: engine)
      for (cell, state) in states {
        let body: Definition.Body
        switch state {
        case .expression(let expression): body = .expression(expression)
        case .values:
          // Only what it gives now can be asked for.
          guard states.count == 1 else {
            unknown.insert(function.name)
            continue
          }
          body = .opaque("@\(index)")
        }
        definitions.append(
          Definition(
            name: function.name, parameters: parameters, body: body, origin: .cell(function.cell),
            since: cell,
            constants: constants))
      }
    }
    var asking = self
    return verdicts(definitions: definitions, unknown: unknown) { name, arguments in
      // A number, and that of the parameter by which it is derived.
      let numbers = name.dropFirst().split(separator: ".").compactMap { Int($0) }
      guard let index = numbers.first, numbers.count <= 2 else { return nil }
      return asking.value(
        of: asking.names.functions[index], at: arguments, derivedBy: numbers.dropFirst().first, in: engine)
    }
  }

  /// The instructions that verifying a lesson's formulas may take.
  private static let fuel = 50_000_000

  private func verdicts(
    definitions: [Definition], unknown: Set<String>, opaque: @escaping (String, [Double]) -> Double?
  ) -> [FormulaVerdict] {
    var unsupported: [String: String] = [:]
    for name in names.unsupported { unsupported[name] = "'\(name)' is no function of Doubles" }
    for name in unknown { unsupported[name] = "'\(name)' has no expression, and reads what cells change" }
    for definition in definitions { unsupported[definition.name] = nil }
    var verifier = FormulaVerifier(
      definitions: definitions, numbers: names.numbers, arrays: names.arrays, matrices: names.matrices,
      unsupported: unsupported,
      statements: readings.map { if case .statement(let statement) = $0 { statement } else { nil } },
      surroundings: surroundings, places: lesson.formulas.map { lesson.cells(before: $0.range.lowerBound) },
      opaque: opaque)
    var headings: [(offset: Int, level: Int)] = []
    Block.forEachHeading(in: lesson.blocks) { headings.append(($0.range.lowerBound, $0.level)) }
    var nextHeading = 0
    func cellsInSection() -> Int {
      headings.indices.contains(nextHeading) ? lesson.cells(before: headings[nextHeading].offset) : .max
    }
    verifier.beginSection(level: 0, cellsInSection: cellsInSection())
    let paragraphs = Dictionary(lesson.paragraphs.map { ($0.lowerBound, $0) }) { first, _ in first }
    return zip(lesson.formulas, readings).enumerated().map { index, formula in
      let (span, reading) = formula
      while nextHeading < headings.count, headings[nextHeading].offset < span.range.lowerBound {
        let level = headings[nextHeading].level
        nextHeading += 1
        verifier.beginSection(level: level, cellsInSection: cellsInSection())
      }
      if let paragraph = paragraphs[index] { verifier.beginParagraph(of: paragraph) }
      switch reading {
      case .unreadable(let error): return .unreadable(error)
      case .unasked: return .unread("the lesson says 'formulas: ignore'")
      case .statement(let statement):
        let verdict = verifier.verify(
          statement, at: index, isExempt: span.unverified != nil)
        return span.unverified.map { .exempt($0) } ?? verdict
      }
    }
  }
}
