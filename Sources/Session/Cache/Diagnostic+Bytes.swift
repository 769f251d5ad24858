import Diagnostics

/// Diagnostics as bytes.
extension ByteWriter {
  package mutating func write(_ diagnostic: Diagnostic) {
    write(diagnostic.severity == .error)
    write(diagnostic.id)
    write(diagnostic.place)
    write(diagnostic.message)
    write(diagnostic.notes) { $0.write($1) }
    write(diagnostic.fix != nil)
    if let fix = diagnostic.fix {
      write(fix.message)
      write(fix.range)
      write(fix.replacement)
    }
  }

  package mutating func write(_ diagnostics: [Diagnostic]) { write(diagnostics) { $0.write($1) } }

  package mutating func write(_ note: Diagnostic.Note) {
    write(note.message)
    write(note.place != nil)
    if let place = note.place { write(place) }
    write(note.holdsDifference)
  }

  package mutating func write(_ place: Diagnostic.Place) {
    write(place.file)
    write(place.range)
  }
}

extension ByteReader {
  package mutating func diagnostic() throws(Damage) -> Diagnostic {
    let severity: Diagnostic.Severity = try bool() ? .error : .warning
    let id = try text()
    let place = try place()
    return Diagnostic(
      severity, id, file: place.file, range: place.range, try text(),
      notes: try list { (reader) throws(Damage) in try reader.note() },
      fix: try optional { (reader) throws(Damage) in
        Diagnostic.Fix(try reader.text(), range: try reader.range(), replacement: try reader.text())
      })
  }

  package mutating func diagnostics() throws(Damage) -> [Diagnostic] {
    try list { (reader) throws(Damage) in try reader.diagnostic() }
  }

  package mutating func note() throws(Damage) -> Diagnostic.Note {
    Diagnostic.Note(
      try text(), at: try optional { (reader) throws(Damage) in try reader.place() },
      holdsDifference: try bool())
  }

  package mutating func place() throws(Damage) -> Diagnostic.Place {
    Diagnostic.Place(file: try text(), range: try range())
  }
}
