import Foundation
import Testing

/// What pages do in a real browser, opened from disk; skipped where `chromium` and `chromedriver` are not
/// installed.
@Suite(
  .serialized, .browser,
  .enabled(if: Browser.isThere, "chromium and chromedriver (Debian: chromium-driver) are not installed"))
struct BrowserTests {
  /// A small course in two languages, made for these tests.
  static let course = Result {
    try WovenCourse(URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Course"))
  }

  /// The shared window, at a size, on a page of the small course.
  static func open(_ page: String, width: Int = 1_440) async throws -> Browser {
    let browser = try #require(Browser.current)
    try await browser.resize(width: width)
    try await browser.open(try course.get()(page))
    return browser
  }
}

extension Trait where Self == BrowserTrait {
  /// Starts one browser for all tests of the suite.
  static var browser: Self { BrowserTrait() }
}

struct BrowserTrait: SuiteTrait, TestScoping {
  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    let browser = try await Browser()
    let result: Result<Void, any Error>
    do {
      try await Browser.$current.withValue(browser) { try await function() }
      result = .success(())
    } catch {
      result = .failure(error)
    }
    await browser.quit()
    try result.get()
  }
}
