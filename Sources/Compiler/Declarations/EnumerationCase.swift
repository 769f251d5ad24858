import SwiftSyntax

/// A case of an enumeration.
final class EnumerationCase {
  let name: String
  /// Its number among the cases.
  let index: Int
  /// The parts of its payload.
  var payload: [Type.TupleElement]
  /// Whether its payload lies in a box, so that the type may hold itself.
  let isIndirect: Bool
  let rawValue: ExprSyntax?
  let place: Place

  init(
    name: String, index: Int, payload: [Type.TupleElement], isIndirect: Bool, rawValue: ExprSyntax?,
    place: Place
  ) {
    self.name = name
    self.index = index
    self.payload = payload
    self.isIndirect = isIndirect
    self.rawValue = rawValue
    self.place = place
  }

  /// The payload as one type: its only part without a label, or a tuple.
  var payloadType: Type { payload.count == 1 ? payload[0].type : .tuple(payload) }
}
