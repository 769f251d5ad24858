func bump(_ n: inout Int) { n += 1 }
let fixed = 1
bump(&fixed)
