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

/// What the cells define that formulas speak of.
struct FormulaNames {
  /// The names of the formulas, each with the names that cells may give what it stands for.
  private let identifiers: [(name: String, candidates: [String])]
  private(set) var functions: [(name: String, arity: Int, cell: Int, closure: TramaSlot)] = []
  private(set) var constants: [NamedNumber] = []
  /// Names of functions that are not of Doubles.
  private(set) var unsupported: Set<String> = []

  /// - Parameter names: As formulas write them.
  init(_ names: Set<String>) {
    identifiers = names.sorted().map { ($0, Self.identifiers(for: $0)) }
  }

  /// Takes up what the cell that ran last declares.
  ///
  /// Nothing of a cell is run again; its closures and numbers are only looked at.
  mutating func collect(cell: Int, from engine: Engine) {
    var asked: [(name: String, declaration: NumericDeclaration)] = []
    var source = ""
    for (name, candidates) in identifiers {
      for identifier in candidates {
        if engine.compiler.declaresOtherFunctions(named: identifier) { unsupported.insert(name) }
        for declaration in engine.compiler.numericDeclarations(named: identifier) {
          switch declaration {
          case .function(let arity):
            guard (1...4).contains(arity) else { continue }
            let parameters = [String](repeating: "Double", count: arity).joined(separator: ", ")
            source += "_keepForFormulas(\(identifier) as (\(parameters)) -> Double)\n"
          case .constant: source += "_keepForFormulas(Double(\(identifier)))\n"
          }
          asked.append((name, declaration))
        }
      }
    }
    guard !asked.isEmpty else { return }
    engine.kept = []
    _ = engine.run(SourceText(name: "formulas", text: source), mode: .program)
    for ((name, declaration), value) in zip(asked, engine.kept) {
      switch (value, declaration) {
      case (.function(let closure), .function(let arity)): functions.append((name, arity, cell, closure))
      case (.number(let number), _): constants.append(NamedNumber(name: name, value: number, cell: cell))
      case (.function(let closure), .constant): engine.machine?.release(closure)
      }
    }
    engine.kept = []
  }

  /// The name that formulas give what a cell calls so.
  func name(ofIdentifier identifier: String) -> String {
    identifiers.first { $0.candidates.contains(identifier) }?.name ?? identifier
  }

  /// The names that cells may give what formulas call `x_1`, `alpha`, `x_new`.
  private static func identifiers(for name: String) -> [String] {
    let parts = name.split(separator: "_", maxSplits: 1).map(String.init)
    let letters = [parts[0]] + GreekNames.letters(named: parts[0])
    guard parts.count == 2 else { return letters }
    let sub = parts[1]
    return letters.flatMap { [$0 + sub, "\($0)_\(sub)", $0 + sub.prefix(1).uppercased() + sub.dropFirst()] }
  }
}
