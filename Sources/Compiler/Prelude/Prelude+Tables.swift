extension Prelude {
  /// What tables need of the host.
  static let tableHosts = #"""
    @_intrinsic("host:plotFailure") func _tableFailure(_ message: String) -> Never
    @_intrinsic("host:showTable")
    func _showTable(
      _ text: String, _ caption: String, _ cells: [String], _ isNumeric: [Bool], _ hasRowNames: Bool,
      _ omitted: Int, _ isResult: Bool)
    func _fixedText(_ number: Double, _ digits: Int) -> String { String(format: "%.\(digits)f", number) }
    """#

  /// Tables of values, which cells put together column by column.
  ///
  /// The text is made here, so that a compiled cell prints the same. Nothing but Swift, so that the real compiler
  /// takes it as well.
  static let tables = #"""
    struct Table<Row>: CustomStringConvertible {
      let _rows: [Row]
      var _names: [String] = []
      // For each column, the text of each row.
      var _columns: [[String]] = []
      var _caption: String = ""
      var _limit: Int? = nil
      var _hasRowNames: Bool = false

      init(_ rows: [Row]) { _rows = rows }

      // MARK: Columns

      func column<Value>(_ name: String, _ value: (Row) -> Value) -> Table<Row> {
        _with(name, _rows.map { "\(value($0))" })
      }

      func column(_ name: String, digits: Int, _ value: (Row) -> Double) -> Table<Row> {
        _with(name, _rows.map { _number(value($0), digits) })
      }

      // MARK: Options

      func caption(_ caption: String) -> Table<Row> {
        var table = self
        table._caption = _oneLine(caption)
        return table
      }

      func rows(upTo count: Int) -> Table<Row> {
        if count < 0 { _tableFailure("'rows(upTo:)' needs a number that is not negative: here is \(count)") }
        var table = self
        table._limit = count
        return table
      }

      // MARK: Showing

      /// Shows the table here.
      func show() { _show(isResult: false) }

      var description: String {
        var lines: [String] = Array(repeating: "", count: _shownRows + 1)
        for column in 0..<_columns.count {
          let cells = [_names[column]] + Array(_columns[column].prefix(_shownRows))
          var width = 0
          for cell in cells { width = max(width, cell.count) }
          let isRight = _isNumeric(column)
          for (row, cell) in cells.enumerated() {
            let padding = String(repeating: " ", count: width - cell.count)
            if column > 0 { lines[row] += "  " }
            lines[row] += isRight ? padding + cell : cell + padding
          }
        }
        lines = lines.map { _withoutTrailingBlanks($0) }
        if !_caption.isEmpty { lines.insert(_caption, at: 0) }
        let omitted = _rows.count - _shownRows
        if omitted > 0 { lines.append(omitted == 1 ? "… 1 more row" : "… \(omitted) more rows") }
        return lines.joined(separator: "\n")
      }

      func _showAsResult() { _show(isResult: true) }

      func _show(isResult: Bool) {
        if _columns.isEmpty { _tableFailure("this table has no columns: add them with 'column'") }
        var cells = _names
        for row in 0..<_shownRows {
          for column in _columns { cells.append(column[row]) }
        }
        _showTable(
          description, _caption, cells, _columns.indices.map { _isNumeric($0) }, _hasRowNames,
          _rows.count - _shownRows, isResult)
      }

      // MARK: Texts

      func _with(_ name: String, _ texts: [String]) -> Table<Row> {
        var table = self
        table._names.append(_oneLine(name))
        table._columns.append(texts.map { _oneLine($0) })
        return table
      }

      func _number(_ number: Double, _ digits: Int?) -> String {
        guard let digits else { return "\(number)" }
        if digits < 0 || digits > 17 { _tableFailure("a table shows 0 to 17 'digits': here are \(digits)") }
        if !number.isFinite { return "\(number)" }
        let text = _fixedText(number, digits)
        return text.hasPrefix("-") && Double(text) == 0 ? String(text.dropFirst()) : text
      }

      func _oneLine(_ text: String) -> String {
        text.contains { $0.isNewline } ? String(text.map { $0.isNewline ? " " : $0 }) : text
      }

      func _withoutTrailingBlanks(_ line: String) -> String {
        var count = 0
        for character in line.reversed() {
          if character != " " { break }
          count += 1
        }
        return String(line.dropLast(count))
      }

      var _shownRows: Int { min(_rows.count, _limit ?? _rows.count) }

      // Whether all that is shown of a column reads as numbers.
      func _isNumeric(_ column: Int) -> Bool {
        let texts = _columns[column].prefix(_shownRows).filter { !$0.isEmpty }
        return !texts.isEmpty && texts.allSatisfy { Double($0) != nil }
      }
    }

    // MARK: Values whose columns are known

    extension Table {
      init<Key: Comparable, Value>(
        _ dictionary: [Key: Value], key: String = "key", value: String = "value"
      ) where Row == (key: Key, value: Value) {
        let pairs = dictionary.sorted { $0.key < $1.key }
        self.init(pairs.map { (key: $0.key, value: $0.value) })
        self = column(key) { $0.key }.column(value) { $0.value }
        _hasRowNames = true
      }

      init(values: [Double], name: String = "value", digits: Int? = nil) where Row == Double {
        self.init(values)
        self = _with("index", values.indices.map { "\($0)" })
        self = _with(name, values.map { _number($0, digits) })
        _hasRowNames = true
      }

      init(
        matrix rows: [[Double]], rowNames: [String] = [], columnNames: [String] = [], digits: Int? = nil
      ) where Row == [Double] {
        let count = rows.first?.count ?? 0
        for (i, row) in rows.enumerated() where row.count != count {
          _tableFailure("a matrix has rows of one length: row 0 has \(count) numbers, row \(i) has \(row.count)")
        }
        if !rowNames.isEmpty && rowNames.count != rows.count {
          _tableFailure("a matrix needs a name for each row: here are \(rowNames.count) names for \(rows.count) rows")
        }
        if !columnNames.isEmpty && columnNames.count != count {
          _tableFailure(
            "a matrix needs a name for each column: here are \(columnNames.count) names for \(count) columns")
        }
        self.init(rows)
        self = _with("", rowNames.isEmpty ? rows.indices.map { "\($0)" } : rowNames)
        for i in 0..<count {
          self = _with(columnNames.isEmpty ? "\(i)" : columnNames[i], rows.map { _number($0[i], digits) })
        }
        _hasRowNames = true
      }
    }
    """#
}

/// Tables as the real compiler takes them.
public enum TableDeclarations {
  /// The declarations of `Table`, which prints its text; they need C's library.
  public static let source =
    #"""
    func _tableFailure(_ message: String) -> Never { fatalError(message) }
    func _showTable(
      _ text: String, _ caption: String, _ cells: [String], _ isNumeric: [Bool], _ hasRowNames: Bool,
      _ omitted: Int, _ isResult: Bool
    ) {
      Swift.print(text)
    }
    func _fixedText(_ number: Double, _ digits: Int) -> String {
      // Room for all digits of the largest number.
      var bytes = [CChar](repeating: 0, count: 400)
      let count = withVaList([number]) { vsnprintf(&bytes, bytes.count, "%.\(digits)f", $0) }
      return String(decoding: bytes.prefix(Int(count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    """# + Prelude.tables + "\n"
}
