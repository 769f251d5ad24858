/// What the YAML at the top of a lesson says.
public struct FrontMatter: Sendable, Hashable {
  public var title: [Inline] = []
  public var description: String?
  /// A BCP 47 tag; the course's language where the lesson names none.
  public var language: String?
  public var authors: [String] = []
  /// Seeds the cells' random numbers.
  public var seed: UInt64?
  public var verifiesFormulas = true
  /// What control sequences of formulas stand for, by their names with the backslash: the
  /// lesson's own, and the course's where the lesson has none of that name.
  public var macros: [String: String] = [:]
  /// The path of the lesson that this one translates, relative to this one.
  public var translationOf: String?
  /// The day on which the lesson came out, as `2026-05-17`.
  public var date: String?
  public var isDraft = false
  /// UTF-8 offsets of the front matter with both `---` lines; empty where there is none.
  public var range: Range<Int> = 0..<0

  public init() {}
}
