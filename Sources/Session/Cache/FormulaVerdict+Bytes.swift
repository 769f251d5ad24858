import Formula

/// Verdicts on formulas as bytes.
extension ByteWriter {
  mutating func write(_ verdict: FormulaVerdict) {
    switch verdict {
    case .silent: write(0)
    case .unread(let reason):
      write(1)
      write(reason)
    case .exempt(let reason):
      write(2)
      write(reason)
    case .verified(.proof): write(3)
    case .verified(.digits): write(4)
    case .verified(.agreement(let points)):
      write(5)
      write(points)
    case .contradicted(let found):
      write(6)
      write(found)
    case .unreadable(let error):
      write(7)
      write(error.id)
      write(error.message)
      write(error.range)
    case .verified(.part(let reason)):
      write(8)
      write(reason)
    }
  }

  private mutating func write(_ found: FormulaVerdict.Contradiction) {
    write(found.range)
    write(found.reason)
    write(found.definitions) { writer, mention in
      writer.write(mention.name)
      writer.write(mention.parameters)
      writer.write(mention.text)
      switch mention.origin {
      case .cell(let index):
        writer.write(true)
        writer.write(index)
      case .formula(let index, let cells):
        writer.write(false)
        writer.write(index)
        writer.write(cells)
      }
    }
  }

  private mutating func write(_ reason: FormulaVerdict.Contradiction.Reason) {
    switch reason {
    case .values(let left, let right, let place, let correct):
      write(0)
      write(left, right, at: place)
      write(correct)
    case .numbers(let left, let right):
      write(1)
      write([left, right])
    case .rounded(let left, let right):
      write(2)
      write([left, right])
    case .digits(let value, let shown):
      write(3)
      write([value, shown])
    case .noLimit(let numerator, let correct):
      write(4)
      write(numerator)
      write(correct)
    case .noSolution(let name, let value, let left, let right):
      write(5)
      write(name)
      write([value, left, right])
    case .coefficient(let name, let power, let left, let right):
      write(6)
      write([name, left, right])
      write(power)
    case .infinite(let numerator):
      write(7)
      write(numerator)
    case .derivatives(let name, let left, let right, let place):
      write(8)
      write(left, right, at: place)
      write(name)
    }
  }

  private mutating func write(
    _ left: Double, _ right: Double, at place: [Algebraic.Comparison.Coordinate]
  ) {
    write([left, right] + place.map(\.value))
    write(place) { $0.write($1.variable) }
  }
}

extension ByteReader {
  mutating func formulaVerdict() throws(Damage) -> FormulaVerdict {
    switch try int() {
    case 0: .silent
    case 1: .unread(try text())
    case 2: .exempt(try text())
    case 3: .verified(.proof)
    case 4: .verified(.digits)
    case 5: .verified(.agreement(points: try int()))
    case 6: .contradicted(try contradiction())
    case 7: .unreadable(FormulaError(id: try text(), message: try text(), range: try range()))
    case 8: .verified(.part(unread: try text()))
    default: throw Damage()
    }
  }

  private mutating func contradiction() throws(Damage) -> FormulaVerdict.Contradiction {
    FormulaVerdict.Contradiction(
      range: try range(), reason: try reason(),
      definitions: try list { (reader) throws(Damage) in
        FormulaVerdict.Contradiction.Mention(
          name: try reader.text(),
          parameters: try reader.texts(),
          text: try reader.optionalText(),
          origin: try reader.bool()
            ? .cell(try reader.int()) : .formula(try reader.int(), cellsBefore: try reader.int()))
      })
  }

  private mutating func valuesAtPlace() throws(Damage) -> (
    left: Double, right: Double, place: [Algebraic.Comparison.Coordinate]
  ) {
    let numbers = try doubles()
    let names = try texts()
    guard numbers.count == names.count + 2 else { throw Damage() }
    return (
      numbers[0], numbers[1],
      zip(names, numbers.dropFirst(2)).map { Algebraic.Comparison.Coordinate($0, $1) }
    )
  }

  private mutating func reason() throws(Damage) -> FormulaVerdict.Contradiction.Reason {
    switch try int() {
    case 0:
      let (left, right, place) = try valuesAtPlace()
      return .values(left: left, right: right, at: place, correct: try optionalText())
    case 1:
      let numbers = try numbers(2)
      return .numbers(left: numbers[0], right: numbers[1])
    case 2:
      let numbers = try numbers(2)
      return .rounded(left: numbers[0], right: numbers[1])
    case 3:
      let numbers = try numbers(2)
      return .digits(value: numbers[0], shown: numbers[1])
    case 4: return .noLimit(numerator: try text(), correct: try text())
    case 5:
      let name = try text()
      let numbers = try numbers(3)
      return .noSolution(name: name, value: numbers[0], left: numbers[1], right: numbers[2])
    case 6:
      let words = try texts()
      guard words.count == 3 else { throw Damage() }
      return .coefficient(of: words[0], power: try int(), left: words[1], right: words[2])
    case 7: return .infinite(numerator: try text())
    case 8:
      let (left, right, place) = try valuesAtPlace()
      return .derivatives(by: try text(), left: left, right: right, at: place)
    default: throw Damage()
    }
  }

  private mutating func numbers(_ count: Int) throws(Damage) -> [Double] {
    let found = try doubles()
    guard found.count == count else { throw Damage() }
    return found
  }
}
