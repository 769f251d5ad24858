/// What is said of level curves and of searches, in one language; `{0}`, `{1}` and so on stand for what differs.
struct SearchWords {
  /// What the legend says of levels: their only height, or the least and the greatest.
  let height, heights: String
  let noLevels: String
  /// What the description says of levels: their only height, or their number, the least and the greatest.
  let level, levels: String
  /// The levels and the ends of x and of y.
  let field: String
  /// Where values of a field are not finite.
  let gap: String
  let steps: CountWords
  /// The steps, in the legend and in the description.
  let legend, search: String
  /// The first and the last point.
  let ends: String
  /// Points that are not finite, and those beside the figure.
  let omitted, outside: CountWords
  /// What became of the search; the same along the first axis and along others, after the axis.
  let verdict, verdictAlong, verdictAlongNext: String
  let converged: String
  /// The length of the last steps.
  let convergedWithin: String
  /// The two places.
  let alternates: String
  let stillMoving, unboundedBelow, diverges: String
  /// The step.
  let notFinite: String

  static let english = SearchWords(
    height: "height {0}", heights: "heights {0} to {1}", noLevels: "no level curves",
    level: "level curves at the height {0}", levels: "level curves at {0} heights, {1} to {2}",
    field: "{0}, for x from {1} and y from {2}", gap: "; where the values are not finite, there are none",
    steps: CountWords(one: "{0} step", several: "{0} steps"), legend: "start to end, {0}",
    search: "Search of {0}",
    ends: " from {0} to {1}",
    omitted: CountWords(
      one: "; {0} point is not finite and is left out",
      several: "; {0} points are not finite and are left out"),
    outside: CountWords(
      one: "; {0} point lies outside the figure", several: "; {0} points lie outside the figure"),
    verdict: "The search {0}", verdictAlong: "Along {0} the search {1}", verdictAlongNext: "along {0} it {1}",
    converged: "converges: its last steps no longer move it",
    convergedWithin: "converges: its last steps move it by at most {0}",
    alternates: "alternates between {0} and {1}", stillMoving: "is still moving when it ends",
    unboundedBelow: "goes on falling without bound", diverges: "diverges",
    notFinite: "is not a finite number from step {0} on")

  static let spanish = SearchWords(
    height: "altura {0}", heights: "alturas de {0} a {1}", noLevels: "sin curvas de nivel",
    level: "curvas de nivel a la altura {0}", levels: "curvas de nivel a {0} alturas, de {1} a {2}",
    field: "{0}, para x de {1} e y de {2}", gap: "; donde los valores no son finitos, no hay ninguna",
    steps: CountWords(one: "{0} paso", several: "{0} pasos"), legend: "de inicio a fin, {0}",
    search: "Búsqueda de {0}", ends: " de {0} a {1}",
    omitted: CountWords(
      one: "; {0} punto no es finito y se omite", several: "; {0} puntos no son finitos y se omiten"),
    outside: CountWords(
      one: "; {0} punto queda fuera de la figura", several: "; {0} puntos quedan fuera de la figura"),
    verdict: "La búsqueda {0}", verdictAlong: "A lo largo de {0} la búsqueda {1}",
    verdictAlongNext: "a lo largo de {0} {1}", converged: "converge: sus últimos pasos ya no la mueven",
    convergedWithin: "converge: sus últimos pasos la mueven {0} a lo sumo",
    alternates: "alterna entre {0} y {1}",
    stillMoving: "sigue en movimiento cuando termina", unboundedBelow: "baja sin límite", diverges: "diverge",
    notFinite: "deja de ser un número finito en el paso {0}")

  static let french = SearchWords(
    height: "hauteur {0}", heights: "hauteurs de {0} à {1}", noLevels: "aucune courbe de niveau",
    level: "courbes de niveau à la hauteur {0}", levels: "courbes de niveau à {0} hauteurs, de {1} à {2}",
    field: "{0}, pour x de {1} et y de {2}",
    gap: "\u{202F}; là où les valeurs ne sont pas finies, il n’y en a pas",
    steps: CountWords(one: "{0} pas", several: "{0} pas"), legend: "du début à la fin, {0}",
    search: "Recherche en {0}", ends: " de {0} à {1}",
    omitted: CountWords(
      one: "\u{202F}; {0} point n’est pas fini et est omis",
      several: "\u{202F}; {0} points ne sont pas finis et sont omis"),
    outside: CountWords(
      one: "\u{202F}; {0} point se trouve hors de la figure",
      several: "\u{202F}; {0} points se trouvent hors de la figure"),
    verdict: "La recherche {0}", verdictAlong: "Le long de {0}, la recherche {1}",
    verdictAlongNext: "le long de {0}, elle {1}",
    converged: "converge\u{A0}: ses derniers pas ne la déplacent plus",
    convergedWithin: "converge\u{A0}: ses derniers pas la déplacent d’au plus {0}",
    alternates: "alterne entre {0} et {1}", stillMoving: "est encore en mouvement quand elle se termine",
    unboundedBelow: "descend sans limite", diverges: "diverge",
    notFinite: "n’est plus un nombre fini à partir du pas {0}")
}
