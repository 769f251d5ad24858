import Diagnostics
import Testing

/// Of what was made of texts, what was asked for last is kept.
struct RecentTextsTests {
  @Test func whatWasKeptIsFound() {
    let recent = RecentTexts<Int>(limit: 10)
    #expect(recent.find("one") == nil)
    recent.keep(1, of: "one")
    #expect(recent.find("one") == 1)
    recent.keep(2, of: "one")
    #expect(recent.find("one") == 2)
  }

  @Test func whatIsNotAskedForGoes() {
    let recent = RecentTexts<Int>(limit: 4)
    recent.keep(0, of: "left")
    for number in 1...8 {
      recent.keep(number, of: "\(number)...")
      _ = recent.find("left")
    }
    #expect(recent.find("left") == 0)
    #expect(recent.find("1...") == nil)
    #expect(recent.find("8...") == 8)
  }

  @Test func aTextLongerThanAllOthersIsNotKept() {
    let recent = RecentTexts<Int>(limit: 4)
    recent.keep(1, of: "12345")
    #expect(recent.find("12345") == nil)
  }

  /// Two strings can be equal and hold other bytes, so that places in one are not places in the other.
  @Test func textsThatOnlyReadTheSameAreOthers() {
    let (composed, decomposed) = ("\u{e9}", "e\u{301}")
    #expect(composed == decomposed)
    let recent = RecentTexts<Int>(limit: 10)
    recent.keep(1, of: composed)
    #expect(recent.find(decomposed) == nil)
    recent.keep(2, of: decomposed)
    #expect(recent.find(composed) == 1)
  }

  @Test func manyThreadsMayAsk() async {
    let recent = RecentTexts<String>(limit: 100)
    await withTaskGroup { group in
      for thread in 0..<8 {
        group.addTask {
          for round in 0..<500 {
            let text = "\((thread + round) % 40)"
            if let found = recent.find(text) { #expect(found == text) } else { recent.keep(text, of: text) }
          }
        }
      }
    }
  }
}
