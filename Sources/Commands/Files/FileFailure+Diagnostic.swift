import Diagnostics

extension Diagnostic {
  /// The id of every failure of the file system.
  static let fileFailureID = "file"

  /// A file that could not be read or written, as a diagnostic of the whole file.
  init(_ failure: FileFailure) {
    self.init(
      .error, Self.fileFailureID, file: failure.path, range: 0..<0, failure.reason,
      notes: failure.advice.map { [Note($0)] } ?? [])
  }
}
