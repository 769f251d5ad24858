/// Draws a `Field` as coloured areas between its levels.
enum FilledMark {
  /// About how many pieces the rims of all areas may have.
  private static let limit = 3000

  /// Writes, for each level, the area above it over those of the levels below; nothing where values are not
  /// finite.
  ///
  /// Rims stay within a quarter of a unit. Of a field so rough that over 3000 pieces would remain, blocks of
  /// points are drawn with their means.
  static func draw(_ field: Field, in layout: Layout, to svg: inout SVGWriter) {
    guard let colours = layout.colours else { return }
    var size = 1
    var areas = Self.areas(of: field, colours, layout)
    while areas == nil {
      // Blocks grow by half, so that all attempts together take a few times as long as the first.
      size += (size + 1) / 2
      // Two blocks along each side are always left, and the areas of so few have few pieces.
      let coarse = field.coarsened(
        across: min(size, (field.x.count + 1) / 2), down: min(size, (field.y.count + 1) / 2))
      areas = Self.areas(of: coarse, colours, layout)
    }
    for (step, path) in (areas ?? []).enumerated() where !path.isEmpty {
      svg.empty("path", ["d": path.text, "fill": colours.colour(ofStep: step), "fill-rule": "evenodd"])
    }
  }

  /// The areas above the lower ends of all steps; nil where their rims have too many pieces.
  private static func areas(of field: Field, _ colours: ColourScale, _ layout: Layout) -> [PathData]? {
    let bordered = field.bordered
    var areas: [PathData] = []
    var room = limit
    for step in 0..<colours.stepCount {
      let level = step == 0 ? -Double.greatestFiniteMagnitude / 8 : colours.start(ofStep: step)
      var path = PathData()
      for rim in bordered.curves(at: level) where rim.points.count > 2 {
        room -= path.stroke(layout.clippedArea(rim.placed(in: layout)), within: 0.25, isClosed: true)
        if room < 0 { return nil }
      }
      areas.append(path)
    }
    return areas
  }
}

extension Field {
  /// The field with a rim of points at its edges, and points without a finite value, that lie below every
  /// level: all curves of it are closed, so they bound what is above.
  fileprivate var bordered: Field {
    let below = -Double.greatestFiniteMagnitude / 4
    func framed(_ numbers: [Double]) -> [Double] {
      // Neighbouring numbers are nowhere to be told apart on the page.
      [numbers[0].nextDown] + numbers + [numbers[numbers.count - 1].nextUp]
    }
    var framedValues = Array(repeating: below, count: x.count + 2)
    for row in y.indices {
      framedValues.append(below)
      for column in x.indices {
        let value = value(column, row)
        framedValues.append(value.isFinite ? max(value, -Double.greatestFiniteMagnitude / 16) : below)
      }
      framedValues.append(below)
    }
    framedValues += Array(repeating: below, count: x.count + 2)
    return Field(
      name: name, x: framed(x), y: framed(y), values: framedValues, levels: levels, style: style) ?? self
  }
}
