/// The folder that holds a built site, replaced as a whole or not at all.
///
/// The new site is written beside the old one and changes places with it at once, so that a reader, and a crash,
/// meets either the old site or the new one. (Where the file system cannot do that, two renames do it, with a
/// moment between them.) A file `.trama-site` marks a folder as ours; no other folder is ever
/// replaced.
struct SiteFolder {
  /// The name of the file that marks a site.
  static let marker = ".trama-site"
  private static let markerText = "This folder is written by 'trama build', which replaces it as a whole.\n"

  /// As the user gave it.
  let path: String
  /// Where it is, symbolic links followed.
  private let target: String

  init(_ path: String) {
    self.path = path
    self.target = Disk.resolved(path) ?? path
  }

  /// Makes sure that the folder may be replaced.
  ///
  /// - Parameter course: A folder that must not lie inside.
  /// - Throws: Where something else than a site stands at the path.
  func check(course: String) throws(FileFailure) {
    switch Disk.kind(of: target) {
    case nil:
      guard !Disk.exists(target) else {
        throw FileFailure(
          path, "cannot write the site here: it is a symbolic link that leads nowhere",
          advice: "remove the link or choose a folder with '--output'")
      }
    case .folder?:
      guard try Self.isOurs(target) else {
        throw FileFailure(
          path, "this folder holds files that 'trama build' did not write, so it is not replaced",
          advice: "choose an empty folder with '--output'")
      }
    case .file?, .special?:
      throw FileFailure(
        path, "cannot write the site here: it is a file", advice: "choose a folder with '--output'")
    }
    if let inner = Disk.resolved(course), inner == target || inner.hasPrefix(target + "/") {
      throw FileFailure(
        path, "cannot write the site here: the course lies inside", advice: "choose a folder with '--output'")
    }
  }

  /// Replaces the site.
  ///
  /// - Parameter files: Each path relative to the site, with its bytes.
  /// - Throws: Where something could not be written; the old site is as before then.
  func replace(with files: [(path: String, bytes: [UInt8])]) throws(FileFailure) {
    let (parent, name) = Disk.split(target)
    let new = Disk.join(parent, ".\(name).trama-new")
    let old = Disk.join(parent, ".\(name).trama-old")
    try Disk.makeFolder(parent)
    let lock = try FolderLock(parent)
    defer { lock.release() }

    // A run that was killed between the two renames left the old site under its other name.
    if !Disk.exists(target), Disk.exists(old), try Self.isOurs(old) { try Disk.rename(old, to: target) }
    for leftover in [new, old] where Disk.exists(leftover) { try Self.remove(leftover) }

    do throws(FileFailure) {
      try Self.write(files, to: new, from: target)
    } catch {
      try? Self.remove(new)
      throw error
    }
    let hadOld = Disk.exists(target)
    if hadOld, Disk.exchange(new, target) {
      // What stands there now is the old site; what cannot be removed is removed by the next build.
      try? Self.remove(new)
      return
    }
    do throws(FileFailure) {
      if hadOld { try Disk.rename(target, to: old) }
      try Disk.rename(new, to: target)
    } catch {
      if hadOld, !Disk.exists(target) { try Disk.rename(old, to: target) }
      try? Self.remove(new)
      throw FileFailure(path, error.reason, advice: error.advice)
    }
    // The new site is in place; what cannot be removed now is removed by the next build.
    if hadOld { try? Self.remove(old) }
  }

  /// Writes a site; files that the old one has too are not written again.
  private static func write(
    _ files: [(path: String, bytes: [UInt8])], to folder: String, from old: String
  ) throws(FileFailure) {
    try Disk.makeFolder(folder)
    // The mark comes first, so that whatever a killed run leaves behind is known as ours.
    let mark = Disk.join(folder, marker)
    try Disk.write(Array(markerText.utf8), toNew: mark)
    var made: Set<String> = []
    for file in files {
      let path = Disk.join(folder, file.path)
      let parent = Disk.split(path).folder
      if made.insert(parent).inserted { try Disk.makeFolder(parent) }
      let former = Disk.join(old, file.path)
      if !Disk.link(former, holding: file.bytes, like: mark, as: path) {
        try Disk.write(file.bytes, toNew: path)
      }
    }
  }

  /// Whether a folder is a site of ours, or empty.
  private static func isOurs(_ folder: String) throws(FileFailure) -> Bool {
    if Disk.kind(of: Disk.join(folder, marker)) == .file { return true }
    return try Disk.names(in: folder).isEmpty
  }

  private static func remove(_ folder: String) throws(FileFailure) {
    guard try isOurs(folder) else {
      throw FileFailure(folder, "this folder is in the way", advice: "move it away and build again")
    }
    // The mark goes last: a removal that is cut short must leave a folder that is still known as ours.
    for name in try Disk.names(in: folder) where name != marker { try Disk.remove(Disk.join(folder, name)) }
    try Disk.remove(folder)
  }
}
