import Testing

@testable import Graphics

@Suite struct FieldTests {
  @Test func `a field needs a grid`() {
    #expect(Field(x: [0, 1], y: [0, 1], values: [0, 1, 2, 3], levels: []) != nil)
    #expect(Field(x: [0], y: [0, 1], values: [0, 1], levels: []) == nil)
    #expect(Field(x: [0, 0], y: [0, 1], values: [0, 1, 2, 3], levels: []) == nil)
    #expect(Field(x: [0, .nan], y: [0, 1], values: [0, 1, 2, 3], levels: []) == nil)
    #expect(Field(x: [0, 1], y: [0, .infinity], values: [0, 1, 2, 3], levels: []) == nil)
    #expect(Field(x: [0, 1], y: [0, 1], values: [0, 1, 2], levels: []) == nil)
    let levels = Field(x: [0, 1], y: [0, 1], values: [0, 1, 2, .nan], levels: [2, .nan, 1, 2])?.levels
    #expect(levels == [1, 2])
  }

  @Test func `every part of a field and a verdict counts`() {
    func field(
      _ name: String = "f", _ x: [Double] = [0, 1], _ values: [Double] = [0, 1, 2, 3], _ level: Double = 1
    )
      -> Field?
    {
      Field(name: name, x: x, y: [0, 1], values: values, levels: [level])
    }
    let figures = [
      Figure(), Figure(field: field()), Figure(field: field("g")), Figure(field: field("f", [0, 2])),
      Figure(field: field("f", [0, 1], [0, 1, 2, .nan])),
      Figure(field: field("f", [0, 1], [0, 1, 2, 3], 2)),
      Figure(verdicts: [.diverges]), Figure(verdicts: [.stillMoving]),
      Figure(verdicts: [.notFinite(step: 1)]),
      Figure(verdicts: [.notFinite(step: 2)]), Figure(verdicts: [.converged(within: 1)]),
      Figure(verdicts: [.alternates(between: 1, and: 2)]), Figure(verdicts: [.unboundedBelow]),
      Figure(series: [Series(x: [1], y: [1])]), Figure(series: [Series(x: [1], y: [1], mark: .path)]),
    ]
    #expect(Set(figures.map(\.digest)).count == figures.count)
    #expect(Set(figures).count == figures.count)
    #expect(
      Figure(field: field("f", [0, 1], [0, 1, 2, .nan]))
        == Figure(field: field("f", [0, 1], [0, 1, 2, -.nan])))
  }

  @Test func `verdicts are read from their numbers`() {
    let verdicts: [Verdict] = [
      .converged(within: 1e-9), .alternates(between: -1, and: 2), .stillMoving, .unboundedBelow, .diverges,
      .notFinite(step: 7),
    ]
    for verdict in verdicts { #expect(Verdict(verdict.numbers) == verdict) }
    for numbers in [[], [0, 1], [6, 0, 0], [5, 0.5, 0], [.nan, 0, 0]] { #expect(Verdict(numbers) == nil) }
  }

  @Test func `fields and paths are summed up`() {
    let path = Series(x: [0, 1, .nan], y: [0, 2, 1], mark: .path)
    let field = Field(name: "f", x: [0, 1], y: [0, 2], values: [0, 1, 2, .nan], levels: [0.5, 1.5])
    #expect(
      Figure(field: field, series: [path]).summary
        == "contours f: 2×2 points, 1 not finite, x 0…1, y 0…2, 2 levels 0.5…1.5; "
        + "path: 3 points, 1 not finite, x 0…1, y 0…2")
    #expect(
      Figure(field: Field(x: [0, 1], y: [0, 2], values: [0, 0, 0, 0], levels: [])).summary
        == "contours: 2×2 points, x 0…1, y 0…2, no levels")
  }

  @Test func `for a parabola the curves are equally far apart on the path`() {
    let sides = (0...60).map { Double($0) / 30 - 1 }
    let values = sides.flatMap { y in sides.map { x in x * x + y * y } }
    let path = stride(from: 1.0, through: 0, by: -0.125).map { (x: $0, y: 0.0, value: $0 * $0) }
    let levels = Field.levels(of: values, along: path, width: 2, height: 2)
    #expect(levels == (1...11).map { Double($0 * $0) / 64 })
  }

  @Test func `a path that goes down crosses several levels, about half of them on the first half of its way`()
  {
    let sides = (0...60).map { Double($0) / 30 - 1 }
    for power in 1...6 {
      func height(_ x: Double) -> Double { (0..<power).reduce(1) { height, _ in height * x.magnitude } }
      let values = sides.flatMap { y in sides.map { x in height(x) + y * y } }
      let path = (0...64).map { 1 - Double($0) / 64 }.map { (x: $0, y: 0.0, value: height($0)) }
      let levels = Field.levels(of: values, along: path, width: 2, height: 2)
      let crossed = levels.filter { $0 <= 1 }
      let early = crossed.filter { $0 > height(0.5) }
      #expect((5...8).contains(crossed.count), "\(power): \(levels)")
      #expect((3...5).contains(early.count), "\(power): \(levels)")
      #expect(levels.count <= 16)
    }
  }

  @Test func `any numbers have levels or none`() {
    #expect(Field.levels(of: [], along: [], width: 1, height: 1) == [])
    #expect(Field.levels(of: [1, 1, 1, 1], along: [(0, 0, 1)], width: 1, height: 1) == [])
    #expect(!Field.levels(of: [0, 1, 2, 3], along: [], width: 1, height: 1).isEmpty)
    #expect(!Field.levels(of: [0, 1, 2, .nan], along: [(0, 0, .infinity)], width: 1, height: 1).isEmpty)
    var random = SeededGenerator(state: 14)
    for _ in 0..<500 {
      let values = (0..<16).map { _ in random.anything() }
      let path = (0..<5).map { _ in (x: random.anything(), y: random.anything(), value: random.anything()) }
      let levels = Field.levels(of: values, along: path, width: 1, height: 1)
      #expect(levels.count <= 16 && levels.allSatisfy(\.isFinite) && levels == levels.sorted())
    }
  }
}
