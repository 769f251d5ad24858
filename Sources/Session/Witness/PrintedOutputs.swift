/// What a cell shows, as far as a compiled cell prints it.
struct PrintedOutputs {
  private(set) var text = ""
  /// Whether the value of its last expression is among it.
  private(set) var showsValue = false
  /// What is not printed; nil for nothing.
  private(set) var rest: String?

  init(_ outputs: [Output]) {
    for output in outputs {
      switch output {
      case .text(let printed): text += printed
      case .value(let value):
        text += value + "\n"
        showsValue = true
      case .table(let table):
        text += table.text + "\n"
        showsValue = showsValue || table.isResult
      case .figure: rest = "figures"
      case .formula: rest = rest ?? "formulas"
      }
    }
  }
}
