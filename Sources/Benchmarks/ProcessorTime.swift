#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Processor time in seconds, which other work on the machine disturbs less than a clock.
enum ProcessorTime {
  #if canImport(Glibc)
    private static let itself = RUSAGE_SELF.rawValue
    private static let children = RUSAGE_CHILDREN.rawValue
  #else
    private static let itself = RUSAGE_SELF
    private static let children = RUSAGE_CHILDREN
  #endif

  /// What this process has used so far.
  static var own: Double { seconds(itself) }
  /// What its ended child processes have used so far.
  static var ofChildren: Double { seconds(children) }

  private static func seconds(_ who: Int32) -> Double {
    var usage = rusage()
    getrusage(who, &usage)
    return seconds(usage.ru_utime) + seconds(usage.ru_stime)
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000
  }
}
