var winner: String? = nil
print(winner == nil, winner != nil)
winner = "Eva"
print(winner == nil, winner == "Eva", winner != "Leo")
let x: Int? = 5
let y: Int? = 5
print(x == y, x == 5, x == nil)
winner = nil
print(winner ?? "reset")
