/// The headings of tables of a figure's data, in one language.
struct DataWords {
  let name, text, from, to, count, lower, upper, colour, size: String
  /// How many rows one is of, and how many there are; `{0}` and so on stand for the numbers.
  let sampledRows: String
  /// The same of a field, and how many rows and columns it has.
  let sampledField: String

  static let english = DataWords(
    name: "name", text: "text", from: "from", to: "to", count: "count", lower: "lower end",
    upper: "upper end",
    colour: "colour", size: "size", sampledRows: "One row in {0}, of {1}",
    sampledField: "One row and one column in {0}, of {1} × {2}")

  static let spanish = DataWords(
    name: "nombre", text: "texto", from: "desde", to: "hasta", count: "frecuencia", lower: "borde inferior",
    upper: "borde superior", colour: "color", size: "tamaño", sampledRows: "Una de cada {0} filas, de {1}",
    sampledField: "Una de cada {0} filas y columnas, de {1} × {2}")

  static let french = DataWords(
    name: "nom", text: "texte", from: "de", to: "à", count: "effectif", lower: "bord inférieur",
    upper: "bord supérieur", colour: "couleur", size: "taille",
    sampledRows: "Une ligne sur {0}, de {1} au total",
    sampledField: "Une ligne et une colonne sur {0}, de {1} × {2} au total")
}
