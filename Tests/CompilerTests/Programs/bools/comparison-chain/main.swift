let age = 17
let isAdult = age >= 18
let isTeenager = age >= 13 && age <= 19
print(isAdult, isTeenager)
print("isAdult is \(isAdult)")
let low = 1.0
let high = 2.0
let middle = 1.5
print(low < middle && middle < high, middle == (low + high) / 2)
print(3 == 3.0, 1 < 1.5)
print("apple" < "banana", "Zebra" < "apple", "a" == "a", "a" != "b")
let allTrue = [true, true, false]
print(allTrue.contains(false), allTrue.filter { $0 }.count)
print(allTrue.allSatisfy { $0 })
