import Testing

@testable import Commands

@Suite struct UsageTests {
  @Test(arguments: [
    ["frobnicate"], ["build", "--jobs", "0"], ["build", "--jobs", "many"], ["build", "--output", ""],
    ["check", "--nope"], ["run"], ["run", "--fuel", "-1", "a.swift"],
  ])
  func wrongUsageEndsWith64(_ arguments: [String]) throws {
    #expect(throws: (any Error).self) { try Trama.parseAsRoot(arguments) }
    do { _ = try Trama.parseAsRoot(arguments) } catch { #expect(Trama.exitCode(for: error).rawValue == 64) }
  }

  @Test func helpShowsExamples() {
    #expect(Trama.helpMessage().contains("EXAMPLES\n"))
    for command in Trama.configuration.subcommands {
      #expect(Trama.helpMessage(for: command).contains("EXAMPLES\n"))
    }
  }
}
