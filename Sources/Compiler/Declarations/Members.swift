/// The members of a type by name: functions, computed and stored properties; initialisers are `init`, subscripts
/// `subscript`.
///
/// The prelude has many members of which a program uses few, so they are declared when a name is first asked for.
struct Members {
  fileprivate let storage: MemberStorage

  /// The members of a name; nil where there are none.
  subscript(name: String) -> [Declaration]? {
    storage.declare(name)
    guard let prelude = storage.prelude[name] else { return storage.own[name] }
    return prelude + (storage.own[name] ?? [])
  }

  /// All names.
  var keys: Set<String> {
    Set(storage.pending.keys).union(storage.prelude.keys).union(storage.own.keys)
  }

  /// Adds a member.
  ///
  /// - Parameter isOfPrelude: Whether the prelude declares it, so that no failing cell can take it back.
  func add(_ member: Declaration, named name: String, isOfPrelude: Bool) {
    if isOfPrelude {
      storage.prelude[name, default: []].append(member)
    } else {
      storage.own[name, default: []].append(member)
    }
  }

  /// Adds what will declare a member of the prelude.
  func add(named name: String, declaring declare: @escaping () -> Void) {
    storage.pending[name, default: []].append(declare)
  }

  /// What cells have added.
  var additions: [String: [Declaration]] {
    get { storage.own }
    nonmutating set { storage.own = newValue }
  }
}

/// Where the members of a type are kept.
final class MemberStorage {
  fileprivate var prelude: [String: [Declaration]] = [:]
  fileprivate var own: [String: [Declaration]] = [:]
  fileprivate var pending: [String: [() -> Void]] = [:]

  var members: Members { Members(storage: self) }

  fileprivate func declare(_ name: String) {
    guard !pending.isEmpty, let waiting = pending.removeValue(forKey: name) else { return }
    for declare in waiting { declare() }
  }
}
