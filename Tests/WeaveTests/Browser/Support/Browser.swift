import Foundation
import Testing

/// One window of a headless Chromium, driven by chromedriver over WebDriver (W3C Recommendation, 2018).
final class Browser: Sendable {
  /// The one that the tests of `BrowserTests` share.
  @TaskLocal static var current: Browser?

  /// Whether the programs are on the path.
  static let isThere = Programs.path("chromedriver") != nil && chromium != nil
  private static let chromium = Programs.path("chromium") ?? Programs.path("google-chrome")

  private let driver: Process
  private let port: UInt16
  private let session: String

  /// Starts the driver, which takes a free port, and opens a window.
  init() async throws {
    driver = Process()
    driver.executableURL = URL(filePath: try #require(Programs.path("chromedriver")))
    driver.arguments = ["--port=0"]
    let said = Pipe()
    driver.standardOutput = said
    driver.standardError = FileHandle.nullDevice
    try driver.run()
    // "… was started successfully on port 12345."
    var output = ""
    var found: UInt16?
    while found == nil {
      let bytes = said.fileHandleForReading.availableData
      try #require(!bytes.isEmpty, "chromedriver ended: \(output)")
      output += String(decoding: bytes, as: UTF8.self)
      found = output.firstMatch(of: /on port (\d+)\./).flatMap { UInt16($0.1) }
    }
    port = try #require(found)
    let arguments = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
    let options: [String: Any] = ["binary": Self.chromium ?? "", "args": arguments]
    let wanted: [String: Any] = ["capabilities": ["alwaysMatch": ["goog:chromeOptions": options]]]
    let reply = try await Self.send("POST", "/session", wanted, port: port) as? [String: Any]
    session = try #require(reply?["sessionId"] as? String)
  }

  /// Closes the window and stops the driver.
  func quit() async {
    _ = try? await Self.send("DELETE", "/session/\(session)", port: port)
    // A process that Foundation starts may have inherited a mask of signals, which this one passes.
    kill(driver.processIdentifier, SIGKILL)
    driver.waitUntilExit()
  }

  /// Sends a command to the window.
  @discardableResult func command(_ name: String, _ values: [String: Any] = [:]) async throws -> Any? {
    try await Self.send("POST", "/session/\(session)/\(name)", values, port: port)
  }

  /// Asks the window.
  func get(_ name: String) async throws -> Any? {
    try await Self.send("GET", "/session/\(session)/\(name)", port: port)
  }

  private static func send(
    _ method: String, _ path: String, _ values: [String: Any]? = nil, port: UInt16
  ) async throws -> Any? {
    let body = try values.map { try JSONSerialization.data(withJSONObject: $0) }
    let data = try await LocalHTTP.send(method, path, body, port: port)
    let value = (try JSONSerialization.jsonObject(with: data) as? [String: Any])?["value"]
    if let failure = value as? [String: Any], let error = failure["error"] as? String {
      throw Failure(description: "\(path): \(error): \(failure["message"] as? String ?? "")")
    }
    return value is NSNull ? nil : value
  }

  /// What the driver refused, and why.
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }
}
