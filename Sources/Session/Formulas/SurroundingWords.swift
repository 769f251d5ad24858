/// What words of the prose say of the formulas beside them.
enum SurroundingWords {
  enum Sense: Hashable {
    case given
    case supposed
    /// Speaks of something other than before.
    case other
    /// Speaks of something other than now, also where it is recalled: "recall that we used".
    case past
    /// Speaks of another case than before, where it begins a sentence: "for a slower car, $s(t) = 3t$".
    case instance
    /// With a word like "let" beside it, speaks of something other than before.
    case now
    /// What something would be under another condition.
    case hypothetical
    /// "If", which makes what would be otherwise of a past or a subjunctive.
    case conditional
    /// Asks where something holds: "when", "solve".
    case seeking
    /// What is done to a formula: "if we expand it" is no condition.
    case calculating
    /// Speaks of what was said before.
    case reminder
    case mistake
    /// Of a sentence that speaks of the one before it, a mistake: "that is wrong".
    case wrong
    /// Speaks of all numbers: "for all".
    case universal
    /// Says what was said before in other words, right before the formula: "that is".
    case restating
    /// Gives a function, right before the formula: "for $f(x) = x^2$ we have".
    case placing
    /// Speaks of the sentence before, where it begins one: "that", "this".
    case pointer
    /// That it is a mistake, though it is said with a negation.
    case untrue
    /// Takes back what a sentence says of a mistake: "this is no mistake".
    case negation
    /// Says what someone says, who may be mistaken: "a student says".
    case claim
    /// In a question, asks whether someone's claim is right.
    case doubt
    case positive
    case negative
    case exercise
    /// The name of an exercise where a number follows, or where it is all that a heading says.
    case numberedExercise
    case counting
    case degrees
  }

  /// For each first byte the lengths in bytes, as bits, of the words that are asked for, so that most words of a text need
  /// not be looked up.
  static let lengths: [UInt32] = {
    var found = [UInt32](repeating: 0, count: 256)
    for word in Array(words.keys) + pairs.flatMap({ [$0.key] + $0.value.keys }) + ["base", "two", "dos"] {
      guard let first = word.utf8.first else { continue }
      found[Int(first)] |= 1 << UInt32(min(word.utf8.count, 31))
    }
    return found
  }()

  /// The sense of a word; nil for most.
  static func sense(of word: String) -> Sense? { words[word] }

  /// The sense of two words, one after the other.
  static func sense(of first: String, _ second: String) -> Sense? { pairs[first]?[second] }

  private static let words: [String: Sense] = {
    let lists: [(Sense, String)] = [
      (
        .given,
        "let define take consider given choose sea sean define definimos definamos defina toma tomemos tome considera considere consideremos consideramos dada dado dadas dados"
      ),
      (
        .supposed,
        "suppose supposing assume assuming imagine pretend hypothetically supón suponga supongamos suponemos suponiendo imagina imaginemos imaginamos asumamos asumimos"
      ),
      (.now, "now ahora"), (.other, "instead"),
      (
        .hypothetical,
        "would were had began started doubled tripled halved twice doble triple mitad sería serían tendría tendríamos quedaría valdría habría cambiaría pasaría daría obtendríamos hubiera hubiese hubieran hubiésemos hubiéramos fuera fuese fueran fuesen tuviera tuviese tuviéramos empezara empezase comenzara"
      ),
      (.conditional, "if si"),
      (
        .seeking,
        "when whenever until meet meets intersect intersects crosses solve solving equation equations satisfy satisfies requires require must need cuando hasta corta cortan cruza cruzan coinciden resolver resolvemos resolviendo ecuación ecuaciones cumple cumplen satisface satisfacen exige debe necesitamos"
      ),
      (
        .calculating,
        "expand multiply write rewrite simplify differentiate derive compute calculate factor complete substitute evaluate plot desarrollamos escribimos reescribimos derivamos multiplicamos simplificamos sustituimos evaluamos calculamos factorizamos completamos dibujamos"
      ),
      (.reminder, "recall remember recuerda recuérdese recordemos recuerde again"),
      (
        .mistake,
        "mistake mistakes mistaken mistakenly incorrect incorrectly erroneously forgets forgetting forgot equivocado equivocada incorrecto incorrecta erróneamente equivocadamente olvida olvidan olvidando tentador"
      ),
      (.wrong, "wrong false falso falsa"),
      (.pointer, "that this it they eso esto"),
      (.placing, "for with function para con función"),
      (.negation, "no not isn't never nunca"),
      (
        .claim,
        "says said claims claimed thinks believes writes wrote answered dice dijo afirma piensa cree escribe escribió respondió"
      ),
      (.doubt, "correct agree true correcto correcta cierto cierta acuerdo razón"),
      (.positive, "positive positivo positiva positivos positivas"),
      (.negative, "negative negativo negativa negativos negativas"),
      (.exercise, "exercise exercises ejercicio ejercicios solutions soluciones answers respuestas homework"),
      (
        .numberedExercise,
        "problem problems problema problemas solution solución answer respuesta practice práctica"
      ),
      (
        .counting,
        "modulo módulo mod modular clock reloj hexadecimal octal boolean booleana booleano"
      ),
      (.degrees, "degrees grados"),
    ]
    return table(lists.map { ($0.0, $0.1.split(separator: " ").map(String.init)) })
  }()

  private static let pairs: [String: [String: Sense]] = {
    let lists: [(Sense, [String])] = [
      (
        .other,
        [
          "another function", "other function", "different function", "new function", "otra función",
          "compare with", "compared with", "compared to", "previous chapter", "previous lesson",
          "last chapter", "capítulo anterior", "lección anterior",
          "función distinta", "función diferente", "nueva función", "en cambio", "this time", "esta vez",
          "en vez", "what if",
        ]
      ),
      (.past, ["we used", "we had", "used before", "usábamos antes", "usamos antes", "habíamos usado"]),
      (.instance, ["for a", "for an", "for another", "para un", "para una", "para otro", "para otra"]),
      (.reminder, ["instead of", "as before", "como antes"]),
      (
        .mistake,
        [
          "common error", "frequent error", "typical error", "common slip", "frequent slip", "typical slip",
          "tempting to", "don't write", "not write", "never write", "you forget", "we forget", "they forget",
          "often forget", "error común", "error frecuente", "error típico", "error habitual", "no escribas",
        ]
      ),
      (.universal, ["for all", "for every", "for any", "para todo", "para toda", "para cualquier"]),
      (.restating, ["that is", "es decir", "o sea", "simplifies to"]),
      (.untrue, ["not true", "not correct", "not right", "not so"]),
      (
        .counting,
        [
          "in binary", "en binario", "binary arithmetic", "binary digits", "binary numbers",
          "aritmética binaria", "números binarios",
        ]
      ),
    ]
    var found: [String: [String: Sense]] = [:]
    for (sense, phrases) in lists {
      for phrase in phrases {
        let words = phrase.split(separator: " ").map(String.init)
        found[words[0], default: [:]][words[1]] = sense
      }
    }
    return found
  }()

  private static func table(_ lists: [(Sense, [String])]) -> [String: Sense] {
    Dictionary(lists.flatMap { sense, words in words.map { ($0, sense) } }) { first, _ in first }
  }
}
