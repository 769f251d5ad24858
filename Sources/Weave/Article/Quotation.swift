import Lesson

/// The quotation marks of a language, for running text that was typed with straight ones.
///
///     Phrases.spanish.quotation?.typographic([.text("Se llama \"pendiente\".")])
///     // [.text("Se llama «pendiente».")]
struct Quotation: Sendable {
  /// The marks around a quotation, and around one in it.
  let outer: (String, String)
  let inner: (String, String)

  /// Text whose quotation marks and apostrophes are those of the language.
  ///
  /// Only marks that open before a word and have one that closes after a word are quotation marks; `5"` stays.
  ///
  /// - Complexity: Linear in the length of the text.
  func typographic(_ inlines: [Inline]) -> [Inline] {
    var marks = StraightMarks()
    marks.read(inlines, depth: 0)
    guard !marks.all.isEmpty else { return inlines }
    var shown = replacements(of: marks.all)[...]
    return Self.replacing(inlines, by: &shown, depth: 0)
  }

  /// What stands for each mark.
  private func replacements(of marks: [StraightMarks.Mark]) -> [String] {
    var shown = marks.map { String($0.scalar) }
    var open: [Int] = []
    for (index, mark) in marks.enumerated() {
      if mark.isApostrophe {
        shown[index] = "’"
      } else if mark.closes, let start = open.lastIndex(where: { marks[$0].scalar == mark.scalar }) {
        let pair = mark.scalar == "'" ? ("‘", "’") : start % 2 == 0 ? outer : inner
        (shown[open[start]], shown[index]) = pair
        open.removeSubrange(start...)
      } else if mark.opens {
        open.append(index)
      } else if mark.scalar == "'", mark.previous.properties.isAlphabetic {
        shown[index] = "’"
      }
    }
    return shown
  }

  private static func replacing(
    _ inlines: [Inline], by shown: inout ArraySlice<String>, depth: Int
  ) -> [Inline] {
    guard depth < ArticleWriter.deepest else { return inlines }
    return inlines.map { inline in
      switch inline {
      case .text(let text):
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
          if StraightMarks.isMark(scalar), let mark = shown.popFirst() {
            scalars.append(contentsOf: mark.unicodeScalars)
          } else {
            scalars.append(scalar)
          }
        }
        return .text(String(scalars))
      case .emphasis(let content): return .emphasis(replacing(content, by: &shown, depth: depth + 1))
      case .strong(let content): return .strong(replacing(content, by: &shown, depth: depth + 1))
      case .link(let destination, let title, let content, let range):
        let content = replacing(content, by: &shown, depth: depth + 1)
        return .link(destination: destination, title: title, content: content, range: range)
      default: return inline
      }
    }
  }
}

/// The straight marks of running text in order, each with what stands around it.
private struct StraightMarks {
  struct Mark {
    let scalar: Unicode.Scalar
    let previous: Unicode.Scalar
    var next: Unicode.Scalar = " "

    /// Whether it stands in a word.
    var isApostrophe: Bool {
      scalar == "'" && previous.properties.isAlphabetic && next.properties.isAlphabetic
    }

    var opens: Bool {
      !next.properties.isWhitespace
        && (previous.properties.isWhitespace || isAfterOpening || StraightMarks.isMark(previous))
    }

    var closes: Bool { !previous.properties.isWhitespace && !isAfterOpening }

    private var isAfterOpening: Bool { "([{¿¡—–-/«“‘".unicodeScalars.contains(previous) }
  }

  private(set) var all: [Mark] = []
  private var previous: Unicode.Scalar = " "
  private var isWaiting = false

  static func isMark(_ scalar: Unicode.Scalar) -> Bool { scalar == "\"" || scalar == "'" }

  mutating func read(_ inlines: [Inline], depth: Int) {
    guard depth < ArticleWriter.deepest else { return }
    for inline in inlines {
      switch inline {
      case .text(let text): for scalar in text.unicodeScalars { read(scalar) }
      case .emphasis(let content), .strong(let content), .link(_, _, let content, _):
        read(content, depth: depth + 1)
      case .softBreak, .hardBreak: read(" ")
      // Like a word, whatever it shows.
      case .code, .cell, .formula, .reference, .image: read("x")
      case .footnote, .checkbox, .html, .comment: break
      }
    }
  }

  private mutating func read(_ scalar: Unicode.Scalar) {
    if isWaiting { all[all.count - 1].next = scalar }
    isWaiting = Self.isMark(scalar)
    if isWaiting { all.append(Mark(scalar: scalar, previous: previous)) }
    previous = scalar
  }
}
