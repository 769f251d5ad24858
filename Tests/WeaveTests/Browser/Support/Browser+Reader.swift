import Foundation
import Testing

/// What a reader does.
extension Browser {
  /// A key without a character of its own (WebDriver, table of normalised key values).
  enum Key: String {
    case tab = "\u{E004}"
    case enter = "\u{E007}"
    case shift = "\u{E008}"
    case control = "\u{E009}"
    case escape = "\u{E00C}"
    case space = "\u{E00D}"
    case up = "\u{E013}"
    case down = "\u{E015}"
    case end = "\u{E010}"
  }

  /// Opens a page and waits until its scripts have run.
  func open(_ address: String) async throws { try await command("url", ["url": address]) }

  func resize(width: Int, height: Int = 900) async throws {
    try await command("window/rect", ["width": width, "height": height])
  }

  /// Presses and releases keys one after the other, while another is held.
  func press(_ keys: String, holding: Key? = nil) async throws {
    func action(_ type: String, _ key: String) -> [String: String] { ["type": type, "value": key] }
    var actions: [[String: String]] = []
    if let holding { actions.append(action("keyDown", holding.rawValue)) }
    for key in keys { actions += [action("keyDown", String(key)), action("keyUp", String(key))] }
    if let holding { actions.append(action("keyUp", holding.rawValue)) }
    try await command("actions", ["actions": [["type": "key", "id": "keyboard", "actions": actions]]])
  }

  func press(_ key: Key, holding: Key? = nil) async throws { try await press(key.rawValue, holding: holding) }

  /// Clicks in the middle of an element, as a mouse does.
  func click(_ selector: String) async throws {
    try await command("element/\(try await element(selector))/click")
  }

  /// The text of an element as readers see it.
  func text(_ selector: String) async throws -> String {
    try await get("element/\(try await element(selector))/text") as? String ?? ""
  }

  private func element(_ selector: String) async throws -> String {
    let found = try await command("element", ["using": "css selector", "value": selector])
    return try #require((found as? [String: String])?.values.first, "\(selector)")
  }

  /// Gives the focus to an element.
  func focus(_ selector: String) async throws {
    try await run("document.querySelector(`\(selector)`).focus()")
  }

  /// Runs a statement of JavaScript.
  func run(_ statement: String) async throws {
    try await command("execute/sync", ["script": statement, "args": [Any]()])
  }

  /// Ends all transitions on the page, which would show places in between.
  func stopMoving() async throws {
    let style = "<style>*{transition:none!important;scroll-behavior:auto!important}</style>"
    try await run("document.head.insertAdjacentHTML('beforeend', '\(style)')")
  }

  /// The value of an expression of JavaScript.
  func value<Value>(_ expression: String, as type: Value.Type = Value.self) async throws -> Value {
    let found = try await command("execute/sync", ["script": "return \(expression)", "args": [Any]()])
    return try #require(found as? Value, "\(expression) is \(String(describing: found))")
  }

  /// Waits for a condition, ten seconds at most.
  func wait(_ condition: String, sourceLocation: SourceLocation = #_sourceLocation) async throws {
    let deadline = ContinuousClock.now + .seconds(10)
    while ContinuousClock.now < deadline {
      // A page that is being left knows no answer.
      if (try? await value(condition, as: Bool.self)) == true { return }
      try await Task.sleep(for: .milliseconds(25))
    }
    let place = try await value(
      "location.href + ' ' + document.activeElement.outerHTML.slice(0, 200)", as: String.self)
    Issue.record("never true: \(condition), at \(place)", sourceLocation: sourceLocation)
  }

  /// A command of the DevTools protocol, for what WebDriver has no words for.
  func devTools(_ name: String, _ parameters: [String: Any]) async throws {
    try await command("goog/cdp/execute", ["cmd": name, "params": parameters])
  }
}
