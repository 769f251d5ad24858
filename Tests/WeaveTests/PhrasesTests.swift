import Testing

@testable import Weave

@Suite struct PhrasesTests {
  @Test(arguments: [
    ("es", "es"), ("es-MX", "es"), ("ES_es", "es"), ("en-GB", "en"), ("fr", "en"), ("", "en"),
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

  @Test func noPhraseIsLeftUntranslated() {
    let english = Mirror(reflecting: Phrases.english).children
    let spanish = Mirror(reflecting: Phrases.spanish).children
    for (a, b) in zip(english, spanish) {
      guard let a = a as? (label: String?, value: String), let b = b as? (label: String?, value: String)
      else {
        continue
      }
      #expect(a.value != b.value, "\(a.label ?? "")")
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
  }
}
