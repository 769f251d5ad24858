import CMachine

/// A constant that is copied into a function's frame at each call.
public enum Constant: Hashable, Sendable {
  case bits(UInt64)
  case string(String)

  var isString: Bool {
    if case .string = self { true } else { false }
  }
}

/// Where an instruction comes from.
public struct CodePosition: Sendable, Hashable {
  /// The index of the source among those given to the compiler.
  public var source: Int
  /// UTF-8 offsets in it.
  public var range: Range<Int>

  public init(source: Int, range: Range<Int>) {
    self.source = source
    self.range = range
  }
}

/// A compiled function.
public struct FunctionCode: Sendable {
  /// As shown in call stacks and disassemblies.
  public var name: String
  public var code: [Instruction]
  public var constants: [Constant]
  /// Slots of the parameters, the closure's own slot included.
  public var parameterSlots: Int
  /// Slots of the whole frame.
  public var frameSlots: Int
  /// Where instructions come from: each entry holds from its instruction on.
  public var positions: [(from: Int, position: CodePosition)]
  /// As written; none where it is not known.
  public var parameterNames: [String] = []
  /// Calls that were replaced by the body of the function: inner ones before those around them.
  public var inlinings: [Inlining]

  /// A call that was replaced by the body of the function.
  public struct Inlining: Sendable, Hashable {
    /// The instructions of the body.
    public var code: Range<Int>
    /// The name of the function.
    public var function: String
    public var call: CodePosition

    public init(code: Range<Int>, function: String, call: CodePosition) {
      self.code = code
      self.function = function
      self.call = call
    }
  }

  public init(
    name: String, code: [Instruction], constants: [Constant], parameterSlots: Int, frameSlots: Int,
    positions: [(from: Int, position: CodePosition)], inlinings: [Inlining] = [],
    parameterNames: [String] = []
  ) {
    self.name = name
    self.code = code
    self.constants = constants
    self.parameterSlots = parameterSlots
    self.frameSlots = frameSlots
    self.positions = positions
    self.inlinings = inlinings
    self.parameterNames = parameterNames
  }

  /// Where an instruction comes from.
  ///
  /// - Complexity: O(log positions).
  public func position(at index: Int) -> CodePosition? {
    var low = 0
    var high = positions.count
    while low < high {
      let middle = (low + high) / 2
      if positions[middle].from <= index { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? positions[low - 1].position : nil
  }

  /// The calls that an instruction belongs to, the innermost first: one, and one more for each inlining around it.
  ///
  /// - Complexity: O(inlinings + log positions).
  public func frames(at index: Int) -> [Trap.Frame] {
    var frames: [Trap.Frame] = []
    var position = position(at: index)
    for inlining in inlinings where inlining.code.contains(index) {
      frames.append(Trap.Frame(function: inlining.function, position: position))
      position = inlining.call
    }
    return frames + [Trap.Frame(function: name, position: position)]
  }
}
