import Lesson
import Session

extension ArticleWriter {
  /// Writes a cell's sliders and, after them, what it shows, which they replace; without scripts only this is seen.
  mutating func writeSliders(_ frames: SliderFrames, of cell: Cell, _ shown: CellOutcome, _ anchor: Anchor?) {
    guard let script = script(of: frames, of: cell, anchor) else {
      return writeOutputs(of: cell, shown, anchor)
    }
    let page = CourseIndex.Entry.pagePath(of: path)
    let name = page.split(separator: ".").dropLast().joined(separator: ".").map { $0 == "/" ? "-" : $0 }
    let asset = Theme.Asset(script.bytes, name: "frames-\(String(name))-\(cell.index + 1)", suffix: "js")
    files.append(Site.File(path: asset.path, bytes: asset.bytes))
    markup.raw("<div class=slider hidden")
    markup.attribute("data-frames", SitePath.relative(from: page, to: asset.path))
    markup.raw(">\n")
    let positions = frames.sliders.positions(inFrame: frames.shown)
    for (slider, position) in zip(frames.sliders, positions) {
      markup.raw("<label><code>")
      markup.text(slider.name)
      markup.raw("</code> <input type=range min=0")
      markup.attribute("max", String(slider.values.count - 1))
      markup.attribute("value", String(position))
      markup.attribute("aria-valuetext", slider.values[position])
      markup.raw("></label> <samp>")
      markup.text(slider.values[position])
      markup.raw("</samp>\n")
    }
    markup.raw("</div>\n")
    writeOutputs(of: cell, shown, anchor)
  }

  /// What a page loads to show the frames; nil, which is reported, where that is too much.
  mutating func script(of frames: SliderFrames, of cell: Cell, _ anchor: Anchor?) -> SliderScript? {
    let script = SliderScript(
      values: frames.sliders.map(\.values),
      frames: frames.frames.map { outputs in
        var copy = self
        copy.markup = Markup()
        copy.writeOutputs(of: cell, CellOutcome(outputs: outputs), anchor)
        return copy.markup
      })
    guard script.bytes.count > SliderScript.largest else { return script }
    report(
      .error, "slider.bytes", cell.range.lowerBound..<cell.range.lowerBound,
      "the frames of \(cell.name) would be \(script.bytes.count) bytes for readers to load; "
        + "at most \(SliderScript.largest) are allowed: take fewer values, or show less")
    return nil
  }
}
