import Lesson
import Session

/// What a reference `@label` names.
struct Anchor: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case figure
    case equation
    case table
    case cell
  }

  var kind: Kind
  /// What shows: the number, counted from 1 for each kind in each lesson, or a formula's tag.
  var number: String
  /// The identifier of its element, unique in the page.
  var identifier: String

  /// Numbers the cells and the labelled blocks of a lesson, in document order.
  ///
  /// A cell that shows a figure counts as one figure if it has a caption or a label; any other counts as a
  /// cell if it has a label. Of two things with the same label, the first has it.
  ///
  /// - Parameter slugs: Identifiers that the headings have taken.
  /// - Returns: One anchor for each cell, nil for those without number, and those of blocks by their labels'
  ///   places.
  static func number(
    _ outcome: LessonOutcome, slugs: Set<String>
  ) -> (cells: [Anchor?], blocks: [Range<Int>: Anchor]) {
    var taken = slugs.union(Frame.identifiers)
    var counts: [Kind: Int] = [:]
    func anchor(_ kind: Kind, _ label: String?, tag: String? = nil) -> Anchor {
      if tag == nil { counts[kind, default: 0] += 1 }
      let number = tag ?? String(counts[kind, default: 0])
      let wanted = label ?? "figure:\(number)"
      var identifier = wanted
      var suffix = 1
      while !taken.insert(identifier).inserted {
        suffix += 1
        identifier = "\(wanted):\(suffix)"
      }
      return Anchor(kind: kind, number: number, identifier: identifier)
    }
    var cells = [Anchor?](repeating: nil, count: outcome.lesson.cells.count)
    var blocks: [Range<Int>: Anchor] = [:]
    outcome.lesson.forEachNumbered { numbered in
      switch numbered {
      case .block(let label):
        let kind: Kind =
          switch label.kind {
          case .figure: .figure
          case .equation: .equation
          case .table: .table
          }
        blocks[label.range] = anchor(kind, label.label, tag: label.tag)
      case .cell(let index):
        let options = outcome.lesson.cells[index].options
        guard options.include else { return }
        let kind: Kind = options.output && outcome.showsFigure(index) ? .figure : .cell
        guard options.label != nil || (kind == .figure && options.figureCaption != nil) else { return }
        cells[index] = anchor(kind, options.label)
      }
    }
    return (cells, blocks)
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

extension Lesson {
  /// What may have a number.
  enum Numbered {
    case cell(Int)
    /// A block, or a line of a formula.
    case block(BlockLabel)
  }

  /// Visits the cells, labelled blocks and labelled lines of formulas in document order, those of footnotes last.
  func forEachNumbered(_ visit: (Numbered) -> Void) {
    let labels = FormulaLabels(of: self)
    func visitLines(ofFormula index: Int) {
      for case let label? in labels.lines(ofFormula: index) { visit(.block(label)) }
    }
    Block.forEach(in: blocks + footnotes.flatMap(\.blocks)) { block in
      switch block {
      case .cell(let index): visit(.cell(index))
      case .labelled(let label, _): visit(.block(label))
      case .formula(let index): visitLines(ofFormula: index)
      case .paragraph(let content):
        for case .formula(let index) in content { visitLines(ofFormula: index) }
      default: break
      }
    }
  }
}
