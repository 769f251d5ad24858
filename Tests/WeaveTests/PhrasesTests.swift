import Testing

@testable import Weave

@Suite struct PhrasesTests {
  @Test(arguments: [
    ("es", "es"), ("es-MX", "es"), ("ES_es", "es"), ("en-GB", "en"), ("fr-CA", "fr"), ("de", "en"),
    ("", "en"),
    ("español", "en"),
  ])
  func languageByPrimarySubtag(_ tag: String, _ expected: String) {
    #expect(Phrases(language: tag).language == expected)
  }

  @Test func everyPhraseIsThereInEveryLanguage() {
    for phrases in Phrases.all {
      for child in Mirror(reflecting: phrases).children {
        if let text = child.value as? String {
          #expect(!text.isEmpty, "\(phrases.language): \(child.label ?? "")")
        }
      }
    }
  }

  /// Words that two languages spell alike.
  private static let shared: [String: Set<String>] = ["fr": ["figure", "note", "important"]]

  @Test func noPhraseIsLeftUntranslated() {
    let english = Mirror(reflecting: Phrases.english).children
    for phrases in Phrases.all where phrases.language != "en" {
      for (a, b) in zip(english, Mirror(reflecting: phrases).children) {
        guard let label = a.label, let a = a.value as? String, let b = b.value as? String,
          Self.shared[phrases.language]?.contains(label) != true
        else { continue }
        #expect(a != b, "\(phrases.language): \(label)")
      }
    }
  }

  @Test func countsAndLists() {
    #expect(Phrases.spanish.lessons(1) == "1 lección")
    #expect(Phrases.spanish.lessons(62) == "62 lecciones")
    #expect(Phrases.spanish.authors([]) == "")
    #expect(Phrases.spanish.authors(["Ana", "Luis", "Eva"]) == "Ana, Luis y Eva")
    #expect(Phrases.spanish.authors(["Ana", "Inés"]) == "Ana e Inés")
    #expect(Phrases.spanish.authors(["Ana", "Hilario"]) == "Ana e Hilario")
    #expect(Phrases.spanish.authors(["Ana", "Iago"]) == "Ana y Iago")
    #expect(Phrases.english.authors(["Ana", "Luis"]) == "Ana and Luis")
    #expect(Phrases.french.lessons(0) == "0 leçon")
    #expect(Phrases.french.lessons(2) == "2 leçons")
    #expect(Phrases.french.authors(["Ana", "Luis", "Eva"]) == "Ana, Luis et Eva")
  }

  @Test(arguments: [
    ("en", ["1 line", "2 lines", "1 more line", "2 more lines"]),
    ("es", ["1 línea", "2 líneas", "1 línea más", "2 líneas más"]),
    ("fr", ["1 ligne", "2 lignes", "1 autre ligne", "2 autres lignes"]),
  ])
  func foldedLinesAreCounted(_ language: String, _ words: [String]) {
    let phrases = Phrases(language: language)
    #expect([true, false].flatMap { all in (1...2).map { phrases.foldedLines($0, all) } } == words)
  }
}
