func push(_ value: Int, onto stack: inout [Int]) {
  stack.append(value)
}
func scale(_ values: inout [Double], by factor: Double) {
  for i in values.indices {
    values[i] *= factor
  }
}
var stack: [Int] = []
push(3, onto: &stack)
push(4, onto: &stack)
print(stack)
var xs = [1.0, 2.0]
scale(&xs, by: 0.5)
print(xs)
var grid = [[1], [2]]
push(9, onto: &grid[1])
print(grid)
func increment(_ n: inout Int) { n += 1 }
increment(&stack[0])
print(stack)
