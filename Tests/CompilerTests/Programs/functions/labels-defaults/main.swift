func greet(_ name: String, with greeting: String = "Hello", times: Int = 1) {
  for _ in 0..<times {
    print("\(greeting), \(name)!")
  }
}
greet("Ada")
greet("Leo", with: "Hi")
greet("Mia", times: 2)
greet("Tom", with: "Hey", times: 2)
func area(width: Double, height: Double) -> Double { width * height }
print(area(width: 2, height: 3.5))
func move(from start: Int, to end: Int) -> Int { end - start }
print(move(from: 3, to: 10))
