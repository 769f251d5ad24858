import Foundation

/// Runs `body` on a thread with as large a stack as the commands give to their workers.
///
/// The threads of concurrent tests have less, which deep nesting would overflow before it is refused.
func onLargeStack<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value {
  await withCheckedContinuation { continuation in
    let thread = Thread { continuation.resume(returning: body()) }
    thread.stackSize = 64 << 20
    thread.start()
  }
}
