/// All control sequences, by name without the backslash.
enum CommandTable {
  /// The meaning of a control sequence; nil where there is none.
  static func command(_ name: String) -> Command? { commands[name] }

  /// The symbol that a character outside ASCII stands for, where a control sequence shows it.
  static func symbol(_ scalar: Unicode.Scalar) -> Symbol? { symbolsByScalar[scalar] }

  /// The names of all control sequences, for suggestions; in Unicode order.
  static let names = commands.keys.sorted()

  private static let commands: [String: Command] = {
    var table: [String: Command] = [:]
    table.reserveCapacity(1024)
    for (name, symbol) in SymbolTable.symbols { table[name] = .symbol(symbol) }
    for name in words(functionNames) { table[name] = .name(name, limits: false) }
    for name in words(limitNames) { table[name] = .name(name, limits: true) }
    for (name, command) in structures + fonts + sizes + spaces + marks { table[name] = command }
    for (name, text) in SymbolTable.pairs(arrows) { table[name] = .arrow(text) }
    for (name, colour) in ColourTable.commands { table[name] = .coloured(colour) }
    for (name, reason) in unsupported { table[name] = .unsupported(reason) }
    return table
  }()

  private static let symbolsByScalar: [Unicode.Scalar: Symbol] = {
    var table: [Unicode.Scalar: Symbol] = [:]
    for (_, symbol) in SymbolTable.symbols {
      let scalars = symbol.text.unicodeScalars
      guard let scalar = scalars.first, scalars.count == 1, !scalar.isASCII, table[scalar] == nil else {
        continue
      }
      table[scalar] = symbol
    }
    return table
  }()

  private static func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }

  private static let functionNames =
    "arccos arcsin arctan arctg arcctg arg ch cos cosec cosh cot cotg coth csc ctg cth deg dim exp hom ker lg "
    + "ln log sec sin sinh sh tan tanh tg th"

  private static let limitNames = "det gcd inf lim max min plim Pr sup"

  private static let arrows = """
    xrightarrow → xleftarrow ← xleftrightarrow ↔ xRightarrow ⇒ xLeftarrow ⇐ xLeftrightarrow ⇔ xmapsto ↦
    xhookrightarrow ↪ xhookleftarrow ↩ xrightharpoonup ⇀ xrightharpoondown ⇁ xleftharpoonup ↼
    xleftharpoondown ↽ xrightleftharpoons ⇌ xleftrightharpoons ⇋ xtwoheadrightarrow ↠ xtwoheadleftarrow ↞
    xlongequal = xtofrom ⇄ xrightleftarrows ⇄
    """

  private static let display = MathStyle(display: true, level: 0)
  private static let inline = MathStyle(display: false, level: 0)
  private static let parentheses = (SymbolTable.open("("), SymbolTable.close(")"))

  private static func binomial(_ style: MathStyle?) -> FractionForm {
    FractionForm(bar: false, style: style, open: parentheses.0, close: parentheses.1)
  }

  private static let structures: [(String, Command)] = [
    ("frac", .fraction(FractionForm())),
    ("dfrac", .fraction(FractionForm(style: display))),
    ("tfrac", .fraction(FractionForm(style: inline))),
    ("cfrac", .fraction(FractionForm(style: display))),
    ("binom", .fraction(binomial(nil))),
    ("dbinom", .fraction(binomial(display))),
    ("tbinom", .fraction(binomial(inline))),
    ("genfrac", .generalFraction),
    ("over", .infix(FractionForm())), ("above", .infixRule),
    ("atop", .infix(FractionForm(bar: false))),
    ("choose", .infix(binomial(nil))),
    ("brace", .infix(FractionForm(bar: false, open: SymbolTable.open("{"), close: SymbolTable.close("}")))),
    ("brack", .infix(FractionForm(bar: false, open: SymbolTable.open("["), close: SymbolTable.close("]")))),
    ("sqrt", .root),
    ("overset", .over), ("underset", .under), ("stackrel", .stackedRelation),
    ("operatorname", .operatorName(limits: false)), ("operatornamewithlimits", .operatorName(limits: true)),
    ("left", .left), ("right", .right), ("middle", .middle),
    ("begin", .begin), ("end", .end), ("\\", .newline), ("cr", .newline), ("newline", .newline),
    ("substack", .substack), ("hline", .line(.solid)), ("hdashline", .line(.dashed)),
    ("limits", .limits(.limits)), ("nolimits", .limits(.beside)), ("displaylimits", .limits(.automatic)),
    ("not", .negation),
    ("color", .colourSwitch), ("textcolor", .colour), ("colorbox", .colourBox), ("fbox", .textBox),
    ("fcolorbox", .frameBox), ("raisebox", .raised), ("rule", .rule), ("mathchoice", .choice),
    ("llap", .textOverlap(.overlap(.left))), ("rlap", .textOverlap(.overlap(.right))),
    ("clap", .textOverlap(.overlap(.center))), ("mathllap", .decoration(.overlap(.left))),
    ("mathrlap", .decoration(.overlap(.right))), ("mathclap", .decoration(.overlap(.center))),
    ("angl", .decoration(.angle)), ("char", .characterCode), ("url", .address),
    ("href", .link), ("htmlId", .attributed), ("htmlClass", .attributed), ("htmlStyle", .attributed),
    ("htmlData", .attributed), ("verb", .verbatim),
    ("displaystyle", .style(display)), ("textstyle", .style(inline)),
    ("scriptstyle", .style(MathStyle(display: false, level: 1))),
    ("scriptscriptstyle", .style(MathStyle(display: false, level: 2))),
    ("mathord", .classed(.ordinary)), ("mathop", .classed(.large)), ("mathbin", .classed(.binary)),
    ("mathrel", .classed(.relation)), ("mathopen", .classed(.open)), ("mathclose", .classed(.close)),
    ("mathpunct", .classed(.punctuation)), ("mathinner", .classed(.inner)),
    ("big", .big(size: 1, .ordinary)), ("Big", .big(size: 2, .ordinary)),
    ("bigg", .big(size: 3, .ordinary)), ("Bigg", .big(size: 4, .ordinary)),
    ("bigl", .big(size: 1, .open)), ("Bigl", .big(size: 2, .open)),
    ("biggl", .big(size: 3, .open)), ("Biggl", .big(size: 4, .open)),
    ("bigm", .big(size: 1, .relation)), ("Bigm", .big(size: 2, .relation)),
    ("biggm", .big(size: 3, .relation)), ("Biggm", .big(size: 4, .relation)),
    ("bigr", .big(size: 1, .close)), ("Bigr", .big(size: 2, .close)),
    ("biggr", .big(size: 3, .close)), ("Biggr", .big(size: 4, .close)),
    ("boxed", .decoration(.box)), ("cancel", .decoration(.strikeUp)),
    ("sout", .decoration(.strikeThrough)), ("bcancel", .decoration(.strikeDown)),
    ("xcancel", .decoration(.strikeBoth)),
    ("phantom", .decoration(.phantom)), ("hphantom", .decoration(.horizontalPhantom)),
    ("vphantom", .decoration(.verticalPhantom)), ("smash", .decoration(.smash(height: true, depth: true))),
    ("pmod", .modulus(word: true, parentheses: true)), ("pod", .modulus(word: false, parentheses: true)),
    ("mod", .modulus(word: true, parentheses: false)),
    ("'", .textAccent("\u{301}")), ("`", .textAccent("\u{300}")), ("^", .textAccent("\u{302}")),
    ("~", .textAccent("\u{303}")), ("=", .textAccent("\u{304}")), ("u", .textAccent("\u{306}")),
    (".", .textAccent("\u{307}")), ("\"", .textAccent("\u{308}")), ("r", .textAccent("\u{30A}")),
    ("H", .textAccent("\u{30B}")), ("v", .textAccent("\u{30C}")), ("c", .textAccent("\u{327}")),
    ("textcircled", .textAccent("\u{20DD}")),
    (
      "dots",
      .dots(
        low: Symbol(text: "…", atom: .inner, form: .sign),
        middle: Symbol(text: "⋯", atom: .inner, form: .sign))
    ),
    ("argmax", .name("arg\u{2009}max", limits: true)), ("argmin", .name("arg\u{2009}min", limits: true)),
    ("liminf", .name("lim\u{2009}inf", limits: true)), ("limsup", .name("lim\u{2009}sup", limits: true)),
    ("injlim", .name("inj\u{2009}lim", limits: true)), ("projlim", .name("proj\u{2009}lim", limits: true)),
    ("bmod", .binaryWord("mod")), ("tag", .tag), ("label", .label),
    ("ref", .reference(parentheses: false)), ("eqref", .reference(parentheses: true)),
    ("intertext", .interlude), ("shortintertext", .interlude), ("arraystretch", .arrayStretch),
    ("nonumber", .unnumbered), ("notag", .unnumbered), ("relax", .silent), ("nobreak", .silent),
    ("allowbreak", .silent), ("strut", .silent), ("mathstrut", .silent), ("nonscript", .silent),
    ("bra", .enclosed(SymbolTable.open("⟨"), SymbolTable.close("|"))),
    ("ket", .enclosed(SymbolTable.open("|"), SymbolTable.close("⟩"))),
    ("braket", .enclosed(SymbolTable.open("⟨"), SymbolTable.close("⟩"))),
    ("Bra", .enclosed(SymbolTable.open("⟨"), SymbolTable.close("|"))),
    ("Ket", .enclosed(SymbolTable.open("|"), SymbolTable.close("⟩"))),
    ("Braket", .enclosed(SymbolTable.open("⟨"), SymbolTable.close("⟩"))),
    ("set", .enclosed(SymbolTable.open("{"), SymbolTable.close("}"))),
    ("Set", .enclosed(SymbolTable.open("{"), SymbolTable.close("}"))),
  ]

  /// What people try that has no meaning in a formula, with what to do instead.
  private static let unsupported: KeyValuePairs<String, String> = [
    "includegraphics": "formulas hold no pictures; write `![words](file)` outside of them",
    "futurelet": "macros cannot look at what follows them",
    "noexpand": "`\\def` keeps macros unexpanded",
    "csname": "names of commands are written out", "endcsname": "names of commands are written out",
    "if": "macros make no decisions", "ifx": "macros make no decisions", "else": "macros make no decisions",
    "fi": "macros make no decisions", "catcode": "characters keep their meanings",
    "makeatletter": "names of commands have letters only",
    "makeatother": "names of commands have letters only",
  ]

  private static let fonts: [(String, Command)] = [
    ("mathrm", .font(.roman)), ("mathbf", .font(.bold)), ("mathit", .font(.italic)),
    ("mathnormal", .font(.normal)), ("mathcal", .font(.script)), ("mathscr", .font(.script)),
    ("mathfrak", .font(.fraktur)), ("mathbb", .font(.doubleStruck)), ("Bbb", .font(.doubleStruck)),
    ("mathsf", .font(.sans)), ("mathtt", .font(.mono)), ("mathsfit", .font(.sansItalic)),
    ("mathup", .font(.roman)), ("mathds", .font(.doubleStruck)), ("mathbbm", .font(.doubleStruck)),
    ("boldsymbol", .font(.boldItalic)), ("bm", .font(.boldItalic)), ("bold", .font(.bold)),
    ("frak", .font(.fraktur)), ("pmb", .font(.boldItalic)),
    ("rm", .fontSwitch(.roman)), ("bf", .fontSwitch(.bold)), ("it", .fontSwitch(.italic)),
    ("cal", .fontSwitch(.script)), ("sf", .fontSwitch(.sans)), ("tt", .fontSwitch(.mono)),
    ("text", .text(.plain)), ("textrm", .text(.plain)), ("textnormal", .text(.plain)),
    ("textup", .text(.plain)), ("textmd", .text(.plain)),
    ("mbox", .text(.plain)), ("hbox", .text(.plain)), ("textbf", .text(.bold)), ("textit", .text(.italic)),
    ("emph", .text(.italic)), ("textsf", .text(.sans)), ("texttt", .text(.mono)),
  ]

  /// Sizes in per cent of the text's, as LaTeX has them at ten points.
  private static let sizes: [(String, Command)] = [
    ("tiny", .size(50)), ("sixptsize", .size(60)), ("scriptsize", .size(70)), ("footnotesize", .size(80)),
    ("small", .size(90)),
    ("normalsize", .size(100)), ("large", .size(120)), ("Large", .size(144)), ("LARGE", .size(173)),
    ("huge", .size(207)), ("Huge", .size(249)),
  ]

  private static let spaces: [(String, Command)] = [
    (",", .space(1667)), ("thinspace", .space(1667)), (":", .space(2222)), (">", .space(2222)),
    ("medspace", .space(2222)), (";", .space(2778)), ("thickspace", .space(2778)), ("!", .space(-1667)),
    ("negthinspace", .space(-1667)), ("negmedspace", .space(-2222)), ("negthickspace", .space(-2778)),
    ("enspace", .space(5000)), ("enskip", .space(5000)), ("quad", .space(10000)), ("qquad", .space(20000)),
    (" ", .space(2500)), ("space", .space(2500)), ("nobreakspace", .space(2500)),
    ("hspace", .measuredSpace), ("hskip", .measuredSpace), ("kern", .measuredSpace),
    ("mkern", .measuredSpace), ("mskip", .measuredSpace), ("mspace", .measuredSpace),
  ]

  private static let marks: [(String, Command)] = [
    ("hat", .accent(Accent(mark: "ˆ"))), ("check", .accent(Accent(mark: "ˇ"))),
    ("tilde", .accent(Accent(mark: "˜"))), ("acute", .accent(Accent(mark: "´"))),
    ("grave", .accent(Accent(mark: "`"))), ("dot", .accent(Accent(mark: "˙"))),
    ("ddot", .accent(Accent(mark: "¨"))), ("dddot", .accent(Accent(mark: "˙˙˙"))),
    ("ddddot", .accent(Accent(mark: "˙˙˙˙"))),
    ("utilde", .accent(Accent(mark: "~", under: true, stretchy: true))),
    ("Overrightarrow", .accent(Accent(mark: "⇒", stretchy: true))),
    ("overleftharpoon", .accent(Accent(mark: "↼", stretchy: true))),
    ("overgroup", .accent(Accent(mark: "⏠", stretchy: true, brace: true))),
    ("undergroup", .accent(Accent(mark: "⏡", under: true, stretchy: true, brace: true))),
    ("breve", .accent(Accent(mark: "˘"))), ("bar", .accent(Accent(mark: "¯"))),
    ("vec", .accent(Accent(mark: "→"))), ("mathring", .accent(Accent(mark: "˚"))),
    ("widehat", .accent(Accent(mark: "\u{302}", stretchy: true, narrow: "ˆ"))),
    ("widetilde", .accent(Accent(mark: "~", stretchy: true, narrow: "˜"))),
    ("widecheck", .accent(Accent(mark: "ˇ", stretchy: true, narrow: "ˇ"))),
    ("overline", .accent(Accent(mark: "‾", isLine: true))),
    ("underline", .accent(Accent(mark: "_", under: true, isLine: true))),
    ("overlinesegment", .accent(Accent(mark: "‾", isLine: true))),
    ("underlinesegment", .accent(Accent(mark: "_", under: true, isLine: true))),
    ("underbar", .accent(Accent(mark: "_", under: true, isLine: true))),
    ("overrightarrow", .accent(Accent(mark: "→", stretchy: true))),
    ("overleftarrow", .accent(Accent(mark: "←", stretchy: true))),
    ("overleftrightarrow", .accent(Accent(mark: "↔", stretchy: true))),
    ("overrightharpoon", .accent(Accent(mark: "⇀", stretchy: true))),
    ("underrightarrow", .accent(Accent(mark: "→", under: true, stretchy: true))),
    ("underleftarrow", .accent(Accent(mark: "←", under: true, stretchy: true))),
    ("underleftrightarrow", .accent(Accent(mark: "↔", under: true, stretchy: true))),
    ("overbrace", .accent(Accent(mark: "⏞", stretchy: true, brace: true))),
    ("underbrace", .accent(Accent(mark: "⏟", under: true, stretchy: true, brace: true))),
    ("overbracket", .accent(Accent(mark: "⎴", stretchy: true, brace: true))),
    ("underbracket", .accent(Accent(mark: "⎵", under: true, stretchy: true, brace: true))),
    ("overparen", .accent(Accent(mark: "⏜", stretchy: true, brace: true))),
    ("underparen", .accent(Accent(mark: "⏝", under: true, stretchy: true, brace: true))),
  ]
}
