/// The words of the search in one language.
struct SearchPhrases: Sendable {
  /// The name of the button and of the page.
  let search: String
  /// What the field asks for.
  let field: String
  let needsScripts: String
  let failed: String
  /// How many results there are; `#` stands for their number, and `%` for those that are shown.
  let none: String
  let one: String
  let many: String
  let best: String

  /// The phrases that say how many results there are, by the names that the script knows them by.
  var counts: KeyValuePairs<String, String> { ["none": none, "one": one, "many": many, "best": best] }
}

extension SearchPhrases {
  static let spanish = SearchPhrases(
    search: "Buscar",
    field: "Buscar en el curso",
    needsScripts: "La búsqueda necesita que el navegador permita JavaScript. Estas son todas las lecciones:",
    failed: "No se ha podido cargar el índice de búsqueda.",
    none: "Ningún resultado",
    one: "1 resultado",
    many: "# resultados",
    best: "Los % mejores de # resultados")

  static let english = SearchPhrases(
    search: "Search",
    field: "Search the course",
    needsScripts: "Searching needs a browser that allows JavaScript. These are all the lessons:",
    failed: "The search index could not be loaded.",
    none: "No results",
    one: "1 result",
    many: "# results",
    best: "The best % of # results")

  static let french = SearchPhrases(
    search: "Rechercher",
    field: "Rechercher dans le cours",
    needsScripts:
      "La recherche demande un navigateur qui autorise JavaScript. Voici toutes les leçons\u{A0}:",
    failed: "L’index de recherche n’a pas pu être chargé.",
    none: "Aucun résultat",
    one: "1 résultat",
    many: "# résultats",
    best: "Les % meilleurs résultats sur #")
}
