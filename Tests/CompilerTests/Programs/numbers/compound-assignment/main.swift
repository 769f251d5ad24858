var total = 10
total += 5
print(total)
total -= 3
print(total)
total *= 4
print(total)
total /= 5
print(total)
total %= 4
print(total)
var rate = 1.5
rate *= 2
rate += 0.25
rate /= 4
rate -= 1
print(rate)
