import Compiler

/// What the real compiler needs to run cells, and what it cannot run.
enum Witnessing {
  /// Names whose use takes derivatives.
  static let derivatives: Set<String> = [
    "derivative", "gradient", "valueWithGradient", "pullback", "tangent",
  ]

  private static let ours: [(names: Set<String>, reason: String)] = [
    (
      [
        "minimize", "Descent", "LearningRate", "Optimizer", "SignStep", "GradientDescent", "Momentum",
        "Nesterov",
        "AdaGrad", "RMSProp", "Adam", "AdamW", "BFGS", "Verdict",
      ], "it searches for a minimum"
    ),
    (
      [
        "jacobian", "hessian", "differential", "Differentiable", "TangentVector", "valueWithDerivative",
        "valueWithPullback", "valueWithDifferential", "withDerivative", "differentiable",
      ], "it takes derivatives in ways that only cells know"
    ),
    (
      ["random", "shuffle", "shuffled", "randomElement", "RandomNumberGenerator"],
      "it draws random numbers, which the lesson's seed makes"
    ),
  ]

  /// Why a cell cannot be witnessed; nil where it can.
  static func obstacle(_ code: String, _ words: CellWords) -> String? {
    if ["formula", "steps", "equality"].contains(where: {
      words.all.contains($0) && code.contains($0 + "(of")
    }) {
      return "it asks for a formula"
    }
    if let found = ours.first(where: { !$0.names.isDisjoint(with: words.all) }) { return found.reason }
    let locations = ["file", "line", "column", "function"]
    if locations.contains(where: { words.all.contains($0) && code.contains("#" + $0) }) {
      return "it asks where its source stands"
    }
    return nil
  }

  /// What stands before the cells. Figures show nothing; derivatives are those of `_Differentiation`.
  ///
  /// - Parameters:
  ///   - figures: Whether cells put figures together.
  ///   - tables: Whether cells put tables together.
  static func prelude(derivatives: Bool, figures: Bool, tables: Bool) -> String {
    """
    #if canImport(Glibc)
    import Glibc
    #else
    import Darwin
    #endif
    func plot(_ xs: [Double], _ ys: [Double], title: String = "", x: String = "", y: String = "") {}
    func plot(
      _ f: (Double) -> Double, over range: ClosedRange<Double>, title: String = "", x: String = "", y: String = ""
    ) {}

    """
      + (derivatives
        ? """
        import _Differentiation
        func derivative(at x: Double, of f: @differentiable(reverse) (Double) -> Double) -> Double {
          gradient(at: x, of: f)
        }
        func derivative(of f: @escaping @differentiable(reverse) (Double) -> Double) -> (Double) -> Double {
          { gradient(at: $0, of: f) }
        }

        """ : "")
      + (figures ? FigureDeclarations.source + (derivatives ? FigureDeclarations.tangents : "") : "")
      + (tables ? TableDeclarations.source : "")
  }
}
