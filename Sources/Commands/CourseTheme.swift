import Diagnostics
import Weave

/// The theme of a course: Trama's own, with what the theme folder of the course has instead.
struct CourseTheme {
  /// Nil where the folder has nothing to change.
  private let own: Theme?
  /// The files of the folder that are text, for excerpts.
  let sources: [SourceText]
  /// What is wrong with the folder and its files.
  let diagnostics: [Diagnostic]

  /// Reads the folder, if there is one.
  init(of folder: CourseFolder) {
    var sources: [SourceText] = []
    var unread: [Diagnostic] = []
    do throws(FileFailure) {
      for (path, bytes) in try folder.themeFiles() {
        do throws(Diagnostic) {
          sources.append(try SourceText(name: path, bytes: bytes))
        } catch {
          unread.append(error)
        }
      }
    } catch {
      unread.append(Diagnostic(error))
    }
    // Reading Trama's own templates takes a while, which a check need not.
    let changed = sources.isEmpty ? nil : Theme.standard(with: sources)
    own = changed?.theme
    self.sources = sources
    diagnostics = unread + (changed?.diagnostics ?? [])
  }

  var theme: Theme { own ?? .standard }
}
