func compose(_ f: @escaping (Int) -> Int, _ g: @escaping (Int) -> Int) -> (Int) -> Int {
  { g(f($0)) }
}
let inc: (Int) -> Int = { $0 + 1 }
let dbl: (Int) -> Int = { $0 * 2 }
print(compose(inc, dbl)(5), compose(dbl, inc)(5))
