import Testing

@testable import Commands

@Suite struct RunTests {
  @Test func programsPrintExactlyTheirOutput() {
    let folder = Workspace(["p.swift": "let x = 1\nprint(\"hola\", x)\nprint(\"fin\", terminator: \"\")\n"])
    #expect(folder.trama("run", "@p.swift") == Ended(output: "hola 1\nfin", errors: "", status: 0))
  }

  @Test func whatWasPrintedBeforeATrapStays() {
    let folder = Workspace(["p.swift": "print(\"hola\")\nwhile true {}\n"])
    let ended = folder.trama("run", "--fuel", "10000", "@p.swift")
    #expect(ended.output == "hola\n")
    #expect(ended.errors.hasPrefix("p.swift:2:7: error: "))
    #expect(ended.errors.contains("\n    2 | while true {}\n"))
    #expect(ended.status == 1)
  }

  @Test(arguments: [
    ("fuel", "1000", "while true {}", "or needs '--fuel 2000'"),
    ("heap", "100000", "var a: [Int] = []\nwhile true { a.append(1) }", "or '--heap 200000'"),
    ("depth", "10", "func f(_ n: Int) -> Int { f(n) + 1 }\n_ = f(1)", "or the program needs '--depth 20'"),
    ("printed", "20", "while true { print(\"hola\") }", "or '--printed 40'"),
  ])
  func limitsOfProgramsNameTheOption(_ name: String, _ limit: String, _ program: String, _ advice: String) {
    let folder = Workspace(["p.swift": program])
    let ended = folder.trama("run", "--\(name)", limit, "@p.swift")
    #expect(ended.errors.contains(advice), "\(ended.errors)")
    #expect(!ended.errors.contains("//|"))
    #expect(ended.status == 1)
  }

  @Test func programsStartWhereTheySay() {
    let folder = Workspace([
      "p.swift":
        "@main struct App {\n  static func main() throws { helper() }\n}\nfunc helper() { print(\"hola\") }\n",
      "none.swift": "@main enum App {}\n",
      "both.swift": "@main enum App { static func main() {} }\nprint(1)\n",
      "two.swift": "@main enum A { static func main() {} }\n@main enum B { static func main() {} }\n",
      "l.md": "---\ntitle: A\nlang: en\n---\n\n```swift\n@main enum App { static func main() {} }\n```\n",
    ])
    #expect(folder.trama("run", "@p.swift") == Ended(output: "hola\n", errors: "", status: 0))
    for (file, place, words) in [
      ("none.swift", "1:1", "needs a 'static func main()'"), ("both.swift", "1:1", "starts there"),
      ("two.swift", "2:1", "'A' is marked already"), ("l.md", "7:1", "write 'App.main()'"),
    ] {
      let ended = folder.trama("run", "@\(file)")
      #expect(ended.errors.hasPrefix("\(file):\(place): error: "), "\(ended.errors)")
      #expect(ended.errors.contains(words), "\(ended.errors)")
      #expect(ended.output.isEmpty)
      #expect(ended.status == 1)
    }
  }

  @Test func disassemblyShowsThePrograms() {
    let folder = Workspace([
      "p.swift": "func twice(_ x: Int) -> Int { x + x }\nprint(twice(4))\n", "q.swift": "nada\n",
    ])
    let ended = folder.trama("run", "--disassemble", "@p.swift")
    #expect(ended.output.contains("'twice"))
    #expect(!ended.output.contains("\n8\n"), "it must not run")
    #expect(ended.status == 0)
    let refused = folder.trama("run", "--disassemble", "@q.swift")
    #expect(refused.output.isEmpty)
    #expect(refused.errors.hasPrefix("q.swift:1:1: error: "))
    #expect(refused.status == 1)
  }

  @Test func lessonsPrintTheirOutputs() {
    let folder = Workspace(oneLesson)
    let ended = folder.trama("run", "@notebooks/es/uno.md")
    #expect(ended == Ended(output: "hola 12\n13.25\n407.0\n", errors: "", status: 0))
  }

  @Test func failingLessonsSayWhere() {
    let folder = Workspace(["a.md": "```swift\n1.0\n```\n\n> ```swift\n> nada\n> ```\n\n```swift\n2.0\n```\n"]
    )
    let ended = folder.trama("run", "@a.md")
    #expect(ended.output == "1.0\n2.0\n")
    #expect(ended.errors.hasPrefix("a.md:6:3: error: "))
    #expect(ended.status == 1)
  }
}
