import CMachine
import Formula
import Lesson
import VirtualMachine

/// The formulas of a lesson's prose, and what becomes of them.
///
/// Which definition a name means where a formula stands is the business of `FormulaVerifier`; here the cells'
/// functions become definitions: by their formula where they have one, else by running them.
struct LessonFormulas {
  /// What a formula says.
  private enum Reading {
    case statement(Statement)
    /// The lesson says that its formulas are not to be verified.
    case unasked
    case unreadable(FormulaError)
  }

  private let lesson: Lesson
  private let readings: [Reading]
  /// Whether none states anything.
  private let isEmpty: Bool
  private var names: FormulaNames

  /// Reads the formulas.
  init(of lesson: Lesson) {
    self.lesson = lesson
    let isAsked = lesson.frontMatter.verifiesFormulas
    let macros = Macros(lesson.frontMatter.macros)
    readings = lesson.formulas.map { span in
      do throws(FormulaError) {
        let formula = try Formula(parsing: span.tex, macros: macros)
        return isAsked ? .statement(Statement(formula)) : .unasked
      } catch {
        return .unreadable(error)
      }
    }
    let statements = readings.compactMap { reading -> Statement? in
      if case .statement(let statement) = reading, !statement.isSilent { statement } else { nil }
    }
    isEmpty = statements.isEmpty
    names = FormulaNames(statements.reduce(into: []) { $0.formUnion($1.names) })
  }

  /// Takes up what a cell defines; called after each one that ran.
  mutating func collect(cell: Int, from engine: Engine) {
    if !isEmpty { names.collect(cell: cell, from: engine) }
  }

  /// The verdict on each formula.
  ///
  /// - Parameter engine: The one that ran the cells; nil where there are none.
  func verdicts(_ engine: Engine?) -> [FormulaVerdict] {
    guard let machine = engine?.machine, let engine, !names.functions.isEmpty else {
      return verdicts(definitions: []) { _, _ in nil }
    }
    defer { for function in names.functions { machine.release(function.closure) } }
    machine.setLimits(Machine.Limits(fuel: Self.fuel, heap: 64 << 20, depth: 2_000))
    var definitions: [Definition] = []
    var opaque: [String: TramaSlot] = [:]
    for (index, function) in names.functions.enumerated() {
      guard let closure = function.closure.o else { continue }
      let parameters = engine.variables(of: closure, function.arity).map(names.name(ofIdentifier:))
      let expression = try? engine.quietly { () throws(Trap.Reason) in
        try machine.betweenRuns { registers throws(Trap.Reason) in
          try engine.formula(of: closure, parameters, machine, registers + HostFunction.scratch)
        }
      }
      let name = "@\(function.name):\(index)"
      if expression == nil { opaque[name] = function.closure }
      let body = expression.map(Definition.Body.expression) ?? .opaque(name)
      definitions.append(
        Definition(name: function.name, parameters: parameters, body: body, origin: .cell(function.cell)))
    }
    return verdicts(definitions: definitions) { name, arguments in
      Self.value(of: name, arguments, opaque, engine, machine)
    }
  }

  /// The instructions that verifying a lesson's formulas may take.
  private static let fuel = 50_000_000

  private func verdicts(
    definitions: [Definition], opaque: @escaping (String, [Double]) -> Double?
  ) -> [FormulaVerdict] {
    var verifier = FormulaVerifier(
      definitions: definitions, constants: names.constants,
      unsupported: names.unsupported.subtracting(definitions.map(\.name)), opaque: opaque)
    var headings: [(offset: Int, level: Int)] = []
    Block.forEachHeading(in: lesson.blocks) { headings.append(($0.range.lowerBound, $0.level)) }
    var nextHeading = 0
    return zip(lesson.formulas, readings).map { span, reading in
      while nextHeading < headings.count, headings[nextHeading].offset < span.range.lowerBound {
        verifier.beginSection(level: headings[nextHeading].level)
        nextHeading += 1
      }
      switch reading {
      case .unreadable(let error): return .unreadable(error)
      case .unasked: return .unread("the lesson says 'formulas: ignore'")
      case .statement(let statement):
        let verdict = verifier.verify(
          statement, cellsBefore: lesson.cellsBefore(span), isExempt: span.unverified != nil)
        return span.unverified.map { .exempt($0) } ?? verdict
      }
    }
  }

  /// The value of a function that has no formula, or of its derivative by one parameter.
  private static func value(
    of name: String, _ arguments: [Double], _ opaque: [String: TramaSlot], _ engine: Engine,
    _ machine: Machine
  ) -> Double? {
    let parts = name.split(separator: ".")
    guard parts.count <= 2, let closure = opaque[String(parts[0])]?.o else { return nil }
    let found = try? engine.quietly { () throws(Trap.Reason) in
      try machine.betweenRuns { registers throws(Trap.Reason) -> Double? in
        for (index, argument) in arguments.enumerated() { registers[index].d = argument }
        let scratch = registers + HostFunction.scratch
        guard parts.count == 2, let index = Int(parts[1]), index < arguments.count else {
          for (index, argument) in arguments.enumerated() { scratch[index].d = argument }
          try machine.call(closure, at: scratch)
          return scratch[0].d
        }
        return try machine.gradient(of: closure, at: registers, count: arguments.count, scratch: scratch)
          .gradient[index].value
      }
    }
    return found ?? nil
  }
}

extension Lesson {
  /// How many cells stand before a formula.
  func cellsBefore(_ formula: FormulaSpan) -> Int {
    cells.count { $0.range.lowerBound < formula.range.lowerBound }
  }
}
