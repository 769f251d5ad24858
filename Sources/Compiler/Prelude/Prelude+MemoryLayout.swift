extension Prelude {
  /// How much memory values take where the real compiler lays them out.
  static let memoryLayout = #"""
    struct MemoryLayout<T> {
      @_intrinsic("memory:size") static var size: Int
      @_intrinsic("memory:stride") static var stride: Int
      @_intrinsic("memory:alignment") static var alignment: Int
      @_intrinsic("memory:size") static func size(ofValue value: T) -> Int
      @_intrinsic("memory:stride") static func stride(ofValue value: T) -> Int
      @_intrinsic("memory:alignment") static func alignment(ofValue value: T) -> Int
    }
    """#
}
