import SwiftSyntax

/// A key path literal: a function where the context expects one, else an object that reads and perhaps changes.
final class KeyPathSite {
  let syntax: KeyPathExprSyntax
  let root: Type
  let value: Type
  /// The closure that follows the path.
  let getter: Expression
  /// What its subscripts are given, evaluated once.
  var arguments: [(variable: VariableDeclaration, value: Expression)]

  init(
    syntax: KeyPathExprSyntax, root: Type, value: Type, getter: Expression,
    arguments: [(variable: VariableDeclaration, value: Expression)]
  ) {
    self.syntax = syntax
    self.root = root
    self.value = value
    self.getter = getter
    self.arguments = arguments
  }

  /// What a path allows, the least first; named as the classes of the prelude.
  enum Access: String, Comparable {
    case reading = "KeyPath"
    case writing = "WritableKeyPath"
    case writingThroughReference = "ReferenceWritableKeyPath"

    private var rank: Int {
      switch self {
      case .reading: 0
      case .writing: 1
      case .writingThroughReference: 2
      }
    }

    static func < (left: Access, right: Access) -> Bool { left.rank < right.rank }
  }
}
