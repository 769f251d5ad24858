import Diagnostics

/// Diagnostics as bytes.
extension ByteWriter {
  package mutating func write(_ diagnostic: Diagnostic) {
    write(diagnostic.severity == .error)
    write(diagnostic.id)
    write(diagnostic.place)
    write(diagnostic.message)
    write(diagnostic.notes) { writer, note in
      writer.write(note.message)
      writer.write(note.place != nil)
      if let place = note.place { writer.write(place) }
      writer.write(note.holdsDifference)
    }
    write(diagnostic.fix != nil)
    if let fix = diagnostic.fix {
      write(fix.message)
      write(fix.range)
      write(fix.replacement)
    }
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
      notes: try list { (reader) throws(Damage) in
        Diagnostic.Note(
          try reader.text(), at: try reader.optional { (reader) throws(Damage) in try reader.place() },
          holdsDifference: try reader.bool())
      },
      fix: try optional { (reader) throws(Damage) in
        Diagnostic.Fix(try reader.text(), range: try reader.range(), replacement: try reader.text())
      })
  }

  package mutating func place() throws(Damage) -> Diagnostic.Place {
    Diagnostic.Place(file: try text(), range: try range())
  }
}
