/// What is wrong with a slider, in words that follow "'slider' ".
struct SliderProblem: Error {
  let message: String
}

extension Slider {
  /// Reads one slider, or two with a comma between them.
  ///
  ///     rate in 0.01...0.5 step 0.01
  ///     rate in [0.001, 0.01, 0.1], steps in 1...20
  ///
  /// - Complexity: Linear in the length of the text and the number of values, which is bounded.
  static func list(parsing text: String) throws(SliderProblem) -> [Slider] {
    var sliders: [Slider] = []
    for part in parts(of: text) { sliders.append(try Slider(parsing: part)) }
    guard (1...2).contains(sliders.count) else {
      throw SliderProblem(message: "moves one constant or two: here are \(sliders.count)")
    }
    if sliders.count == 2, sliders[0].name == sliders[1].name {
      throw SliderProblem(message: "names '\(sliders[0].name)' twice")
    }
    let frames = sliders.frameCount
    guard frames <= mostFrames else {
      throw SliderProblem(
        message: "asks for \(frames) runs of the cell; at most \(mostFrames) are made: take a larger step")
    }
    return sliders
  }

  /// The parts between the commas that stand outside of brackets.
  private static func parts(of text: String) -> [Substring] {
    var isInList = false
    return text.split(omittingEmptySubsequences: false) { character in
      if character == "[" { isInList = true }
      if character == "]" { isInList = false }
      return character == "," && !isInList
    }
  }

  private init(parsing text: Substring) throws(SliderProblem) {
    let words = text.split(separator: " ", maxSplits: 2)
    guard words.count == 3, words[1] == "in", Self.isName(words[0]) else {
      throw SliderProblem(message: "is a name and its values, as in 'rate in 0.1...0.5 step 0.1'")
    }
    self.init(name: String(words[0]), values: try Self.values(of: words[2].trimmed))
  }

  private static func isName(_ word: Substring) -> Bool {
    word.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" } && word.first?.isNumber == false
  }

  private static func values(of text: Substring) throws(SliderProblem) -> [String] {
    if text.hasPrefix("["), text.hasSuffix("]") {
      return try values(ofList: text.dropFirst().dropLast())
    }
    return try values(ofRange: text)
  }

  private static func values(ofList text: Substring) throws(SliderProblem) -> [String] {
    var values: [WrittenDecimal] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      values.append(try decimal(part.trimmed))
    }
    guard values.count >= 2 else {
      throw SliderProblem(message: "has one value; it needs two to move between")
    }
    for (last, next) in zip(values, values.dropFirst()) where !(last < next) {
      throw SliderProblem(message: "lists '\(last)' before '\(next)'; its values go up")
    }
    return values.map(\.description)
  }

  private static func values(ofRange text: Substring) throws(SliderProblem) -> [String] {
    let noValues = SliderProblem(
      message: "has no values in '\(text)'; write '0.1...0.5 step 0.1' or '[0.1, 0.3]'")
    let words = text.split(separator: " ")
    guard words.count == 1 || words.count == 3 && words[1] == "step", let range = words.first else {
      throw noValues
    }
    let isHalfOpen = range.contains("..<")
    let ends = range.split(separator: isHalfOpen ? "..<" : "...", omittingEmptySubsequences: false)
    guard ends.count == 2 else { throw noValues }
    let (lower, upper) = (try decimal(ends[0]), try decimal(ends[1]))
    let step: WrittenDecimal
    if words.count == 3 {
      step = try decimal(words[2])
    } else {
      guard lower.places == 0, upper.places == 0 else {
        throw SliderProblem(message: "needs a step from \(lower) to \(upper), as in 'step 0.1'")
      }
      step = WrittenDecimal(units: 1, places: 0)
    }
    return try values(from: lower, to: upper, by: step, isHalfOpen: isHalfOpen)
  }

  private static func values(
    from lower: WrittenDecimal, to upper: WrittenDecimal, by step: WrittenDecimal, isHalfOpen: Bool
  ) throws(SliderProblem) -> [String] {
    let places = max(lower.places, upper.places, step.places)
    let (first, last, stride) = (lower.units(places), upper.units(places), step.units(places))
    guard stride > 0 else { throw SliderProblem(message: "needs a step above 0, not \(step)") }
    let count = first > last ? 0 : (last - first - (isHalfOpen ? 1 : 0)) / stride + 1
    guard count >= 2 else {
      throw SliderProblem(
        message:
          "has \(count == 1 ? "one value" : "no value") from \(lower) to \(upper) by steps of \(step); "
          + "it needs two to move between")
    }
    guard count <= mostFrames else {
      throw SliderProblem(message: "has \(count) values; at most \(mostFrames) are run: take a larger step")
    }
    return (0..<count).map { WrittenDecimal(units: first + $0 * stride, places: places).description }
  }

  private static func decimal(_ text: Substring) throws(SliderProblem) -> WrittenDecimal {
    guard let decimal = WrittenDecimal(text) else {
      throw SliderProblem(
        message:
          "needs decimal numbers of at most \(WrittenDecimal.mostPlaces) places below a billion, not '\(text)'"
      )
    }
    return decimal
  }
}
