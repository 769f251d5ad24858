var history: [[Double]] = []
var position = [0.0, 0.0]
for step in 1...3 {
  position[0] += Double(step)
  position[1] -= 0.5
  history.append(position)
}
position[0] = 99
print(history, position)
var a = [1, 2, 3]
var b = a
a += b
b = a
b[0] = -1
print(a, b, a == b)
let rows = Array(repeating: a, count: 2)
a.removeAll()
print(rows, a)
