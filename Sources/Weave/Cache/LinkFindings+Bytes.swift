import Session

/// What is wrong with the links of a lesson, and the files that they lead to, as bytes.
extension ByteWriter {
  package mutating func write(_ findings: LinkFindings) {
    write(findings.file)
    write(findings.diagnostics)
    write(findings.resources) { $0.write($1) }
  }

  mutating func write(_ resource: Page.Resource) {
    write(resource.path)
    write(resource.place)
  }
}

extension ByteReader {
  package mutating func linkFindings() throws(Damage) -> LinkFindings {
    LinkFindings(file: try text(), diagnostics: try diagnostics(), resources: try pageResources())
  }

  mutating func pageResources() throws(Damage) -> [Page.Resource] {
    try list { (reader) throws(Damage) in
      Page.Resource(path: try reader.text(), place: try reader.place())
    }
  }
}
