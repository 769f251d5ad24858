let rate = 0.1
let rate = 0.2
