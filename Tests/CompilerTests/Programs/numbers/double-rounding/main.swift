for value in [2.5, 3.5, -2.5, 2.4, -2.6, 0.5, -0.4] {
  print(
    value, value.rounded(), value.rounded(.up), value.rounded(.down),
    value.rounded(.towardZero), value.rounded(.toNearestOrEven))
}
var price = 19.987
price.round()
print(price)
let cents = (12.3456 * 100).rounded() / 100
print(cents)
