let a = 0b1100
let b = 0b1010
print(a & b, a | b, a ^ b, ~a)
print(1 << 10, 1024 >> 3, -16 >> 2)
print(1 << 63, 1 << 64, 5 >> 70, -5 >> 70)
var flags = 0
flags |= 1 << 2
flags |= 1
print(flags)
flags &= ~1
print(flags)
flags ^= 7
print(flags)
flags <<= 4
print(flags)
flags >>= 1
print(flags)
print(a & 4 != 0, b & 4 != 0)
