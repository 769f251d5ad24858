import Diagnostics

/// Checks settings and collects what is wrong with them.
struct OptionReader {
  let file: String
  /// `a cell` or `an output fence`, for messages.
  let owner: String
  let known: [String]
  private(set) var diagnostics: [Diagnostic] = []
  /// The text of `fig-cap`, which is Markdown.
  private(set) var figureCaption: MarkdownLine?
  private var seen: Set<String> = []

  static let cellOptions = [
    "label", "echo", "eval", "output", "include", "error", "code-fold", "output-fold", "fig-cap", "fig-alt",
    "fig-data",
    "rtol", "atol", "exact", "seed", "fuel", "heap", "depth", "printed", "slider",
  ]
  static let recordingOptions = ["rtol", "atol", "exact", "error"]

  init(file: String, owner: String, known: [String]) {
    self.file = file
    self.owner = owner
    self.known = known
  }

  /// Whether a setting is known and new.
  mutating func accepts(_ setting: OptionSetting) -> Bool {
    guard known.contains(setting.name) else {
      let near = nearest(setting.name, among: known)
      let nameRange = setting.range.lowerBound..<setting.range.lowerBound + setting.name.utf8.count
      add(
        "unknown", setting.range,
        "'\(setting.name)' is no option of \(owner)"
          + (near.map { "; did you mean '\($0)'?" } ?? "; it has \(known.joined(separator: ", "))"),
        fix: near.map {
          Diagnostic.Fix("replace '\(setting.name)' with '\($0)'", range: nameRange, replacement: $0)
        })
      return false
    }
    guard seen.insert(setting.name).inserted else {
      add("duplicate", setting.range, "'\(setting.name)' is given twice")
      return false
    }
    return true
  }

  mutating func text(_ setting: OptionSetting) -> String? {
    guard case .text(let text) = setting.value else {
      wrong(setting, "a text")
      return nil
    }
    return text
  }

  /// Keeps a text that is Markdown.
  mutating func readFigureCaption(_ setting: OptionSetting) {
    guard let text = text(setting) else { return }
    figureCaption = MarkdownLine(text: text, range: setting.valueRange, verbatim: setting.verbatim)
  }

  mutating func label(_ setting: OptionSetting) -> String? {
    guard case .text(let text) = setting.value, Label.isValid(text) else {
      wrong(setting, "a letter, then letters, digits, '-', '_', ':' or '.', the last a letter or digit")
      return nil
    }
    return text
  }

  /// A flag, true or false.
  mutating func truth(_ setting: OptionSetting) -> Bool? {
    switch setting.value {
    case .flag, .text("true"): return true
    case .text("false"): return false
    default:
      wrong(setting, "true or false")
      return nil
    }
  }

  /// Where the output is folded: true for all of it, false for nothing, or how many lines stand before the fold.
  mutating func outputFold(_ setting: OptionSetting) -> OutputFold? {
    switch setting.value {
    case .flag, .text("true"): return .behind(0)
    case .text("false"): return .never
    case .text(let text):
      if let lines = Self.wholeNumber(text, as: Int.self) { return .behind(lines) }
    case .other: break
    }
    wrong(setting, "true, false or the number of lines before the fold")
    return nil
  }

  /// A tolerance: finite and not negative.
  mutating func tolerance(_ setting: OptionSetting) -> Double? {
    guard case .text(let text) = setting.value, let value = Double(text), value.isFinite, value >= 0 else {
      wrong(setting, "a number such as 1e-9, not negative")
      return nil
    }
    return value
  }

  /// A whole number from `least` on; `_` may group its digits.
  mutating func number<Value: FixedWidthInteger>(_ setting: OptionSetting, from least: Value) -> Value? {
    guard case .text(let text) = setting.value, let value = Self.wholeNumber(text, as: Value.self),
      value >= least
    else {
      wrong(setting, "a whole number from \(least) to \(Value.max)")
      return nil
    }
    return value
  }

  /// One slider or two.
  mutating func sliders(_ setting: OptionSetting) -> [Slider]? {
    guard let text = text(setting) else { return nil }
    do throws(SliderProblem) {
      return try Slider.list(parsing: text)
    } catch {
      add("value", setting.valueRange, "'\(setting.name)' \(error.message)")
      return nil
    }
  }

  /// A number that begins with a digit; nil for other texts and for what does not fit.
  private static func wholeNumber<Value: FixedWidthInteger>(_ text: String, as _: Value.Type) -> Value? {
    text.utf8.first?.isDigit == true ? Value(text.filter { $0 != "_" }) : nil
  }

  /// `rtol`, `atol` and `exact` of several settings, over a default.
  mutating func tolerance(of settings: [OptionSetting], default inherited: Tolerance) -> Tolerance {
    var tolerance = inherited
    var isExact: OptionSetting?
    var isLoose = false
    for setting in settings {
      switch setting.name {
      case "rtol", "atol":
        guard let value = self.tolerance(setting) else { continue }
        // What the fence says replaces the cell's default as a whole.
        if !isLoose { tolerance = .exact }
        isLoose = true
        if setting.name == "rtol" { tolerance.relative = value } else { tolerance.absolute = value }
      case "exact":
        if truth(setting) == true { isExact = setting }
      default: break
      }
    }
    guard let isExact else { return tolerance }
    if isLoose { add("conflict", isExact.range, "'exact' contradicts the tolerance beside it") }
    return .exact
  }

  mutating func misplaced(_ range: Range<Int>) {
    add("misplaced", range, "an option line must stand at the top of its cell")
  }

  private mutating func wrong(_ setting: OptionSetting, _ needs: String) {
    add("value", setting.valueRange, "'\(setting.name)' must be \(needs)")
  }

  private mutating func add(
    _ kind: String, _ range: Range<Int>, _ message: String, fix: Diagnostic.Fix? = nil
  ) {
    diagnostics.append(Diagnostic(.error, "option.\(kind)", file: file, range: range, message, fix: fix))
  }
}

extension CellOptions {
  /// Applies settings in order.
  mutating func apply(_ settings: [OptionSetting], _ reader: inout OptionReader) {
    let accepted = settings.filter { reader.accepts($0) }
    for setting in accepted {
      switch setting.name {
      case "label": label = reader.label(setting)
      case "echo": echo = reader.truth(setting) ?? echo
      case "eval": eval = reader.truth(setting) ?? eval
      case "output": output = reader.truth(setting) ?? output
      case "include": include = reader.truth(setting) ?? include
      case "error": error = reader.truth(setting) ?? error
      case "code-fold": codeFold = reader.truth(setting) ?? codeFold
      case "output-fold": outputFold = reader.outputFold(setting) ?? outputFold
      case "fig-data": figureData = reader.truth(setting) ?? figureData
      case "fig-cap": reader.readFigureCaption(setting)
      case "fig-alt": figureAlternative = reader.text(setting)
      case "seed": seed = reader.number(setting, from: 0)
      case "fuel": fuel = reader.number(setting, from: 1)
      case "heap": heap = reader.number(setting, from: 1)
      case "depth": depth = reader.number(setting, from: 1)
      case "printed": printed = reader.number(setting, from: 1)
      case "slider": sliders = reader.sliders(setting) ?? sliders
      default: break
      }
    }
    tolerance = reader.tolerance(of: accepted, default: tolerance)
  }
}
