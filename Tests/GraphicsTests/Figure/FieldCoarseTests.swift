import Testing

@testable import Graphics

@Suite struct FieldCoarseTests {
  @Test func `blocks have the means of their finite values and reach as far as before`() throws {
    let field = try #require(
      Field(
        x: [0, 1, 2, 3, 4], y: [0, 2, 4],
        values: [1, 3, 5, 7, 9, 3, 5, .nan, 9, 11, .nan, 0, 1, .infinity, .nan],
        levels: [2]))
    let coarse = field.coarsened(across: 2, down: 2)
    #expect(coarse.x == [0, 2.5, 4])
    #expect(coarse.y == [0, 4])
    #expect(Array(coarse.values.prefix(5)) == [3, 7, 10, 0, 1])
    #expect(coarse.values.count == 6 && coarse.values[5].isNaN)
    #expect(coarse.levels == field.levels)
    #expect(field.coarsened(across: 1, down: 1) == field)
    #expect(field.coarsened(across: 9, down: 9) == field)
  }

  @Test func `means of huge values are finite`() throws {
    let huge = Double.greatestFiniteMagnitude
    let values = [
      huge, huge, -huge, huge, -huge, -huge, huge, huge, huge, huge, -huge, huge, huge, huge, huge, huge,
    ]
    let field = try #require(Field(x: [0, 1, 2, 3], y: [0, 1, 2, 3], values: values, levels: []))
    let means = field.coarsened(across: 2, down: 2).values
    #expect(means.allSatisfy { $0.isFinite })
  }

  @Test func `areas stay bounded with however many levels`() throws {
    let sides = (0..<40).map(Double.init)
    let values = sides.flatMap { y in sides.map { x in x * y } }
    let levels = (0..<20_000).map { Double($0) / 20 }
    let field = try #require(Field(x: sides, y: sides, values: values, levels: levels, style: .filled))
    #expect(Figure(field: field).svg(language: "en").utf8.count < 90_000)
  }
}
