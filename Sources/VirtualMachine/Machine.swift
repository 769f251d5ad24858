import CMachine

/// Runs compiled functions: owns the stack, the globals at its bottom, the heap and the functions.
///
/// A machine belongs to one thread at a time. Globals persist from run to run.
public final class Machine {
  /// What a host function gets: the machine, and the registers of its arguments and results.
  public typealias Host = (Machine, UnsafeMutablePointer<TramaSlot>) throws(Trap.Reason) -> Void

  let core: UnsafeMutablePointer<TramaMachine>
  private var functions: UnsafeMutablePointer<TramaFunction>
  private var functionCapacity: Int
  private var codes: [FunctionCode?] = []
  private var layouts: UnsafeMutablePointer<TramaLayout>
  private var layoutCapacity: Int
  private var layoutCount = 0
  private let hosts: [Host]
  private var dispatch = UnsafeMutablePointer<Int32>.allocate(capacity: 1)
  private let hostResults: UnsafeMutablePointer<UInt8>
  /// The strings of the ASCII characters, once a program has split a string; see `makeCharacter`.
  var asciiStrings: [TramaSlot] = []
  private var hostReason: Trap.Reason?
  /// The largest frame of a top level that has run.
  private var topLevelSlots = 0

  /// How a string lies on the heap: two slots of bits that only the machine reads.
  public static let stringLayout = 0
  /// An array whose elements take one slot of bits.
  public static let bitsLayout = 1

  /// An array whose elements take one slot that holds a reference.
  public static let referenceLayout = 2

  /// What a machine may use.
  public struct Limits: Sendable, Hashable {
    /// Instructions of one run.
    public var fuel: Int
    /// Bytes.
    public var heap: Int
    /// Calls within calls.
    public var depth: Int

    public init(fuel: Int, heap: Int, depth: Int) {
      self.fuel = fuel
      self.heap = heap
      self.depth = depth
    }
  }

  /// The most calls within calls that a machine has room for.
  public static let largestDepth = 200_000
  /// The most runs within runs by way of the host, such as derivatives within derivatives.
  public static let deepestNesting = Int(trama_deepest_nesting)
  private static let stackSlots: Int64 = 4 << 20
  /// Nodes of 32 bytes.
  private static let tapeLimit: Int64 = 16 << 20

  /// A machine with the given host functions; `results` tells how many slots each leaves that depend on nothing.
  ///
  /// - Returns: Nil where the system has no memory for its stack.
  public init?(hosts: [(results: Int, body: Host)]) {
    guard let core = trama_machine_create(Self.stackSlots, Int32(Self.largestDepth)) else { return nil }
    self.core = core
    functionCapacity = 64
    functions = .allocate(capacity: functionCapacity)
    layoutCapacity = 64
    layouts = .allocate(capacity: layoutCapacity)
    self.hosts = hosts.map(\.body)
    hostResults = .allocate(capacity: max(hosts.count, 1))
    for (index, host) in hosts.enumerated() { hostResults[index] = UInt8(host.results) }
    core.pointee.hostResults = UnsafePointer(hostResults)
    core.pointee.context = Unmanaged.passUnretained(self).toOpaque()
    core.pointee.host = { context, _, id, base in
      guard let context, let base else { return Int32(trama_trap_host.rawValue) }
      let machine = Unmanaged<Machine>.fromOpaque(context).takeUnretainedValue()
      do throws(Trap.Reason) {
        try machine.hosts[Int(id)](machine, base)
        return 0
      } catch {
        machine.hostReason = error
        return Int32(trama_trap_host.rawValue)
      }
    }
    core.pointee.destroyString = { core, slots in
      guard let core, let slots else { return }
      slots.withMemoryRebound(to: String.self, capacity: 1) {
        core.pointee.heapUsed -= Machine.heapBytes($0.pointee)
        _ = $0.deinitialize(count: 1)
      }
    }
    core.pointee.hashString = { slots in
      guard let slots else { return 0 }
      return slots.withMemoryRebound(to: String.self, capacity: 1) { Machine.hash($0.pointee) }
    }
    core.pointee.equalStrings = { left, right in
      guard let left, let right else { return false }
      return left.withMemoryRebound(to: String.self, capacity: 1) { left in
        right.withMemoryRebound(to: String.self, capacity: 1) { left.pointee == $0.pointee }
      }
    }
    core.pointee.tapeLimit = Self.tapeLimit
    _ = addLayout(Layout([.bits, .bits]))
    _ = addLayout(Layout([.bits]))
    _ = addLayout(Layout([.reference]))
  }

  deinit {
    for index in codes.indices { undefine(index) }
    for index in 0..<layoutCount {
      layouts[index].references?.deallocate()
      layouts[index].optional?.deallocate()
    }
    trama_machine_destroy(core)
    functions.deallocate()
    layouts.deallocate()
    hostResults.deallocate()
    dispatch.deallocate()
  }

  // MARK: Program

  /// Makes the layout known and returns its index.
  public func addLayout(_ layout: Layout) -> Int {
    if layoutCount == layoutCapacity {
      let grown = UnsafeMutablePointer<TramaLayout>.allocate(capacity: 2 * layoutCapacity)
      grown.moveInitialize(from: layouts, count: layoutCount)
      layouts.deallocate()
      layouts = grown
      layoutCapacity *= 2
    }
    let references = layout.references
    let places = UnsafeMutablePointer<UInt16>.allocate(capacity: max(references.count, 1))
    let optional = UnsafeMutablePointer<Bool>.allocate(capacity: max(references.count, 1))
    for (index, place) in references.enumerated() {
      places[index] = UInt16(place)
      optional[index] = layout.slots[place] == .optionalReference
    }
    layouts[layoutCount] = TramaLayout(
      stride: UInt32(layout.count), referenceCount: UInt32(references.count),
      references: UnsafePointer(places), optional: UnsafePointer(optional))
    layoutCount += 1
    core.pointee.layouts = UnsafePointer(layouts)
    return layoutCount - 1
  }

  /// The place of a function that is defined later.
  public func reserveFunction() -> Int {
    if codes.count == functionCapacity {
      let grown = UnsafeMutablePointer<TramaFunction>.allocate(capacity: 2 * functionCapacity)
      grown.moveInitialize(from: functions, count: codes.count)
      functions.deallocate()
      functions = grown
      functionCapacity *= 2
    }
    functions[codes.count] = TramaFunction()
    codes.append(nil)
    core.pointee.functionCount = Int32(codes.count)
    core.pointee.functions = UnsafePointer(functions)
    return codes.count - 1
  }

  /// Defines a reserved function.
  public func define(_ id: Int, _ function: FunctionCode) {
    let code = UnsafeMutablePointer<TramaInstruction>.allocate(capacity: function.code.count)
    for (index, instruction) in function.code.enumerated() {
      (code + index).initialize(
        to: TramaInstruction(
          op: instruction.operation, a: instruction.a, b: instruction.b, c: instruction.c))
    }
    let constants = UnsafeMutablePointer<TramaSlot>.allocate(capacity: max(function.constants.count, 1))
    functions[id] = TramaFunction(
      code: UnsafePointer(code), constants: UnsafePointer(constants),
      codeCount: UInt32(function.code.count), parameterSlots: UInt16(function.parameterSlots),
      constantCount: UInt16(function.constants.count), frameSlots: UInt32(function.frameSlots))
    codes[id] = function
    makeConstants(of: function, at: constants)
  }

  private func undefine(_ id: Int) {
    functions[id].code?.deallocate()
    functions[id].constants?.deallocate()
    functions[id] = TramaFunction()
    codes[id] = nil
  }

  /// Makes the constants of a function, which count neither as work nor as memory of a run: whether another run has
  /// made them before must not show.
  private func makeConstants(of function: FunctionCode, at place: UnsafeMutablePointer<TramaSlot>) {
    let (fuel, heapUsed, heapLimit) = (core.pointee.fuel, core.pointee.heapUsed, core.pointee.heapLimit)
    core.pointee.heapLimit = .max
    for (index, constant) in function.constants.enumerated() {
      switch constant {
      case .bits(let bits): place[index] = TramaSlot(u: bits)
      case .string(let string): place[index] = makeConstant(string)
      }
    }
    (core.pointee.fuel, core.pointee.heapUsed, core.pointee.heapLimit) = (fuel, heapUsed, heapLimit)
  }

  /// Forgets all values and some functions; a program can define those again, and the rest is as before.
  ///
  /// - Parameter globals: As many slots are set to 0.
  public func clear(forgetting ids: [Int], globals: Int) {
    for id in ids where id < codes.count { undefine(id) }
    trama_machine_clear(core, Int64(globals))
    hostReason = nil
    asciiStrings = []
    for (id, function) in codes.enumerated() {
      guard let function, function.constants.contains(where: \.isString) else { continue }
      makeConstants(of: function, at: UnsafeMutablePointer(mutating: functions[id].constants))
    }
  }

  /// How many functions have been reserved.
  public var functionCount: Int { codes.count }

  /// The code of a function; nil where it is not defined.
  public func function(_ id: Int) -> FunctionCode? { codes.indices.contains(id) ? codes[id] : nil }

  /// The code of every function defined so far.
  public var disassembly: [(id: Int, function: FunctionCode)] {
    codes.enumerated().compactMap { index, code in code.map { (index, $0) } }
  }

  /// Says which function each type has in each slot of dynamic dispatch; -1 where it has none.
  ///
  /// - Parameter rows: A row a type; slot 0 is what runs before an instance of it is freed.
  public func setDispatch(_ rows: [[Int32]]) {
    let columns = rows.map(\.count).max() ?? 0
    dispatch.deallocate()
    dispatch = .allocate(capacity: max(rows.count * columns, 1))
    dispatch.initialize(repeating: -1, count: max(rows.count * columns, 1))
    for (row, functions) in rows.enumerated() {
      for (column, function) in functions.enumerated() { dispatch[row * columns + column] = function }
    }
    core.pointee.dispatch = UnsafePointer(dispatch)
    core.pointee.dispatchColumns = Int32(columns)
    core.pointee.dispatchRows = Int32(rows.count)
  }

  // MARK: Running

  /// Sets what the next runs may use; the heap limit is of all that lives.
  public func setLimits(_ limits: Limits) {
    core.pointee.fuel = Int64(limits.fuel)
    core.pointee.heapLimit = Int64(limits.heap)
    core.pointee.depthLimit = Int32(min(max(limits.depth, 1), Self.largestDepth))
  }

  /// Instructions left.
  public var fuel: Int {
    get { Int(core.pointee.fuel) }
    set { core.pointee.fuel = Int64(newValue) }
  }

  /// A global: the stack's bottom slots are the globals.
  public subscript(global index: Int) -> TramaSlot {
    get { core.pointee.stack[index] }
    set { core.pointee.stack[index] = newValue }
  }

  /// The registers from a global on.
  public func registers(from global: Int) -> UnsafeMutablePointer<TramaSlot> { core.pointee.stack + global }

  /// Runs a function whose frame starts at the bottom of the stack: a cell's top-level code.
  ///
  /// - Throws: The trap, with the call stack.
  public func run(_ function: Int) throws(Trap) {
    core.pointee.depth = 0
    core.pointee.error = nil
    core.pointee.trapInstruction = nil
    hostReason = nil
    topLevelSlots = max(topLevelSlots, codes[function]?.frameSlots ?? 0)
    let code = trama_run(core, UInt32(function), core.pointee.stack)
    guard code != 0 else { return }
    let trap = Trap(reason: reason(code), frames: frames())
    core.pointee.depth = 0
    core.pointee.recording = false
    throw trap
  }

  /// Does something with closures between two runs.
  ///
  /// - Parameter body: Gets registers that the top level of no run so far has used.
  public func betweenRuns<Result>(
    _ body: (UnsafeMutablePointer<TramaSlot>) throws(Trap.Reason) -> Result
  ) throws(Trap.Reason) -> Result {
    core.pointee.depth = 0
    core.pointee.error = nil
    core.pointee.trapInstruction = nil
    hostReason = nil
    defer {
      core.pointee.depth = 0
      core.pointee.recording = false
    }
    return try body(core.pointee.stack + topLevelSlots)
  }

  /// Runs a closure from a host function; arguments and result stand at `registers`.
  public func call(
    _ closure: UnsafeMutablePointer<TramaObject>, at registers: UnsafeMutablePointer<TramaSlot>
  ) throws(Trap.Reason) {
    let code = trama_run_closure(core, closure, registers)
    if code != 0 { throw reason(code) }
  }

  /// Runs a function from a host function; arguments and result stand at `registers`.
  public func call(_ function: Int, at registers: UnsafeMutablePointer<TramaSlot>) throws(Trap.Reason) {
    let code = trama_run(core, UInt32(function), registers)
    if code != 0 { throw reason(code) }
  }

  func reason(_ code: Int32) -> Trap.Reason {
    switch TramaTrap(UInt32(code)) {
    case trama_trap_integerOverflow: .integerOverflow
    case trama_trap_divisionByZero: .divisionByZero
    case trama_trap_indexOutOfRange: .indexOutOfRange
    case trama_trap_doubleToInt: .doubleToInt
    case trama_trap_fuel: .limit(.fuel)
    case trama_trap_heap: .limit(.heap)
    case trama_trap_depth, trama_trap_stack: .limit(.depth)
    case trama_trap_tape: .limit(.tape)
    case trama_trap_nesting: .limit(.nesting)
    case trama_trap_invalidRange: .invalidRange
    case trama_trap_negativeCount: .negativeCount
    case trama_trap_emptyCollection: .emptyCollection
    case trama_trap_zeroStride: .zeroStride
    case trama_trap_unwrappedNil: .unwrappedNil
    case trama_trap_noValue: .noValue
    case trama_trap_failedCast: .failedCast
    case trama_trap_host: hostReason ?? .unreachable
    default: .unreachable
    }
  }

  /// The call stack at the last trap, the innermost first; long ones keep their ends.
  private func frames() -> [Trap.Frame] {
    var instructions: [UnsafePointer<TramaInstruction>] = []
    if let pc = core.pointee.trapInstruction { instructions.append(pc) }
    let depth = Int(core.pointee.depth)
    let shown = 12
    for index in (0..<depth).reversed() where depth - index <= shown || index < 2 {
      if let pc = core.pointee.frames[index].pc { instructions.append(pc) }
    }
    return instructions.flatMap { pc -> [Trap.Frame] in
      for (id, code) in codes.enumerated() {
        guard let code, let start = functions[id].code else { continue }
        let index = pc - start
        if index >= 0 && index < code.code.count {
          return code.frames(at: index)
        }
      }
      return []
    }
  }
}
