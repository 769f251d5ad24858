var scores = [10, 20, 30, 40]
print(scores[0], scores[3], scores[scores.count - 1])
scores[1] = 25
scores[2] += 5
scores[0] *= 2
scores[3] -= scores[0]
print(scores)
let slice = scores[1...2]
print(slice, slice.count, Array(scores[..<2]), Array(scores[2...]))
var index = 0
while index < scores.count {
  scores[index] = index * index
  index += 1
}
print(scores)
