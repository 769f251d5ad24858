import CMachine
import Graphics
import VirtualMachine

/// Figures: points, functions, and descents over their functions.
extension HostFunction {
  private static func optionalString(_ machine: Machine, _ slots: UnsafeMutablePointer<TramaSlot>) -> String?
  {
    slots[0].i == 0 ? nil : machine.string(slots[1])
  }

  private static func figure(
    _ machine: Machine, _ name: String, _ x: [Double], _ y: [Double], _ texts: UnsafeMutablePointer<TramaSlot>
  ) -> Figure {
    Figure(
      title: optionalString(machine, texts), xLabel: optionalString(machine, texts + 2),
      yLabel: optionalString(machine, texts + 4), series: [Series(name: name, x: x, y: y)])
  }

  /// How many points a plotted function is sampled at: an even number of equal steps, both ends included.
  private static let samples = 201

  static let figures: [HostFunction] = [
    HostFunction(name: "plotPoints", results: 0) { (engine, machine, base) throws(Trap.Reason) in
      let x = machine.elements(base[0]).map(\.d)
      let y = machine.elements(base[1]).map(\.d)
      guard x.count == y.count else {
        throw .message("'plot' needs as many values of x as of y: here are \(x.count) and \(y.count)")
      }
      try engine.show(.figure(figure(machine, "", x, y, base + 2)))
    },
    HostFunction(name: "plotFunction", results: 0) { (engine, machine, base) throws(Trap.Reason) in
      guard let closure = base[0].o, let content = trama_object_slots(closure) else { return }
      let lower = base[1].d
      let upper = base[2].d
      guard lower.isFinite, upper.isFinite, lower < upper else {
        throw .message("'plot' needs an interval with two different finite ends")
      }
      var x: [Double] = []
      var y: [Double] = []
      for index in 0..<samples {
        let share = Double(index) / Double(samples - 1)
        let at = index == samples - 1 ? upper : lower + share * (upper - lower)
        base[scratch].d = at
        try machine.call(closure, at: base + scratch)
        x.append(at)
        y.append(base[scratch].d)
      }
      let name = functionName(machine, content[0])
      try engine.show(.figure(figure(machine, name, x, y, base + 3)))
    },
    HostFunction(name: "functionName", results: 1) { (_, machine, base) throws(Trap.Reason) in
      let content = base[0].o.flatMap { trama_object_slots($0) }
      base[0] = try machine.makeString(content.map { functionName(machine, $0[0]) } ?? "")
    },
    HostFunction(name: "plotFailure", results: 0) { (_, machine, base) throws(Trap.Reason) in
      throw .message(machine.string(base[0]))
    },
    HostFunction(name: "showFigure", results: 0) { (engine, machine, base) throws(Trap.Reason) in
      let texts = machine.elements(base[0]).map { machine.string($0) }
      let counts = machine.elements(base[1]).map { Int($0.i) }
      let numbers = machine.elements(base[2]).map(\.d)
      machine.fuel -= texts.count + numbers.count / 4
      let figure = try FigureEntries(texts: texts, counts: counts, numbers: numbers).figure()
      try engine.show(.figure(figure))
    },
    HostFunction(name: "plotDescent", results: 0) { (engine, machine, base) throws(Trap.Reason) in
      try engine.show(.figure(descent(machine, base)))
    },
  ]

  /// The name of a function; empty for a closure.
  private static func functionName(_ machine: Machine, _ function: TramaSlot) -> String {
    let name = machine.function(Int(function.i))?.name ?? ""
    return name.hasPrefix("closure") ? "" : name
  }

  /// A search over its function: a curve where there are no ordinates, and level curves otherwise.
  private static func descent(_ machine: Machine, _ base: UnsafeMutablePointer<TramaSlot>) -> Figure {
    let name = machine.string(base[0])
    let lists = (1...7).map { machine.elements(base[$0]).map(\.d) }
    let (x, y, values, pathX, pathY, pathValues) = (
      lists[0], lists[1], lists[2], lists[3], lists[4], lists[5]
    )
    var figure = figure(machine, name, x, values, base + 8)
    figure.verdicts = Verdict.all(in: lists[6])
    guard let left = x.first, let right = x.last, let low = y.first, let high = y.last else {
      figure.series.append(Series(x: pathX, y: pathValues, mark: .path))
      return figure
    }
    let path = zip(zip(pathX, pathY), pathValues).map { (x: $0.0, y: $0.1, value: $1) }
      .filter { (left...right).contains($0.x) && (low...high).contains($0.y) }
    let levels = Field.levels(of: values, along: path, width: right - left, height: high - low)
    figure.field = Field(name: name, x: x, y: y, values: values, levels: levels)
    figure.series = [Series(x: pathX, y: pathY, mark: .path)]
    return figure
  }
}
