/// A piece of a formula as it is written: what stands where, and which bytes of the TeX say so.
///
/// The tree holds presentation only. The MathML writer shows it; a reader of mathematics can walk it without
/// knowing TeX's syntax. Its depth is bounded by the parser, so walking it by recursion is safe.
struct Node: Hashable, Sendable {
  /// What it is.
  var kind: Kind
  /// Its place in the TeX, in UTF-8 offsets.
  var range: Range<Int>

  indirect enum Kind: Hashable, Sendable {
    /// A letter, an operator, a relation, a bracket that does not grow.
    case symbol(Symbol)
    /// A decimal number, digits and separators as one text: `0.1`, `20,000`.
    case number(String)
    /// A named function that has a command: `\sin`; with limits below it in display style: `\lim`.
    case name(String, limits: Bool)
    /// `\operatorname{…}`, and `\operatorname*{…}` with limits.
    case operatorName([Node], limits: Bool)
    /// `\text{…}` without formulas in it.
    case text(String, TextStyle)
    /// `{…}`: an ordinary atom, whatever is in it.
    case group([Node])
    /// Sub- and superscripts, primes, limits.
    case scripts(Scripts)
    /// `\frac`, `\binom`, `\over` and their relatives.
    case fraction(Fraction)
    /// `\sqrt[index]{radicand}`.
    case root(radicand: Node, index: Node?)
    /// `\left( … \middle| … \right)`: one body more than there are `\middle`s.
    case fenced(Fence)
    /// `\big(` and relatives; size 1 to 4.
    case delimiter(Symbol, size: Int, atom: Atom)
    /// A mark or brace over or under something.
    case accent(Accent, Node)
    /// `\overset{over}{base}`, `\underset{under}{base}`.
    case stack(base: Node, over: Node?, under: Node?)
    /// An arrow as long as what is written over and under it.
    case arrow(String, over: Node?, under: Node?)
    /// A matrix, array or set of aligned lines.
    case table(Table)
    /// Horizontal space, in ten-thousandths of an em; may be negative.
    case space(Int)
    /// `\displaystyle` and relatives: from here to the end of the group.
    case style(MathStyle, [Node])
    /// Letters of another alphabet: `\mathbf{…}`.
    case font(Font, [Node])
    /// `\mathrel{…}` and relatives: spaced as the class says.
    case classed(Atom, Node)
    /// `\color`, `\textcolor`, `\large`: what changes the look and nothing else.
    case dressed(Dress, [Node])
    /// Something drawn around, across or instead of what it holds.
    case decorated(Decoration, Node)
    /// `\raisebox`: moved up, in ten-thousandths of an em.
    case raised(Int, Node)
    /// `\rule`: a filled rectangle, in ten-thousandths of an em.
    case rule(width: Int, height: Int, shift: Int)
    /// `\ref` and `\eqref`: an index into the formula's references.
    case reference(Int)
    /// Words and formulas broken into lines of a width, in ten-thousandths of an em.
    case paragraph(width: Int, [Node])
    /// `\href` and `\url`: what leads to an address, which is a URL.
    case link(String, [Node])
    /// `\mathchoice`: what shows in display, text, script and scriptscript style.
    case choice([Node])
  }
}

/// A base with what stands at its corners, or above and below it.
struct Scripts: Hashable, Sendable {
  /// Where the scripts of a large operator stand.
  enum Placement: Hashable, Sendable {
    /// As the base has it: beside, or as limits in display style.
    case automatic
    /// `\limits`.
    case limits
    /// `\nolimits`.
    case beside
  }

  /// What carries the scripts; nil where the formula has nothing there.
  var base: Node?
  var sub: Node?
  /// The superscript, without the primes.
  var sup: Node?
  /// How many primes stand before the superscript.
  var primes = 0
  var placement = Placement.automatic
}

/// One thing over another.
struct Fraction: Hashable, Sendable {
  var numerator: Node
  var denominator: Node
  var form: FractionForm
}

/// What distinguishes `\frac`, `\dfrac`, `\binom` and their relatives.
struct FractionForm: Hashable, Sendable {
  var bar = true
  /// The style it is set in; nil: the one around it.
  var style: MathStyle?
  var open: Symbol?
  var close: Symbol?
}

/// Growing delimiters around one or more bodies.
struct Fence: Hashable, Sendable {
  /// nil: `\left.`
  var open: Symbol?
  var bodies: [[Node]]
  var separators: [Symbol]
  /// nil: `\right.`
  var close: Symbol?
}

/// A mark over or under a base.
struct Accent: Hashable, Sendable {
  var mark: String
  var under = false
  /// As wide as the base.
  var stretchy = false
  /// The mark over a single letter, where the wide one does not fit.
  var narrow: String?
  /// A line: drawn, since few fonts stretch one.
  var isLine = false
  /// `\underbrace` and relatives take their scripts as limits.
  var brace = false
}

/// TeX's display, text, script and scriptscript styles.
struct MathStyle: Hashable, Sendable {
  /// Large operators large, limits above and below.
  var display: Bool
  /// 0 for text, 1 for scripts, 2 for scripts of scripts.
  var level: Int
}

/// How `\text`, `\textbf` and relatives look.
enum TextStyle: Hashable, Sendable {
  case plain, bold, italic, sans, mono
}

/// A change of colour or size.
enum Dress: Hashable, Sendable {
  /// A CSS colour: a name or `#` and hex digits.
  case colour(String)
  case background(String)
  case frame(border: String, background: String)
  /// In per cent.
  case size(Int)
}

/// What is drawn around, across or instead of a piece of a formula.
enum Decoration: Hashable, Sendable {
  case box, strikeUp, strikeDown, strikeBoth, strikeThrough
  /// A line above and to the right, as over the angle of an annuity.
  case angle
  case phantom, horizontalPhantom, verticalPhantom
  /// Takes no room above the line, or below it, or neither.
  case smash(height: Bool, depth: Bool)
  /// Takes no room in its line: it reaches over what stands on that side.
  case overlap(TableLayout.Alignment)
}
