import CMachine
import Compiler
import Diagnostics
import Formula
import VirtualMachine

/// A value of a cell that formulas may name.
enum KeptValue {
  /// A closure, which is retained.
  case function(TramaSlot)
  case number(Double)
}

extension Engine {
  /// The number that a global holds.
  fileprivate func number(in global: NumericGlobal) -> Double {
    guard let slot = machine?[global: global.slot] else { return .nan }
    return global.isDouble ? slot.d : Double(slot.i)
  }

  /// The first elements of the array that a global holds.
  fileprivate func numbers(in global: NumericGlobal, atMost count: Int) -> [Double] {
    guard let machine else { return [] }
    return machine.elements(machine[global: global.slot]).prefix(count)
      .map { global.isDouble ? $0.d : Double($0.i) }
  }
}

/// What the cells define that formulas speak of.
struct FormulaNames {
  /// The names of the formulas, each with the names that cells may give what it stands for.
  private let identifiers: [(name: String, candidates: [String])]
  /// The names that stand with an index, as `x` does in `x_i`: their arrays may be called `xs`.
  private let indexed: Set<String>
  /// The name of the programs that keep values, which no lesson's cell has.
  static let sourceName = "formulas"

  /// Sums run over no longer ones.
  private static let longestArray = 200

  /// A function of a cell; its closure is retained.
  typealias Function = (name: String, arity: Int, cell: Int, closure: TramaSlot)

  private(set) var functions: [Function] = []
  /// Each with every value that it has after some cell.
  private(set) var numbers: [NamedNumber] = []
  private(set) var arrays: [NamedArray] = []
  private(set) var matrices: [NamedMatrix] = []
  /// Whether formulas speak of matrices: names with a capital letter may be those of arrays of arrays then.
  private let asksForMatrices: Bool
  /// The variables among the numbers that later cells may change.
  private var variables: [(name: String, identifier: String, global: NumericGlobal?)] = []
  /// The names of constants by their slots among the globals.
  private var constants: [Int: String] = [:]
  /// Names of functions that are not of Doubles.
  private(set) var unsupported: Set<String> = []

  /// - Parameters:
  ///   - names: As formulas write them.
  ///   - collections: Those of them that stand for what has elements.
  ///   - asksForMatrices: Whether some of them may be those of matrices.
  init(_ names: Set<String>, collections: Set<String>, asksForMatrices: Bool) {
    self.asksForMatrices = asksForMatrices
    identifiers = names.sorted().map { ($0, Self.identifiers(for: $0)) }
    indexed = collections
  }

  /// Takes up what the cell that ran last declares.
  ///
  /// Nothing of a cell is run again; its closures and numbers are only looked at.
  mutating func collect(cell: Int, from engine: Engine) {
    variables.removeAll { engine.compiler.declares($0.identifier) }
    let known = variables
    var asked: [(name: String, declaration: NumericDeclaration, global: NumericGlobal?)] = []
    var tables: [(name: String, identifier: String)] = []
    var source = ""
    for (name, candidates) in identifiers {
      if indexed.contains(name) {
        for plural in candidates.map({ $0 + "s" })
        where engine.compiler.numericDeclarations(named: plural).contains(.array) {
          keepArray(name, plural, cell, engine)
        }
      }
      for identifier in candidates {
        if engine.compiler.declaresOtherFunctions(named: identifier) { unsupported.insert(name) }
        if asksForMatrices, name.first?.isUppercase == true, engine.compiler.declares(identifier),
          engine.compiler.numericDeclarations(named: identifier).isEmpty
        {
          tables.append((name, identifier))
        }
        for declaration in engine.compiler.numericDeclarations(named: identifier) {
          let global = engine.compiler.numericGlobal(named: identifier)
          switch declaration {
          case .function(let arity):
            guard (1...4).contains(arity) else { continue }
            let parameters = [String](repeating: "Double", count: arity).joined(separator: ", ")
            source += "_keepForFormulas(\(identifier) as (\(parameters)) -> Double)\n"
          case .constant, .variable:
            if global == nil { source += Self.program(keeping: identifier) }
            if declaration == .variable {
              variables.append((name, identifier, global))
            } else if let global {
              constants[global.slot] = name
            }
          case .array:
            keepArray(name, identifier, cell, engine)
            continue
          }
          asked.append((name, declaration, global))
        }
      }
    }
    var values = kept(by: source, in: engine).makeIterator()
    for (name, declaration, global) in asked {
      switch (global.map { .number(engine.number(in: $0)) } ?? values.next(), declaration) {
      case (.function(let closure), .function(let arity)): functions.append((name, arity, cell, closure))
      case (.number(let number), _):
        numbers.append(
          NamedNumber(name: name, value: number, cell: cell, isVariable: declaration == .variable))
      case (.function(let closure), _): engine.machine?.release(closure)
      case (nil, _): break
      }
    }
    for (name, identifier) in tables { keepMatrix(name, identifier, cell, engine) }
    // One by one: a variable that a trap has left without a value must not hide the others.
    for (name, identifier, global) in known {
      let values =
        global.map { [.number(engine.number(in: $0))] }
        ?? kept(by: Self.program(keeping: identifier), in: engine)
      for case .number(let number) in values
      where numbers.last(where: { $0.name == name })?.value.bitPattern != number.bitPattern {
        numbers.append(NamedNumber(name: name, value: number, cell: cell, isVariable: true))
      }
    }
  }

  private mutating func keepArray(_ name: String, _ identifier: String, _ cell: Int, _ engine: Engine) {
    let values: [Double]
    if let global = engine.compiler.numericGlobal(named: identifier) {
      values = engine.numbers(in: global, atMost: Self.longestArray + 1)
    } else {
      let elements = "\(identifier).prefix(\(Self.longestArray + 1))"
      values = kept(by: "for _x in \(elements) { _keepForFormulas(Double(_x)) }", in: engine)
        .compactMap { if case .number(let number) = $0 { number } else { nil } }
    }
    if values.count <= Self.longestArray {
      arrays.append(NamedArray(name: name, values: values, cell: cell))
    }
  }

  /// Each row ends with a number that is none.
  private mutating func keepMatrix(_ name: String, _ identifier: String, _ cell: Int, _ engine: Engine) {
    let count = NamedMatrix.mostEntries
    let source = """
      for _r in \(identifier).prefix(\(count + 1)) {
        for _x in _r.prefix(\(count + 1)) { _keepForFormulas(Double(_x)) }
        _keepForFormulas(Double.nan)
      }
      """
    let numbers = kept(by: source, in: engine).compactMap { value -> Double? in
      if case .number(let number) = value { number } else { nil }
    }
    let rows = numbers.split(omittingEmptySubsequences: false, whereSeparator: \.isNaN).dropLast().map(
      Array.init)
    guard let columns = rows.first?.count, columns > 0, rows.allSatisfy({ $0.count == columns }),
      rows.count * columns <= count
    else { return }
    matrices.append(NamedMatrix(name: name, values: rows, cell: cell))
  }

  private static func program(keeping identifier: String) -> String {
    "_keepForFormulas(Double(\(identifier)))\n"
  }

  /// What a program gives `_keepForFormulas`.
  private func kept(by source: String, in engine: Engine) -> [KeptValue] {
    guard !source.isEmpty else { return [] }
    engine.kept = []
    defer { engine.kept = [] }
    _ = engine.run(SourceText(name: Self.sourceName, text: source), mode: .program)
    return engine.kept
  }

  /// The names of the constants that a function reads, as far as formulas speak of them.
  func constantsRead(by function: Function, in engine: Engine) -> Set<String> {
    guard !constants.isEmpty, let closure = function.closure.o else { return [] }
    return Set(engine.globalsRead(by: closure).compactMap { constants[$0] })
  }

  /// The name that formulas give what a cell calls so.
  func name(ofIdentifier identifier: String) -> String {
    identifiers.first { $0.candidates.contains(identifier) }?.name ?? identifier
  }

  /// What cells write for the marks over letters.
  private static let accents: [Unicode.Scalar: [String]] = [
    "ˆ": ["Hat", "_hat", "hat"], "\u{302}": ["Hat", "_hat", "hat"], "¯": ["Bar", "_bar", "Mean", "_mean"],
    "‾": ["Bar", "_bar", "Mean", "_mean"], "˜": ["Tilde", "_tilde"],
    "∗": ["Star", "_star"],
  ]

  /// The names that cells may give what formulas call `x_1`, `alpha`, `x_new`.
  private static func identifiers(for name: String) -> [String] {
    let parts = name.split(separator: "_", maxSplits: 1).map(String.init)
    let greek = GreekNames.letters(named: parts[0])
    var letters = [parts[0]] + greek
    // MSE and ReLU are mse and relu in most cells.
    if greek.isEmpty, parts[0].count > 2 { letters.append(parts[0].lowercased()) }
    // What stands behind an index, as in beta1Hat.
    var marked: [String] = []
    if let mark = parts[0].unicodeScalars.last, let words = accents[mark] {
      let plain = String(String.UnicodeScalarView(parts[0].unicodeScalars.dropLast()))
      let plains = [plain] + GreekNames.letters(named: plain)
      letters = plains.flatMap { letter in words.map { letter + $0 } }
      if parts.count == 2 {
        marked = plains.flatMap { letter in
          words.flatMap { [letter + parts[1] + $0, "\(letter)_\(parts[1])\($0)"] }
        }
      }
    }
    // Δx.
    if parts[0].hasPrefix("Delta"), parts[0].count > 5 {
      let letter = parts[0].dropFirst(5)
      letters += ["delta\(letter.uppercased())", "Δ\(letter)", "d\(letter)", "delta_\(letter)"]
    }
    guard parts.count == 2 else { return letters }
    let sub = parts[1]
    return marked
      + letters.flatMap { [$0 + sub, "\($0)_\(sub)", $0 + sub.prefix(1).uppercased() + sub.dropFirst()] }
  }
}
