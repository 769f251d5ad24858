import Synchronization
import Testing

@testable import Commands

@Suite struct WorkersTests {
  @Test(arguments: [0, 1, 2, 7, 100])
  func resultsKeepTheirOrder(_ jobs: Int) {
    #expect(Workers.map(Array(0..<50), jobs: jobs) { $0 * $0 } == (0..<50).map { $0 * $0 })
    #expect(Workers.map([Int](), jobs: jobs) { $0 }.isEmpty)
  }

  @Test func stacksAreDeep() {
    @Sendable func depth(_ count: Int, _ seed: Int) -> Int {
      var frame = (seed, seed &+ 1, seed &+ 2, seed &+ 3)
      return withUnsafeMutableBytes(of: &frame) { _ in count == 0 ? 0 : 1 + depth(count - 1, seed &* 31) }
    }
    #expect(Workers.run { depth(50_000, 1) } == 50_000)
  }

  @Test func jobsRunAtTheSameTime() {
    final class Meeting: Sendable { let waiting = Atomic(0) }
    let meeting = Meeting()
    let met = Workers.map([1, 2], jobs: 2) { _ in
      meeting.waiting.add(1, ordering: .sequentiallyConsistent)
      for _ in 0..<200_000_000 where meeting.waiting.load(ordering: .sequentiallyConsistent) == 2 {
        return true
      }
      return false
    }
    #expect(met == [true, true])
  }
}
