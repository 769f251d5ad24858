/// A random smooth function of three Doubles, written with all that cells have: loops, branches, nested functions,
/// closures, arrays and their elements, `inout`, structures, instances, `map`, `reduce`, `zip`, recursion, and
/// derivatives of functions that see the variables around them.
///
/// Every step passes through a function with bounded values, so that derivatives of all orders stay moderate.
struct DerivativeProgram {
  let name: String
  /// The declaration of the function.
  private(set) var text = ""

  private var generator: Generator
  private var indentation = 1
  private var names = 0
  /// Numbers that can be read: `i` inside of a loop.
  private var readable = ["a", "b", "c", "p.x", "p.y", "box.value"]
  /// How many blocks are open.
  private var depth = 0

  /// What all programs call; `way` says which branches a run took.
  static let helpers = """
    var way = 0
    func noted(_ choice: Bool) -> Bool {
      way = way &* 3 &+ (choice ? 1 : 2)
      return choice
    }
    func bell(_ x: Double) -> Double { exp(-x * x) }
    func root(_ x: Double) -> Double { sqrt(1 + x * x) }
    func blend(_ x: inout Double, _ y: Double) { x = sin(x * y) + y / 2 }
    func descend(_ n: Int, _ x: Double, _ y: Double) -> Double {
      n == 0 ? x : descend(n - 1, sin(x + y), 0.9 * y)
    }
    struct Pair {
      var x: Double
      var y: Double
      var product: Double { x * y }
      mutating func turn(_ t: Double) { (x, y) = (x * cos(t) - y * sin(t), x * sin(t) + y * cos(t)) }
    }
    final class Box {
      var value = 0.5
      var changes = 0.0
      func set(_ x: Double) {
        changes += atan(x - value)
        value = x
      }
    }
    """

  init(name: String, seed: Int) {
    self.name = name
    generator = Generator(seed: seed)
    text = "func \(name)(_ a: Double, _ b: Double, _ c: Double) -> Double {\n"
    line("var (a, b, c) = (a, b, c)")
    line("var v = [a, b, c, 0.5]")
    line("var p = Pair(x: a * b, y: c)")
    line("let box = Box()")
    for _ in 0..<(4 + generator.below(4)) { statement() }
    line("return a + b * c + v.reduce(0, +) + p.product + box.value * box.changes")
    text += "}\n"
  }

  private mutating func line(_ content: String) {
    text += String(repeating: "  ", count: indentation) + content + "\n"
  }

  private mutating func newName(_ prefix: String) -> String {
    names += 1
    return prefix + String(names)
  }

  private mutating func block(_ opening: String, reading more: [String] = []) {
    line(opening + " {")
    let before = readable
    readable += more
    indentation += 1
    depth += 1
    for _ in 0..<(1 + generator.below(2)) { statement() }
    depth -= 1
    indentation -= 1
    readable = before
  }

  /// A place that can be changed.
  private mutating func place() -> String {
    generator.pick(["a", "b", "c", "p.x", "p.y", "v[\(generator.below(4))]"])
  }

  private mutating func leaf() -> String {
    switch generator.below(6) {
    case 0: "v[\(generator.below(4))]"
    case 1: generator.pick(["0.5", "0.75", "1.25", "2"])
    default: generator.pick(readable)
    }
  }

  private mutating func expression(_ depth: Int) -> String {
    guard depth > 0 else { return leaf() }
    switch generator.below(7) {
    case 0: return leaf()
    case 1: return "-(\(expression(depth - 1)))"
    case 2:
      return generator.pick(["sin", "cos", "atan", "tanh", "bell", "root"]) + "(\(expression(depth - 1)))"
    case 3: return "(\(expression(depth - 1))) / root(\(expression(depth - 1)))"
    case 4: return "pow(\(expression(depth - 1)), \(generator.pick(["2", "3"])))"
    default:
      let symbol = generator.pick(["+", "-", "*"])
      return "(\(expression(depth - 1))) \(symbol) (\(expression(depth - 1)))"
    }
  }

  /// An expression with a bounded value.
  private mutating func bounded(_ depth: Int = 2) -> String {
    generator.pick(["sin", "cos", "atan"]) + "(\(expression(depth)))"
  }

  private mutating func bounded(reading name: String) -> String {
    readable.append(name)
    defer { readable.removeLast() }
    return bounded()
  }

  private mutating func statement() {
    // Blocks are nested two deep, and behind the other statements in this list.
    switch generator.below(depth < 2 ? 20 : 14) {
    case 0, 1: line("\(place()) = \(bounded())")
    case 2: line("v[\(generator.below(4))] \(generator.pick(["+=", "-=", "*="])) \(bounded())")
    case 3: line("blend(&\(place()), \(bounded()))")
    case 4: line("p.turn(\(bounded()))")
    case 5: line("box.set(\(bounded()) * 0.5)")
    case 6:
      let x = newName("x")
      let body = bounded(reading: x)
      line("v = v.map { \(x) in \(body) }")
    case 7:
      let (sum, x) = (newName("sum"), newName("x"))
      line("\(place()) = v.reduce(0.1) { \(sum), \(x) in 0.5 * \(sum) + sin(\(x)) * cos(\(leaf())) }")
    case 8: line("\(place()) = zip(v, v.reversed()).map { $0 * cos($1) }.reduce(0, +) / 4")
    case 9: line("\(place()) = descend(\(1 + generator.below(3)), \(bounded()), \(bounded()))")
    case 10:
      let last = newName("last")
      line("v.append(\(bounded()))")
      line("if let \(last) = v.popLast() { \(place()) = sin(\(last) + \(leaf())) }")
    case 11: line("swap(&a, &\(generator.pick(["b", "c"])))")
    case 12:
      let x = newName("x")
      let body = bounded(reading: x)
      line("\(place()) = sin(derivative(at: \(leaf())) { \(x) in \(body) })")
    case 13:
      let w = newName("w")
      let product = "\(w)[0] * \(leaf()) * \(w)[\(generator.below(4))]"
      line("v[\(generator.below(4))] = cos(gradient(at: v) { \(w) in sin(\(product)) }[0])")
    case 14:
      block("if noted(\(expression(1)) < \(expression(1)))")
      block("} else")
      line("}")
    case 15:
      let i = newName("i")
      block("for \(i) in 1...\(2 + generator.below(2))", reading: ["Double(\(i))"])
      line("}")
    case 16:
      let left = newName("left")
      line("var \(left) = \(2 + generator.below(2))")
      block("while \(left) > 0")
      line("  \(left) -= 1")
      line("}")
    case 17:
      let (function, x) = (newName("f"), newName("x"))
      block("func \(function)(_ \(x): Double) -> Double", reading: [x])
      line("  return \(bounded(reading: x))")
      line("}")
      line("\(place()) = \(function)(\(leaf())) * \(function)(\(bounded(1)))")
    case 18:
      let (closure, x) = (newName("f"), newName("x"))
      let body = bounded(reading: x)
      line("let \(closure) = { (\(x): Double) -> Double in \(body) }")
      line("\(place()) = \(closure)(\(closure)(\(leaf())))")
    default:
      let element = newName("x")
      block("for \(element) in v", reading: [element])
      line("}")
    }
  }
}
