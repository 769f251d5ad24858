import CMachine
import Compiler
import Diagnostics
import Graphics
import VirtualMachine

/// Runs cells one after the other in one scope: compiles each, runs it on the machine, collects what it shows.
///
/// A failed cell declares nothing; the cells after it still run. An engine belongs to one thread.
///
///     let engine = Engine()
///     engine.run(SourceText(name: "cell", text: "6 * 7")).outputs  // [.value("42")]
public final class Engine {
  /// What one run of a cell may use.
  public struct Limits: Sendable, Hashable {
    /// Instructions, about.
    public var fuel = 1_000_000_000
    /// Bytes of all that the lesson keeps alive.
    public var heap = 512 << 20
    /// Calls within calls.
    public var depth = 20_000
    /// Bytes that a cell prints.
    public var printed = 1 << 20

    public init() {}

    /// What to try where a limit is too low: twice as much.
    static func raised(_ limit: Int) -> Int {
      let (doubled, overflows) = limit.multipliedReportingOverflow(by: 2)
      return overflows ? Int.max : doubled
    }

    /// What a cell may use where it says nothing.
    public static let standard = Limits()
  }

  public typealias Mode = Compiler.Mode

  private let parts: EngineParts
  private var givesBack = false
  var compiler: Compiler { parts.compiler }
  var machine: Machine? { parts.machine }
  private(set) var runtimeTypes: [RuntimeType] = []
  private(set) var typeNames: [String] = []
  private var outputs: [Output] = []
  private var printedBytes = 0
  private var limits = Limits.standard
  private let printed: ((String) -> Void)?
  let seed: UInt64
  private var randomState: UInt64
  private var isQuiet = false
  /// The numbers of addresses that a program has asked for, in the order of asking.
  private var addressNumbers: [Int64: Int64] = [:]
  /// What `_keepForFormulas` was given.
  var kept: [KeptValue] = []
  /// The functions whose own derivatives are being run, by their numbers; the innermost last.
  var rulesUnderWay: [Int64] = []

  /// An engine with the prelude and nothing else.
  ///
  /// - Parameter printed: Receives printed text as it comes; without it the text is among a run's outputs.
  public convenience init(seed: UInt64 = 0, printed: ((String) -> Void)? = nil) {
    self.init(parts: EngineParts.take(), seed: seed, printed: printed)
    givesBack = true
  }

  /// An engine of parts without cells, which stay the caller's.
  init(parts: EngineParts, seed: UInt64 = 0, printed: ((String) -> Void)? = nil) {
    self.seed = seed
    randomState = seed
    self.printed = printed
    self.parts = parts
    parts.owner.engine = self
  }

  deinit {
    if givesBack { parts.giveBack() }
  }

  /// Compiles and runs a source.
  ///
  /// Diagnostics have the source's name as `file` and ranges in its text; notes may name earlier sources.
  public func run(_ source: SourceText, mode: Mode = .cell, limits: Limits = .standard) -> CellOutcome {
    run(source, mode: mode, limits: limits, apart: false)
  }

  private func run(_ source: SourceText, mode: Mode, limits: Limits, apart isApart: Bool) -> CellOutcome {
    guard let machine else {
      return CellOutcome(diagnostics: [
        Diagnostic(.error, "memory", file: source.name, range: 0..<0, "there is no memory left to run cells")
      ])
    }
    let compiled = prepare(source, mode, apart: isApart)
    guard let unit = compiled.unit else { return CellOutcome(diagnostics: compiled.diagnostics) }
    self.limits = limits
    outputs = []
    printedBytes = 0
    rulesUnderWay = []
    machine.setLimits(Machine.Limits(fuel: limits.fuel, heap: limits.heap, depth: limits.depth))
    var diagnostics = compiled.diagnostics
    do throws(Trap) {
      try machine.run(unit.entry)
    } catch {
      diagnostics.append(diagnostic(for: error, in: source, mode))
      if isApart { return CellOutcome(outputs: outputs, diagnostics: diagnostics) }
      compiler.forgetLostGlobals(
        after: error.frames.last?.position, because: "an earlier cell stopped before it had one"
      ) {
        machine.isLost(global: $0, $1)
      }
    }
    return CellOutcome(outputs: outputs, diagnostics: diagnostics, fuel: limits.fuel - machine.fuel)
  }

  /// Compiles and runs a source, and takes back what it declares and what it assigns to variables of earlier ones.
  ///
  /// Objects of classes that earlier sources made stay as the source leaves them.
  func runApart(_ source: SourceText, limits: Limits = .standard) -> CellOutcome {
    guard let machine else { return run(source, limits: limits) }
    let globals = compiler.globalSlots
    let saved = machine.savedGlobals(count: globals.count, references: globals.references)
    let (random, addresses) = (randomState, addressNumbers)
    defer {
      machine.restoreGlobals(saved)
      (randomState, addressNumbers) = (random, addresses)
    }
    return run(source, mode: .cell, limits: limits, apart: true)
  }

  /// Compiles a source as the next of the scope, and runs nothing: sources after it see what it declares.
  ///
  /// - Returns: What the compiler has to say about it.
  public func compile(_ source: SourceText, mode: Mode = .cell) -> [Diagnostic] {
    prepare(source, mode).diagnostics
  }

  /// Compiles a source and hands what came of it to the machine.
  private func prepare(_ source: SourceText, _ mode: Mode, apart isApart: Bool = false) -> Compiler.Result {
    let result = compiler.compile(source, mode: mode, apart: isApart)
    if let unit = result.unit, let machine { load(unit, into: machine) }
    return result
  }

  /// Compiles a source as the next of the scope, runs nothing, and shows its program, one instruction a line; those
  /// that stand in place of a call name the function.
  ///
  /// - Returns: The functions of the source and those of the prelude that it is the first to use; no text where
  ///   the source is refused.
  public func disassemble(
    _ source: SourceText, mode: Mode = .program
  ) -> (text: String, diagnostics: [Diagnostic]) {
    let compiled = prepare(source, mode)
    var text = ""
    for (id, function) in compiled.unit?.functions ?? [] {
      text += "function \(id) '\(function.name)': \(function.parameterSlots) parameter slots, "
      text += "\(function.constants.count) constants, \(function.frameSlots) slots\n"
      for (index, instruction) in function.code.enumerated() {
        let number = String(index)
        let inlined =
          function.inlinings.first { $0.code.contains(index) }.map { "  // '\($0.function)'" } ?? ""
        text +=
          String(repeating: " ", count: max(6 - number.count, 1)) + number + "  \(instruction)\(inlined)\n"
      }
    }
    return (text, compiled.diagnostics)
  }

  private func load(_ unit: Compiler.Unit, into machine: Machine) {
    runtimeTypes = unit.runtimeTypes
    typeNames = unit.typeNames
    machine.setDispatch(unit.dispatch)
    for layout in unit.layouts { _ = machine.addLayout(layout) }
    while machine.functionCount < unit.functionCount { _ = machine.reserveFunction() }
    for (id, code) in unit.functions { machine.define(id, code) }
  }

  /// Starts the system's random numbers anew.
  func restartRandomNumbers(from seed: UInt64) { randomState = seed }

  /// The next of the system's random numbers, which follow from the lesson's seed (SplitMix64).
  func nextRandom() -> UInt64 {
    randomState &+= 0x9E37_79B9_7F4A_7C15
    var z = randomState
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }

  /// The number of an address: the next one where it is new.
  func number(ofAddress address: Int64) -> Int64 {
    if let known = addressNumbers[address] { return known }
    let number = Int64(addressNumbers.count)
    addressNumbers[address] = number
    return number
  }

  // MARK: What a run shows

  /// Counts bytes that the cell is about to show.
  func count(_ bytes: Int) throws(Trap.Reason) {
    if isQuiet { return }
    printedBytes += bytes
    if printedBytes > limits.printed { throw .limit(.printed) }
  }

  /// Takes printed text.
  func print(_ text: String) throws(Trap.Reason) {
    if isQuiet { return }
    try count(text.utf8.count)
    if let printed {
      printed(text)
    } else if case .text(let before)? = outputs.last {
      outputs[outputs.count - 1] = .text(before + text)
    } else {
      outputs.append(.text(text))
    }
  }

  /// Takes a table; where text is printed at once, its text is printed.
  func show(_ table: ValueTable) throws(Trap.Reason) {
    if printed != nil { return try print(table.text + "\n") }
    try count(table.text.utf8.count)
    try show(.table(table))
  }

  func show(_ output: Output) throws(Trap.Reason) {
    if isQuiet { return }
    guard outputs.count < 1000 else { throw .limit(.printed) }
    outputs.append(output)
  }

  /// Runs `body` without showing anything.
  func quietly<Result>(_ body: () throws(Trap.Reason) -> Result) throws(Trap.Reason) -> Result {
    let wasQuiet = isQuiet
    isQuiet = true
    defer { isQuiet = wasQuiet }
    return try body()
  }

  // MARK: Traps

  private func diagnostic(for trap: Trap, in source: SourceText, _ mode: Mode) -> Diagnostic {
    let (id, message) = Self.words(for: trap.reason, limits, mode)
    var place = Diagnostic.Place(file: source.name, range: 0..<0)
    var notes: [Diagnostic.Note] = []
    let own = trap.frames.filter { ($0.position?.source ?? 0) >= compiler.preludeSourceCount }
    if let position = own.first?.position {
      place = Diagnostic.Place(file: compiler.sourceName(position.source), range: position.range)
    }
    var told: Set<CodePosition> = []
    for (inner, outer) in zip(own, own.dropFirst()).prefix(8) {
      guard let position = outer.position, told.insert(position).inserted else { continue }
      notes.append(
        Diagnostic.Note(
          "'\(inner.function)' was called from here",
          at: Diagnostic.Place(file: compiler.sourceName(position.source), range: position.range)))
    }
    return Diagnostic(.error, id, file: place.file, range: place.range, message, notes: notes)
  }

  /// The stable id and the words of a trap. Those of a limit name the option that raises it: a cell has it in its
  /// own text, a program on the command line.
  private static func words(for reason: Trap.Reason, _ limits: Limits, _ mode: Mode) -> (String, String) {
    let whole = mode == .program ? "program" : "cell"
    func option(_ name: String, _ limit: Int) -> String {
      let raised = Limits.raised(limit)
      return mode == .program ? "'--\(name) \(raised)'" : "'//| \(name): \(raised)'"
    }
    return switch reason {
    case .integerOverflow: ("trap.overflow", "the result does not fit into its integer type")
    case .divisionByZero: ("trap.division", "division by zero")
    case .indexOutOfRange: ("trap.index", "index out of range")
    case .doubleToInt:
      ("trap.conversion", "this 'Double' is infinite, not a number, or too large for an 'Int'")
    case .invalidRange: ("trap.range", "the lower end of a range lies above its upper end")
    case .negativeCount: ("trap.count", "a count cannot be negative")
    case .emptyCollection: ("trap.empty", "an element cannot be removed from an empty collection")
    case .zeroStride: ("trap.stride", "a stride cannot be zero")
    case .unwrappedNil: ("trap.nil", "unexpectedly found nil while unwrapping an optional")
    case .noValue:
      ("trap.value", "this variable has no value yet, or is being changed at this moment")
    case .failedCast: ("trap.cast", "this value is not of the type that 'as!' names")
    case .unreachable: ("trap.unreachable", "the program reached code that cannot run")
    case .message(let text): ("trap.fatal", text)
    case .limit(.fuel):
      (
        "limit.fuel",
        "the \(whole) used up its \(limits.fuel) instructions; it may loop for ever, or needs \(option("fuel", limits.fuel))"
      )
    case .limit(.heap):
      (
        "limit.heap",
        "the \(mode == .program ? whole : "lesson") holds more than \(limits.heap) bytes; it needs less data, or \(option("heap", limits.heap))"
      )
    case .limit(.depth):
      (
        "limit.depth",
        "more than \(limits.depth) calls within calls; the function may call itself for ever, or the \(whole) needs \(option("depth", limits.depth))"
      )
    case .limit(.nesting):
      (
        "limit.depth",
        "derivatives, or descriptions, are taken within one another more than \(Machine.deepestNesting) deep; no option allows more"
      )
    case .limit(.printed):
      (
        "limit.printed",
        "the \(whole) shows more than \(limits.printed) bytes; it needs to print less, or \(option("printed", limits.printed))"
      )
    case .limit(.tape):
      ("limit.tape", "the derivative needs too many steps to remember; differentiate a shorter computation")
    }
  }
}
