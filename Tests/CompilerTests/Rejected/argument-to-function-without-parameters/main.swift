func hello() { print("hello") }
hello("Ada")
