import Dispatch
import SwiftParser
import SwiftSyntax

/// The standard library of cells, in their own language.
///
/// `@_intrinsic("…")` leaves a declaration to the machine (`addI`), the host (`host:…`) or the compiler (`print`).
enum Prelude {
  static let name = "the prelude"

  /// What every program has.
  private static let core = [
    protocols, collectionProtocols, numbers, word, integerMembers, text, strings, collections, ranges, slices,
    sequences, views,
    dictionaries, sets, hashing, functions, result, errors,
  ].joined(separator: "\n")

  /// What only programs have that mention it, because parsing and declaring it takes time.
  enum Part: CaseIterable {
    case machineTypes, keyPaths, optionSets, keyValuePairs, anyHashable, interpolations, memoryLayout, coding,
      textOptions, derivatives, figures, tables, descent

    /// Parts of names, one of which is in every name that it declares.
    private var names: [String] {
      switch self {
      case .machineTypes:
        [
          "Int8", "Int16", "Int32", "Int64", "UInt", "Float", "utf8", "utf16", "UTF8", "nicode", "ascii",
          "andom", "huffle", "readLine", "bitPattern",
          "rangeOfCharacter",
        ] + Part.coding.names + Part.textOptions.names
      case .keyPaths: ["eyPath"]
      case .optionSets: ["OptionSet"] + Part.textOptions.names
      case .keyValuePairs: ["KeyValuePairs"]
      case .anyHashable: ["AnyHashable"]
      case .memoryLayout: ["MemoryLayout"]
      case .coding: ["Codable", "Encodable", "Decodable"]
      case .textOptions:
        [
          "CompareOptions", "options", "range:", "localizedCase", "appending(", "commonPrefix",
          "enumerateLines",
          "substring(",
        ]
      case .interpolations: ["StringInterpolation", "appendInterpolation"]
      case .derivatives:
        [
          "gradient", "Gradient", "derivative", "Derivative", "pullback", "Pullback", "ifferential",
          "ifferentiable", "TangentVector", "jacobian", "hessian", "ormula", "steps(of", "equality(of",
          "tangent(to",
        ] + Part.descent.names
      case .figures: ["Figure"] + Part.descent.names
      case .tables: ["Table"]
      case .descent:
        [
          "minimize", "Descent", "LearningRate", "Optimizer", "SignStep", "Momentum", "Nesterov", "AdaGrad",
          "RMSProp", "Adam", "BFGS", "Verdict",
        ]
      }
    }

    /// What it declares, in the cells' language.
    var source: String {
      switch self {
      case .machineTypes: [integers, floats, unicode, textViews, randoms].joined(separator: "\n")
      case .keyPaths: Prelude.keyPaths
      case .optionSets: Prelude.optionSets
      case .keyValuePairs: Prelude.keyValuePairs
      case .anyHashable: Prelude.anyHashable
      case .interpolations: Prelude.interpolations
      case .memoryLayout: Prelude.memoryLayout
      case .coding: Prelude.coding
      case .textOptions: Prelude.textOptions
      case .derivatives: [Prelude.derivatives, Prelude.linearMaps].joined(separator: "\n")
      case .figures:
        [figureHosts, Prelude.figures, figureTangentMarks, figureTangents].joined(separator: "\n")
      case .tables: [tableHosts, Prelude.tables].joined(separator: "\n")
      case .descent: [optimizers, Prelude.descent, descentPlots, figureDescents].joined(separator: "\n")
      }
    }

    /// Its outline; parsed once for all compilers.
    var tree: SourceFileSyntax { parsing.sync { parsedOnce } }

    private var parsedOnce: SourceFileSyntax {
      switch self {
      case .machineTypes: Prelude.machineTypesTree
      case .keyPaths: Prelude.keyPathsTree
      case .optionSets: Prelude.optionSetsTree
      case .keyValuePairs: Prelude.keyValuePairsTree
      case .anyHashable: Prelude.anyHashableTree
      case .interpolations: Prelude.interpolationsTree
      case .memoryLayout: Prelude.memoryLayoutTree
      case .coding: Prelude.codingTree
      case .textOptions: Prelude.textOptionsTree
      case .derivatives: Prelude.derivativesTree
      case .figures: Prelude.figuresTree
      case .tables: Prelude.tablesTree
      case .descent: Prelude.descentTree
      }
    }

    /// The names of all parts by their first bytes.
    private static let namesByFirstByte: [[(name: [UInt8], part: Part)]] = {
      var table = [[(name: [UInt8], part: Part)]](repeating: [], count: 256)
      for part in allCases {
        for name in part.names.map({ Array($0.utf8) }) { table[Int(name[0])].append((name, part)) }
      }
      return table
    }()

    /// Whether a name starts with two bytes, by both.
    private static let startsName: [Bool] = {
      var table = [Bool](repeating: false, count: 1 << 16)
      for (name, _) in namesByFirstByte.joined() { table[Int(name[0]) << 8 | Int(name[1])] = true }
      return table
    }()

    /// The parts that a source may mention something of.
    ///
    /// - Complexity: Linear in the text.
    static func mentioned(in text: String) -> Set<Part> {
      var found: Set<Part> = []
      let bytes = Array(text.utf8)
      let startsName = Self.startsName
      for (index, byte) in bytes.enumerated() {
        if byte == UInt8(ascii: "\\"), index + 1 < bytes.count, startsKeyPath(bytes[index + 1]) {
          found.insert(.keyPaths)
        }
        guard index + 1 < bytes.count, startsName[Int(byte) << 8 | Int(bytes[index + 1])] else { continue }
        for (name, part) in namesByFirstByte[Int(byte)]
        where index + name.count <= bytes.count && name.indices.allSatisfy({ bytes[index + $0] == name[$0] })
        {
          found.insert(part)
        }
      }
      return found
    }

    /// Whether a character behind a backslash is the start of a type, in a key path: no escape of a string is.
    private static func startsKeyPath(_ next: UInt8) -> Bool {
      UInt8(ascii: "A")...UInt8(ascii: "Z") ~= next || next == UInt8(ascii: "[")
    }
  }

  private static let machineTypesTree = parsed(Part.machineTypes.source)
  private static let keyPathsTree = parsed(Part.keyPaths.source)
  private static let optionSetsTree = parsed(Part.optionSets.source)
  private static let keyValuePairsTree = parsed(Part.keyValuePairs.source)
  private static let anyHashableTree = parsed(Part.anyHashable.source)
  private static let interpolationsTree = parsed(Part.interpolations.source)
  private static let memoryLayoutTree = parsed(Part.memoryLayout.source)
  private static let codingTree = parsed(Part.coding.source)
  private static let textOptionsTree = parsed(Part.textOptions.source)
  private static let derivativesTree = parsed(Part.derivatives.source)
  private static let figuresTree = parsed(Part.figures.source)
  private static let tablesTree = parsed(Part.tables.source)
  private static let descentTree = parsed(Part.descent.source)

  static let source = ([core] + Part.allCases.map(\.source)).joined(separator: "\n")

  /// The outline of what every program has; parsed once for all compilers.
  static var tree: SourceFileSyntax { parsing.sync { coreTree } }

  private static let coreTree = parsed(core)

  /// Where sources are parsed, one at a time: threads that need the same one sleep here, while at a constant's first use
  /// they would keep their processors busy.
  private static let parsing = DispatchQueue(label: "prelude")

  /// The outline of a source, with its operators folded.
  private static func parsed(_ source: String) -> SourceFileSyntax {
    OperatorDeclarations().folded(Parser.parse(source: PreludeOutline(of: source).text)) { _ in }
  }
}
