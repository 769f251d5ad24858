/// The data of an SVG path, read by its grammar (SVG 2, section 9.3.9): what `PathData` wrote.
struct DrawnPath {
  /// The letter of every command, repeated where the path repeats it by numbers alone.
  private(set) var commands = ""
  /// Where the pen was put or went, control points included.
  private(set) var places: [(x: Double, y: Double)] = []

  /// Reads the data; nil where they are no path of moves, strokes, curves and closings.
  init?(_ text: some StringProtocol) {
    var rest = Substring(text)
    var command: Character?
    var pen = (x: 0.0, y: 0.0)
    var start = pen
    while !rest.isEmpty {
      if let letter = rest.first, letter.isLetter {
        rest.removeFirst()
        command = letter
      } else if command == "M" || command == "m" {
        command = command == "M" ? "L" : "l"
      }
      guard let command, commands.isEmpty == (command == "M") else { return nil }
      let counts: [Character: Int] = ["M": 2, "m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "z": 0]
      guard let count = counts[command] else { return nil }
      var numbers: [Double] = []
      for _ in 0..<count {
        guard let number = Self.number(&rest) else { return nil }
        numbers.append(number)
      }
      commands.append(command)
      switch command {
      case "M": pen = (numbers[0], numbers[1])
      case "h": pen.x += numbers[0]
      case "v": pen.y += numbers[0]
      case "z": pen = start
      case "c":
        places += [(pen.x + numbers[0], pen.y + numbers[1]), (pen.x + numbers[2], pen.y + numbers[3])]
        pen = (pen.x + numbers[4], pen.y + numbers[5])
      default: pen = (pen.x + numbers[0], pen.y + numbers[1])
      }
      places.append(pen)
      if command == "M" || command == "m" { start = pen }
    }
  }

  /// A number with at most one decimal, and the space before it.
  private static func number(_ rest: inout Substring) -> Double? {
    if rest.first == " " { rest.removeFirst() }
    var text = ""
    while let next = rest.first,
      next.isNumber || next == "-" && text.isEmpty || next == "." && !text.contains(".")
    {
      text.append(next)
      rest.removeFirst()
    }
    let decimals = text.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first
    return (decimals?.count ?? 0) <= 1 ? Double(text) : nil
  }
}
