extension Figure {
  /// What changed since another figure, a sentence each, for people who review a recording; empty where nothing did.
  ///
  ///     figure.changes(from: former)
  ///     // ["line f: 3 of 200 points moved, largest 0.02 at x = 1.25"]
  ///
  /// Series are matched by their names and marks, those without names in their order.
  ///
  /// - Complexity: Linear in the number of points, but for sorting them.
  public func changes(from former: Figure) -> [String] {
    var changes: [String] = []
    for (what, old, new) in [
      ("title", former.title, title), ("x label", former.xLabel, xLabel), ("y label", former.yLabel, yLabel),
    ] where old.map({ Array($0.utf8) }) != new.map({ Array($0.utf8) }) {
      changes.append("the \(what) was \(Self.quoted(old)) and is \(Self.quoted(new))")
    }
    for (what, old, new) in [("x", former.x, x), ("y", former.y, y)] where old != new {
      changes.append("the options of the \(what) axis changed")
    }
    if former.hasGrid != hasGrid { changes.append("the grid was \(hasGrid ? "added" : "removed")") }
    if former.hasLegend != hasLegend { changes.append("the legend was \(hasLegend ? "added" : "removed")") }
    switch (former.field, field) {
    case (let old?, let new?): if let change = new.change(from: old) { changes.append(change) }
    case (nil, let new?): changes.append("\(new.plural) were added")
    case (let old?, nil): changes.append("\(old.plural) were removed")
    case (nil, nil): break
    }
    var rest = former.series
    for new in series {
      let name = new.spokenName
      guard let index = rest.firstIndex(where: { $0.name.hasSameBytes(as: new.name) && $0.mark == new.mark })
      else {
        changes.append("\(name) was added")
        continue
      }
      let old = rest.remove(at: index)
      if let change = new.change(from: old) { changes.append("\(name): \(change)") }
    }
    changes += rest.map { "\($0.spokenName) was removed" }
    for (index, (old, new)) in zip(former.panels, panels).enumerated() {
      changes += new.changes(from: old).map { "panel \(index + 1): \($0)" }
    }
    if former.panels.count != panels.count {
      changes.append("there were \(former.panels.count) panels and are \(panels.count)")
    }
    if former.columns != columns { changes.append("the number of columns changed") }
    if former.verdicts != verdicts { changes.append("what is said of the search changed") }
    if changes.isEmpty, self != former { changes.append("the order of what is drawn changed") }
    return changes
  }

  private static func quoted(_ text: String?) -> String { text.map { "'\($0)'" } ?? "missing" }
}

extension Series {
  /// The mark and, where there is one, the name: `line f`.
  fileprivate var spokenName: String { name.isEmpty ? mark.rawValue : "\(mark.rawValue) \(name)" }

  /// What changed since another series, in words; nil where nothing did.
  ///
  /// Points with the same abscissa are the same point; where one occurs several times, in order.
  fileprivate func change(from former: Series) -> String? {
    if self == former { return nil }
    var known: [UInt64: [Double]] = [:]
    for (x, y) in zip(former.x, former.y).reversed() { known[x.canonicalBits, default: []].append(y) }
    var (moved, added) = (0, 0)
    var largest: (distance: Double, x: Double)?
    for (x, y) in zip(x, y) {
      guard let old = known[x.canonicalBits]?.popLast() else {
        added += 1
        continue
      }
      guard old.canonicalBits != y.canonicalBits else { continue }
      moved += 1
      let distance = abs(y - old)
      if largest.map({ $0.distance.isFinite && !(distance <= $0.distance) }) ?? true {
        largest = (distance, x)
      }
    }
    let removed = known.values.reduce(0) { $0 + $1.count }
    var parts: [String] = []
    if moved > 0, let largest {
      let distance =
        largest.distance.isFinite ? "largest \(Self.short(largest.distance))" : "one by more than any number"
      parts.append("\(moved) of \(count) points moved, \(distance) at x = \(Self.short(largest.x))")
    }
    if added > 0 { parts.append("\(added) \(added == 1 ? "point is" : "points are") new") }
    if channels != former.channels, parts.isEmpty { parts.append("numbers besides x and y changed") }
    if texts != former.texts { parts.append("its words changed") }
    if removed > 0 { parts.append("\(removed) \(removed == 1 ? "point is" : "points are") gone") }
    return parts.isEmpty ? "its points stand in another order" : parts.joined(separator: "; ")
  }

  /// Six significant digits.
  fileprivate static func short(_ number: Double) -> String {
    number.isFinite ? DecimalNumber(number).rounded(to: 6).code : "\(number)"
  }
}

extension Field {
  /// Its style, as what there are several of.
  fileprivate var plural: String { style.hasCells ? "cells of the \(style.rawValue)" : style.rawValue }

  /// What changed since another field, in words; nil where nothing did.
  fileprivate func change(from former: Field) -> String? {
    if self == former { return nil }
    if style != former.style { return "the \(former.style.rawValue) became \(style.rawValue)" }
    guard x == former.x, y == former.y else { return "\(plural): the grid of points changed" }
    var moved = 0
    var largest: (distance: Double, index: Int)?
    for (index, (new, old)) in zip(values, former.values).enumerated()
    where new.canonicalBits != old.canonicalBits {
      moved += 1
      let distance = abs(new - old)
      if largest.map({ $0.distance.isFinite && !(distance <= $0.distance) }) ?? true {
        largest = (distance, index)
      }
    }
    guard let largest else { return "\(plural): their levels changed" }
    let place =
      "x = \(Series.short(x[largest.index % x.count])), y = \(Series.short(y[largest.index / x.count]))"
    let distance =
      largest.distance.isFinite ? "largest \(Series.short(largest.distance))" : "one by more than any number"
    return "\(plural): \(moved) of \(values.count) values changed, \(distance) at \(place)"
  }
}
