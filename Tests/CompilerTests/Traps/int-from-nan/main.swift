let zero = 0.0
let ratio = zero / zero
print(ratio.isNaN)
print(Int(ratio))
