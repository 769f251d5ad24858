/// The named colours of CSS (CSS Color Module Level 4, section 6.1), in lower case.
enum ColourTable {
  /// The names, for look-up and suggestions.
  static let names: Set<String> = Set(
    """
    aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown burlywood
    cadetblue chartreuse chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan darkgoldenrod
    darkgray darkgreen darkgrey darkkhaki darkmagenta darkolivegreen darkorange darkorchid darkred darksalmon
    darkseagreen darkslateblue darkslategray darkslategrey darkturquoise darkviolet deeppink deepskyblue dimgray
    dimgrey dodgerblue firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite gold goldenrod gray green
    greenyellow grey honeydew hotpink indianred indigo ivory khaki lavender lavenderblush lawngreen lemonchiffon
    lightblue lightcoral lightcyan lightgoldenrodyellow lightgray lightgreen lightgrey lightpink lightsalmon
    lightseagreen lightskyblue lightslategray lightslategrey lightsteelblue lightyellow lime limegreen linen
    magenta maroon mediumaquamarine mediumblue mediumorchid mediumpurple mediumseagreen mediumslateblue
    mediumspringgreen mediumturquoise mediumvioletred midnightblue mintcream mistyrose moccasin navajowhite navy
    oldlace olive olivedrab orange orangered orchid palegoldenrod palegreen paleturquoise palevioletred papayawhip
    peachpuff peru pink plum powderblue purple rebeccapurple red rosybrown royalblue saddlebrown salmon sandybrown
    seagreen seashell sienna silver skyblue slateblue slategray slategrey snow springgreen steelblue tan teal
    thistle tomato transparent turquoise violet wheat white whitesmoke yellow yellowgreen
    """.split { $0 == " " || $0 == "\n" }.map(String.init))

  /// Colours by the names of commands that take what they colour, as exercises of schools have them: `\blue{x}`, and
  /// from light to dark `\blueA{x}` to `\blueE{x}`.
  static let commands: [String: String] = {
    var commands: [String: String] = [:]
    for (name, colour, shades) in families {
      if !["gold", "teal", "maroon", "mint"].contains(name) { commands[name] = hex(colour) }
      for (index, letter) in "ABCDEFGHI".prefix(shades).enumerated() {
        commands[name + String(letter)] = hex(shade(index, of: shades, colour))
      }
    }
    commands["kaBlue"] = commands["blueD"]
    commands["kaGreen"] = commands["greenD"]
    return commands
  }()

  /// Names with red, green and blue from 0 to 255, and how many shades there are.
  private static let families: [(name: String, colour: [Int], shades: Int)] = [
    ("blue", [40, 130, 200], 5), ("teal", [30, 150, 140], 5), ("green", [70, 150, 70], 5),
    ("gold", [200, 140, 30], 5), ("red", [215, 80, 70], 5), ("maroon", [180, 70, 120], 5),
    ("purple", [130, 90, 180], 5), ("mint", [60, 180, 140], 3), ("gray", [128, 128, 128], 9),
    ("orange", [220, 120, 30], 0), ("pink", [220, 90, 150], 0),
  ]

  /// A colour mixed with up to half of white or 0.4 of black, the middle shade being itself.
  private static func shade(_ index: Int, of count: Int, _ colour: [Int]) -> [Int] {
    let middle = count / 2
    return colour.map { part in
      index <= middle
        ? part + (255 - part) * (middle - index) / (2 * middle)
        : part - part * 2 * (index - middle) / (5 * (count - 1 - middle))
    }
  }

  private static func hex(_ colour: [Int]) -> String {
    "#" + colour.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
