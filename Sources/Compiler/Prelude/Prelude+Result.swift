extension Prelude {
  static let result = #"""
    enum Result<Success, Failure: Error> {
      case success(Success)
      case failure(Failure)
      func get() throws(Failure) -> Success {
        switch self {
        case .success(let value): return value
        case .failure(let error): throw error
        }
      }
      func map<NewSuccess>(_ transform: (Success) -> NewSuccess) -> Result<NewSuccess, Failure> {
        switch self {
        case .success(let value): return .success(transform(value))
        case .failure(let error): return .failure(error)
        }
      }
      func mapError<NewFailure: Error>(_ transform: (Failure) -> NewFailure) -> Result<Success, NewFailure> {
        switch self {
        case .success(let value): return .success(value)
        case .failure(let error): return .failure(transform(error))
        }
      }
      func flatMap<NewSuccess>(_ transform: (Success) -> Result<NewSuccess, Failure>) -> Result<NewSuccess, Failure> {
        switch self {
        case .success(let value): return transform(value)
        case .failure(let error): return .failure(error)
        }
      }
    }
    extension Result where Failure == any Error {
      init(catching body: () throws -> Success) {
        do {
          self = .success(try body())
        } catch {
          self = .failure(error)
        }
      }
    }
    extension Result: Equatable where Success: Equatable, Failure: Equatable {
      static func == (left: Result<Success, Failure>, right: Result<Success, Failure>) -> Bool {
        switch left {
        case .success(let a):
          if case .success(let b) = right { return a == b }
          return false
        case .failure(let a):
          if case .failure(let b) = right { return a == b }
          return false
        }
      }
    }
    """#
}
