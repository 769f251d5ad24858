import Formula
import Lesson

/// Reads what the words around the formulas of a lesson say of them.
struct SurroundingsReader {
  /// What is known of the sentence that is being read.
  private struct Sentence {
    var formulas: [Int] = []
    var words = 0
    var introduction = Surroundings.Introduction.none
    var isReminder = false
    /// Whether it begins with the case of which it speaks: "for a slower car".
    var beginsWithInstance = false
    /// Whether it speaks of what was used before.
    var speaksOfPast = false
    var isMistake = false
    /// Whether it speaks of the sentence before.
    var pointsBack = false
    var isNegated = false
    var reportsClaim = false
    /// Whether it doubts what someone says, if it is a question.
    var mayDoubt = false
    var isUniversal = false
    /// After how many words it says something again; nil where it does not.
    var restatement: Int?
    /// How many words stand before its condition; nil where it has none.
    var condition: Int?
    var calculates = false
    var isHypothetical = false
    var speaksOfNow = false
    /// Up to how many words of the sentence a formula is what it supposes; nil where it supposes nothing.
    var suppositionEnd: Int?
    var seeks = false
    var signs: Set<Double> = []
  }

  private struct Paragraph {
    var formulas: Range<Int>
    var isExercise = false
    var countsOtherwise = false
    var measuresDegrees = false
    /// The formulas of its last sentence that has some.
    var lastFormulas: [Int] = []
    /// Whether it asks if what someone says is right, or says that it is not.
    var doubts = false
    var numbers: [Double] = []
  }

  /// Of each formula.
  private(set) var surroundings: [Surroundings]

  private let lesson: Lesson
  private let bytes: [UInt8]
  private var sentence = Sentence()
  private var paragraph: Paragraph
  private var lastWord = ""
  /// Whether it reads the paragraph before, whose words say nothing of the formulas.
  private var readsNumbersOnly = false
  /// What the sentence before introduced where no formula stood in it.
  private var introducedBefore = Surroundings.Introduction.none

  /// - Parameter paragraphs: The formulas of each paragraph, in order.
  /// - Complexity: Linear in the length of the paragraphs that have formulas.
  init(_ lesson: Lesson, paragraphs: [Range<Int>]) {
    self.lesson = lesson
    bytes = Array(lesson.source.text.utf8)
    surroundings = lesson.formulas.map { _ in Surroundings() }
    paragraph = Paragraph(formulas: 0..<0)
    for formulas in paragraphs where !formulas.isEmpty { readParagraph(of: formulas) }
    markExercises()
  }

  // MARK: Paragraphs

  private mutating func readParagraph(of formulas: Range<Int>) {
    let first = lesson.formulas[formulas.lowerBound].range.lowerBound
    var start = startOfParagraph(before: first)
    // A displayed formula belongs to the words before it.
    if lesson.formulas[formulas.lowerBound].isDisplay { start = startOfParagraph(before: max(start - 1, 0)) }
    // Numbers of the paragraph before may belong to names of this one.
    let before = startOfParagraph(before: max(start - 1, 0))
    paragraph = Paragraph(formulas: formulas)
    sentence = Sentence()
    introducedBefore = .none
    readsNumbersOnly = true
    var end = before
    let formulasBefore = lesson.formulas[..<formulas.lowerBound].reversed()
      .prefix { $0.range.lowerBound >= before }
    for span in formulasBefore.reversed() where span.range.lowerBound >= end {
      read(end..<span.range.lowerBound)
      end = span.range.upperBound
    }
    if end < start { read(end..<start) }
    readsNumbersOnly = false
    paragraph = Paragraph(formulas: formulas, numbers: paragraph.numbers)
    sentence = Sentence()
    var offset = start
    for index in formulas {
      let range = lesson.formulas[index].range
      if range.lowerBound > offset { read(offset..<range.lowerBound) }
      surroundings[index].introduction = introduction
      if sentence.beginsWithInstance, sentence.formulas.isEmpty, follows(",", range.lowerBound) {
        surroundings[index].introduction = max(introduction, .supposed)
      }
      surroundings[index].isRestatement = sentence.restatement == sentence.words
      surroundings[index].isSupposition = sentence.suppositionEnd.map { sentence.words <= $0 } ?? false
      sentence.suppositionEnd = surroundings[index].isSupposition ? sentence.words : nil
      sentence.formulas.append(index)
      lastWord = ""
      offset = max(offset, range.upperBound)
    }
    read(offset..<endOfParagraph(after: offset))
    endSentence()
    for index in formulas {
      surroundings[index].isExercise = paragraph.isExercise
      surroundings[index].numbers = paragraph.numbers
      if paragraph.doubts, surroundings[index].isClaim { surroundings[index].isMistake = true }
    }
  }

  /// Whether a mark stands before a place, with nothing but blanks between.
  private func follows(_ mark: Unicode.Scalar, _ offset: Int) -> Bool {
    bytes[..<offset].last { !Self.isBlank($0) } == UInt8(ascii: mark)
  }

  /// What the words of the sentence so far make of a formula behind them.
  private var introduction: Surroundings.Introduction {
    if sentence.speaksOfPast { return .other }
    guard !sentence.isReminder else { return .none }
    var said = max(sentence.introduction, introducedBefore)
    if SurroundingWords.sense(of: lastWord) == .placing { said = max(said, .given) }
    guard said == .given else { return said }
    let supposes = sentence.condition.map {
      sentence.words - $0 > Self.shortCondition && !sentence.calculates
    }
    return sentence.speaksOfNow || supposes == true ? .supposed : said
  }

  private mutating func endSentence() {
    let isOther = sentence.condition != nil && sentence.isHypothetical && !sentence.isReminder
    for index in sentence.formulas {
      if isOther { surroundings[index].introduction = .other }
      surroundings[index].sentence = sentence.formulas
      surroundings[index].isMistake = sentence.isMistake
      surroundings[index].isClaim = sentence.reportsClaim
      surroundings[index].supposesAll = surroundings[index].isSupposition && sentence.isUniversal
      surroundings[index].isConditional = sentence.condition != nil || sentence.seeks
      surroundings[index].countsOtherwise = paragraph.countsOtherwise
      surroundings[index].measuresDegrees = paragraph.measuresDegrees
      surroundings[index].sign = sentence.signs.count == 1 ? sentence.signs.first : nil
    }
    if sentence.formulas.isEmpty, sentence.words > 0 {
      let said = isOther ? .other : introduction
      introducedBefore = said >= .supposed ? said : .none
    } else if !sentence.formulas.isEmpty {
      introducedBefore = .none
      paragraph.lastFormulas = sentence.formulas
    }
    sentence = Sentence()
    lastWord = ""
  }

  // MARK: Text

  /// Reads the words of a piece of text, without code.
  private mutating func read(_ range: Range<Int>) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let byte = bytes[offset]
      switch byte {
      case 0x0A, 0x0D:
        offset = endOfBreak(offset, range.upperBound)
      case UInt8(ascii: "`"):
        offset = endOfCode(offset, range.upperBound)
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "|"):
        if endsSentence(offset) {
          if byte == UInt8(ascii: "?") {
            sentence.seeks = true
            if sentence.mayDoubt { paragraph.doubts = true }
          }
          endSentence()
        }
        offset += 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        offset = number(at: offset, range.upperBound)
      case _ where Self.isLetter(byte):
        var end = offset
        while end < range.upperBound, Self.isLetter(bytes[end]) || bytes[end] == UInt8(ascii: "'") {
          end += 1
        }
        if !readsNumbersOnly { word(offset..<end) }
        offset = end
      default: offset += 1
      }
    }
  }

  private mutating func word(_ range: Range<Int>) {
    sentence.words += 1
    if sentence.suppositionEnd == sentence.words - 1, isConjunction(range) {
      sentence.suppositionEnd = sentence.words
    }
    let lengths = SurroundingWords.lengths[Int(Self.lowercased(bytes[range.lowerBound]))]
    guard lengths & 1 << UInt32(min(range.count, 31)) != 0 else {
      lastWord = ""
      return
    }
    let word = String(decoding: bytes[range].map(Self.lowercased), as: UTF8.self)
    defer { lastWord = word }
    if let sense = SurroundingWords.sense(of: lastWord, word) { take(sense) }
    if lastWord == "base", word == "two" || word == "dos" { paragraph.countsOtherwise = true }
    if let sense = SurroundingWords.sense(of: word) { take(sense) }
  }

  /// Whether a word joins what is supposed: "and", "y".
  private func isConjunction(_ range: Range<Int>) -> Bool {
    range.count == 1
      ? bytes[range.lowerBound] == UInt8(ascii: "y") || bytes[range.lowerBound] == UInt8(ascii: "e")
      : bytes[range].elementsEqual("and".utf8)
  }

  private mutating func take(_ sense: SurroundingWords.Sense) {
    switch sense {
    case .given: sentence.introduction = max(sentence.introduction, .given)
    case .supposed:
      sentence.introduction = max(sentence.introduction, .supposed)
      sentence.suppositionEnd = sentence.words + Self.longestSupposition
    case .other: sentence.introduction = .other
    case .past: sentence.speaksOfPast = true
    case .instance: if sentence.words == 2 { sentence.beginsWithInstance = true }
    case .now: sentence.speaksOfNow = true
    case .hypothetical:
      sentence.isHypothetical = true
      // "Had it begun with 50, …"
      if sentence.words == 1 { sentence.condition = 1 }
    case .calculating: sentence.calculates = true
    case .conditional:
      sentence.condition = sentence.condition ?? sentence.words
      sentence.introduction = max(sentence.introduction, .given)
      sentence.suppositionEnd = sentence.words
    case .seeking: sentence.seeks = true
    case .reminder: sentence.isReminder = true
    case .mistake:
      sentence.isMistake = true
      takeBack()
    case .wrong: takeBack()
    case .untrue:
      sentence.isNegated = false
      sentence.isMistake = true
      takeBack()
    case .pointer: if sentence.words == 1 { sentence.pointsBack = true }
    case .negation: sentence.isNegated = true
    case .claim: sentence.reportsClaim = true
    case .doubt: sentence.mayDoubt = true
    case .positive: sentence.signs.insert(1)
    case .negative: sentence.signs.insert(-1)
    case .exercise: if sentence.words == 1 { paragraph.isExercise = true }
    case .counting: paragraph.countsOtherwise = true
    case .degrees: paragraph.measuresDegrees = true
    case .universal: sentence.isUniversal = true
    case .restating: sentence.restatement = sentence.words
    case .numberedExercise, .placing: break
    }
  }

  /// Takes up that something is called a mistake: what the sentence before said, if this one speaks of that, as "that is wrong" does.
  private mutating func takeBack() {
    guard !sentence.isNegated else { return }
    paragraph.doubts = true
    guard sentence.pointsBack, sentence.formulas.isEmpty else { return }
    for index in paragraph.lastFormulas { surroundings[index].isMistake = true }
  }

  /// Takes up a number, and gives where it ends.
  private mutating func number(at start: Int, _ limit: Int) -> Int {
    var end = start
    func isDigit(_ offset: Int) -> Bool {
      offset < limit && bytes[offset] >= UInt8(ascii: "0") && bytes[offset] <= UInt8(ascii: "9")
    }
    while isDigit(end) { end += 1 }
    var text = String(decoding: bytes[start..<end], as: UTF8.self)
    if end < limit, bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ","), isDigit(end + 1) {
      let mark = end + 1
      end = mark
      while isDigit(end) { end += 1 }
      text += "." + String(decoding: bytes[mark..<end], as: UTF8.self)
    }
    if lastWord == "base", text != "10" { paragraph.countsOtherwise = true }
    if SurroundingWords.sense(of: lastWord) == .numberedExercise, sentence.words == 1 {
      paragraph.isExercise = true
    }
    guard let value = Double(text), paragraph.numbers.count < Self.mostNumbers else { return end }
    paragraph.numbers.append(value)
    let rest = bytes[end..<min(end + 3, limit)].first { $0 != UInt8(ascii: " ") && $0 < 0x80 }
    if rest == UInt8(ascii: "%") { paragraph.numbers.append(value / 100) }
    return end
  }

  private static let mostNumbers = 8
  /// How many words may stand between "if" and a formula that is all of the condition: "if the function".
  private static let shortCondition = 2
  /// How many words may stand between "suppose" and what is supposed: "suppose that the value".
  private static let longestSupposition = 3

  /// Whether a sentence ends at a mark.
  private func endsSentence(_ offset: Int) -> Bool {
    guard bytes[offset] != UInt8(ascii: "|") else { return true }
    var next = offset + 1
    guard next < bytes.count, " \n\r*_)\"".utf8.contains(bytes[next]) else { return next >= bytes.count }
    while next < bytes.count, " \n\r*_)\"".utf8.contains(bytes[next]) { next += 1 }
    // Behind an abbreviation the sentence goes on in small letters.
    return next >= bytes.count || bytes[offset] != UInt8(ascii: ".")
      || !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[next])
  }

  /// Where the text goes on behind the end of a line; an empty line ends a sentence unless a displayed formula stands
  /// behind it, and so does the mark of an item.
  private mutating func endOfBreak(_ start: Int, _ limit: Int) -> Int {
    var offset = start
    var lines = 0
    while offset < limit, Self.isBlank(bytes[offset]) {
      if bytes[offset] == 0x0A { lines += 1 }
      offset += 1
    }
    let goesOn = offset == limit && bytes[limit...].starts(with: "$$".utf8)
    if lines > 1, !goesOn { endSentence() }
    guard offset < limit else { return offset }
    if bytes[offset...].starts(with: "```".utf8) || bytes[offset...].starts(with: "~~~".utf8) {
      endSentence()
      return endOfFence(offset, limit)
    }
    let text = bytes[offset..<min(offset + 5, limit)].drop { $0 >= 0x30 && $0 <= 0x39 }
    let isNumbered = text.startIndex > offset && (text.first == 0x2E || text.first == 0x29)
    if isNumbered
      || [0x2D, 0x2A, 0x2B, 0x23].contains(bytes[offset]) && !bytes[offset...].starts(with: "**".utf8)
    {
      endSentence()
      return isNumbered ? text.startIndex + 1 : offset + 1
    }
    return offset
  }

  private func endOfFence(_ start: Int, _ limit: Int) -> Int {
    let mark = bytes[start]
    var offset = start
    while offset < limit {
      while offset < limit, bytes[offset] != 0x0A { offset += 1 }
      offset += 1
      if offset + 2 < limit, bytes[offset..<offset + 3].allSatisfy({ $0 == mark }) {
        while offset < limit, bytes[offset] != 0x0A { offset += 1 }
        return offset
      }
    }
    return limit
  }

  /// Where code between backticks ends; what holds a formula does not get here.
  private func endOfCode(_ start: Int, _ limit: Int) -> Int {
    var length = 0
    while start + length < limit, bytes[start + length] == UInt8(ascii: "`") { length += 1 }
    var offset = start + length
    while offset < limit {
      guard bytes[offset] == UInt8(ascii: "`") else {
        offset += 1
        continue
      }
      var count = 0
      while offset + count < limit, bytes[offset + count] == UInt8(ascii: "`") { count += 1 }
      offset += count
      if count == length { return offset }
    }
    return start + length
  }

  /// The start of the paragraph in which an offset lies.
  private func startOfParagraph(before offset: Int) -> Int {
    var line = lesson.source.lineIndex(of: offset)
    while line > 0, !isBlank(line - 1) { line -= 1 }
    return min(lesson.source.lineStarts[line], offset)
  }

  private func endOfParagraph(after offset: Int) -> Int {
    var line = lesson.source.lineIndex(of: offset)
    while line + 1 < lesson.source.lineStarts.count, !isBlank(line + 1) { line += 1 }
    let end = line + 1 < lesson.source.lineStarts.count ? lesson.source.lineStarts[line + 1] : bytes.count
    return max(offset, end)
  }

  private func isBlank(_ line: Int) -> Bool {
    let starts = lesson.source.lineStarts
    let end = line + 1 < starts.count ? starts[line + 1] : bytes.count
    return bytes[starts[line]..<end].allSatisfy(Self.isBlank)
  }

  /// Whether a byte stands in lines that are empty, also in quotes.
  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 || byte == 0x3E
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lowercased(byte))
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }

  // MARK: Exercises

  /// Marks what stands under headings of exercises, of solutions and of equations.
  private mutating func markExercises() {
    var headings: [(offset: Int, level: Int, isExercise: Bool, seeks: Bool)] = []
    Block.forEachHeading(in: lesson.blocks) { heading in
      let words = words(of: heading)
      headings.append((heading.range.lowerBound, heading.level, Self.isExercise(words), Self.seeks(words)))
    }
    guard headings.contains(where: { $0.isExercise || $0.seeks }) else { return }
    var next = 0
    var open: [(level: Int, isExercise: Bool, seeks: Bool)] = []
    for (index, span) in lesson.formulas.enumerated() {
      while next < headings.count, headings[next].offset < span.range.lowerBound {
        let heading = headings[next]
        open.removeAll { $0.level >= heading.level }
        open.append((heading.level, heading.isExercise, heading.seeks))
        next += 1
      }
      if open.contains(where: \.isExercise) { surroundings[index].isExercise = true }
      if open.contains(where: \.seeks) { surroundings[index].isConditional = true }
    }
  }

  private func words(of heading: Heading) -> [String] {
    bytes[heading.range].map(Self.lowercased).split {
      !Self.isLetter($0) && !($0 >= 0x30 && $0 <= 0x39)
    }
    .map { String(decoding: $0, as: UTF8.self) }
  }

  private static func seeks(_ words: [String]) -> Bool {
    words.contains { SurroundingWords.sense(of: $0) == .seeking }
  }

  private static func isExercise(_ words: [String]) -> Bool {
    words.contains { SurroundingWords.sense(of: $0) == .exercise }
      || words.first.map { SurroundingWords.sense(of: $0) == .numberedExercise } == true
        && (words.count == 1 || Int(words[1]) != nil)
  }
}
