/// What is said of axes and of the course of lines, in one language; `{0}`, `{1}` and so on stand for what differs.
struct LineWords {
  /// Between a name and what is said of it.
  let colon: String
  /// Between parts of a sentence.
  let semicolon: String
  let noData: String
  /// Axes with their labels.
  let horizontalAxis, verticalAxis: String
  /// The number of a series without a name, and of those that are not described.
  let series: String
  let moreSeries: CountWords
  /// Between the ends of a range.
  let to: String
  /// Between a height and the place where it is reached.
  let at: String
  let points: CountWords
  /// Of these, points with a coordinate that is not finite.
  let notFinite: CountWords
  /// The height and the ends of x.
  let constant: String
  /// The heights of the ends with their places.
  let rising, falling: String
  /// The same with the lowest or highest place between them.
  let valley, hill: String
  /// The ends of x, the lowest and the highest place.
  let other: String

  static let english = LineWords(
    colon: ": ", semicolon: "; ", noData: "no data", horizontalAxis: "Horizontal axis: {0}",
    verticalAxis: "Vertical axis: {0}", series: "Series {0}",
    moreSeries: CountWords(one: "And {0} more series", several: "And {0} more series"), to: "to", at: "at",
    points: CountWords(one: "{0} point", several: "{0} points"),
    notFinite: CountWords(one: "{0} not finite", several: "{0} not finite"),
    constant: "constant at {0} for x from {1}", rising: "rises from {0} to {1}",
    falling: "falls from {0} to {1}",
    valley: "falls from {0} to {1}, then rises to {2}", hill: "rises from {0} to {1}, then falls to {2}",
    other: "x from {0}; minimum {1}, maximum {2}")

  static let spanish = LineWords(
    colon: ": ", semicolon: "; ", noData: "sin datos", horizontalAxis: "Eje horizontal: {0}",
    verticalAxis: "Eje vertical: {0}", series: "Serie {0}",
    moreSeries: CountWords(one: "Y {0} serie más", several: "Y {0} series más"), to: "a", at: "en",
    points: CountWords(one: "{0} punto", several: "{0} puntos"),
    notFinite: CountWords(one: "{0} no finito", several: "{0} no finitos"),
    constant: "constante en {0} para x de {1}", rising: "sube de {0} a {1}", falling: "baja de {0} a {1}",
    valley: "baja de {0} a {1} y luego sube a {2}", hill: "sube de {0} a {1} y luego baja a {2}",
    other: "x de {0}; mínimo {1}, máximo {2}")

  static let french = LineWords(
    colon: "\u{A0}: ", semicolon: "\u{202F}; ", noData: "aucune donnée",
    horizontalAxis: "Axe horizontal\u{A0}: {0}", verticalAxis: "Axe vertical\u{A0}: {0}", series: "Série {0}",
    moreSeries: CountWords(one: "Et {0} autre série", several: "Et {0} autres séries"), to: "à", at: "en",
    points: CountWords(one: "{0} point", several: "{0} points"),
    notFinite: CountWords(one: "{0} non fini", several: "{0} non finis"),
    constant: "constante à {0} pour x de {1}", rising: "monte de {0} à {1}", falling: "descend de {0} à {1}",
    valley: "descend de {0} à {1}, puis remonte à {2}", hill: "monte de {0} à {1}, puis redescend à {2}",
    other: "x de {0}\u{202F}; minimum {1}, maximum {2}")
}
