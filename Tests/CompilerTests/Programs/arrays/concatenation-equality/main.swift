let a = [1, 2]
let b = [3]
let c = a + b
print(c, c + [4, 5], [] + c)
print(a + b == [1, 2, 3], a == b, a != b, [Int]() == [])
print([[1], [2]] == [[1], [2]], ["a"] == ["b"])
var d = c
d += a
d += [9]
print(d, c)
print([0.1 + 0.2] == [0.3], [Double.nan] == [Double.nan])
