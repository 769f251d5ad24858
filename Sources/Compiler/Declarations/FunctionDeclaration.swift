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
    /// Whether it is a function that is not kept after the call.
    var isNonescaping = false
    /// Whether its type is written with '!'.
    var isImplicitlyUnwrapped = false
    var defaultValue: ExprSyntax?
    /// The property wrapper around it, and what it holds inside the function.
    var wrapped: (property: WrappedProperty, type: Type)?
  }

  enum Kind { case function, initializer, getter, setter, subscriptGetter, subscriptSetter, deinitializer }

  let name: String
  let kind: Kind
  /// The type whose member it is.
  let owner: NominalDeclaration?
  var place: Place
  var isStatic = false
  /// Whether subclasses may override it although it is static: `class func`.
  var isClassMember = false
  /// Whether a call hands it the type that it is called on: static members of classes and protocols.
  var takesType = false
  /// Whether its result is `Self`: for a class, the class of the instance or type that it is called on.
  var returnsSelf = false
  var isMutating = false
  /// Whether a protocol only asks for it.
  var isRequirement = false
  var isDiscardable = false
  var genericParameters: [GenericParameter] = []
  /// Of a local function: the type parameters of the functions around it.
  var outerParameters: [GenericParameter] = []
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
  /// Its value as one expression, instead of a body.
  var value: ExprSyntax?
  /// The result builder that puts its body together.
  var resultBuilder: Type?
  /// The wrapped property whose first wrapper it makes, instead of a body.
  var wrapped: WrappedProperty?
  /// Of a getter: what sets the same property or element.
  var setter: FunctionDeclaration?
  /// Of a setter: what reads the same property or element.
  unowned(unsafe) var getter: FunctionDeclaration?
  /// The method of a superclass in whose place it is called.
  var overridden: FunctionDeclaration?
  /// Whether it gives a value where what it overrides gives an optional: its calls go through a slot of their own, and
  /// the earlier one has a function that wraps its result.
  var unwrapsResult = false
  var isFinal = false
  /// Whether `override` stands before it, or `required`.
  var isOverride = false
  var isRequired = false
  /// Of an initialiser that a class has from its superclass: that one.
  var inherits: FunctionDeclaration?
  /// Of an initialiser: whether it leaves the work to another of the same type.
  var isConvenience = false
  var isFailable = false
  /// Whether a call means it only where no other function fits: an old name that still works.
  var isDisfavoured = false
  /// Whether its result is a `T!`, which is unwrapped by itself where a `T` is needed: also of `init!`.
  var givesImplicitlyUnwrapped = false
  /// Whether its result is `some` type, which its body decides.
  var isOpaque = false
  /// What `some P` promises of the result, for which the parameter stands.
  var promise: (GenericParameter, [Requirement])?
  var access = Access.open
  /// The property that it watches or reads directly.
  var directProperty: VariableDeclaration?
  /// Of a setter that observes: what else it runs, before and after.
  var observers: (willSet: AccessorDeclSyntax?, didSet: AccessorDeclSyntax?)?
  /// Where names in it are looked up.
  var scope: Scope
  /// The frame around a local function.
  var outerContext: FunctionContext?
  /// What checking its body gave; nil before.
  var checked: CheckedBody?
  var isBeingChecked = false
  /// What gives its value and derivative while a derivative is being taken: the function marked `@derivative(of:)`.
  var derivative: FunctionDeclaration?
  /// The functions that make default values, by parameter, where it has type parameters.
  var defaultMakers: [Int: FunctionDeclaration] = [:]
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

  /// Whether it can be what a protocol asks of a type itself: a static member, or an operator outside of types.
  var isOfType: Bool { isStatic || owner == nil }

  /// Whether a call hands it `self` first: instance members, and initialisers of classes, which fill a new instance.
  var takesSelf: Bool { isInstanceMember || kind == .initializer && owner?.kind == .classType }

  /// The type of the `self` of a static member that knows which type it is called on.
  var typeOfSelf: Type? { takesType ? owner.map { .metatype($0.selfType) } : nil }

  /// The first declaration in whose place it is called and that gives a result of the same shape, perhaps itself: that
  /// of its dispatch slot.
  var root: FunctionDeclaration {
    var found = self
    while !found.unwrapsResult, let next = found.overridden { found = next }
    return found
  }

  /// The declaration that started what this one overrides, perhaps itself.
  var origin: FunctionDeclaration {
    var found = self
    while let next = found.overridden { found = next }
    return found
  }

  /// Whether calls choose at run time between it and what overrides it.
  var isDynamic: Bool {
    owner?.kind == .classType && (isInstanceMember || isClassMember) && !isFinal && kind != .deinitializer
      && owner?.isFinal == false && access != .isPrivate
  }

  /// All its type parameters, those of its type first.
  var allGenericParameters: [GenericParameter] {
    outerParameters.isEmpty ? openedParameters : outerParameters + openedParameters
  }

  /// The type parameters that a call finds arguments for: those of its type and its own.
  var openedParameters: [GenericParameter] {
    guard let owner, !owner.genericParameters.isEmpty else { return genericParameters }
    return genericParameters.isEmpty ? owner.genericParameters : owner.genericParameters + genericParameters
  }

  /// Whether its parameters have these labels, nil for none.
  func hasLabels(_ labels: [String?]) -> Bool { parameters.map(\.label) == labels }

  /// The name with labels, as diagnostics show it: `f(_:to:)`.
  var fullName: String {
    if kind == .getter || kind == .setter || kind == .deinitializer { return name }
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
