import CMachine

/// Values on the heap: how they are made, read, kept and given back.
extension Machine {
  /// A string that lasts as long as the functions that use it.
  func makeConstant(_ string: String) -> TramaSlot {
    do throws(Trap.Reason) {
      return try makeString(string)
    } catch {
      fatalError("there is no memory left for a program's constants")
    }
  }

  /// A new string object, counted once.
  public func makeString(_ string: String) throws(Trap.Reason) -> TramaSlot {
    core.pointee.fuel -= Int64(string.utf8.count / 16)
    let bytes = Self.heapBytes(string)
    guard
      core.pointee.heapUsed + bytes <= core.pointee.heapLimit,
      let object = trama_object_create(core, UInt32(trama_kind_string.rawValue), UInt32(Self.stringLayout), 1)
    else { throw .limit(.heap) }
    core.pointee.heapUsed += bytes
    trama_object_slots(object).withMemoryRebound(to: String.self, capacity: 1) { $0.initialize(to: string) }
    return TramaSlot(o: object)
  }

  /// What a string's text counts for; short ones lie in the string itself.
  static func heapBytes(_ string: String) -> Int64 {
    let count = string.utf8.count
    return count > 15 ? Int64(count) : 0
  }

  /// Appends to a string that the caller owns; gives back one that it owns.
  ///
  /// - Complexity: Amortised linear in `other`, where nobody else holds the string.
  public func append(_ other: String, to slot: TramaSlot) throws(Trap.Reason) -> TramaSlot {
    guard let object = slot.o, object.pointee.references == 1 else {
      let joined = try makeString(string(slot) + other)
      release(slot)
      return joined
    }
    core.pointee.fuel -= Int64(other.utf8.count / 16)
    guard core.pointee.heapUsed + Int64(other.utf8.count) <= core.pointee.heapLimit else {
      throw .limit(.heap)
    }
    trama_object_slots(object).withMemoryRebound(to: String.self, capacity: 1) {
      let before = Self.heapBytes($0.pointee)
      $0.pointee += other
      object.pointee.count = 1  // where its hash was kept
      core.pointee.heapUsed += Self.heapBytes($0.pointee) - before
    }
    return slot
  }

  /// Removes the last element of an array that the caller owns and that is not empty.
  public func removeLast(_ slot: TramaSlot) throws(Trap.Reason) -> TramaSlot {
    var slot = slot
    guard trama_array_make_unique(core, &slot), let array = slot.o else { throw .limit(.heap) }
    trama_array_remove_last(core, array)
    return slot
  }

  /// Moves an element of an array that the caller owns to another place; those between move up or down by one.
  ///
  /// - Complexity: Linear in the distance.
  public func moveElement(_ slot: TramaSlot, from: Int64, to: Int64) throws(Trap.Reason) -> TramaSlot {
    var slot = slot
    guard trama_array_make_unique(core, &slot), let array = slot.o else { throw .limit(.heap) }
    guard from >= 0, from < array.pointee.count, to >= 0, to < array.pointee.count else {
      throw .indexOutOfRange
    }
    trama_array_move(core, array, from, to)
    return slot
  }

  /// Removes the last character of a string that the caller owns and that is not empty.
  ///
  /// - Complexity: Constant where nobody else holds the string.
  public func removeLastCharacter(_ slot: TramaSlot) throws(Trap.Reason) -> TramaSlot {
    guard let object = slot.o, object.pointee.references == 1 else {
      let rest = try makeString(String(string(slot).dropLast()))
      release(slot)
      return rest
    }
    trama_object_slots(object).withMemoryRebound(to: String.self, capacity: 1) {
      let before = Self.heapBytes($0.pointee)
      _ = $0.pointee.popLast()
      object.pointee.count = 1  // where its hash was kept
      core.pointee.heapUsed += Self.heapBytes($0.pointee) - before
    }
    return slot
  }

  /// A copy of the first globals, which keeps what they refer to as it is: arrays, texts and tables that others change
  /// are copied first. Objects of classes are not.
  ///
  /// - Parameter references: The slots that hold references.
  public func savedGlobals(count: Int, references: [Int]) -> [TramaSlot] {
    for slot in references { trama_retain(core.pointee.stack[slot].o) }
    return Array(UnsafeBufferPointer(start: core.pointee.stack, count: count))
  }

  /// Puts a copy of the first globals back. What they were in the meantime is not freed, since something may still
  /// refer to it.
  public func restoreGlobals(_ saved: [TramaSlot]) {
    for (slot, value) in saved.enumerated() { core.pointee.stack[slot] = value }
  }

  /// Whether a reference that should be there is missing in globals from `slot` on, or in what they reach.
  ///
  /// A trap in the middle of a change in place leaves such gaps.
  public func isLost(global slot: Int, _ layout: Layout) -> Bool {
    var seen: Set<UnsafeMutablePointer<TramaObject>> = []
    var pending: [UnsafeMutablePointer<TramaObject>] = []
    for (offset, kind) in layout.slots.enumerated() where kind != .bits {
      if let object = core.pointee.stack[slot + offset].o {
        pending.append(object)
      } else if kind == .reference {
        return true
      }
    }
    while let object = pending.popLast() {
      guard object.pointee.kind != UInt32(trama_kind_string.rawValue), seen.insert(object).inserted else {
        continue
      }
      let layout = core.pointee.layouts[Int(object.pointee.layout)]
      guard layout.referenceCount > 0, let slots = trama_object_slots(object) else { continue }
      for element in 0..<Int(object.pointee.count) {
        for reference in 0..<Int(layout.referenceCount) {
          let place = element * Int(layout.stride) + Int(layout.references[reference])
          if let child = slots[place].o {
            pending.append(child)
          } else if !layout.optional[reference] {
            return true
          }
        }
      }
    }
    return false
  }

  /// The text of a string object.
  public func string(_ slot: TramaSlot) -> String {
    guard let object = slot.o else { return "" }
    return trama_object_slots(object).withMemoryRebound(to: String.self, capacity: 1) { $0.pointee }
  }

  /// A new array of one-slot elements without references.
  public func makeArray(_ elements: [TramaSlot]) throws(Trap.Reason) -> TramaSlot {
    let slot = try makeArray(layout: Self.bitsLayout, capacity: elements.count)
    guard let object = slot.o else { return slot }
    for (index, element) in elements.enumerated() { trama_object_slots(object)[index] = element }
    object.pointee.count = Int64(elements.count)
    return slot
  }

  /// A new array of strings.
  public func makeStrings(_ texts: [String]) throws(Trap.Reason) -> TramaSlot {
    let slot = try makeArray(layout: Self.referenceLayout, capacity: texts.count)
    guard let object = slot.o else { return slot }
    for (index, text) in texts.enumerated() {
      trama_object_slots(object)[index] = try makeString(text)
      object.pointee.count = Int64(index + 1)
    }
    return slot
  }

  /// A string of one character; those of ASCII are made once.
  public func makeCharacter(_ character: Character) throws(Trap.Reason) -> TramaSlot {
    guard let ascii = character.asciiValue, character != "\r\n" else {
      return try makeString(String(character))
    }
    // The limit of the heap may have ended this before.
    for byte in UInt8(asciiStrings.count)..<128 {
      asciiStrings.append(try makeString(String(Character(Unicode.Scalar(byte)))))
    }
    let slot = asciiStrings[Int(ascii)]
    trama_retain(slot.o)
    return slot
  }

  /// A new array of the characters of a text.
  public func makeCharacters(_ text: String) throws(Trap.Reason) -> TramaSlot {
    let slot = try makeArray(layout: Self.referenceLayout, capacity: text.utf8.count)
    guard let object = slot.o else { return slot }
    var index = 0
    for character in text {
      trama_object_slots(object)[index] = try makeCharacter(character)
      index += 1
      object.pointee.count = Int64(index)
    }
    return slot
  }

  /// A new empty array with room for `capacity` elements.
  public func makeArray(layout: Int, capacity: Int) throws(Trap.Reason) -> TramaSlot {
    guard
      let object = trama_object_create(
        core, UInt32(trama_kind_array.rawValue), UInt32(layout), Int64(capacity))
    else { throw .limit(.heap) }
    return TramaSlot(o: object)
  }

  /// The elements' slots of an array.
  public func elements(_ slot: TramaSlot) -> UnsafeBufferPointer<TramaSlot> {
    guard let object = slot.o else { return UnsafeBufferPointer(start: nil, count: 0) }
    let stride = Int(core.pointee.layouts[Int(object.pointee.layout)].stride)
    return UnsafeBufferPointer(start: trama_object_slots(object), count: Int(object.pointee.count) * stride)
  }

  public func release(_ slot: TramaSlot) { trama_release(core, slot.o) }
  public func retain(_ slot: TramaSlot) { trama_retain(slot.o) }
}
