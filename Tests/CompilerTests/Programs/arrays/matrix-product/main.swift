func multiply(_ a: [[Double]], _ b: [[Double]]) -> [[Double]] {
  var c = Array(repeating: Array(repeating: 0.0, count: b[0].count), count: a.count)
  for i in 0..<a.count {
    for j in 0..<b[0].count {
      for k in 0..<b.count {
        c[i][j] += a[i][k] * b[k][j]
      }
    }
  }
  return c
}
print(multiply([[1, 2], [3, 4]], [[0.5, 0], [0, 2]]))
print(multiply([[1, 2, 3]], [[1], [2], [3]]))
