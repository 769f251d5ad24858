/// The candidate that a misspelt name most probably meant.
///
///     nearest("fule", among: ["label", "fuel", "seed"]) // "fuel"
///
/// Letter case does not count. A candidate must be within a third of the name's length (at least one edit);
/// of several equally near, the nearest with letter case wins, then the first in Unicode order, so the order of the
/// candidates does not matter.
///
/// - Parameters:
///   - name: What was written. The name itself is never suggested.
///   - candidates: The names that would have been right.
/// - Returns: The nearest candidate, or nil where none is near, or where the name has over 64 scalars.
/// - Complexity: O(length of the name × total length of the candidates).
public func nearest(_ name: String, among candidates: [String]) -> String? {
  let written = Array(name.lowercased().unicodeScalars)
  guard !written.isEmpty, written.count <= 64 else { return nil }
  let bound = max(1, written.count / 3)
  var best: (distance: Int, distanceWithCase: Int, candidate: String)?
  for candidate in candidates where candidate != name {
    let scalars = Array(candidate.lowercased().unicodeScalars)
    guard abs(scalars.count - written.count) <= bound else { continue }
    let distance = editDistance(written, scalars)
    guard distance <= bound, distance < max(written.count, scalars.count) else { continue }
    if let best, best.distance < distance { continue }
    let withCase = editDistance(Array(name.unicodeScalars), Array(candidate.unicodeScalars))
    if let best, best <= (distance, withCase, candidate) { continue }
    best = (distance, withCase, candidate)
  }
  return best?.candidate
}

/// The least number of insertions, deletions, substitutions and swaps of neighbours between two words: the
/// restricted Damerau–Levenshtein distance by Wagner and Fischer's table, of which three rows are kept.
private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in 0..<a.count {
    var row = [i + 1]
    row.reserveCapacity(b.count + 1)
    for j in 0..<b.count {
      var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        cost = min(cost, beforeLast[j - 1] + 1)
      }
      row.append(cost)
    }
    beforeLast = last
    last = row
  }
  return last[b.count]
}
