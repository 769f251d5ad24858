import CMachine
import Formula
import VirtualMachine

/// Functions of cells as formulas: a run with variables for arguments, read back as an expression.
extension HostFunction {
  static let formulas: [HostFunction] =
    (1...3).map { count in
      HostFunction(name: "formula\(count)", results: 2) { (engine, machine, base) throws(Trap.Reason) in
        guard let closure = base[0].o, let content = trama_object_slots(closure) else { return }
        var names = machine.function(Int(content[0].i))?.parameterNames ?? []
        if names.count != count || names.contains(where: { $0.first?.isLetter != true }) {
          names = Array(["x", "y", "z"].prefix(count))
        }
        // At a point without special values, so that no operation is left out there.
        let point = (0..<count).map { 1.2360679774997896 + 0.4142135623730951 * Double($0) }
        guard let trace = try machine.trace(of: closure, at: point, scratch: base + scratch) else {
          throw .message("a formula cannot be asked for inside of a derivative")
        }
        if trace.hasChoices {
          throw .message("this function has no formula: what it does depends on the values of its arguments")
        }
        if trace.nodes.contains(where: { $0.operation == trama_tape_slope.rawValue }) {
          throw .message("this function has no formula: it has a derivative of its own, by '@derivative'")
        }
        guard let formula = Algebraic(trace, names) else {
          throw .message("this function has no formula: it takes too many operations")
        }
        base[0] = try machine.makeString(formula.tex)
        base[1] = try machine.makeString(formula.text)
      }
    } + [
      HostFunction(name: "showFormula", results: 0) { (engine, machine, base) throws(Trap.Reason) in
        try engine.show(.formula(tex: machine.string(base[0]), text: machine.string(base[1])))
      }
    ]
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
