print(Int.max)
print(Int.min)
print(Int.max &+ 1)
print(Int.min &- 1)
print(Int.max &* 2)
print(Int.bitWidth)
let nearTop = Int.max - 1
print(nearTop + 1 == Int.max)
