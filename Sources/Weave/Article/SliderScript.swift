/// What a cell shows for all values of its sliders, as a script that the page loads when a reader first moves one.
///
/// It assigns one value: the values of each slider, the lines that occur in the frames, each once, and for every frame
/// the numbers of its lines.
///
///     tramaFrames=[[["0.1","0.2"]],["<pre>\n","a</pre>\n","b</pre>\n"],[[0,1],[0,2]]]
struct SliderScript {
  /// The most bytes that the script of one cell may have.
  static let largest = 1_000_000

  let bytes: [UInt8]

  /// - Parameter frames: The HTML of each frame.
  /// - Complexity: Linear in the size of the frames.
  init(values: [[String]], frames: [Markup]) {
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    var lines: [String] = []
    let lists = frames.map { frame in
      Self.lines(of: frame.bytes).map { line in
        if let number = numbers[line] { return number }
        numbers[line] = lines.count
        lines.append(JavaScript.quoted(String(decoding: line, as: UTF8.self)))
        return lines.count - 1
      }
    }
    let names = values.map { "[\($0.map(JavaScript.quoted).joined(separator: ","))]" }.joined(separator: ",")
    let indices = lists.map { "[\($0.map(String.init).joined(separator: ","))]" }.joined(separator: ",")
    bytes = Array("tramaFrames=[[\(names)],[\(lines.joined(separator: ","))],[\(indices)]]\n".utf8)
  }

  /// The lines with their ends.
  private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == 0x0A {
      lines.append(bytes[start...index])
      start = index + 1
    }
    if start < bytes.count { lines.append(bytes[start...]) }
    return lines
  }
}
