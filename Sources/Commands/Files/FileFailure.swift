/// A file that could not be read or written: which one, why, and what to do about it.
struct FileFailure: Error, Hashable {
  /// The path as the user gave it.
  var path: String
  /// What could not be done, and the system's reason: `cannot read this file: permission denied`.
  var reason: String
  /// What may help, as an imperative sentence without a full stop.
  var advice: String?

  init(_ path: String, _ reason: String, advice: String? = nil) {
    self.path = path
    self.reason = reason
    self.advice = advice
  }

  /// A failed system call.
  ///
  /// - Parameters:
  ///   - action: What it was for: `read this file`.
  ///   - code: The value of `errno`.
  init(_ path: String, cannot action: String, code: Int32) {
    self.init(path, "cannot \(action): \(Self.description(of: code))", advice: Self.advice(for: code))
  }

  private static func description(of code: Int32) -> String {
    switch code {
    case ENOENT: return "it does not exist"
    case EACCES, EPERM: return "permission denied"
    case ENOTDIR: return "a part of the path is not a folder"
    case EISDIR: return "it is a folder"
    case ENOSPC, EDQUOT: return "no space is left"
    case EROFS: return "the file system is read-only"
    case ELOOP: return "too many symbolic links"
    case ENAMETOOLONG: return "the name is too long"
    default:
      guard let text = strerror(code) else { return "error \(code)" }
      return String(cString: text).lowercased()
    }
  }

  private static func advice(for code: Int32) -> String? {
    switch code {
    case ENOENT: "check the path"
    case EACCES, EPERM: "check the permissions of the file and of the folder that holds it"
    case ENOTDIR: "a file is where a folder should be; move it away or choose another path"
    case ENOSPC, EDQUOT: "make room and try again; nothing was changed"
    case EROFS: "choose a folder that can be written to"
    default: nil
    }
  }
}
