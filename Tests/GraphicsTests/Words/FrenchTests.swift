import Testing

@testable import Graphics

/// Descriptions in French: the words, and the typography with its spaces that do not break.
@Suite struct FrenchTests {
  @Test func `the parabola is described`() {
    #expect(
      Samples.parabola.description(language: "fr-CA")
        == "La parábola f(x) = 2x² − 3x + 4. Graphique en lignes. Axe horizontal\u{A0}: x. Axe vertical\u{A0}: f(x). "
        + "f\u{A0}: 201 points\u{202F}; descend de 69 en x = −5 à 2.875 en x = 0.75, puis remonte à 39 en x = 5."
    )
  }

  @Test(arguments: [
    ([0.0, 1, 4], "3 points\u{202F}; monte de 0 en x = 0 à 4 en x = 2"),
    ([4, 4, 1], "3 points\u{202F}; descend de 4 en x = 0 à 1 en x = 2"),
    ([0, 1, -2], "3 points\u{202F}; monte de 0 en x = 0 à 1 en x = 1, puis redescend à −2 en x = 2"),
    ([7, 7], "2 points\u{202F}; constante à 7 pour x de 0 à 1"),
    ([7], "1 point\u{202F}; (0, 7)"),
    ([], "0 point"),
    ([.nan], "1 point, 1 non fini"),
    (
      [0, 1, 0, .nan, .nan],
      "5 points, 2 non finis\u{202F}; x de 0 à 2\u{202F}; minimum 0 en x = 0, maximum 1 en x = 1"
    ),
  ])
  func `the course of a series is described`(y: [Double], french: String) {
    let figure = Figure(series: [Series(x: y.indices.map(Double.init), y: y)])
    #expect(figure.description(language: "fr") == "Graphique en lignes. \(french).")
  }

  @Test func `a search is described with its verdict`() {
    #expect(
      Samples.search.description(language: "fr")
        == "Descent. Graphique en courbes de niveau. Axe horizontal\u{A0}: a. Axe vertical\u{A0}: b. "
        + "bowl\u{A0}: courbes de niveau à 4 hauteurs, de 0.25 à 4, pour x de −2 à 2 et y de −2 à 2. "
        + "Recherche en 4 pas de (1.5, 1) à (0.25, 0)\u{202F}; 1 point n’est pas fini et est omis. "
        + "Le long de a, la recherche est encore en mouvement quand elle se termine\u{202F}; "
        + "le long de b, elle converge\u{A0}: ses derniers pas la déplacent d’au plus 1×10⁻⁹.")
  }

  /// Every template of English has one of its own in the other languages, with the same places to fill.
  @Test(arguments: [Words.spanish, .french])
  func `every template is translated`(words: Words) {
    let shared: Set<String> = [
      "semicolon", "colon", "marks.horizontalAxis", "marks.verticalAxis", "one", "several", "panel", "rule",
      "other", "text", "diverges",
    ]
    func expectTranslated(_ english: Any, _ other: Any, _ path: String) {
      for (a, b) in zip(Mirror(reflecting: english).children, Mirror(reflecting: other).children) {
        let label = path + (a.label ?? "")
        guard let a = a.value as? String, let b = b.value as? String else {
          expectTranslated(a.value, b.value, label + ".")
          continue
        }
        if !shared.contains(where: { label.hasSuffix($0) }) { #expect(a != b, "\(label)") }
        for place in 0...8 {
          #expect(a.contains("{\(place)}") == b.contains("{\(place)}"), "\(label)")
        }
        if words == .french {
          #expect(!b.contains(" :") && !b.contains(" ;") && !b.contains("'"), "\(label)")
        }
      }
    }
    expectTranslated(Words.english.lines, words.lines, "lines.")
    expectTranslated(Words.english.marks, words.marks, "marks.")
    expectTranslated(Words.english.searches, words.searches, "searches.")
    expectTranslated(Words.english.data, words.data, "data.")
  }
}
