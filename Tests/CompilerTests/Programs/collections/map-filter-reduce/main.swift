let numbers = [1, 2, 3, 4, 5, 6]
let squares = numbers.map { $0 * $0 }
let evens = numbers.filter { $0 % 2 == 0 }
let sum = numbers.reduce(0) { $0 + $1 }
print(squares, evens, sum)
print(numbers.map { Double($0) / 2 })
print(numbers.map { "n\($0)" })
print(numbers.filter { $0 > 2 }.map { $0 * 10 }.reduce(0, +))
let longest = ["fig", "banana", "kiwi"].reduce("") { $0.count >= $1.count ? $0 : $1 }
print(longest)
print(numbers.reduce((0, 1)) { ($0.0 + $1, $0.1 * $1) })
