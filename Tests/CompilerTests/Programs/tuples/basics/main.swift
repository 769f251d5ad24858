let point = (3, 4)
print(point, point.0, point.1)
let person = (name: "Ada", age: 36)
print(person, person.name, person.age, person.0)
var counter = (hits: 0, misses: 0)
counter.hits += 2
counter.1 = 5
print(counter)
let single = ("x", 1.5, true)
print(single, single.2)
let nested = (1, (2, "three"))
print(nested, nested.1.1)
print(())
