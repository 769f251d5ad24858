import Diagnostics

/// What Swift writes for what other languages call by another name, for those who come from them.
///
/// It is asked only where what was written means nothing, so no name of an author is in its way.
struct ForeignName {
  /// What Swift writes: a name, or a form to follow; more than one where that depends on what is meant.
  let swift: String
  /// Whether it can stand in the name's place as it is.
  let isName: Bool

  /// The end of a message about the name.
  var hint: String { "; Swift writes '\(swift.replacing(" or ", with: "' or '"))'" }

  func fix(of name: String, _ place: Place) -> Diagnostic.Fix? {
    guard isName else { return nil }
    return Diagnostic.Fix("replace '\(name)' with '\(swift)'", range: place.range, replacement: swift)
  }

  /// What a value or a function is called.
  static func value(_ name: String) -> ForeignName? {
    valueNames[name].map { ForeignName(swift: $0, isName: true) }
      ?? valueForms[name].map { ForeignName(swift: $0, isName: false) }
  }

  /// What a type is called.
  static func type(_ name: String) -> ForeignName? {
    typeNames[name].map { ForeignName(swift: $0, isName: true) }
      ?? typeForms[name].map { ForeignName(swift: $0, isName: false) }
  }

  /// What is written for an operator.
  static func operation(_ name: String) -> ForeignName? {
    operatorNames[name].map { ForeignName(swift: $0, isName: true) }
      ?? operatorForms[name].map { ForeignName(swift: $0, isName: false) }
  }

  /// The first member of that meaning that a type has.
  ///
  /// - Parameter isKnown: Whether the type has a member of a name.
  static func member(_ name: String, where isKnown: (String) -> Bool) -> ForeignName? {
    for form in members[name] ?? [] {
      let member = String(form.prefix { $0 != "(" && $0 != " " })
      if isKnown(member) { return ForeignName(swift: form, isName: member == form) }
    }
    return nil
  }

  private static let valueNames = [
    "null": "nil", "NULL": "nil", "None": "nil", "Nil": "nil", "nullptr": "nil", "undefined": "nil",
    "True": "true", "TRUE": "true", "False": "false", "FALSE": "false", "this": "self",
    "println": "print", "printf": "print", "float": "Double", "double": "Double", "int": "Int", "ln": "log",
    "PI": "Double.pi", "pi": "Double.pi", "inf": "Double.infinity", "infinity": "Double.infinity",
    "nan": "Double.nan", "NaN": "Double.nan", "input": "readLine",
  ]

  private static let valueForms = [
    "echo": "print(…)", "puts": "print(…)", "console": "print(…)", "len": "values.count", "range": "0..<n",
    "sum": "values.reduce(0, +)", "average": "values.reduce(0, +) / Double(values.count)",
    "mean": "values.reduce(0, +) / Double(values.count)", "sorted": "values.sorted()",
    "reversed": "values.reversed()", "enumerate": "values.enumerated()", "map": "values.map { … }",
    "filter": "values.filter { … }", "reduce": "values.reduce(…)", "str": "String(…)", "parseInt": "Int(…)",
    "parseFloat": "Double(…)", "Math": "sqrt(x)", "math": "sqrt(x)", "random": "Double.random(in: 0..<1)",
    "rand": "Double.random(in: 0..<1)", "isinstance": "value is Type", "typeof": "type(of: value)",
    "linspace": "stride(from: a, through: b, by: step)", "arange": "stride(from: a, to: b, by: step)",
  ]

  private static let typeNames = [
    "int": "Int", "integer": "Int", "long": "Int", "unsigned": "UInt", "float": "Double", "double": "Double",
    "number": "Double", "str": "String", "boolean": "Bool", "Boolean": "Bool", "char": "Character",
    "Char": "Character", "void": "Void", "Unit": "Void", "object": "Any", "Object": "Any",
  ]

  private static let typeForms = [
    "list": "[Element]", "List": "[Element]", "ArrayList": "[Element]", "Vec": "[Element]",
    "vector": "[Element]", "dict": "[Key: Value]", "map": "[Key: Value]", "Map": "[Key: Value]",
    "HashMap": "[Key: Value]", "HashSet": "Set<Element>", "tuple": "(First, Second)",
  ]

  private static let members = [
    "length": ["count"], "size": ["count"], "len": ["count"], "Length": ["count"], "Count": ["count"],
    "push": ["append"], "push_back": ["append"], "add": ["append", "insert"],
    "extend": ["append(contentsOf: …)"], "concat": ["append(contentsOf: …)"], "pop": ["popLast", "remove"],
    "shift": ["removeFirst"], "unshift": ["insert(…, at: 0)"], "delete": ["remove"], "clear": ["removeAll"],
    "upper": ["uppercased"], "toUpperCase": ["uppercased"], "toUpper": ["uppercased"],
    "lower": ["lowercased"], "toLowerCase": ["lowercased"], "toLower": ["lowercased"],
    "trim": ["trimmingCharacters(in: .whitespaces)"], "strip": ["trimmingCharacters(in: .whitespaces)"],
    "includes": ["contains"], "has": ["contains"], "indexOf": ["firstIndex(of: …)"],
    "find": ["first(where: { … })"], "every": ["allSatisfy"], "all": ["allSatisfy"], "any": ["contains"],
    "some": ["contains"], "fold": ["reduce"], "foldLeft": ["reduce"], "inject": ["reduce"],
    "collect": ["map"], "each": ["forEach"], "foreach": ["forEach"], "sum": ["reduce(0, +)"],
    "replace": ["replacingOccurrences(of: …, with: …)"], "join": ["joined(separator: …)"],
    "startswith": ["hasPrefix"], "startsWith": ["hasPrefix"], "endswith": ["hasSuffix"],
    "endsWith": ["hasSuffix"], "head": ["first"], "tail": ["dropFirst()"], "front": ["first"],
    "back": ["last"], "take": ["prefix"], "drop": ["dropFirst"], "empty": ["isEmpty"],
    "sqrt": ["squareRoot"], "ceil": ["rounded(.up)"], "floor": ["rounded(.down)"],
    "toString": ["description"], "to_s": ["description"],
  ]

  private static let operatorNames = [
    "<>": "!=", "=!": "!=", "=<": "<=", "=+": "+=", "=-": "-=", "//": "/", "&&&": "&&",
    "|||": "||", "====": "==", "!===": "!==",
  ]

  private static let operatorForms = [
    "**": "pow(a, b)", "++": "x += 1", "--": "x -= 1",
    "..": "a...b or a..<b", "=>": "a >= b or { x in … }",
  ]
}
