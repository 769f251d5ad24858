func area(_ r: Double) -> Double { r * r }
func area(_ s: Double) -> Double { s * s }
