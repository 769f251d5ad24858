import Formula

/// The words of the interface in one language.
///
///     Phrases(language: "es-MX").next // "Siguiente"
struct Phrases: Sendable {
  /// The BCP 47 tag of these words.
  let language: String
  /// The quotation marks of running text; nil where those of its language are not known.
  private(set) var quotation: Quotation?
  let skipToContent: String
  let announcement: String
  let courseContents: String
  let home: String
  let onThisPage: String
  let close: String
  let theme: String
  let themeAutomatic: String
  let themeLight: String
  let themeDark: String
  let otherLanguage: String
  let repository: String
  let edit: String
  let issue: String
  let download: String
  let source: String
  let program: String
  let notebook: String
  let print: String
  let fullScreen: String
  let copy: String
  let copied: String
  let showCode: String
  let linkToSection: String
  let pageNavigation: String
  let previous: String
  let next: String
  let backToTop: String
  let start: String
  let pageNotFound: String
  let pageNotFoundAdvice: String
  let toHome: String
  let figure: String
  let figureData: String
  let cell: String
  let note: String
  let tip: String
  let important: String
  let warning: String
  let caution: String
  let verified: @Sendable (_ evidence: FormulaVerdict.Evidence) -> String
  let equation: String
  let table: String
  let footnotes: String
  let backToText: String
  let done: String
  let toDo: String
  let quiz: String
  let answer: String
  let right: String
  let wrong: String
  /// How many questions are answered right; `%r` and `%n` stand for the numbers.
  let score: String
  let search: SearchPhrases
  /// How many lines of a text are folded, and whether these are all.
  let foldedLines: @Sendable (_ count: Int, _ isAll: Bool) -> String
  /// How many rows a table leaves out.
  let moreRows: @Sendable (_ count: Int) -> String
  let lessons: @Sendable (_ count: Int) -> String
  let authors: @Sendable (_ names: [String]) -> String
}

extension Phrases {
  /// Every language that has its own words.
  static let all = [spanish, english, french]

  /// The words for a BCP 47 tag, by its primary subtag; English where there are none.
  init(language: String) {
    let primary = language.lowercased().prefix { $0 != "-" && $0 != "_" }
    let known = Self.all.first { $0.language == primary }
    self = known ?? .english
    if known == nil { quotation = nil }
  }
}
