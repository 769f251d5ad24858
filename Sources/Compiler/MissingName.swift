/// Names of the standard library and of Foundation that cells lack: no misspelling of another name.
///
/// It is asked only where a name means nothing.
let missingNames: Set<String> = [
  "AnyCollection", "AsyncSequence", "AsyncStream", "Calendar", "CollectionDifference", "ContiguousArray",
  "ContinuousClock", "Data", "DateComponents", "DateFormatter", "Dispatch", "DispatchQueue", "Duration",
  "FileManager", "Float16", "InlineArray", "Int128", "JSONDecoder", "JSONEncoder", "Locale", "ManagedBuffer",
  "MeasurementFormatter", "Mirror", "NSLock", "NSRegularExpression", "NumberFormatter", "OpaquePointer",
  "Process",
  "Regex", "SIMD2", "SIMD3", "SIMD4", "SetAlgebra", "Span", "SuspendingClock", "Task", "TaskGroup", "Thread",
  "Timer",
  "UInt128", "URL", "URLSession", "UUID", "Unmanaged", "UnsafeBufferPointer", "UnsafeMutableBufferPointer",
  "UnsafeMutablePointer", "UnsafeMutableRawPointer", "UnsafePointer", "UnsafeRawPointer", "UserDefaults",
  "dump",
  "withTaskGroup", "withUnsafeBytes", "withUnsafeMutablePointer", "withUnsafePointer",
]
