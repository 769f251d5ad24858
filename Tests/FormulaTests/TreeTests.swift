import Testing

@testable import Formula

/// The tree that a reader of mathematics will see.
@Suite struct TreeTests {
  private func nodes(_ tex: String) throws -> [Node] { try Formula(parsing: tex).nodes }

  @Test func numbersAreWhole() throws {
    for (tex, number) in [("3.14", "3.14"), (".5", ".5"), ("20{,}000.5", "20,000.5"), ("007", "007")] {
      let nodes = try nodes(tex)
      #expect(nodes.map(\.kind) == [.number(number)], "\(tex)")
      #expect(nodes.first?.range == 0..<tex.utf8.count)
    }
  }

  @Test func pointThatEndsASentenceIsNoPartOfTheNumber() throws {
    #expect(try nodes("1.").count == 2)
    #expect(try nodes("1.2.3").map(\.kind).first == .number("1.2"))
  }

  @Test func bracedAndBareArgumentsAreTheSameTree() throws {
    func parts(_ tex: String) throws -> [Node.Kind] {
      guard case .fraction(let fraction) = try nodes(tex)[0].kind else { return [] }
      return [fraction.numerator.kind, fraction.denominator.kind]
    }
    #expect(try parts(#"\frac{3}{4}"#) == [.number("3"), .number("4")])
    #expect(try parts(#"\frac34"#) == [.number("3"), .number("4")])
    #expect(try parts(#"{3 \over 4}"#.trimmingBraces) == [.number("3"), .number("4")])
  }

  @Test func primesAreCountedHoweverTheyAreWritten() throws {
    for tex in ["f''", #"f^{\prime\prime}"#, #"f^{''}"#.replacing("^{''}", with: "''")] {
      guard case .scripts(let scripts) = try nodes(tex)[0].kind else {
        Issue.record("\(tex) has no scripts")
        continue
      }
      #expect(scripts.primes == 2)
      #expect(scripts.sup == nil)
    }
  }

  @Test func piecesHaveTheirPlaces() throws {
    let tex = #"ñ + \frac{a}{b}_{2}"#
    let ranges = try nodes(tex).map { String(decoding: Array(tex.utf8)[$0.range], as: UTF8.self) }
    #expect(ranges == ["ñ", "+", #"\frac{a}{b}_{2}"#])
  }

  @Test func everySymbolParsesAndShowsItself() throws {
    for (name, symbol) in SymbolTable.symbols {
      let nodes = try nodes("\\" + name)
      guard case .symbol(let parsed) = nodes[0].kind else {
        Issue.record("\\\(name) is no symbol")
        continue
      }
      #expect(parsed.text == symbol.text, "\\\(name)")
    }
  }

  @Test func noNameHasTwoMeanings() {
    let names = SymbolTable.symbols.map(\.name)
    #expect(Set(names).count == names.count)
  }

  @Test func lengthsAreInTenThousandthsOfAnEm() throws {
    let lengths = [
      ("{1em}", 10_000), ("{ -3mu }", -1667), ("18mu", 10_000), ("{4pt}", 4000), ("{.5 em}", 5000),
      ("{-.25em}", -2500),
      ("{1in}", 72_270), ("{0.123456789em}", 1234),
    ]
    for (length, width) in lengths {
      #expect(try nodes(#"\hspace"# + length).map(\.kind) == [.space(width)], "\(length)")
    }
  }

  @Test func unicodeSignsAreTheirCommands() throws {
    let pairs = [("α≤β", #"\alpha\le\beta"#), ("∑∫", #"\sum\int"#), ("−1", "-1"), ("a·b", #"a\cdot b"#)]
    for (typed, commanded) in pairs {
      #expect(try nodes(typed).map(\.kind) == nodes(commanded).map(\.kind), "\(typed)")
    }
  }
}

extension String {
  fileprivate var trimmingBraces: String { String(dropFirst().dropLast()) }
}
