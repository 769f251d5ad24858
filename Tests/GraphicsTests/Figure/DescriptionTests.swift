import Testing

@testable import Graphics

@Suite struct DescriptionTests {
  @Test func `the parabola is described in both languages`() {
    #expect(
      Samples.parabola.description(language: "en")
        == "La parábola f(x) = 2x² − 3x + 4. Line chart. Horizontal axis: x. Vertical axis: f(x). "
        + "f: 201 points; falls from 69 at x = −5 to 2.875 at x = 0.75, then rises to 39 at x = 5.")
    #expect(
      Samples.parabola.description(language: "es-MX")
        == "La parábola f(x) = 2x² − 3x + 4. Gráfica de líneas. Eje horizontal: x. Eje vertical: f(x). "
        + "f: 201 puntos; baja de 69 en x = −5 a 2.875 en x = 0.75 y luego sube a 39 en x = 5.")
  }

  private static let courses: [([Double], String, String)] = [
    (
      [0.0, 1, 4], "3 points; rises from 0 at x = 0 to 4 at x = 2",
      "3 puntos; sube de 0 en x = 0 a 4 en x = 2"
    ),
    (
      [4, 4, 1], "3 points; falls from 4 at x = 0 to 1 at x = 2", "3 puntos; baja de 4 en x = 0 a 1 en x = 2"
    ),
    (
      [0, 1, -2], "3 points; rises from 0 at x = 0 to 1 at x = 1, then falls to −2 at x = 2",
      "3 puntos; sube de 0 en x = 0 a 1 en x = 1 y luego baja a −2 en x = 2"
    ),
    ([7, 7], "2 points; constant at 7 for x from 0 to 1", "2 puntos; constante en 7 para x de 0 a 1"),
    ([7], "1 point; (0, 7)", "1 punto; (0, 7)"),
    ([], "0 points", "0 puntos"),
    ([.nan], "1 point, 1 not finite", "1 punto, 1 no finito"),
    (
      [0, 1, 0, 2], "4 points; x from 0 to 3; minimum 0 at x = 0, maximum 2 at x = 3",
      "4 puntos; x de 0 a 3; mínimo 0 en x = 0, máximo 2 en x = 3"
    ),
    (
      [1, 2, .infinity, 1], "4 points, 1 not finite; x from 0 to 3; minimum 1 at x = 0, maximum 2 at x = 1",
      "4 puntos, 1 no finito; x de 0 a 3; mínimo 1 en x = 0, máximo 2 en x = 1"
    ),
  ]

  @Test(arguments: Self.courses)
  func `the course of a series is described`(y: [Double], english: String, spanish: String) {
    let figure = Figure(series: [Series(x: y.indices.map(Double.init), y: y)])
    #expect(figure.description(language: "en") == "Line chart. \(english).")
    #expect(figure.description(language: "es") == "Gráfica de líneas. \(spanish).")
  }

  @Test func `a place is approximate where it was rounded`() {
    let figure = Figure(series: [Series(x: [0, 1.0 / 3, 0.1 + 0.2 + 0.6], y: [1, 0, 1])])
    #expect(figure.description(language: "en").contains("0 at x ≈ 0.3333, then rises to 1 at x = 0.9."))
  }

  @Test func `a search is described with its verdict`() {
    #expect(
      Samples.search.description(language: "en")
        == "Descent. Contour plot. Horizontal axis: a. Vertical axis: b. "
        + "bowl: level curves at 4 heights, 0.25 to 4, for x from −2 to 2 and y from −2 to 2. "
        + "Search of 4 steps from (1.5, 1) to (0.25, 0); 1 point is not finite and is left out. "
        + "Along a the search is still moving when it ends; "
        + "along b it converges: its last steps move it by at most 1×10⁻⁹.")
    #expect(
      Samples.search.description(language: "es")
        == "Descent. Gráfica de curvas de nivel. Eje horizontal: a. Eje vertical: b. "
        + "bowl: curvas de nivel a 4 alturas, de 0.25 a 4, para x de −2 a 2 e y de −2 a 2. "
        + "Búsqueda de 4 pasos de (1.5, 1) a (0.25, 0); 1 punto no es finito y se omite. "
        + "A lo largo de a la búsqueda sigue en movimiento cuando termina; "
        + "a lo largo de b converge: sus últimos pasos la mueven 1×10⁻⁹ a lo sumo.")
    #expect(
      Samples.searchOnCurve.description(language: "en").hasSuffix(
        "Search of 4 steps from (2.5, 6.25) to (0.25, 0.0625); 1 point lies outside the figure. "
          + "The search alternates between 0.25 and −0.5."))
  }

  @Test(arguments: [
    ([Verdict.converged(within: 0)], "The search converges: its last steps no longer move it."),
    (
      [.converged(within: 1e-9), .converged(within: 2.5e-9)],
      "The search converges: its last steps move it by at most 2.5×10⁻⁹."
    ),
    ([.stillMoving, .stillMoving], "The search is still moving when it ends."),
    ([.unboundedBelow], "The search goes on falling without bound."),
    ([.diverges], "The search diverges."),
    ([.notFinite(step: 5)], "The search is not a finite number from step 5 on."),
    (
      [.converged(within: 0), .unboundedBelow],
      "Along x the search converges: its last steps no longer move it; along y it goes on falling without bound."
    ),
  ])
  func `verdicts read aloud`(verdicts: [Verdict], sentence: String) {
    let figure = Figure(series: [Series(x: [0, 1], y: [1, 0], mark: .path)], verdicts: verdicts)
    #expect(figure.description(language: "en").hasSuffix(" to (1, 0). " + sentence))
    #expect(!figure.description(language: "es").contains("earch"))
  }

  @Test func `series without names are numbered`() {
    let series = Series(x: [1], y: [1])
    let figure = Figure(title: "Two?", series: [series, series])
    #expect(
      figure.description(language: "en")
        == "Two? Line chart. Series 1: 1 point; (1, 1). Series 2: 1 point; (1, 1).")
    #expect(Figure().description(language: "es") == "Gráfica de líneas. Sin datos.")
    #expect(Figure().description(language: "") == "Line chart. No data.")
  }
}
