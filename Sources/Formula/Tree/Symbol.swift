/// One sign of a formula.
struct Symbol: Hashable, Sendable {
  /// What kind of MathML element shows it.
  enum Form: Hashable, Sendable {
    /// A letter: italic, and subject to fonts.
    case letter
    /// A letter that is upright unless a font says otherwise: capital Greek.
    case uprightLetter
    /// A sign that is no operator: `∞`, `∀`.
    case sign
    /// An operator whose default spacing in MathML is that of its class.
    case regular
    /// An operator whose default spacing differs between browsers, or from TeX: spacing is always written out.
    case explicit
    /// A bracket, which would grow in MathML and must not in TeX.
    case fence
    /// A large operator whose scripts are limits in display style.
    case large
    /// A large operator whose scripts stand beside it: integrals.
    case integral
  }

  /// The characters shown; one but for negations that Unicode lacks.
  var text: String
  /// TeX's class, which decides the space around it.
  var atom: Atom
  var form: Form

  /// Whether MathML shows it as an operator, which can carry space.
  var isOperator: Bool {
    switch form {
    case .letter, .uprightLetter, .sign: false
    case .regular, .explicit, .fence, .large, .integral: true
    }
  }

  /// Whether it can be a name: a letter, or `ℓ`, which Unicode counts among the signs.
  var isLetter: Bool { form == .letter || form == .uprightLetter || text == "ℓ" }

  /// Whether it is a vertical bar, which MathML takes for a relation unless its form is written.
  var isBar: Bool { text == "|" || text == "‖" }

  /// Whether every browser knows it as a bracket that grows, without space.
  var isCommonBracket: Bool { Self.commonBrackets.contains(text) }

  private static let commonBrackets: Set<String> = [
    "(", ")", "[", "]", "{", "}", "⟨", "⟩", "⌈", "⌉", "⌊", "⌋", "⟦", "⟧",
  ]

  /// Whether Firefox takes it for a large operator in display style, against MathML Core.
  var isLargeInFirefox: Bool { Self.largeInFirefox.contains(text) }

  private static let largeInFirefox: Set<String> = ["⊕", "⊖", "⊗", "⊙", "⊎"]

  /// Whether MathML also knows it as a prefix operator without space: signs of numbers.
  var hasPrefixForm: Bool { text == "−" || text == "+" || text == "±" || text == "∓" }
}

/// TeX's classes of atoms (The TeXbook, chapter 17), in the order of its spacing table.
enum Atom: Int, Hashable, Sendable {
  case ordinary, large, binary, relation, open, close, punctuation, inner
}
