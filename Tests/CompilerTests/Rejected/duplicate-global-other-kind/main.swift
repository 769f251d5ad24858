var step = 1
func step() -> Int { 2 }
