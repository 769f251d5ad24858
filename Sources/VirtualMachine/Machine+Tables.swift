import CMachine

/// Hash tables of dictionaries and sets.
extension Machine {
  /// The hash of a string; canonically equivalent strings have one.
  static func hash(_ string: String) -> UInt64 {
    var string = string
    let ascii: UInt64? = string.withUTF8 { bytes in
      bytes.allSatisfy { $0 < 128 } ? trama_hash_bytes(bytes.baseAddress, Int64(bytes.count)) : nil
    }
    if let ascii { return ascii }
    let singletons: [Unicode.Scalar: Unicode.Scalar] = ["\u{37E}": ";", "\u{1FEF}": "`", "\u{212A}": "K"]
    if string.unicodeScalars.contains(where: { singletons[$0] != nil }) {
      // The few characters that are equivalent to an ASCII one.
      var plain = ""
      for scalar in string.unicodeScalars { plain.unicodeScalars.append(singletons[scalar] ?? scalar) }
      return hash(plain)
    }
    return UInt64(truncatingIfNeeded: string.hashValue)
  }

  /// Removes a place from a table that the caller owns.
  public func removeFromTable(_ slot: TramaSlot, hash: Int, place: Int) throws(Trap.Reason) -> TramaSlot {
    var slot = slot
    guard trama_array_make_unique(core, &slot), let table = slot.o else { throw .limit(.heap) }
    trama_table_remove(table, UInt32(truncatingIfNeeded: hash), Int64(place))
    return slot
  }

  /// Renames a place in a table that the caller owns.
  public func moveInTable(
    _ slot: TramaSlot, hash: Int, from place: Int, to newPlace: Int
  ) throws(Trap.Reason) -> TramaSlot {
    var slot = slot
    guard trama_array_make_unique(core, &slot), let table = slot.o else { throw .limit(.heap) }
    trama_table_move(table, UInt32(truncatingIfNeeded: hash), Int64(place), Int64(newPlace))
    return slot
  }
}
