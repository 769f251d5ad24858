/// Draws a `Field` as coloured cells.
enum CellsMark {
  /// The most runs of neighbours of one colour that are drawn.
  private static let limit = 2000
  /// The most cells with their values in them.
  private static let textLimit = 400
  /// How far cells reach under their neighbours, so that no background shows between them.
  private static let overlap = 0.4

  /// Writes the cells, row by row, neighbours of one colour at once, and their values where they are asked for
  /// and fit.
  ///
  /// Where there would be over 2000 runs, blocks of cells are drawn with the mean of their finite values; cells
  /// without a finite value are left out.
  static func draw(_ field: Field, in layout: Layout, to svg: inout SVGWriter) {
    guard let colours = layout.colours else { return }
    var size = 1
    var runs = Self.runs(of: field, colours)
    while runs.count > limit {
      size += 1
      runs = Self.runs(of: field.coarsened(across: size, down: size), colours)
    }
    let height = (layout.bottom - layout.top) / Double(field.y.count)
    let width = (layout.right - layout.left) / Double(field.x.count)
    var paths = Array(repeating: PathData(), count: colours.stepCount)
    for run in runs {
      let y = layout.top + (Double(run.row) + 0.5) * height * Double(size)
      paths[run.step].move(x: layout.left + Double(run.columns.lowerBound * size) * width, y: y)
      let end = min(
        layout.left + Double(run.columns.upperBound * size) * width + overlap, layout.right)
      paths[run.step].line(x: end, y: y)
    }
    svg.open(
      "g",
      [
        "stroke-width": SVGWriter.length(height * Double(size) + overlap), "stroke-linecap": "butt",
        "shape-rendering": "crispEdges",
      ])
    for (step, path) in paths.enumerated() where !path.isEmpty {
      svg.empty("path", ["d": path.text, "stroke": colours.colour(ofStep: step)])
    }
    svg.close()
    if field.style == .annotatedCells, size == 1 {
      write(field, colours, width: width, height: height, in: layout, to: &svg)
    }
  }

  private static func write(
    _ field: Field, _ colours: ColourScale, width: Double, height: Double, in layout: Layout,
    to svg: inout SVGWriter
  ) {
    guard field.values.count <= textLimit else { return }
    let texts = field.values.map { $0.isFinite ? DecimalNumber($0).rounded(to: 3).typeset : "" }
    let widest = texts.map { TextMetrics.width(of: $0, size: 1) }.max() ?? 0
    let size = min(Style.narrowSize, 0.9 * width / max(widest, 0.1), 0.8 * height)
    guard size >= 6 else { return }
    // Relative to the other texts, so that it grows with them.
    let relativeSize = "\(Int(100 * size / Style.narrowSize))%"
    for isLight in [true, false] {
      var isOpen = false
      for (index, text) in texts.enumerated() where !text.isEmpty {
        guard colours.isLight(colours.step(field.values[index])) == isLight else { continue }
        if !isOpen {
          svg.open(
            "g",
            [
              "fill": isLight ? "#111" : "#fff", "text-anchor": "middle", "font-size": relativeSize,
            ])
          isOpen = true
        }
        let (row, column) = index.quotientAndRemainder(dividingBy: field.x.count)
        let x = layout.left + (Double(column) + 0.5) * width
        let y =
          layout.top + (Double(row) + 0.5) * height + Style.drop * size * Style.tickSize / Style.narrowSize
        svg.element("text", ["x": SVGWriter.length(x), "y": SVGWriter.length(y)], text: text)
      }
      if isOpen { svg.close() }
    }
  }

  /// Neighbours of one colour in a row.
  private struct Run {
    var row: Int
    var columns: Range<Int>
    var step: Int
  }

  private static func runs(of field: Field, _ colours: ColourScale) -> [Run] {
    var runs: [Run] = []
    for row in field.y.indices {
      for column in field.x.indices where field.value(column, row).isFinite {
        let step = colours.step(field.value(column, row))
        if let last = runs.last, last.row == row, last.columns.upperBound == column, last.step == step {
          runs[runs.count - 1].columns = last.columns.lowerBound..<column + 1
        } else {
          runs.append(Run(row: row, columns: column..<column + 1, step: step))
        }
      }
    }
    return runs
  }
}
