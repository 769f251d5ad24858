import Diagnostics

extension Theme {
  /// The style sheet that a course adds to that of the theme.
  static let styleSheetName = "theme.css"

  /// The standard theme with what a course has instead: any of its templates, and a style sheet that is added to
  /// its own.
  ///
  /// - Parameter files: The files of the course's theme folder; what counts of their names is the last component.
  /// - Returns: The theme, and what is wrong with the files: `theme.file`, `theme.template`, `theme.value` and
  ///   `theme.remote`.
  /// - Complexity: Linear in the size of the files.
  public static func standard(with files: [SourceText]) -> (theme: Theme, diagnostics: [Diagnostic]) {
    var theme = Theme.standard
    var diagnostics: [Diagnostic] = []
    for file in files {
      do throws(Diagnostic) {
        try theme.use(file)
      } catch {
        diagnostics.append(error)
      }
    }
    return (theme, diagnostics)
  }

  private mutating func use(_ file: SourceText) throws(Diagnostic) {
    let name = file.name.split(separator: "/").last.map(String.init) ?? file.name
    if name == Self.styleSheetName {
      try Self.checkLoadsNothing(file)
      styleSheet = Asset(styleSheet.bytes + file.text.utf8, suffix: "css")
      return
    }
    let templates = Self.values.keys.sorted().map { $0 + ".mustache" }
    guard let template = Self.values.keys.first(where: { $0 + ".mustache" == name }),
      let known = Self.values[template]
    else {
      throw Diagnostic(
        .error, "theme.file", file: file.name, range: 0..<0,
        "a theme has no file '\(name)'"
          + (nearest(name, among: templates + [Self.styleSheetName]).map { "; did you mean '\($0)'?" }
            ?? "; it has \((templates + [Self.styleSheetName]).joined(separator: ", "))"))
    }
    let parts = Self.partNames.contains(template) ? [] : Self.partNames
    use(
      try TemplateSource.template(file, known: known.union(Phrases.english.values.keys), parts: parts),
      named: template)
  }

  /// Pages load nothing but their own assets, so a style sheet may only hold what it shows.
  private static func checkLoadsNothing(_ file: SourceText) throws(Diagnostic) {
    let bytes = Array(file.text.lowercased().utf8)
    func refuse(_ range: Range<Int>) -> Diagnostic {
      Diagnostic(
        .error, "theme.remote", file: file.name, range: range,
        "a style sheet can load nothing; write what it shows into it, as 'url(data:…)'")
    }
    for name in ["@import", "image-set(", "image(", "src("] {
      if let range = bytes.firstRange(of: name.utf8) { throw refuse(range) }
    }
    if let escape = Self.escapedLetter(in: bytes) {
      throw Diagnostic(
        .error, "theme.remote", file: file.name, range: escape..<escape + 2,
        "a letter of a name that is written as an escape could hide what loads something; write the letter itself"
      )
    }
    var position = 0
    while let range = bytes[position...].firstRange(of: "url(".utf8) {
      position = range.upperBound
      let address = bytes[position...].drop { [0x20, 0x09, 0x0A, 0x0D, 0x22, 0x27].contains($0) }
      guard address.starts(with: "data:".utf8) || address.first == UInt8(ascii: "#") else {
        throw refuse(range)
      }
    }
  }

  /// The place of a letter or digit, in small letters, that is escaped outside of texts; nil where there is none.
  private static func escapedLetter(in bytes: [UInt8]) -> Int? {
    var quote: UInt8?
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\"):
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0
        let isLetter =
          (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(next)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(next)
        if quote == nil, isLetter { return index }
        index += 1
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if quote == nil {
          quote = bytes[index]
        } else if quote == bytes[index] {
          quote = nil
        }
      case UInt8(ascii: "\n"): quote = nil
      default: break
      }
      index += 1
    }
    return nil
  }
}
