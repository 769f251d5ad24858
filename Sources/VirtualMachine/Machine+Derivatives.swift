import CMachine

/// Derivatives of closures: a recorded run, then sweeps over its tape.
///
/// A derivative inside a function that is being differentiated is recorded in its turn, so that derivatives nest to
/// any order; the nodes of each recording are its own, so that their variables are never mixed up.
extension Machine {
  /// A number, and the node of the tape that it comes from while a derivative is being taken.
  public typealias Value = TramaValue

  /// The value of a closure of Doubles and its partial derivatives.
  ///
  /// Reverse mode (Griewank and Walther, "Evaluating Derivatives", 2008): one recorded run and one sweep back over its
  /// tape, however many arguments there are.
  ///
  /// - Parameters:
  ///   - arguments: Registers that hold the arguments.
  ///   - scratch: Registers for the closure's frame.
  public func gradient(
    of closure: UnsafeMutablePointer<TramaObject>, at arguments: UnsafeMutablePointer<TramaSlot>, count: Int,
    scratch: UnsafeMutablePointer<TramaSlot>
  ) throws(Trap.Reason) -> (value: Value, gradient: [Value]) {
    var variables = (0..<count).map { trama_value_get(core, arguments + $0) }
    return try recording(&variables, scratch) { (recording, variables) throws(Trap.Reason) in
      for (index, variable) in variables.enumerated() { trama_value_put(core, scratch + index, variable) }
      try call(closure, at: scratch)
      let value = trama_value_get(core, scratch)
      return (value, try sweepBack(recording, from: value))
    }
  }

  /// The value of a closure of one array of Doubles, and its partial derivatives.
  public func gradient(
    of closure: UnsafeMutablePointer<TramaObject>, at array: UnsafeMutablePointer<TramaObject>,
    scratch: UnsafeMutablePointer<TramaSlot>
  ) throws(Trap.Reason) -> (value: Value, gradient: [Value]) {
    var variables = values(of: array)
    return try recording(&variables, scratch) { (recording, variables) throws(Trap.Reason) in
      try call(closure, withCopyOf: array, variables, at: scratch)
      let value = trama_value_get(core, scratch)
      return (value, try sweepBack(recording, from: value))
    }
  }

  /// The values of a closure from an array of Doubles to another, and the derivatives of each by each variable.
  ///
  /// - Returns: A row of derivatives for each value.
  /// - Complexity: One recorded run, and a sweep for each value or, where they are fewer, for each variable.
  public func jacobian(
    of closure: UnsafeMutablePointer<TramaObject>, at array: UnsafeMutablePointer<TramaObject>,
    scratch: UnsafeMutablePointer<TramaSlot>
  ) throws(Trap.Reason) -> (values: [Value], rows: [[Value]]) {
    var variables = values(of: array)
    return try recording(&variables, scratch) { (recording, variables) throws(Trap.Reason) in
      try call(closure, withCopyOf: array, variables, at: scratch)
      guard let result = scratch[0].o else { throw .noValue }
      defer { trama_release(core, result) }
      let values = values(of: result)
      if recording.isOutermost, variables.count < values.count {
        var rows = [[Value]](
          repeating: [Value](repeating: Value(), count: variables.count), count: values.count)
        var column = [Double](repeating: 0, count: values.count)
        var recording = recording
        for index in variables.indices {
          let code = trama_sweep_forth(
            core, &recording, Int64(index), values, Int64(values.count), &column)
          if code != 0 { throw reason(code) }
          for (row, derivative) in column.enumerated() { rows[row][index].value = derivative }
        }
        return (values, rows)
      }
      var rows: [[Value]] = []
      for value in values { rows.append(try sweepBack(recording, from: value)) }
      return (values, rows)
    }
  }

  /// What a run recorded: the operations from the values of its variables to its own.
  public struct Trace {
    /// The nodes by their numbers; those of the variables are 1, 2 and so on.
    public var nodes: [TramaNode]
    public var value: Value
    /// Whether the run depended on how numbers compare, so that elsewhere it may do other operations.
    public var hasChoices: Bool
  }

  /// The operations that a closure of Doubles does at a point; nil inside of a derivative.
  public func trace(
    of closure: UnsafeMutablePointer<TramaObject>, at point: [Double],
    scratch: UnsafeMutablePointer<TramaSlot>
  ) throws(Trap.Reason) -> Trace? {
    if core.pointee.recording { return nil }
    var variables = point.map { Value(value: $0, node: 0) }
    return try recording(&variables, scratch) { (_, variables) throws(Trap.Reason) in
      for (index, variable) in variables.enumerated() { trama_value_put(core, scratch + index, variable) }
      try call(closure, at: scratch)
      let nodes = Array(UnsafeBufferPointer(start: core.pointee.tape, count: Int(core.pointee.tapeCount)))
      return Trace(
        nodes: nodes, value: trama_value_get(core, scratch), hasChoices: core.pointee.choices != 0)
    }
  }

  /// Whether a derivative is being taken.
  public var isRecording: Bool { core.pointee.recording }

  /// Makes the first of three values depend on the second, with the third for its derivative.
  public func putSlope(at registers: UnsafeMutablePointer<TramaSlot>) throws(Trap.Reason) {
    let value = trama_value_with_slope(
      core, trama_value_get(core, registers), trama_value_get(core, registers + 1),
      trama_value_get(core, registers + 2))
    if core.pointee.tapeIsFull { throw .limit(.tape) }
    trama_value_put(core, registers, value)
  }

  /// Makes a value the result of a host function.
  public func put(_ value: Value, at register: UnsafeMutablePointer<TramaSlot>) {
    trama_value_put(core, register, value)
  }

  /// Whether a register holds a number that a derivative being taken depends on.
  public func isActive(_ register: UnsafeMutablePointer<TramaSlot>) -> Bool {
    trama_value_get(core, register).node != 0
  }

  /// Multiplies the first two of three registers and adds the third, rounded once; the first gets the result.
  public func fuseMultiplyAdd(_ registers: UnsafeMutablePointer<TramaSlot>) throws(Trap.Reason) {
    let code = trama_fused_multiply_add(core, registers)
    if code != 0 { throw reason(code) }
  }

  /// An array of values, counted once.
  public func makeArray(_ values: [Value]) throws(Trap.Reason) -> TramaSlot {
    let array = try makeArray(values.map { TramaSlot(d: $0.value) })
    guard core.pointee.recording, let object = array.o else { return array }
    for (index, value) in values.enumerated() where !trama_value_set(core, object, Int64(index), value) {
      throw .limit(.heap)
    }
    return array
  }

  private func values(of array: UnsafeMutablePointer<TramaObject>) -> [Value] {
    (0..<array.pointee.count).map { trama_value_at(core, array, $0) }
  }

  /// Runs `body` with new variables on the tape; what it returns comes from nothing after an outermost recording.
  private func recording<Result>(
    _ variables: inout [Value], _ scratch: UnsafeMutablePointer<TramaSlot>,
    _ body: (TramaRecording, [Value]) throws(Trap.Reason) -> Result
  ) throws(Trap.Reason) -> Result {
    var recording = TramaRecording()
    let code = trama_recording_begin(core, &recording, scratch, &variables, Int64(variables.count))
    if code != 0 { throw reason(code) }
    defer { trama_recording_end(core, &recording) }
    return try body(recording, variables)
  }

  private func sweepBack(_ recording: TramaRecording, from value: Value) throws(Trap.Reason) -> [Value] {
    var recording = recording
    var derivatives = [Value](repeating: Value(), count: Int(recording.variables))
    let code = trama_sweep_back(core, &recording, value, &derivatives)
    if code != 0 { throw reason(code) }
    return derivatives
  }

  /// Calls a closure with a copy of an array: the caller's own must not keep the nodes.
  private func call(
    _ closure: UnsafeMutablePointer<TramaObject>, withCopyOf array: UnsafeMutablePointer<TramaObject>,
    _ variables: [Value], at scratch: UnsafeMutablePointer<TramaSlot>
  ) throws(Trap.Reason) {
    guard
      let copy = trama_object_create(
        core, UInt32(trama_kind_array.rawValue), array.pointee.layout, Int64(variables.count))
    else { throw .limit(.heap) }
    defer { trama_release(core, copy) }
    copy.pointee.count = Int64(variables.count)
    for (index, variable) in variables.enumerated()
    where !trama_value_set(core, copy, Int64(index), variable) {
      throw .limit(.heap)
    }
    scratch[0].o = copy
    try call(closure, at: scratch)
  }
}
