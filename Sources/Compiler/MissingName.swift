/// Names of the standard library and of Foundation that cells lack: no misspelling of another name.
///
/// It is asked only where a name means nothing.
let missingNames: Set<String> = [
  "AnyCollection", "AsyncSequence", "AsyncStream", "Calendar", "CollectionDifference", "CommandLine",
  "ContiguousArray", "ContinuousClock", "Data", "Date", "DateComponents", "DateFormatter", "Decimal",
  "Dispatch", "DispatchGroup", "DispatchQueue", "DispatchSemaphore", "DispatchTime", "Duration",
  "EXIT_FAILURE", "EXIT_SUCCESS", "FileHandle", "FileManager", "Float16", "IndexSet", "InlineArray",
  "Int128", "JSONDecoder", "JSONEncoder", "LazyFilterSequence", "LazyMapSequence", "LazySequenceProtocol",
  "Locale", "ManagedBuffer", "MeasurementFormatter", "Mirror", "NSArray", "NSCountedSet", "NSDate",
  "NSDictionary", "NSError", "NSLock", "NSMutableArray", "NSNumber", "NSObject", "NSRange",
  "NSRegularExpression", "NSString", "NumberFormatter", "OpaquePointer", "OperationQueue", "Process",
  "ProcessInfo", "Regex", "SIMD2", "SIMD3", "SIMD4", "Scanner", "SetAlgebra", "Span",
  "StrideThroughIterator", "StrideToIterator", "SuspendingClock", "Task", "TaskGroup", "Thread", "Timer",
  "UInt128", "URL", "URLSession", "UUID", "Unmanaged", "UnsafeBufferPointer", "UnsafeMutableBufferPointer",
  "UnsafeMutablePointer", "UnsafeMutableRawPointer", "UnsafePointer", "UnsafeRawPointer", "UserDefaults",
  "abort", "arc4random", "arc4random_uniform", "drand48", "dump", "exit", "fflush", "fputs",
  "putchar", "setbuf", "sleep", "srand", "stderr", "stdin",
  "stdout", "usleep", "withTaskGroup", "withUnsafeBytes", "withUnsafeMutableBytes",
  "withUnsafeMutablePointer", "withUnsafePointer", "withoutActuallyEscaping",
]
