let total = 10.5
let people = 3
let share = total / people
print(share)
