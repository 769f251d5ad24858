import ArgumentParser

/// The option of commands that need not run unchanged lessons again.
struct CacheOptions: ParsableArguments {
  @Flag(help: "Run every lesson, also those that did not change since they last ran.")
  var noCache = false

  /// The cache to use; nil for none.
  func cache(of console: Console) -> CacheFolder? { noCache ? nil : console.cache }
}
