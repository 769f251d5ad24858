/// What words of the prose say of the formulas beside them.
enum SurroundingWords {
  enum Sense: Hashable {
    case given
    case supposed
    /// Speaks of something other than before.
    case other
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
        "when whenever until solve solving equation equations satisfy satisfies requires require must need cuando hasta resolver resolvemos resolviendo ecuación ecuaciones cumple cumplen satisface satisfacen exige debe necesitamos"
      ),
      (
        .calculating,
        "expand multiply write rewrite simplify differentiate derive compute calculate factor complete substitute evaluate plot desarrollamos escribimos reescribimos derivamos multiplicamos simplificamos sustituimos evaluamos calculamos factorizamos completamos dibujamos"
      ),
      (.reminder, "recall remember recuerda recuérdese recordemos recuerde again"),
      (
        .mistake,
        "mistake mistaken mistakenly incorrect incorrectly equivocado equivocada incorrecto incorrecta"
      ),
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
          "función distinta", "función diferente", "nueva función", "en cambio", "this time", "esta vez",
          "en vez", "what if",
        ]
      ),
      (.reminder, ["instead of", "as before", "como antes"]),
      (
        .mistake,
        ["common error", "error común", "error frecuente", "error típico", "error habitual", "not true"]
      ),
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
