let numbers = [3, 1, 2]
let empty: [Int] = []
let alsoEmpty = [Double]()
let words = ["red", "green", "blue"]
let mixed = [1, 2.5, 3]
print(numbers, empty, alsoEmpty, words, mixed)
print(numbers.count, empty.count, words.isEmpty, empty.isEmpty)
print([Bool](repeating: false, count: 3), Array(repeating: 0.0, count: 4))
let trailing = [
  10,
  20,
]
print(trailing)
