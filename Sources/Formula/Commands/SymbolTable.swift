/// The signs: what each control sequence and each ASCII character shows, of which class, as which element.
enum SymbolTable {
  /// Every named symbol. Of two names for one character the first gives its meaning when it is typed itself.
  static let symbols: [(name: String, symbol: Symbol)] = {
    var all: [(String, Symbol)] = []
    all.reserveCapacity(700)
    for group in groups {
      for (name, text) in pairs(group.entries) {
        all.append((name, Symbol(text: text, atom: group.atom, form: group.form)))
      }
    }
    return all
  }()

  /// The symbol of an ASCII character that is no letter, digit or part of TeX's syntax; nil for those.
  static func character(_ byte: UInt8) -> Symbol? {
    switch byte {
    case UInt8(ascii: "+"): Symbol(text: "+", atom: .binary, form: .regular)
    case UInt8(ascii: "-"): Symbol(text: "−", atom: .binary, form: .regular)
    case UInt8(ascii: "*"): Symbol(text: "∗", atom: .binary, form: .explicit)
    case UInt8(ascii: "="): Symbol(text: "=", atom: .relation, form: .regular)
    case UInt8(ascii: "<"): Symbol(text: "<", atom: .relation, form: .regular)
    case UInt8(ascii: ">"): Symbol(text: ">", atom: .relation, form: .regular)
    case UInt8(ascii: ":"): Symbol(text: ":", atom: .relation, form: .explicit)
    case UInt8(ascii: "("): open("(")
    case UInt8(ascii: "["): open("[")
    case UInt8(ascii: ")"): close(")")
    case UInt8(ascii: "]"): close("]")
    case UInt8(ascii: "!"): Symbol(text: "!", atom: .close, form: .explicit)
    case UInt8(ascii: "?"): Symbol(text: "?", atom: .close, form: .explicit)
    case UInt8(ascii: ","): Symbol(text: ",", atom: .punctuation, form: .regular)
    case UInt8(ascii: ";"): Symbol(text: ";", atom: .punctuation, form: .regular)
    case UInt8(ascii: "|"): Symbol(text: "|", atom: .ordinary, form: .fence)
    case UInt8(ascii: "/"): Symbol(text: "/", atom: .ordinary, form: .explicit)
    case UInt8(ascii: "."): Symbol(text: ".", atom: .ordinary, form: .explicit)
    case UInt8(ascii: "@"): Symbol(text: "@", atom: .ordinary, form: .sign)
    case UInt8(ascii: "\""): Symbol(text: "\"", atom: .ordinary, form: .sign)
    case UInt8(ascii: "`"): Symbol(text: "‘", atom: .ordinary, form: .sign)
    default: nil
    }
  }

  /// An opening bracket.
  static func open(_ text: String) -> Symbol { Symbol(text: text, atom: .open, form: .fence) }

  /// A closing bracket.
  static func close(_ text: String) -> Symbol { Symbol(text: text, atom: .close, form: .fence) }

  /// Splits `name sign name sign …` at white space.
  static func pairs(_ text: String) -> [(String, String)] {
    let words = text.utf8.split { $0 == 0x20 || $0 == 0x0A }.map { String(Substring($0)) }
    return stride(from: 0, to: words.count - 1, by: 2).map { (words[$0], words[$0 + 1]) }
  }

  /// What `\not` makes of a sign; those that Unicode has as one character.
  static let negations: [String: String] = Dictionary(
    pairs(
      """
      = ≠ ∈ ∉ ∋ ∌ ≡ ≢ ∼ ≁ ≈ ≉ ≅ ≇ ≃ ≄ < ≮ > ≯ ≤ ≰ ≥ ≱ ≺ ⊀ ≻ ⊁ ⊂ ⊄ ⊃ ⊅ ⊆ ⊈ ⊇ ⊉ ⊑ ⋢ ⊒ ⋣ ∣ ∤ | ∤ ∥ ∦ ‖ ∦ ⊢ ⊬ ⊨ ⊭
      ⊩ ⊮ ∃ ∄ ← ↚ → ↛ ↔ ↮ ⇐ ⇍ ⇒ ⇏ ⇔ ⇎ ≲ ≴ ≳ ≵ ⊲ ⋪ ⊳ ⋫ ⊴ ⋬ ⊵ ⋭ ≍ ≭
      """), uniquingKeysWith: { first, _ in first })

  private static let groups: [(atom: Atom, form: Symbol.Form, entries: String)] = [
    (.ordinary, .letter, greek), (.ordinary, .uprightLetter, capitalGreek),
    (.ordinary, .letter, italicCapitalGreek), (.ordinary, .sign, signs),
    (.ordinary, .explicit, ordinaryOperators), (.ordinary, .fence, verticals), (.binary, .regular, binaries),
    (.binary, .explicit, explicitBinaries),
    (.relation, .regular, relations), (.relation, .regular, negatedRelations), (.relation, .regular, arrows),
    (.relation, .explicit, explicitRelations), (.open, .fence, opening), (.close, .fence, closing),
    (.punctuation, .explicit, punctuation), (.inner, .sign, dots), (.large, .large, largeOperators),
    (.large, .integral, integrals),
  ]

  private static let greek = """
    alpha α beta β gamma γ delta δ epsilon ϵ zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ
    omicron ο pi π rho ρ sigma σ tau τ upsilon υ phi ϕ chi χ psi ψ omega ω varepsilon ε vartheta ϑ varpi ϖ
    varrho ϱ varsigma ς varphi φ varkappa ϰ digamma ϝ partial ∂ imath ı jmath ȷ thetasym ϑ
    """

  private static let capitalGreek = """
    Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
    Alpha Α Beta Β Epsilon Ε Zeta Ζ Eta Η Iota Ι Kappa Κ Mu Μ Nu Ν Omicron Ο Rho Ρ Tau Τ Chi Χ nabla ∇
    """

  private static let italicCapitalGreek = """
    varGamma Γ varDelta Δ varTheta Θ varLambda Λ varXi Ξ varPi Π varSigma Σ varUpsilon Υ varPhi Φ varPsi Ψ
    varOmega Ω
    """

  private static let signs = """
    infty ∞ forall ∀ exists ∃ nexists ∄ emptyset ∅ varnothing ∅ hbar ℏ hslash ℏ ell ℓ wp ℘ Re ℜ Im ℑ aleph ℵ
    beth ℶ gimel ℷ daleth ℸ angle ∠ measuredangle ∡ sphericalangle ∢ triangle △ square □ Box □ blacksquare ■
    lozenge ◊ Diamond ◊ blacklozenge ⧫ bigstar ★ top ⊤ bot ⊥ flat ♭ natural ♮ sharp ♯ clubsuit ♣
    diamondsuit ♢ heartsuit ♡ spadesuit ♠ checkmark ✓ maltese ✠ degree ° prime ′ backprime ‵ neg ¬ lnot ¬
    surd √ complement ∁ eth ð mho ℧ Finv Ⅎ Game ⅁ circledS Ⓢ circledR ® copyright © pounds £ mathsterling £
    yen ¥ dag † ddag ‡ dagger † ddagger ‡ S § P ¶ _ _ % % & & $ $ # # R ℝ N ℕ Z ℤ Reals ℝ reals ℝ natnums ℕ
    cnums ℂ blacktriangle ▲ blacktriangledown ▼ triangledown ▽ vdots ⋮ AA Å aa å ss ß ae æ AE Æ oe œ OE Œ
    o ø O Ø i ı j ȷ Bbbk 𝕜 diagup ╱ diagdown ╲ varvdots ⋮ alef ℵ alefsym ℵ clubs ♣ Complex ℂ Dagger ‡
    diamonds ♢ empty ∅ exist ∃ hearts ♡ image ℑ infin ∞ real ℜ sect § spades ♠ weierp ℘ lq ‘ rq ’
    textdagger † textdaggerdbl ‡ textdollar $ textunderscore _ textbraceleft { textbraceright } textless <
    textgreater > textbar | textbardbl ‖ KaTeX KaTeX LaTeX LaTeX TeX TeX textasciitilde ~ textasciicircum ^ textellipsis … textendash –
    textemdash — textquoteleft ‘ textquoteright ’ textquotedblleft “ textquotedblright ” textdegree °
    textsterling £ textcopyright © textregistered ®
    """

  private static let ordinaryOperators = """
    backslash \\ slash / textbackslash \\
    """

  private static let verticals = """
    vert | | ‖ Vert ‖
    """

  private static let binaries = """
    pm ± mp ∓ div ÷ cap ∩ cup ∪ uplus ⊎ sqcap ⊓ sqcup ⊔ vee ∨ lor ∨ wedge ∧ land ∧ setminus ∖
    smallsetminus ∖ oplus ⊕ ominus ⊖ oslash ⊘ dotplus ∔ Cap ⋒ Cup ⋓ doublecap ⋒ doublecup ⋓ barwedge ⊼
    veebar ⊻ doublebarwedge ⩞ boxminus ⊟ boxplus ⊞ circleddash ⊝ curlyvee ⋎ curlywedge ⋏ plusmn ±
    """

  private static let explicitBinaries = """
    times × cdot ⋅ ast ∗ star ⋆ circ ∘ bullet ∙ wr ≀ diamond ⋄ bigtriangleup △ bigtriangledown ▽
    triangleleft ◃ triangleright ▹ lhd ⊲ rhd ⊳ unlhd ⊴ unrhd ⊵ otimes ⊗ odot ⊙ bigcirc ◯ amalg ⨿ ltimes ⋉
    rtimes ⋊ leftthreetimes ⋋ rightthreetimes ⋌ boxtimes ⊠ boxdot ⊡ divideontimes ⋇ centerdot ⋅ intercal ⊺
    circledast ⊛ circledcirc ⊚ And & bull ∙ sdot ⋅ minuso ⦵
    """

  private static let relations = """
    le ≤ leq ≤ ge ≥ geq ≥ ne ≠ neq ≠ lt < gt > equiv ≡ sim ∼ simeq ≃ approx ≈ cong ≅ doteq ≐ propto ∝
    asymp ≍ in ∈ isin ∈ ni ∋ owns ∋ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ sqsubset ⊏ sqsupset ⊐
    sqsubseteq ⊑ sqsupseteq ⊒ prec ≺ succ ≻ preceq ⪯ succeq ⪰ ll ≪ gg ≫ lll ⋘ ggg ⋙ llless ⋘ gggtr ⋙ mid ∣
    parallel ∥ perp ⟂ vdash ⊢ dashv ⊣ models ⊨ vDash ⊨ Vdash ⊩ Vvdash ⊪ bowtie ⋈ Join ⋈ approxeq ≊
    thickapprox ≈ thicksim ∼ backsim ∽ backsimeq ⋍ bumpeq ≏ Bumpeq ≎ circeq ≗ eqcirc ≖ doteqdot ≑ Doteq ≑
    fallingdotseq ≒ risingdotseq ≓ triangleq ≜ coloneqq ≔ eqqcolon ≕ coloneq ≔ colonequals ≔ equalscolon ≕
    Coloneqq ⩴ eqsim ≂ leqq ≦ geqq ≧ leqslant ⩽ geqslant ⩾ eqslantless ⪕ eqslantgtr ⪖ lesssim ≲ gtrsim ≳
    lessapprox ⪅ gtrapprox ⪆ lessgtr ≶ gtrless ≷ lesseqgtr ⋚ gtreqless ⋛ lesseqqgtr ⪋ gtreqqless ⪌ lessdot ⋖
    gtrdot ⋗ preccurlyeq ≼ succcurlyeq ≽ curlyeqprec ⋞ curlyeqsucc ⋟ precsim ≾ succsim ≿ precapprox ⪷
    succapprox ⪸ subseteqq ⫅ supseteqq ⫆ Subset ⋐ Supset ⋑ trianglelefteq ⊴ trianglerighteq ⊵
    vartriangleleft ⊲ vartriangleright ⊳ blacktriangleleft ◀ blacktriangleright ▶ vartriangle △ between ≬
    pitchfork ⋔ varpropto ∝ shortmid ∣ shortparallel ∥ Perp ⫫ sub ⊂ sube ⊆ supe ⊇ backepsilon ∍
    coloncolonequals ⩴
    """

  private static let negatedRelations = """
    notin ∉ notni ∌ nless ≮ ngtr ≯ nleq ≰ ngeq ≱ nleqslant ≰ ngeqslant ≱ lneq ⪇ gneq ⪈ lneqq ≨ gneqq ≩
    lnsim ⋦ gnsim ⋧ lnapprox ⪉ gnapprox ⪊ nprec ⊀ nsucc ⊁ npreceq ⋠ nsucceq ⋡ precnsim ⋨ succnsim ⋩
    precneqq ⪵ succneqq ⪶ precnapprox ⪹ succnapprox ⪺ nsim ≁ ncong ≆ nmid ∤ nparallel ∦ nshortmid ∤
    nshortparallel ∦ nvdash ⊬ nvDash ⊭ nVdash ⊮ nVDash ⊯ nsubset ⊄ nsupset ⊅ nequiv ≢ nsubseteq ⊈ nsupseteq ⊉ subsetneq ⊊ supsetneq ⊋
    varsubsetneq ⊊ varsupsetneq ⊋ subsetneqq ⫋ supsetneqq ⫌ ntriangleleft ⋪ ntriangleright ⋫
    ntrianglelefteq ⋬ ntrianglerighteq ⋭ gvertneqq ≩ lvertneqq ≨ ngeqq ≱ nleqq ≰ nsubseteqq ⊈ nsupseteqq ⊉
    varsubsetneqq ⫋ varsupsetneqq ⫌
    """

  private static let arrows = """
    to → rightarrow → gets ← leftarrow ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔
    implies ⟹ impliedby ⟸ iff ⟺ longrightarrow ⟶ longleftarrow ⟵ longleftrightarrow ⟷ Longrightarrow ⟹
    Longleftarrow ⟸ Longleftrightarrow ⟺ mapsto ↦ mapsfrom ↤ longmapsto ⟼ hookrightarrow ↪ hookleftarrow ↩
    rightharpoonup ⇀ rightharpoondown ⇁ leftharpoonup ↼ leftharpoondown ↽ rightleftharpoons ⇌
    leftrightharpoons ⇋ uparrow ↑ downarrow ↓ updownarrow ↕ Uparrow ⇑ Downarrow ⇓ Updownarrow ⇕ nearrow ↗
    searrow ↘ swarrow ↙ nwarrow ↖ rightsquigarrow ⇝ leadsto ⇝ leftrightsquigarrow ↭ dashrightarrow ⇢
    dashleftarrow ⇠ twoheadrightarrow ↠ twoheadleftarrow ↞ rightarrowtail ↣ leftarrowtail ↢ leftleftarrows ⇇
    rightrightarrows ⇉ leftrightarrows ⇆ rightleftarrows ⇄ upuparrows ⇈ downdownarrows ⇊ Lleftarrow ⇚
    Rrightarrow ⇛ looparrowleft ↫ looparrowright ↬ curvearrowleft ↶ curvearrowright ↷ circlearrowleft ↺
    circlearrowright ↻ Lsh ↰ Rsh ↱ multimap ⊸ upharpoonright ↾ upharpoonleft ↿ downharpoonright ⇂
    downharpoonleft ⇃ restriction ↾ origof ⊶ imageof ⊷ nrightarrow ↛ nleftarrow ↚ nleftrightarrow ↮
    nRightarrow ⇏ nLeftarrow ⇍ nLeftrightarrow ⇎ rarr → larr ← harr ↔ rArr ⇒ lArr ⇐ hArr ⇔ Rarr ⇒ Larr ⇐
    Harr ⇔ uarr ↑ darr ↓ lrarr ↔ lrArr ⇔ dArr ⇓ Darr ⇓ uArr ⇑ Uarr ⇑ Lrarr ⇔
    """

  private static let explicitRelations = """
    vcentcolon : dblcolon ∷ smile ⌣ frown ⌢ therefore ∴ because ∵ smallsmile ⌣ smallfrown ⌢ ratio ∶
    ordinarycolon : coloncolon ∷ colonminus :− coloncolonminus ∷− minuscolon −: minuscoloncolon −∷
    colonapprox :≈ coloncolonapprox ∷≈ colonsim :∼ coloncolonsim ∷∼ simcolon ∼: simcoloncolon ∼∷
    approxcolon ≈: approxcoloncolon ≈∷ equalscoloncolon =∷ Eqqcolon =∷ eqcolon −: Eqcolon −∷ Coloneq ∷−
    Colonapprox ∷≈ Colonsim ∷∼
    """

  private static let opening = """
    { { lbrace { ( ( lbrack [ lparen ( langle ⟨ lang ⟨ lceil ⌈ lfloor ⌊ lvert | lVert ‖ lgroup ⟮ lmoustache ⎰ ulcorner ⌜
    llcorner ⌞ llbracket ⟦ lBrack ⟦ lBrace ⦃
    """

  private static let closing = """
    } } rbrace } ) ) rbrack ] rparen ) rangle ⟩ rang ⟩ rceil ⌉ rfloor ⌋ rvert | rVert ‖ rgroup ⟯ rmoustache ⎱ urcorner ⌝
    lrcorner ⌟ rrbracket ⟧ rBrack ⟧ rBrace ⦄
    """

  private static let punctuation = """
    colon : cdotp ⋅ ldotp .
    """

  private static let dots = """
    ldots … cdots ⋯ dotsb ⋯ dotsc … dotsi ⋯ dotsm ⋯ dotso … mathellipsis … ddots ⋱ iddots ⋰
    """

  private static let largeOperators = """
    sum ∑ prod ∏ coprod ∐ bigcap ⋂ bigcup ⋃ bigvee ⋁ bigwedge ⋀ bigoplus ⨁ bigotimes ⨂ bigodot ⨀ biguplus ⨄
    bigsqcup ⨆ bigsqcap ⨅
    """

  private static let integrals = """
    int ∫ iint ∬ iiint ∭ iiiint ⨌ oint ∮ oiint ∯ oiiint ∰ intop ∫ smallint ∫
    """
}
