let data = [5, -2, 9, 0, 5, 3]
print(data.sorted())
print(data.sorted(by: >))
print(data.sorted { abs($0) < abs($1) })
print(data.sorted(by: { (a: Int, b: Int) -> Bool in return a % 3 < b % 3 || (a % 3 == b % 3 && a < b) }))
var words = ["pear", "fig", "apple"]
words.sort()
print(words)
words.sort { $0.count < $1.count }
print(words)
words.reverse()
print(words, data)
print([2.5, -1, 1e3].sorted())
