extension Benchmarks {
  /// Pytest and nbval are those of the Python that is compared with.
  static func comparePeers(copies: Int) {
    guard let python = Runner.pythonExecutable?.path else { return note("no Python to compare with") }
    guard let lesson = BenchmarkLesson.first else { return }
    guard let check = PeerCheck(of: lesson, copies: copies, python: python) else {
      return note("no place for copies of the lesson")
    }
    defer { check.remove() }
    let contestants = PeerCheck.contestants.filter { contestant in
      let missing = PeerCheck.missing(for: contestant, in: python)
      if missing.isEmpty { return true }
      note("\(contestant.name): no \(missing.joined(separator: ", ")) in this Python: not compared with it")
      return false
    }
    var times: [String: [Double]] = [:]
    for _ in 0..<rounds {
      for contestant in contestants {
        guard let seconds = contestant.measure(check) else { return note("'\(contestant.name)' fails") }
        times[contestant.name, default: []].append(seconds)
      }
    }
    guard let own = times[PeerCheck.contestants[0].name].map(median) else { return }
    var table = Table(["check of \(copies) × lesson 1", "milliseconds of processor time", "times trama"])
    for contestant in contestants {
      guard let time = times[contestant.name].map(median) else { continue }
      table.add([contestant.name, fixed(time * 1000, 0), fixed(time / own, 1)])
    }
    print(table.text + "\n")
  }
}
