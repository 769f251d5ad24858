let n = -42
print(abs(n), n.magnitude, n.signum(), 0.signum(), 9.signum())
print(10.isMultiple(of: 5), 10.isMultiple(of: 3))
let division = 17.quotientAndRemainder(dividingBy: 5)
print(division.quotient, division.remainder)
print(min(3, 8), max(3, 8), min(4, 2, 9), max(4, 2, 9))
print((-7).magnitude)
