/// A text of a course: one for all languages, or one for each.
///
///     let title = LocalizedText.versions([.init(language: "es", text: "Curso"), .init(language: "en", text: "Course")])
///     title.text(in: "en-GB") // "Course"
public enum LocalizedText: Sendable, Hashable {
  /// The text in one language.
  public struct Version: Sendable, Hashable {
    /// BCP 47 tag.
    public var language: String
    public var text: String

    public init(language: String, text: String) {
      self.language = language
      self.text = text
    }
  }

  case common(String)
  /// In the order of the file.
  case versions([Version])

  /// The text for readers of a language: that of its tag, else that of its primary subtag, else the first.
  public func text(in language: String) -> String {
    switch self {
    case .common(let text): return text
    case .versions(let versions):
      let primary = language.prefix { $0 != "-" }
      let version =
        versions.first { $0.language == language } ?? versions.first { $0.language == primary }
        ?? versions.first
      return version?.text ?? ""
    }
  }
}

extension LocalizedText: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) { self = .common(text) }
}
