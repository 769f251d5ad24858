let score = 72
let grade = score >= 90 ? "A" : score >= 70 ? "B" : "C"
print(grade)
print(score > 50 ? "pass" : "fail", score % 2 == 0 ? 0 : 1)
let sign = score < 0 ? -1.0 : 1
print(sign)
func relu(_ x: Double) -> Double { x > 0 ? x : 0 }
print(relu(2), relu(-2), relu(0))
let list = score > 100 ? [1] : []
print(list)
