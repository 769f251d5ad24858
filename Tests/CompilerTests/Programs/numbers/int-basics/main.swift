let apples = 12
let pears = 5
print(apples + pears, apples - pears, apples * pears)
print(apples / pears, apples % pears)
print(-apples / pears, -apples % pears, apples % -pears)
print(7 / 2, -7 / 2, 7 % 3, -7 % 3)
let million = 1_000_000
print(million * million)
print(0xFF, 0b1010, 0o17)
