extension Prelude {
  /// What errors say of themselves, as Foundation has it.
  static let errors = #"""
    extension Error where Self: RawRepresentable, Self.RawValue == Int {
      var _code: Int { rawValue }
    }
    extension Error {
      var _code: Int { _caseTag(self) }
      var _domain: String { _qualifiedName(self) }
      var localizedDescription: String {
        (self as? LocalizedError)?.errorDescription
          ?? "The operation could not be completed. (\(_domain) error \(_code).)"
      }
    }
    @_intrinsic("caseTag") func _caseTag<Value>(_ value: Value) -> Int
    @_intrinsic("qualifiedName") func _qualifiedName<Value>(_ value: Value) -> String

    protocol LocalizedError: Error {
      var errorDescription: String? { get }
      var failureReason: String? { get }
      var recoverySuggestion: String? { get }
      var helpAnchor: String? { get }
    }
    extension LocalizedError {
      var errorDescription: String? { nil }
      var failureReason: String? { nil }
      var recoverySuggestion: String? { nil }
      var helpAnchor: String? { nil }
    }
    """#
}
