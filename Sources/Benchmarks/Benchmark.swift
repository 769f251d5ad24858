/// One computation, written in the languages that are compared.
///
/// All three do the same arithmetic in the same order with the idioms of their language, inside a function,
/// because global variables are slow in Python and Lua. Each prints one number, which must agree.
struct Benchmark {
  let name: String
  /// How many times faster than Python the engine must be.
  let goal: Double
  /// Whether the engine must be no slower than LuaJIT's interpreter.
  let mustEqualLua: Bool
  let swift: String
  let python: String
  let lua: String
}

extension Benchmark {
  static let all = [scalarLoop, quintic, fibonacci, stencil, dictionary]

  /// A loop with a call, a comparison and an addition.
  static let scalarLoop = Benchmark(
    name: "scalar loop", goal: 10, mustEqualLua: true,
    swift: """
      func slope(_ x: Double) -> Double { 4 * x - 3 }
      func descend(_ steps: Int) -> Double {
        var x = 2.0
        for _ in 0..<steps {
          if slope(x) > 0 { x -= 0.01 } else { x += 0.01 }
        }
        return x
      }
      print(descend(20_000_000))
      """,
    python: """
      def slope(x): return 4 * x - 3
      def descend(steps):
          x = 2.0
          for _ in range(steps):
              if slope(x) > 0: x -= 0.01
              else: x += 0.01
          return x
      print(descend(20_000_000))
      """,
    lua: """
      local function slope(x) return 4 * x - 3 end
      local function descend(steps)
        local x = 2.0
        for _ = 1, steps do
          if slope(x) > 0 then x = x - 0.01 else x = x + 0.01 end
        end
        return x
      end
      print(string.format("%.17g", descend(20000000)))
      """)

  /// The central difference of a polynomial of degree five.
  static let quintic = Benchmark(
    name: "quintic's slope", goal: 10, mustEqualLua: true,
    swift: """
      func p(_ x: Double) -> Double { ((((3 * x - 5) * x + 2) * x - 7) * x + 1) * x - 4 }
      func total(_ n: Int) -> Double {
        let h = 0.0001
        var sum = 0.0
        for i in 0..<n {
          let x = Double(i) * 0.000001
          sum += (p(x + h) - p(x - h)) / (2 * h)
        }
        return sum
      }
      print(total(5_000_000))
      """,
    python: """
      def p(x): return ((((3 * x - 5) * x + 2) * x - 7) * x + 1) * x - 4
      def total(n):
          h = 0.0001
          sum = 0.0
          for i in range(n):
              x = i * 0.000001
              sum += (p(x + h) - p(x - h)) / (2 * h)
          return sum
      print(total(5_000_000))
      """,
    lua: """
      local function p(x) return ((((3 * x - 5) * x + 2) * x - 7) * x + 1) * x - 4 end
      local function total(n)
        local h = 0.0001
        local sum = 0.0
        for i = 0, n - 1 do
          local x = i * 0.000001
          sum = sum + (p(x + h) - p(x - h)) / (2 * h)
        end
        return sum
      end
      print(string.format("%.17g", total(5000000)))
      """)

  /// Nothing but calls.
  static let fibonacci = Benchmark(
    name: "fib(33)", goal: 6, mustEqualLua: true,
    swift: """
      func fib(_ n: Int) -> Int { n < 2 ? n : fib(n - 1) + fib(n - 2) }
      print(fib(33))
      """,
    python: """
      def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
      print(fib(33))
      """,
    lua: """
      local function fib(n)
        if n < 2 then return n end
        return fib(n - 1) + fib(n - 2)
      end
      print(fib(33))
      """)

  /// The mean of each element and its neighbours, from one array into another.
  static let stencil = Benchmark(
    name: "3-point stencil", goal: 8, mustEqualLua: false,
    swift: """
      func smooth(_ n: Int, _ rounds: Int) -> Double {
        var a = [Double](repeating: 0, count: n)
        for i in 0..<n { a[i] = Double(i % 7) }
        var b = a
        for _ in 0..<rounds {
          for i in 1..<(n - 1) {
            b[i] = (a[i - 1] + a[i] + a[i + 1]) / 3
          }
          swap(&a, &b)
        }
        var sum = 0.0
        for x in a { sum += x }
        return sum
      }
      print(smooth(2_000, 5_000))
      """,
    python: """
      def smooth(n, rounds):
          a = [0.0] * n
          for i in range(n): a[i] = float(i % 7)
          b = a[:]
          for _ in range(rounds):
              for i in range(1, n - 1):
                  b[i] = (a[i - 1] + a[i] + a[i + 1]) / 3
              a, b = b, a
          sum = 0.0
          for x in a: sum += x
          return sum
      print(smooth(2_000, 5_000))
      """,
    lua: """
      local function smooth(n, rounds)
        local a, b = {}, {}
        for i = 1, n do
          a[i] = (i - 1) % 7
          b[i] = a[i]
        end
        for _ = 1, rounds do
          for i = 2, n - 1 do
            b[i] = (a[i - 1] + a[i] + a[i + 1]) / 3
          end
          a, b = b, a
        end
        local sum = 0.0
        for i = 1, n do sum = sum + a[i] end
        return sum
      end
      print(string.format("%.17g", smooth(2000, 5000)))
      """)

  /// How often each word occurs.
  static let dictionary = Benchmark(
    name: "counting words", goal: 1, mustEqualLua: false,
    swift: """
      func count(_ rounds: Int) -> Int {
        let words = ["the", "quick", "brown", "fox", "jumps", "over", "a", "lazy", "dog", "quick", "the"]
        var counts: [String: Int] = [:]
        for _ in 0..<rounds {
          for word in words {
            counts[word, default: 0] += 1
          }
        }
        return counts["quick", default: 0]
      }
      print(count(1_000_000))
      """,
    python: """
      def count(rounds):
          words = ["the", "quick", "brown", "fox", "jumps", "over", "a", "lazy", "dog", "quick", "the"]
          counts = {}
          for _ in range(rounds):
              for word in words:
                  counts[word] = counts.get(word, 0) + 1
          return counts.get("quick", 0)
      print(count(1_000_000))
      """,
    lua: """
      local function count(rounds)
        local words = {"the", "quick", "brown", "fox", "jumps", "over", "a", "lazy", "dog", "quick", "the"}
        local counts = {}
        for _ = 1, rounds do
          for _, word in ipairs(words) do
            counts[word] = (counts[word] or 0) + 1
          end
        end
        return counts["quick"] or 0
      end
      print(count(1000000))
      """)
}
