import CMachine
import Formula
import VirtualMachine

/// Functions of cells as formulas: a run with variables for arguments, read back as an expression.
extension HostFunction {
  static let formulas: [HostFunction] =
    (1...3).map { count in
      HostFunction(name: "formula\(count)", results: 2) { (engine, machine, base) throws(Trap.Reason) in
        guard let closure = base[0].o else { return }
        let formula = try engine.formula(
          of: closure, engine.variables(of: closure, count), machine, base + scratch)
        base[0] = try machine.makeString(formula.tex)
        base[1] = try machine.makeString(formula.text)
      }
    }
    + (1...3).map { count in
      HostFunction(name: "steps\(count)", results: 2) { (engine, machine, base) throws(Trap.Reason) in
        guard let closure = base[0].o else { return }
        let variables = engine.variables(of: closure, count)
        let formula = try engine.formula(of: closure, variables, machine, base + scratch)
        let steps = try engine.steps(to: formula, variables)
        base[0] = try machine.makeString(steps.tex)
        base[1] = try machine.makeString(steps.text)
      }
    }
    // The kind of the outcome, how many points agree, the numbers where they do not, and all in words.
    + (1...3).map { count in
      HostFunction(name: "equality\(count)", results: 4) { (engine, machine, base) throws(Trap.Reason) in
        guard let first = base[0].o, let second = base[1].o else { return }
        let variables = engine.variables(of: first, count)
        let left = try engine.formula(of: first, variables, machine, base + scratch)
        let right = try engine.formula(of: second, variables, machine, base + scratch)
        let comparison = left.comparison(with: right, over: variables)
        let (kind, points, numbers): (Int64, Int, [Double]) =
          switch comparison {
          case .identical: (0, 0, [])
          case .agreement(let points): (1, points, [])
          case .difference(let place, let left, let right): (2, 0, place.map(\.value) + [left, right])
          case .noCommonDomain: (3, 0, [])
          }
        base[2] = try machine.makeArray(numbers.map { TramaSlot(d: $0) })
        base[3] = try machine.makeString(comparison.description)
        base[0].i = kind
        base[1].i = Int64(points)
      }
    } + [
      HostFunction(name: "keepFunction", results: 0) { (engine, machine, base) throws(Trap.Reason) in
        engine.kept.append(.function(base[0]))
        machine.retain(base[0])
      },
      HostFunction(name: "keepNumber", results: 0) { (engine, _, base) throws(Trap.Reason) in
        engine.kept.append(.number(base[0].d))
      },
      HostFunction(name: "showFormula", results: 0) { (engine, machine, base) throws(Trap.Reason) in
        try engine.show(.formula(tex: machine.string(base[0]), text: machine.string(base[1])))
      },
    ]
}

extension Engine {
  /// What a closure of Doubles computes, in variables of given names.
  ///
  /// One run records the operations; another, elsewhere, must agree with what they say, so that a function that
  /// computes with operations that are not recorded is refused.
  func formula(
    of closure: UnsafeMutablePointer<TramaObject>, _ names: [String], _ machine: Machine,
    _ scratch: UnsafeMutablePointer<TramaSlot>
  ) throws(Trap.Reason) -> Algebraic {
    // A point without special values, so that no operation is left out there; near 0, where the rules for derivatives
    // are those of the tables.
    let point = names.indices.map { 0.2360679774997896 + 0.1142135623730951 * Double($0) }
    guard let trace = try machine.trace(of: closure, at: point, scratch: scratch) else {
      throw .message(
        "a formula cannot be asked for inside of a derivative; ask for it outside, as in 'formula(of: derivative(of: f))'"
      )
    }
    if trace.hasChoices {
      throw .message(
        "this function has no formula: what it does depends on the values of its arguments; ask for the formula of each of its cases"
      )
    }
    if trace.nodes.contains(where: { $0.operation == trama_tape_slope.rawValue }) {
      throw .message(
        "this function has no formula: it has a derivative of its own, by '@derivative'; ask for that of a function without one"
      )
    }
    guard let formula = Algebraic(trace, names) else {
      throw .message(
        "this function has no formula: it takes too many operations; ask for the formula of a part of it")
    }
    guard formula.isFinite else {
      throw .message(
        "this function has no formula: it has no value, as where it divides by 0; ask for the formula of a part of it"
      )
    }
    let isSame = try quietly { () throws(Trap.Reason) in
      // At the first point where both have a value.
      for step in [0.2679491924311228, 1.3660254037844386, 2.7320508075688772, -0.5680508075688772] {
        let other = point.map { $0 + step }
        for (index, number) in other.enumerated() { scratch[index].d = number }
        try machine.call(closure, at: scratch)
        let values = Dictionary(zip(names, other)) { first, _ in first }
        guard let expected = formula.value(at: values), expected.value.isFinite, scratch[0].d.isFinite else {
          continue
        }
        let difference = abs(expected.value - scratch[0].d)
        return difference <= 1e-6 * max(abs(expected.value), abs(scratch[0].d)) + expected.error
      }
      return true
    }
    guard isSame else {
      throw .message(
        "this function has no formula: it computes in a way that cannot be followed, such as with random numbers or 'withoutDerivative'; write it with arithmetic and elementary functions only"
      )
    }
    return formula
  }

  /// The derivation of a formula.
  func steps(to formula: Algebraic, _ variables: [String]) throws(Trap.Reason) -> Derivation {
    do throws(Derivation.Failure) {
      return try Derivation(of: formula, variables: variables)
    } catch {
      switch error {
      case .noRule(let name):
        throw .message(
          "this derivative has no steps: there is no rule for '\(name)'; ask for those of a function without it"
        )
      case .tooManyParts:
        throw .message(
          "this derivative has no steps that could be followed: its function is nested too deeply; ask for those of a part of it"
        )
      }
    }
  }

  /// Whether a function is a closure of the prelude that is the derivative of the one function that it captures.
  private func isDerivative(_ id: Int) -> Bool {
    guard let function = machine?.function(id) else { return false }
    return ["closure in derivative", "closure in gradient"].contains(function.name)
      && function.positions.first?.position.source == 0
  }

  /// Whether what a function gives may depend on variables of cells, and calling it between cells disturbs none.
  func readsVariables(_ closure: UnsafeMutablePointer<TramaObject>) -> Bool {
    machine?.readsGlobalsWithoutEffects(closure, closuresMadeBy: functionsOfCells) ?? false
  }

  /// The slots of the numbers of cells that a function may read.
  func globalsRead(by closure: UnsafeMutablePointer<TramaObject>) -> Set<Int> {
    machine?.globalsRead(by: closure, closuresMadeBy: functionsOfCells) ?? []
  }

  /// The functions that stand in cells, or belong to the prelude and are used there.
  private var functionsOfCells: [Int] {
    machine?.disassembly.filter { _, code in
      // Functions of the prelude may be those that an earlier lesson used.
      let sources = code.positions.map(\.position.source).filter { $0 >= compiler.preludeSourceCount }
      return !sources.isEmpty && !sources.contains { compiler.sourceName($0) == FormulaNames.sourceName }
    }.map(\.id) ?? []
  }

  /// The names of a function's parameters, or x, y and z where they have none.
  ///
  /// What `derivative(of:)` and `gradient(of:)` give has the parameters of the function that they are given.
  func variables(of closure: UnsafeMutablePointer<TramaObject>, _ count: Int) -> [String] {
    var content = trama_object_slots(closure)
    while let slots = content, isDerivative(Int(slots[0].i)), let inner = slots[1].o {
      content = trama_object_slots(inner)
    }
    let names = content.flatMap { machine?.function(Int($0[0].i))?.parameterNames } ?? []
    let areUsable = names.count == count && Set(names).count == count
    return areUsable && names.allSatisfy { $0.first?.isLetter == true }
      ? names : Array(["x", "y", "z"].prefix(count))
  }
}

extension Algebraic {
  /// The most operations of a formula.
  private static let longestTrace = 2000

  /// The expression that a run computed; nil where it is too long.
  init?(_ trace: Machine.Trace, _ names: [String]) {
    guard trace.nodes.count <= Self.longestTrace else { return nil }
    var known: [Algebraic] = [.number(0)]
    for (index, node) in trace.nodes.enumerated().dropFirst() {
      func operand(_ number: Int32, _ value: Double) -> Algebraic {
        number == 0 ? .number(value) : known[Int(number)]
      }
      if index <= names.count {
        known.append(.variable(names[index - 1]))
        continue
      }
      let (left, right) = (operand(node.first, node.left), operand(node.second, node.right))
      var made = Self.apply(Int(node.operation), left, right)
      if node.sum != 0 { made = known[Int(node.sum)] + made }
      // Sums of products of sums may grow beyond use.
      guard made.size <= Self.longestTrace else { return nil }
      known.append(made)
    }
    self = trace.value.node == 0 ? .number(trace.value.value) : known[Int(trace.value.node)]
  }

  private static func apply(_ operation: Int, _ left: Algebraic, _ right: Algebraic) -> Algebraic {
    switch TramaTapeOperation(UInt32(min(operation, Int(trama_tape_unary.rawValue)))) {
    case trama_tape_copy: return left
    case trama_tape_add: return left + right
    case trama_tape_sub: return left - right
    case trama_tape_mul: return left * right
    case trama_tape_div: return left / right
    case trama_tape_neg: return -left
    case trama_tape_mulAdd: return left * right
    default: break
    }
    let binary = operation - Int(trama_tape_binary.rawValue)
    if binary >= 0 { return function(String(cString: trama_binary_name(Int32(binary))), [left, right]) }
    let unary = operation - Int(trama_tape_unary.rawValue)
    return function(String(cString: trama_unary_name(Int32(unary))), [left])
  }
}
