var results: [(name: String, score: Double)] = []
results.append((name: "Eva", score: 8.5))
results.append(("Leo", 9.25))
results.append((name: "Mia", score: 7.0))
for result in results {
  print("\(result.name): \(result.score)")
}
results[0].score += 1
print(results)
let best = results.max { $0.score < $1.score }
print(best?.name ?? "nobody")
for (i, (name, score)) in results.enumerated() {
  print(i, name, score)
}
