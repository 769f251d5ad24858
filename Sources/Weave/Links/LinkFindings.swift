import Diagnostics
import Formula
import Lesson

/// What is wrong with the links, references, labels and headings of a lesson, and its raw HTML where the course allows
/// none.
///
/// The ids: `link.scheme`, `link.outside`, `link.missing`, `link.anchor`, `image.remote`, `image.alternative`,
/// `reference.unknown`, `label.duplicate`, `label.orphan`, `label.name`, `footnote.unknown`, `footnote.unused`, `footnote.duplicate`, `heading.level`, `heading.title` and `html.raw`.
public struct LinkFindings: Sendable {
  /// By place.
  public private(set) var diagnostics: [Diagnostic] = []
  /// The files of the course that the lesson shows or links to, which may be missing.
  public private(set) var resources: [Page.Resource] = []
  /// The name of the lesson.
  let file: String

  init(file: String, diagnostics: [Diagnostic], resources: [Page.Resource]) {
    self.file = file
    self.diagnostics = diagnostics
    self.resources = resources
  }

  /// Looks for them.
  ///
  /// - Parameters:
  ///   - path: The lesson's path in the course.
  ///   - index: What links may lead to; nil for a lesson without a course, whose links to other files are not
  ///     followed.
  /// - Complexity: Linear in the size of the lesson, but for the suggestions of what may have been meant.
  public init(of lesson: Lesson, at path: String, in index: CourseIndex?) {
    file = lesson.source.name
    let links = LessonLinks(of: lesson)
    let resolver = LinkResolver(
      index: index ?? CourseIndex(course: Course(), lessons: []), path: path, anchors: lesson.anchors)
    for link in links.links {
      if link.isImage, !link.hasAlternative {
        add(
          "image.alternative", link.range, "the image '\(link.destination)' has no alternative text",
          severity: .warning)
      }
      if link.isImage, link.isExternal {
        add(
          "image.remote", link.range,
          "the image '\(link.destination)' is not a file of the course; pages load nothing from elsewhere")
      } else if index != nil || link.isExternal || LinkDestination(link.destination).path.isEmpty {
        check(link, resolver)
      }
    }
    checkLabels(of: lesson, links)
    checkFootnotes(of: lesson, links)
    checkHeadings(of: lesson, links.headings)
    if let index, !index.course.allowsHTML { checkHTML(of: lesson, links.html) }
    diagnostics = diagnostics.enumerated()
      .sorted { ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset) }
      .map(\.element)
  }

  private mutating func check(_ link: LessonLinks.Link, _ resolver: LinkResolver) {
    do throws(LinkResolver.Problem) {
      let target = try resolver.target(of: link.destination)
      if let problem = resolver.problem(of: target) { throw problem }
      if case .file(let path, _) = target {
        resources.append(Page.Resource(path: path, place: .init(file: file, range: link.range)))
      }
    } catch {
      add(error.id, link.range, error.message)
    }
  }

  private mutating func checkLabels(of lesson: Lesson, _ links: LessonLinks) {
    var known: Set<String> = []
    let slugs = Set(links.headings.map(\.slug))
    for (label, range) in lesson.labels {
      if !known.insert(label).inserted {
        add("label.duplicate", range, "the label '\(label)' is given twice; labels are unique in a lesson")
      } else if slugs.contains(label) {
        add(
          "label.duplicate", range,
          "the label '\(label)' is also the anchor of a heading; give it a name of its own")
      }
    }
    let labels = FormulaLabels(of: lesson)
    let formulas = lesson.formulas.indices.map { labels.labels(ofFormula: $0) }
    checkNumbers(of: formulas.flatMap(\.given), in: lesson)
    let names = known.sorted()
    for (label, range) in links.references + formulas.flatMap(\.named).map({ ($0.label, $0.range) })
    where !known.contains(label) {
      add(
        "reference.unknown", range,
        "nothing in this lesson has the label '\(label)'" + LinkResolver.suggestion(label, among: names))
    }
  }

  /// Each `\label` of a formula gives a number.
  private mutating func checkNumbers(of labels: [FormulaLabel], in lesson: Lesson) {
    let numbered = Set(lesson.labels.map(\.range))
    for label in labels where !numbered.contains(label.range) {
      if BlockLabel.isLabel(label.name) {
        add(
          "label.orphan", label.range,
          "the label '\(label.name)' gets no number; formulas have one on lines of their own, between '$$'")
      } else {
        add(
          "label.name", label.range,
          "'\(label.name.prefix(40))' is no label; write a letter, then letters, digits and '-_:.', no sign last"
        )
      }
    }
  }

  private mutating func checkFootnotes(of lesson: Lesson, _ links: LessonLinks) {
    let used = Set(links.footnotes.map(\.label))
    var known: Set<String> = []
    for footnote in lesson.footnotes {
      if !known.insert(footnote.label).inserted {
        add("footnote.duplicate", footnote.range, "the footnote '\(footnote.label)' is defined twice")
      } else if !used.contains(footnote.label) {
        add(
          "footnote.unused", footnote.range,
          "nothing names the footnote '\(footnote.label)', so no page shows it; write '[^\(footnote.label)]' in the text",
          severity: .warning)
      }
    }
    for (label, range) in links.footnotes where !known.contains(label) {
      add(
        "footnote.unknown", range,
        "no footnote '\(label)' is defined" + LinkResolver.suggestion(label, among: known.sorted()))
    }
  }

  /// Headings go down one level at a time, and one of level 1 is the title.
  private mutating func checkHeadings(of lesson: Lesson, _ headings: [Heading]) {
    var level = 1
    var hasTitle = false
    for heading in headings {
      if heading.level == 1 {
        if hasTitle {
          add(
            "heading.title", heading.range,
            "this is a second heading of level 1; a lesson has one, its title", severity: .warning)
        }
        hasTitle = true
      }
      if heading.level > level + 1 {
        add(
          "heading.level", heading.range,
          "this heading of level \(heading.level) skips a level; write '\(String(repeating: "#", count: level + 1))'",
          severity: .warning)
      }
      level = heading.level
    }
  }

  /// One warning for all, for one line of the course file answers it.
  private mutating func checkHTML(of lesson: Lesson, _ pieces: [String]) {
    guard let first = pieces.first else { return }
    let text = lesson.frontMatter.range.upperBound..<lesson.source.text.utf8.count
    let others = pieces.count - 1
    let more = others == 0 ? "" : ", here and in \(others) more \(others == 1 ? "place" : "places")"
    add(
      "html.raw", lesson.source.range(of: first, in: text) ?? 0..<0,
      "raw HTML is shown as text\(more); write 'html: allow' in course.yml to let it through",
      severity: .warning)
  }

  private mutating func add(
    _ id: String, _ range: Range<Int>, _ message: String, severity: Diagnostic.Severity = .error
  ) {
    diagnostics.append(Diagnostic(severity, id, file: file, range: range, message))
  }
}

extension Diagnostic {
  /// A file that a lesson shows or links to and that its course lacks.
  ///
  /// - Parameter known: The files that might have been meant.
  public static func missing(_ resource: Page.Resource, known: [String] = []) -> Diagnostic {
    Diagnostic(
      .error, "link.missing", file: resource.place.file, range: resource.place.range,
      "the course has no file '\(resource.path)'" + LinkResolver.suggestion(resource.path, among: known))
  }
}
