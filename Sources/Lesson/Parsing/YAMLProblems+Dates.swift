extension YAMLProblems {
  /// A day of the Gregorian calendar, as ISO 8601 writes it: `2026-05-17`.
  mutating func day(_ entry: YAMLMapping.Entry) -> String? {
    guard let text = entry.value.text, Self.isDay(text) else {
      wrong(entry.key, entry.value.range, "a day such as 2026-05-17")
      return nil
    }
    return text
  }

  private static func isDay(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2], parts.allSatisfy({ $0.allSatisfy(\.isDigit) }) else {
      return false
    }
    let numbers = parts.compactMap { Int(String(decoding: $0, as: UTF8.self)) }
    let (year, month, day) = (numbers[0], numbers[1], numbers[2])
    let isLeap = year.isMultiple(of: 4) && !year.isMultiple(of: 100) || year.isMultiple(of: 400)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...12).contains(month) && (1...days[month - 1]).contains(day)
  }
}
