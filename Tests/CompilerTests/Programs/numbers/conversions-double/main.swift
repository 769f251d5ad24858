let n = 10
print(Double(n), Double(-3), Double(n) / 3)
print(Double("2.5") ?? -1, Double("1e3") ?? -1, Double("-0.125") ?? -1)
print(Double("abc") ?? -1, Double("") ?? -1, Double("7") ?? -1)
print(Double("inf") ?? -1, Double("nan") ?? -1)
print(Double(Int.max), Double(9_007_199_254_740_993))
print(String(n), String(2.5), String(true), String(-0.0))
print(String(n) + String(2.50) + String(n))
