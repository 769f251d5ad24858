import SwiftSyntax

/// A function, method, initialiser, operator, subscript or computed property.
final class FunctionDeclaration: Hashable {
  struct Parameter {
    var label: String?
    var name: String
    var type: Type
    var isInout = false
    var isVariadic = false
    var isAutoclosure = false
    var defaultValue: ExprSyntax?
  }

  enum Kind { case function, initializer, getter, subscriptGetter, subscriptSetter }

  let name: String
  let kind: Kind
  /// The type whose member it is.
  let owner: NominalDeclaration?
  let place: Place
  var isStatic = false
  var isMutating = false
  /// Whether a protocol only asks for it.
  var isRequirement = false
  var isDiscardable = false
  var genericParameters: [GenericParameter] = []
  /// Of its own and of the extension that it stands in.
  var requirements: [Requirement] = []
  var parameters: [Parameter] = []
  var result: Type = .void
  var canThrow = false
  /// Whether it throws only what its arguments throw.
  var isRethrowing = false
  /// The one type of its errors, as in `throws(ParseError)`; nil where they may be of any type.
  var thrown: Type?
  /// The name of the machine operation or host function that does it.
  var intrinsic: String?
  var body: CodeBlockItemListSyntax?
  /// Where names in it are looked up.
  var scope: Scope
  /// The frame around a local function.
  var outerContext: FunctionContext?
  /// What checking its body gave; nil before.
  var checked: CheckedBody?
  var isBeingChecked = false
  /// Checked default values, by parameter.
  var checkedDefaults: [Int: Expression] = [:]

  init(name: String, kind: Kind, owner: NominalDeclaration?, place: Place, scope: Scope) {
    self.name = name
    self.kind = kind
    self.owner = owner
    self.place = place
    self.scope = scope
  }

  /// Whether it has a `self`.
  var isInstanceMember: Bool { owner != nil && !isStatic && kind != .initializer }

  /// All its type parameters, those of its type first.
  var allGenericParameters: [GenericParameter] { (owner?.genericParameters ?? []) + genericParameters }

  /// The name with labels, as diagnostics show it: `f(_:to:)`.
  var fullName: String {
    if kind == .getter { return name }
    return name + "(" + parameters.map { ($0.label ?? "_") + ":" }.joined() + ")"
  }

  /// Its type as a value, `self` aside.
  var functionType: FunctionType {
    FunctionType(
      parameters: parameters.map {
        FunctionType.Parameter(type: $0.isVariadic ? $0.type : $0.type, isInout: $0.isInout)
      },
      result: result, canThrow: canThrow, thrown: thrown)
  }

  static func == (left: FunctionDeclaration, right: FunctionDeclaration) -> Bool { left === right }
  func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

/// A function body after checking.
struct CheckedBody {
  var context: FunctionContext
  /// `self` where there is one, then the parameters.
  var parameters: [VariableDeclaration]
  var statements: [Statement]
}
