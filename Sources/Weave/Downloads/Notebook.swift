#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A Jupyter notebook in version 4.5 of its format.
///
/// The properties are those of the format's JSON schema, nbformat.v4.5.schema.json, which writes `cell_type`.
struct Notebook: Encodable {
  /// A piece of Markdown, or Swift with what it shows.
  struct Cell: Encodable {
    var cellType: String
    /// Unique in the notebook.
    var id: String
    var metadata = Metadata()
    var source: String
    /// Its place among the cells that are run, from 1; nil for Markdown.
    var executionCount: Int?
    var outputs: [Output]?
  }

  /// What JupyterLab does with a cell.
  struct Metadata: Encodable {
    struct Jupyter: Encodable {
      var sourceHidden: Bool
    }

    var jupyter: Jupyter?
  }

  /// One thing that a cell shows; the kind decides which properties are there.
  struct Output: Encodable {
    var outputType: String
    var name: String?
    var text: String?
    /// Each representation by its media type.
    var data: [String: String]?
    var metadata: [String: String]?
    var executionCount: Int?
    var ename: String?
    var evalue: String?
    var traceback: [String]?
  }

  /// About the whole notebook.
  struct Description: Encodable {
    struct Kernel: Encodable {
      var displayName = "Swift"
      var language = "swift"
      var name = "swift"
    }

    struct Language: Encodable {
      var name = "swift"
      var fileExtension = ".swift"
      var mimetype = "text/x-swift"
    }

    var kernelspec = Kernel()
    var languageInfo = Language()
    var title: String?
  }

  var cells: [Cell]
  var metadata: Description
  var nbformat = 4
  var nbformatMinor = 5

  /// The file: JSON with its keys in order, so that equal notebooks have equal bytes.
  var json: [UInt8] {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Nothing here is a number that JSON lacks, or a date, so encoding cannot fail.
    let data = (try? encoder.encode(self)) ?? Data()
    return Array(data) + [0x0A]
  }
}
