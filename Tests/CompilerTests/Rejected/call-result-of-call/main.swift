func three() -> Int { 3 }
print(three()())
