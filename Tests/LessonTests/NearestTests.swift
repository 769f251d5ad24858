import Diagnostics
import Testing

@Suite struct NearestTests {
  @Test(arguments: [
    ("fule", "fuel"), ("ecko", "echo"), ("Fuel", "fuel"), ("figcap", "fig-cap"), ("codefold", "code-fold"),
    ("sed", "seed"),
  ])
  func suggestsWhatWasMeant(_ name: String, _ expected: String) {
    #expect(nearest(name, among: ["label", "fuel", "echo", "fig-cap", "code-fold", "seed"]) == expected)
  }

  @Test func suggestsNothingFarAway() {
    #expect(nearest("alhpa", among: ["Alpha", "alpha"]) == "alpha")
    #expect(nearest("colour", among: ["label", "fuel"]) == nil)
    #expect(nearest("", among: ["a"]) == nil)
    #expect(nearest("x", among: ["y", ""]) == nil)
    #expect(nearest("fuel", among: ["fuel"]) == nil)
    #expect(nearest(String(repeating: "a", count: 65), among: [String(repeating: "a", count: 64)]) == nil)
  }

  @Test func theOrderOfCandidatesDoesNotMatter() {
    #expect(nearest("cat", among: ["car", "bat", "cut"]) == "bat")
    #expect(nearest("cat", among: ["cut", "bat", "car"]) == "bat")
  }
}
