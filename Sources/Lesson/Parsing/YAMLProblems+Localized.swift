extension YAMLProblems {
  /// One text, or one for each language: `{es: …, en: …}`.
  ///
  /// - Parameter languages: Those of the course: each needs a text. Where there are none, any may have one.
  mutating func localized(_ entry: YAMLMapping.Entry, _ languages: [String]) -> LocalizedText? {
    guard let entries = entry.value.entries else { return text(entry).map { .common($0) } }
    guard !entries.isEmpty else {
      wrong(entry.key, entry.value.range, "a text, or a text for each language")
      return nil
    }
    var versions: [LocalizedText.Version] = []
    for version in entries {
      guard languages.isEmpty || languages.contains(version.key) else {
        unknown(version, known: languages)
        continue
      }
      guard let language = languageTag(version.key, entry.key, version.keyRange), let text = text(version)
      else { continue }
      versions.append(.init(language: language, text: text))
    }
    for language in languages where !entries.contains(where: { $0.key == language }) {
      add("language", entry.keyRange, "'\(entry.key)' has no text in '\(language)', a language of the course")
    }
    return versions.isEmpty ? nil : .versions(versions)
  }
}
