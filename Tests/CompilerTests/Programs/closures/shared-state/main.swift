func makeAccount(balance start: Double) -> (deposit: (Double) -> Void, balance: () -> Double) {
  var balance = start
  return (deposit: { balance += $0 }, balance: { balance })
}
let account = makeAccount(balance: 100)
account.deposit(50)
account.deposit(-20.5)
print(account.balance())
let other = makeAccount(balance: 1)
other.deposit(1)
print(other.balance(), account.balance())
