/// What stands for a control sequence: TeX with places for arguments.
struct Macro: Hashable, Sendable {
  /// What it expands to; a parameter is the two tokens `#` and a digit.
  let body: [MacroToken]
  /// How many arguments follow it, at most nine.
  let parameters: Int
  /// What the first argument is where it is not given in brackets; nil: all are given in braces.
  let usual: [MacroToken]?

  init(body: [MacroToken], parameters: Int, usual: [MacroToken]? = nil) {
    self.body = body
    self.parameters = parameters
    self.usual = usual
  }

  /// A macro with as many parameters as its text names: `\lVert #1 \rVert`.
  init(_ tex: String) {
    let body = Array(MacroToken.tokens(of: Array(tex.utf8)))
    self.init(body: body, parameters: Self.parameters(in: body).max() ?? 0)
  }

  /// The numbers of the parameters that some TeX names.
  static func parameters(in body: [MacroToken]) -> [Int] {
    zip(body, body.dropFirst()).compactMap { $0.isCharacter("#") ? digit($1) : nil }
  }

  /// The digit from 1 to 9 that a token is.
  static func digit(_ token: MacroToken) -> Int? {
    guard token.bytes.count == 1, let byte = token.bytes.first,
      (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(byte)
    else { return nil }
    return Int(byte - UInt8(ascii: "0"))
  }

  /// The body with arguments in the parameters' places. What is of the body itself has the place of the use.
  func expansion(_ arguments: [[MacroToken]], at use: Range<Int>) -> [MacroToken] {
    var tokens: [MacroToken] = []
    var index = 0
    while index < body.count {
      if body[index].isCharacter("#"), index + 1 < body.count, let number = Self.digit(body[index + 1]),
        number <= arguments.count
      {
        tokens += arguments[number - 1]
        index += 2
      } else {
        tokens.append(MacroToken(bytes: body[index].bytes, origin: use, expands: body[index].expands))
        index += 1
      }
    }
    return tokens
  }
}
