/// Greek letters, and `ℓ`, with the names that TeX and cells give them.
public enum GreekNames {
  /// Names by letters, of which some have several forms.
  static let names: [String: String] = [
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ϵ": "epsilon", "ε": "epsilon", "ζ": "zeta",
    "η": "eta",
    "θ": "theta", "ι": "iota", "κ": "kappa", "λ": "lambda", "μ": "mu", "ν": "nu", "ξ": "xi", "π": "pi",
    "ρ": "rho",
    "σ": "sigma", "τ": "tau", "υ": "upsilon", "ϕ": "phi", "φ": "phi", "χ": "chi", "ψ": "psi", "ω": "omega",
    "Γ": "Gamma", "Δ": "Delta", "Θ": "Theta", "Λ": "Lambda", "Ξ": "Xi", "Π": "Pi", "Σ": "Sigma",
    "Υ": "Upsilon",
    "Φ": "Phi", "Ψ": "Psi", "Ω": "Omega", "ℓ": "ell",
  ]

  /// The letters that have a name, in Unicode order: `ε` and `ϵ` for `epsilon`.
  public static func letters(named name: String) -> [String] { lettersByName[name] ?? [] }

  private static let lettersByName = Dictionary(grouping: names.keys.sorted()) { names[$0] ?? "" }
}
