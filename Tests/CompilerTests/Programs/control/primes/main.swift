var primes: [Int] = []
for candidate in 2...50 {
  var isPrime = true
  for p in primes {
    if p * p > candidate { break }
    if candidate % p == 0 {
      isPrime = false
      break
    }
  }
  if isPrime { primes.append(candidate) }
}
print(primes, primes.count)
