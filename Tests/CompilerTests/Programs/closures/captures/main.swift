var x = 1
let readX = { x }
x = 5
print(readX())
let addToX = { (n: Int) in x += n }
addToX(10)
print(x, readX())
var y = 2
let frozen = { [y] in y * 100 }
y = 9
print(frozen(), y)
var makers: [() -> Int] = []
for i in 1...3 {
  makers.append { i * i }
}
print(makers.map { $0() })
