import CMachine
import VirtualMachine

/// Tables of values.
extension HostFunction {
  static let tables: [HostFunction] = [
    HostFunction(name: "showTable", results: 0) { (engine, machine, base) throws(Trap.Reason) in
      let elements = machine.elements(base[2])
      // Each cell has its marks on the page, even where its text has none.
      try engine.count(elements.count)
      let cells = elements.map { machine.string($0) }
      let isNumeric = machine.elements(base[3]).map { $0.i != 0 }
      machine.fuel -= cells.count
      let count = isNumeric.count
      // Cells can call what the prelude calls, so nothing is taken for granted.
      guard count > 0, cells.count >= count, cells.count % count == 0, base[5].i >= 0 else {
        throw .message("this table holds what none of its methods puts there")
      }
      let rows = stride(from: count, to: cells.count, by: count).map { Array(cells[$0..<($0 + count)]) }
      try engine.show(
        ValueTable(
          caption: machine.string(base[1]),
          columns: zip(cells, isNumeric).map { ValueTable.Column(name: $0, isNumeric: $1) }, rows: rows,
          hasRowNames: base[4].i != 0, omittedRows: Int(base[5].i), text: machine.string(base[0]),
          isResult: base[6].i != 0))
    }
  ]
}
