let some: Int? = 5
let none: Int? = nil
let text: String? = "hi"
print(some as Any, none as Any, text as Any)
print([some, none])
print("\(some ?? 0) \(String(describing: none)) \(String(describing: text))")
print((text, 1) as (String?, Int))
