var greeting = "Hello"
greeting += ", "
greeting = greeting + "world"
print(greeting, greeting.count, greeting.isEmpty, "".isEmpty)
print(greeting == "Hello, world", greeting < "Help", greeting != "")
print(greeting.uppercased(), greeting.lowercased())
print(greeting.hasPrefix("Hell"), greeting.hasSuffix("world"), greeting.hasPrefix("world"))
greeting.append("!")
print(greeting)
print(String(repeating: "-", count: 12))
print(String(repeating: "ab", count: 3), String(repeating: "x", count: 0).isEmpty)
