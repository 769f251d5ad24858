import Diagnostics
import Formula
import Lesson
import Session

/// Writes the article of one lesson as HTML and collects what it finds wrong on the way.
struct ArticleWriter {
  /// Blocks and inlines nested more deeply than this together are not shown, so hostile input cannot exhaust
  /// the stack.
  static let deepest = 128

  let outcome: LessonOutcome
  let phrases: Phrases
  let drawings: FigureDrawings
  /// What the lesson's formulas may use.
  let macros: Macros
  /// The course; nil while the index itself is being made.
  let index: CourseIndex?
  /// Where links lead; nil where there is no course.
  let links: LinkResolver?
  /// The lesson's path in the course.
  let path: String
  /// The numbers of the cells.
  let anchors: [Anchor?]
  /// The numbers of labelled blocks, by the places of their labels.
  let blockAnchors: [Range<Int>: Anchor]
  let anchorsByLabel: [String: Anchor]

  /// The numbers of the footnotes, by first use.
  let footnoteNumbers: [String: Int]
  /// How often each footnote has been named so far.
  var footnoteUses: [String: Int] = [:]

  /// The number of questions written so far.
  var questions = 0

  var markup = Markup()
  var diagnostics: [Diagnostic] = []
  /// The headings written so far, their content without links.
  var headings: [ArticleHeading] = []
  /// Files of the course that the article shows or links to.
  var resources: [Page.Resource] = []
  /// What the article loads beside the site's own assets, made for it.
  var files: [Site.File] = []
  /// False inside links, where HTML allows no further ones, and wherever a text is shown again.
  var makesLinks = true
  var depth = 0
  private var reportedDepth = false

  var lesson: Lesson { outcome.lesson }

  init(
    outcome: LessonOutcome, phrases: Phrases, index: CourseIndex? = nil, path: String = "",
    drawings: FigureDrawings? = nil
  ) {
    self.outcome = outcome
    self.phrases = phrases
    self.drawings = drawings ?? FigureDrawings(language: phrases.language)
    macros = Macros(outcome.lesson.frontMatter.macros)
    self.index = index
    self.path = path
    links = index.map { LinkResolver(index: $0, path: path, anchors: outcome.lesson.anchors) }
    var slugs: Set<String> = []
    Block.forEachHeading(in: outcome.lesson.blocks) { slugs.insert($0.slug) }
    (anchors, blockAnchors) = Anchor.number(outcome, slugs: slugs)
    var byLabel: [String: Anchor] = [:]
    for (cell, anchor) in zip(outcome.lesson.cells, anchors) {
      if let anchor, let label = cell.options.label, byLabel[label] == nil { byLabel[label] = anchor }
    }
    outcome.lesson.forEachNumbered { [blockAnchors] numbered in
      if case .block(let label) = numbered, byLabel[label.label] == nil {
        byLabel[label.label] = blockAnchors[label.range]
      }
    }
    anchorsByLabel = byLabel
    footnoteNumbers = outcome.lesson.footnoteNumbers
  }

  /// Reports a problem of the lesson.
  mutating func report(
    _ severity: Diagnostic.Severity, _ id: String, _ range: Range<Int>, _ message: String,
    fix: Diagnostic.Fix? = nil
  ) {
    diagnostics.append(
      Diagnostic(severity, id, file: lesson.source.name, range: range, message, fix: fix))
  }

  /// Runs `write` one level deeper, unless that is too deep.
  mutating func nested(_ write: (inout ArticleWriter) -> Void) {
    guard depth < Self.deepest else {
      if !reportedDepth {
        reportedDepth = true
        report(
          .error, "page.depth", 0..<0,
          "quotes, lists and emphasis nest more than \(Self.deepest) deep; what is deeper cannot be shown"
        )
      }
      return
    }
    depth += 1
    write(&self)
    depth -= 1
  }

  /// Writes something again, as plain as can be: no links, and nothing reported twice.
  mutating func repeated(_ write: (inout ArticleWriter) -> Void) -> Markup {
    var copy = self
    copy.markup = Markup()
    copy.makesLinks = false
    write(&copy)
    return copy.markup
  }
}

/// A heading as the page's own contents show it.
struct ArticleHeading: Sendable {
  var level: Int
  var slug: String
  var content: Markup
}
