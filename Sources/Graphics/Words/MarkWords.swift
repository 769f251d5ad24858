/// What is said of kinds of figures and marks, in one language; `{0}`, `{1}` and so on stand for what differs.
struct MarkWords {
  let contourPlot, heatmap, barChart, histogram, scatterPlot, vectorField, lineChart: String
  /// The number of panels; then the number of one and its title.
  let panels, panel: String
  let horizontalAxis, verticalAxis: String
  /// An axis with such a scale.
  let log, symmetricLog: String
  /// Points that a logarithmic axis cannot show.
  let withoutPlace: String
  /// Before the words about the levels between which areas are filled.
  let filled: String
  /// Rows, columns, the least and the greatest value, and their places.
  let cells: String
  let cellsNotFinite: String
  /// The number of bars and their names with values; of many, the lowest and the highest.
  let bars, manyBars: String
  /// The number of bins, their ends, the values in all, and the fullest bin with its ends and number.
  let bins: String
  /// The ends of x, of the lower and of the upper line.
  let band: String
  /// The number of arrows, the ends of x and of y.
  let vectors: String
  let arrow, text, rule: String
  /// What colours and sizes of points reach from and to.
  let colours, sizes: String

  static let english = MarkWords(
    contourPlot: "Contour plot", heatmap: "Heatmap", barChart: "Bar chart", histogram: "Histogram",
    scatterPlot: "Scatter plot", vectorField: "Vector field", lineChart: "Line chart",
    panels: "{0} panels", panel: "Panel {0}, {1}:", horizontalAxis: "horizontal", verticalAxis: "vertical",
    log: "The {0} axis is logarithmic", symmetricLog: "The {0} axis is logarithmic on both sides of zero",
    withoutPlace: "; points that are not positive, which a logarithmic axis cannot show: {0}",
    filled: "coloured areas between ",
    cells:
      "{0} rows and {1} columns; least value {2} in row {3}, column {4}, greatest {5} in row {6}, column {7}",
    cellsNotFinite: "; cells without a finite value: {0}",
    bars: "{0} bars: {1}", manyBars: "{0} bars; lowest {1}, highest {2}",
    bins: "{0} bins from {1} to {2} with {3} values; the fullest, from {4} to {5}, holds {6}",
    band: "band for x from {0}; lower end from {1}, upper end from {2}",
    vectors: "{0} arrows for x from {1} and y from {2}",
    arrow: "arrow from {0} to {1}", text: "the text “{0}” at {1}", rule: "dashed line at {0} = {1}",
    colours: "; colours stand for values from {0}", sizes: "; sizes stand for values from {0}")

  static let spanish = MarkWords(
    contourPlot: "Gráfica de curvas de nivel", heatmap: "Mapa de calor", barChart: "Gráfica de barras",
    histogram: "Histograma", scatterPlot: "Gráfica de dispersión", vectorField: "Campo vectorial",
    lineChart: "Gráfica de líneas",
    panels: "{0} paneles", panel: "Panel {0}, {1}:", horizontalAxis: "horizontal", verticalAxis: "vertical",
    log: "El eje {0} es logarítmico", symmetricLog: "El eje {0} es logarítmico a ambos lados del cero",
    withoutPlace: "; puntos no positivos, que un eje logarítmico no puede mostrar: {0}",
    filled: "áreas de color entre ",
    cells:
      "{0} filas y {1} columnas; valor mínimo {2} en la fila {3}, columna {4}, máximo {5} en la fila {6}, "
      + "columna {7}",
    cellsNotFinite: "; celdas sin un valor finito: {0}",
    bars: "{0} barras: {1}", manyBars: "{0} barras; la más baja {1}, la más alta {2}",
    bins: "{0} intervalos de {1} a {2} con {3} valores; el más lleno, de {4} a {5}, tiene {6}",
    band: "banda para x de {0}; borde inferior de {1}, borde superior de {2}",
    vectors: "{0} flechas para x de {1} e y de {2}",
    arrow: "flecha de {0} a {1}", text: "el texto «{0}» en {1}", rule: "recta discontinua en {0} = {1}",
    colours: "; los colores representan valores de {0}", sizes: "; los tamaños representan valores de {0}")

  static let french = MarkWords(
    contourPlot: "Graphique en courbes de niveau", heatmap: "Carte de chaleur",
    barChart: "Graphique en barres",
    histogram: "Histogramme", scatterPlot: "Nuage de points", vectorField: "Champ de vecteurs",
    lineChart: "Graphique en lignes",
    panels: "{0} panneaux", panel: "Panneau {0}, {1}\u{A0}:", horizontalAxis: "horizontal",
    verticalAxis: "vertical",
    log: "L’axe {0} est logarithmique",
    symmetricLog: "L’axe {0} est logarithmique de part et d’autre de zéro",
    withoutPlace: "\u{202F}; points non positifs, qu’un axe logarithmique ne peut pas montrer\u{A0}: {0}",
    filled: "zones colorées entre ",
    cells:
      "{0} lignes et {1} colonnes\u{202F}; valeur minimale {2} à la ligne {3}, colonne {4}, maximale {5} à la "
      + "ligne {6}, colonne {7}",
    cellsNotFinite: "\u{202F}; cases sans valeur finie\u{A0}: {0}",
    bars: "{0} barres\u{A0}: {1}", manyBars: "{0} barres\u{202F}; la plus basse {1}, la plus haute {2}",
    bins: "{0} classes de {1} à {2} avec {3} valeurs\u{202F}; la plus remplie, de {4} à {5}, en compte {6}",
    band: "bande pour x de {0}\u{202F}; bord inférieur de {1}, bord supérieur de {2}",
    vectors: "{0} flèches pour x de {1} et y de {2}",
    arrow: "flèche de {0} à {1}", text: "le texte «\u{A0}{0}\u{A0}» en {1}",
    rule: "droite en tirets à {0} = {1}",
    colours: "\u{202F}; les couleurs représentent des valeurs de {0}",
    sizes: "\u{202F}; les tailles représentent des valeurs de {0}")
}
