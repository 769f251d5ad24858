import Crypto
import Lesson

/// What a cell shows for every value of its sliders.
public struct SliderFrames: Sendable, Hashable {
  /// The most bytes of data that the frames of a cell may have together.
  static let largest = 8 << 20

  public var sliders: [Slider]
  /// One for every value; of two sliders, the values of the second follow one another for each of the first.
  public var frames: [[Output]]
  /// The frame that the cell shows as it stands.
  public var shown: Int

  public init(sliders: [Slider], frames: [[Output]], shown: Int) {
    self.sliders = sliders
    self.frames = frames
    self.shown = shown
  }

  /// The line that records them: what is moved, and a digest that changes with anything that a frame shows.
  ///
  ///     [slider] rate 0.1…0.5: 5 frames · 3f9a2c1e5b7d0a14
  ///
  /// The digest is the start of the SHA-256 digest of the lines that the frames would be recorded by.
  ///
  /// - Complexity: Linear in the size of the frames.
  public var recordingLine: String {
    var writer = ByteWriter()
    writer.write(sliders) { $0.write($1) }
    writer.write(frames) { writer, outputs in
      writer.write(CellOutcome(outputs: outputs).recordedLines) { $0.write($1) }
    }
    let digest = CacheKey.hexadecimal(Array(SHA256.hash(data: writer.bytes).prefix(8)))
    let moved = sliders.map { "\($0.name) \($0.values[0])…\($0.values[$0.values.count - 1])" }
    return "[slider] \(moved.joined(separator: ", ")): \(frames.count) frames · \(digest)"
  }
}
