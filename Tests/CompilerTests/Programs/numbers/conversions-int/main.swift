print(Int(3.99), Int(-3.99), Int(0.5), Int(-0.5))
print(Int(2.0e9), Int(1e15))
let side = 7.8
let truncated = Int(side)
print(truncated, Int(side.rounded()), Int(side.rounded(.down)))
print(Int("42") ?? -1, Int("-17") ?? -1, Int("+8") ?? -1)
print(Int("4.5") ?? -1, Int("") ?? -1, Int(" 3") ?? -1, Int("abc") ?? -1)
print(Int("9223372036854775807") ?? -1, Int("9223372036854775808") ?? -1)
print(Int(true ? 1.5 : 2.5))
