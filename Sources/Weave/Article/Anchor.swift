import Lesson
import Session

/// What a reference `@label` names.
struct Anchor: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case figure
    case cell
  }

  var kind: Kind
  /// Counted from 1 for each kind in each lesson.
  var number: Int
  /// The identifier of its element, unique in the page.
  var identifier: String

  /// Numbers the cells of a lesson.
  ///
  /// A cell that shows a figure counts as one figure if it has a caption or a label; any other counts as a
  /// cell if it has a label. Of two cells with the same label, the first has it.
  ///
  /// - Parameter slugs: Identifiers that the headings have taken.
  /// - Returns: One anchor for each cell, nil for those without number.
  static func number(_ outcome: LessonOutcome, slugs: Set<String>) -> [Anchor?] {
    var taken = slugs.union(Frame.identifiers)
    var figures = 0
    var cells = 0
    return outcome.lesson.cells.map { cell in
      let options = cell.options
      guard options.include else { return nil }
      let kind: Kind = options.output && outcome.showsFigure(cell.index) ? .figure : .cell
      guard options.label != nil || (kind == .figure && options.figureCaption != nil) else { return nil }
      let number: Int
      switch kind {
      case .figure:
        figures += 1
        number = figures
      case .cell:
        cells += 1
        number = cells
      }
      let wanted = options.label ?? "figure:\(number)"
      var identifier = wanted
      var suffix = 1
      while !taken.insert(identifier).inserted {
        suffix += 1
        identifier = "\(wanted):\(suffix)"
      }
      return Anchor(kind: kind, number: number, identifier: identifier)
    }
  }
}

extension LessonOutcome {
  fileprivate func showsFigure(_ index: Int) -> Bool {
    guard cells.indices.contains(index) else { return false }
    return cells[index].outputs.contains {
      if case .figure = $0 { true } else { false }
    }
  }
}
