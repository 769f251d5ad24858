/// How the parts of two lessons belong together: the cheapest way to turn one sequence into the other.
///
/// Parts that agree cost nothing; a part without a partner costs more than half of what two partners with few
/// common tokens do, so that a part that is missing is one finding, and one that was changed is one too. By
/// Wagner and Fischer's table, after common first and last parts are set aside.
struct PartAlignment {
  enum Step {
    case pair(original: Int, translation: Int)
    case missing(original: Int)
    case extra(translation: Int)
  }

  /// The most entries that the table may have, and the most tokens compared for it; beyond, parts are paired
  /// by their number.
  private static let tableLimit = 1_000_000
  private static let tokenLimit = 50_000_000
  private static let single = 14

  private(set) var steps: [Step] = []

  /// Aligns.
  ///
  /// - Parameters:
  ///   - original: The tokens of each part.
  ///   - translation: The same of the other lesson.
  /// - Complexity: Linear where they agree; else quadratic, bounded.
  init(_ original: [[String]], _ translation: [[String]]) {
    let common = min(original.count, translation.count)
    var head = 0
    while head < common, original[head] == translation[head] { head += 1 }
    var tail = 0
    while tail < common - head,
      original[original.count - 1 - tail] == translation[translation.count - 1 - tail]
    {
      tail += 1
    }
    steps = (0..<head).map { .pair(original: $0, translation: $0) }
    align(original[head..<original.count - tail], translation[head..<translation.count - tail])
    for index in (0..<tail).reversed() {
      steps.append(
        .pair(original: original.count - 1 - index, translation: translation.count - 1 - index))
    }
  }

  private mutating func align(_ old: ArraySlice<[String]>, _ new: ArraySlice<[String]>) {
    let sizes = (old.reduce(0) { $0 + $1.count }, new.reduce(0) { $0 + $1.count })
    guard (old.count + 1) * (new.count + 1) <= Self.tableLimit,
      sizes.0 * new.count + sizes.1 * old.count <= Self.tokenLimit
    else {
      let paired = min(old.count, new.count)
      steps += (0..<paired).map { .pair(original: old.startIndex + $0, translation: new.startIndex + $0) }
      steps += old.indices.dropFirst(paired).map { .missing(original: $0) }
      steps += new.indices.dropFirst(paired).map { .extra(translation: $0) }
      return
    }
    let oldBags = old.map { $0.sorted() }
    let newBags = new.map { $0.sorted() }
    let width = new.count + 1
    var pairing = [Int](repeating: 0, count: old.count * new.count)
    var costs = [Int](repeating: 0, count: (old.count + 1) * width)
    for i in stride(from: old.count, through: 0, by: -1) {
      for j in stride(from: new.count, through: 0, by: -1) {
        var best = i == old.count && j == new.count ? 0 : Int.max
        if i < old.count { best = min(best, costs[(i + 1) * width + j] + Self.single) }
        if j < new.count { best = min(best, costs[i * width + j + 1] + Self.single) }
        if i < old.count, j < new.count {
          let isSame = old[old.startIndex + i] == new[new.startIndex + j]
          let cost = isSame ? 0 : 10 + Self.distance(oldBags[i], newBags[j])
          pairing[i * new.count + j] = cost
          best = min(best, costs[(i + 1) * width + j + 1] + cost)
        }
        costs[i * width + j] = best
      }
    }
    var i = 0
    var j = 0
    while i < old.count || j < new.count {
      let cost = costs[i * width + j]
      if i < old.count, j < new.count,
        costs[(i + 1) * width + j + 1] + pairing[i * new.count + j] == cost
      {
        steps.append(.pair(original: old.startIndex + i, translation: new.startIndex + j))
        i += 1
        j += 1
      } else if i < old.count, costs[(i + 1) * width + j] + Self.single == cost {
        steps.append(.missing(original: old.startIndex + i))
        i += 1
      } else {
        steps.append(.extra(translation: new.startIndex + j))
        j += 1
      }
    }
  }

  /// How much two sorted lists of tokens differ: 0 where they hold the same, 20 where nothing is common.
  private static func distance(_ a: [String], _ b: [String]) -> Int {
    var common = 0
    var i = 0
    var j = 0
    while i < a.count, j < b.count {
      if a[i] == b[j] {
        common += 1
        i += 1
        j += 1
      } else if a[i] < b[j] {
        i += 1
      } else {
        j += 1
      }
    }
    let size = max(a.count, b.count, 1)
    return 20 * (size - common) / size
  }
}
