func read() -> Int { 3 }
read() = 4
