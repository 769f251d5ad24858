import Foundation

func half(_ x: Double) -> Double { x / 2 }
let xs = [1.0, 4, 9]
print(xs.map(half), xs.map(sqrt), xs.map { sqrt($0) + 1 })
print([1, 2, 3].map(Double.init), ["1", "x", "3"].map { Int($0) ?? 0 })
print([1.7, -1.7].map { Int($0) }, [1, 2].map(String.init))
print(
  xs.map { x -> Double in
    let y = x * x
    return y + x
  })
