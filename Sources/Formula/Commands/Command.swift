/// What a control sequence means to the parser. The parser and the writer know these cases, not the names.
enum Command: Sendable {
  case symbol(Symbol)
  /// `\dots`: which of the two depends on what comes next.
  case dots(low: Symbol, middle: Symbol)
  case name(String, limits: Bool)
  case operatorName(limits: Bool)
  case fraction(FractionForm)
  /// `\genfrac{(}{)}{thickness}{style}{over}{under}`.
  case generalFraction
  /// `\over` and relatives, between numerator and denominator.
  case infix(FractionForm)
  /// `\above1pt`: `\over` with a line as thick as it says.
  case infixRule
  case root
  case accent(Accent)
  /// `\overset`: the argument that comes first stands over the second.
  case over
  case under
  /// `\stackrel`: over, and a relation.
  case stackedRelation
  case arrow(String)
  case text(TextStyle)
  case font(Font)
  /// `\bf`: from here to the end of the group.
  case fontSwitch(Font)
  case style(MathStyle)
  case space(Int)
  /// `\hspace{1em}` and, without braces, `\kern1em`.
  case measuredSpace
  case classed(Atom)
  case negation
  case big(size: Int, Atom)
  case left, right, middle
  case begin, end, newline, substack
  /// `\hline` and `\hdashline`, at the start of a row.
  case line(TableRule)
  case limits(Scripts.Placement)
  /// `\color{…}`: from here to the end of the group.
  case colourSwitch
  case colour
  /// `\colorbox{…}{text}`.
  case colourBox
  /// `\fcolorbox{…}{…}{text}`.
  case frameBox
  /// `\fbox{text}`.
  case textBox
  /// `\llap{text}` and relatives.
  case textOverlap(Decoration)
  /// `\raisebox{length}{text}`.
  case raised
  /// `\rule[shift]{width}{height}`.
  case rule
  /// `\mathchoice`: four arguments, one for each style.
  case choice
  /// `\char"41`: a character by its code.
  case characterCode
  /// `\url{…}`, which shows where it leads.
  case address
  /// `\href{…}{formula}`: a formula that leads to an address.
  case link
  /// `\htmlId{…}{formula}` and relatives, of which the formula shows: pages decide on their own attributes.
  case attributed
  /// `\blue{…}`: an argument in a colour.
  case coloured(String)
  /// What has no meaning here, and why.
  case unsupported(String)
  /// `\verb|…|`.
  case verbatim
  /// An accent on the next letter of a text; the combining mark.
  case textAccent(String)
  /// `\large`: from here to the end of the group; in per cent.
  case size(Int)
  case decoration(Decoration)
  /// `\pmod{n}`, `\pod{n}`, `\mod{n}`.
  case modulus(word: Bool, parentheses: Bool)
  /// `\bmod`: a word as a binary operator.
  case binaryWord(String)
  /// `\tag{…}`: what stands at the right of the line.
  case tag
  /// `\label{…}`: the name of the line.
  case label
  /// `\ref{…}` or `\eqref{…}`.
  case reference(parentheses: Bool)
  /// `\nonumber`: the line has no number.
  case unnumbered
  /// `\intertext{…}`: a line of words between aligned lines.
  case interlude
  /// `\arraystretch{1.5}`, as a definition of it becomes.
  case arrayStretch
  /// Says nothing here: `\relax`.
  case silent
  /// `\bra{ψ}`: an argument between delimiters.
  case enclosed(Symbol, Symbol)
}
