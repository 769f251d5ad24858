import CMachine

/// A constant that is copied into a function's frame at each call.
public enum Constant: Hashable, Sendable {
  case bits(UInt64)
  case string(String)
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

  public init(
    name: String, code: [Instruction], constants: [Constant], parameterSlots: Int, frameSlots: Int,
    positions: [(from: Int, position: CodePosition)]
  ) {
    self.name = name
    self.code = code
    self.constants = constants
    self.parameterSlots = parameterSlots
    self.frameSlots = frameSlots
    self.positions = positions
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
}
