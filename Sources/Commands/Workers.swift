import Synchronization

/// Threads with deep stacks, for work that may nest deeply: parsing, type checking, weaving.
///
/// The threads of Swift's own pool have half a megabyte of stack on some systems, which a nested expression
/// that the parser still accepts can exhaust.
enum Workers {
  /// The size of a thread's stack in bytes. Only the pages that are touched take memory.
  static let stackSize = 64 << 20

  /// The number of processors.
  static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Transforms every element, some at the same time.
  ///
  /// - Parameters:
  ///   - items: Taken in order, as threads become free.
  ///   - jobs: The most threads at a time; at least one is used.
  ///   - transform: Runs on a thread of its own.
  /// - Returns: The results in the order of the items, however the threads ran.
  static func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], jobs: Int = processors, _ transform: @escaping @Sendable (Item) -> Result
  ) -> [Result] {
    let work = Work(items: items, transform: transform)
    var threads: [pthread_t] = []
    for _ in 0..<min(max(jobs, 1), items.count) {
      guard let thread = start(work) else { break }
      threads.append(thread)
    }
    // Where the system gives no thread, the work is done on this one.
    if threads.isEmpty { work.perform() }
    for thread in threads { pthread_join(thread, nil) }
    return work.finished
  }

  /// Runs a function on a thread with a deep stack and waits for its result.
  static func run<Result: Sendable>(_ body: @escaping @Sendable () -> Result) -> Result? {
    map([()], jobs: 1) { _ in body() }.first
  }

  private static func start(_ task: any WorkerTask) -> pthread_t? {
    var attributes = pthread_attr_t()
    guard pthread_attr_init(&attributes) == 0 else { return nil }
    defer { pthread_attr_destroy(&attributes) }
    guard pthread_attr_setstacksize(&attributes, stackSize) == 0 else { return nil }
    let box = Unmanaged.passRetained(TaskBox(task))
    #if canImport(Darwin)
      var thread: pthread_t?
      let code = pthread_create(&thread, &attributes, { performTask($0) }, box.toOpaque())
      let created = thread
    #else
      var thread = pthread_t()
      let code = pthread_create(&thread, &attributes, { performTask($0) }, box.toOpaque())
      let created: pthread_t? = thread
    #endif
    guard code == 0 else {
      box.release()
      return nil
    }
    return created
  }
}

/// What a thread does.
private protocol WorkerTask: Sendable {
  func perform()
}

/// Carries a task through the C interface.
private final class TaskBox {
  let task: any WorkerTask

  init(_ task: any WorkerTask) {
    self.task = task
  }
}

private func performTask(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  if let argument { Unmanaged<TaskBox>.fromOpaque(argument).takeRetainedValue().task.perform() }
  return nil
}

/// Items to be transformed, shared by the threads that take them one by one.
private final class Work<Item: Sendable, Result: Sendable>: WorkerTask {
  private struct State {
    var next = 0
    var results: [Int: Result] = [:]
  }

  private let items: [Item]
  private let transform: @Sendable (Item) -> Result
  private let state = Mutex(State())

  init(items: [Item], transform: @escaping @Sendable (Item) -> Result) {
    self.items = items
    self.transform = transform
  }

  func perform() {
    while let index = take() {
      let result = transform(items[index])
      state.withLock { $0.results[index] = result }
    }
  }

  private func take() -> Int? {
    state.withLock { state in
      guard state.next < items.count else { return nil }
      state.next += 1
      return state.next - 1
    }
  }

  /// The results in the order of the items.
  var finished: [Result] {
    state.withLock { state in items.indices.compactMap { state.results[$0] } }
  }
}
