import Testing

@testable import Weave

@Suite struct SearchPhrasesTests {
  private let all: [SearchPhrases] = [.spanish, .english, .french]

  @Test func noPhraseIsEmptyOrUntranslated() {
    let words = all.map { phrases in Mirror(reflecting: phrases).children.map { $0.value as? String ?? "" } }
    for position in words[0].indices {
      #expect(Set(words.map { $0[position] }).count == all.count)
      #expect(words.allSatisfy { !$0[position].isEmpty })
    }
  }

  @Test func countsNameTheirNumbers() {
    for phrases in all {
      #expect(phrases.many.contains("#") && phrases.best.contains("#") && phrases.best.contains("%"))
      #expect(!phrases.none.contains("#") && phrases.one.contains("1"))
    }
  }
}
