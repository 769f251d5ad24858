/// What names mean where a formula stands.
extension FormulaVerifier {
  /// The possible meanings of a chain's names, the nearest first.
  func meanings(of chain: Statement.Chain, _ cellsBefore: Int) -> [Meaning] {
    var base = Meaning(budget: budget)
    base.unsupported = unsupported
    base.conditions = circumstances.conditions
    base.measuresDegrees = circumstances.measuresDegrees
    base.isAsserted = isAsserted
    base.isSought = surroundings[index].isConditional
    base.elsewhere = elsewhere
    base.isRestated = surroundings[index].isRestatement
    base.arrays = arrays(cellsBefore)
    base.matrices = matrices(cellsBefore)
    var mentioned: [String] = []
    var arities: [String: Int] = [:]
    var hasSeries = false
    // How often names stand without brackets, and how often so in a derivative.
    var (open, derived): ([String: Int], [String: Int]) = ([:], [:])
    func see(_ name: String) { if !mentioned.contains(name) { mentioned.append(name) } }
    // What stands in the brackets behind a function's name.
    func see(_ arguments: [Term], of name: String) {
      see(name)
      if arguments.count == 1, arguments[0].isFactor(besides: name) { return }
      arities[name] = arguments.count
      for case .name(let argument) in arguments
      where argument != name && (arguments.count > 1 || cells.contains(where: { $0.name == name }))
        && isVariable(argument, of: name)
      {
        base.bound.insert(argument)
      }
    }
    for side in chain.sides {
      side.term?.visit { term in
        switch term {
        case .name(let name), .raised(let name, _, _):
          base.variables.insert(name)
          open[name, default: 0] += 1
          see(name)
          if let function = derivedFunction(name) { see(function) }
        case .applied(let name, let arguments, _):
          if let function = derivedFunction(name) { see(arguments, of: function) }
          see(arguments, of: name)
        case .gradient(let name, let arguments), .component(let name, _, let arguments):
          see(name)
          if let arguments { see(arguments, of: name) }
        case .derivative(let name, _, let arguments, _):
          see(name)
          arities[name] = 1
          for case .name(let argument) in arguments ?? [] where isVariable(argument, of: name) {
            base.bound.insert(argument)
          }
        case .composition(let name, _):
          see(name)
          arities[name] = 1
        case .differential(let operand, let by, _):
          base.variables.formUnion(by)
          // In \frac{df}{dx}(x) stands no f without brackets.
          if case .name(let name) = operand { derived[name, default: 0] += 1 }
        case .series, .dot: hasSeries = true
        default: break
        }
      }
    }
    base.variables.subtract(
      derived.filter { name, count in open[name] == count && arities[name] != nil }.keys)
    let named = numbers(cellsBefore)
    base.numbered = Set(named.keys).union(bindings.compactMapValues { $0 }.keys)
    base.means = means(of: base.variables, base.arrays, named)
    // Of another sample the mean may be another.
    if !base.means.isEmpty, !hasSeries { base.contradicts = false }
    // Functions of functions bring in names that the formula does not mention.
    var candidates: [(name: String, choices: [Definition?])] = []
    var index = 0
    while index < mentioned.count, candidates.count < 8 {
      let name = mentioned[index]
      index += 1
      if base.bound.contains(name), arities[name] == nil { continue }
      var choices: [Definition?] = definitions(of: name, cellsBefore).filter { definition in
        arities[name].map { $0 == definition.parameters.count } ?? true
      }
      guard !choices.isEmpty else { continue }
      for case let definition? in choices { for parameter in definition.parameters { see(parameter) } }
      if arities[name] == nil { choices.append(nil) }
      candidates.append((name, choices))
    }
    var meanings = [base]
    for (name, choices) in candidates {
      var next: [Meaning] = []
      // The first choice of every name comes first, so the nearest meaning does.
      for choice in choices.prefix(6) {
        for meaning in meanings where next.count < 16 {
          var meaning = meaning
          meaning.functions[name] = choice
          next.append(meaning)
        }
      }
      meanings = next
    }
    if chain.sides.contains(where: { $0.term?.hasAnyLogarithm == true }) {
      meanings += ["log10", "log2"].flatMap { logarithm in
        meanings.map { meaning in
          var meaning = meaning
          meaning.logarithm = logarithm
          return meaning
        }
      }
    }
    // Numbers of cells say what a function with them is, and nothing of equations and identities.
    let ofFunctions = meanings
    let written = chain.names
    let withFunctions = meanings.filter { !$0.functions.isEmpty || hasSeries }
    let isDisputed =
      (!base.bound.isEmpty || chain.hasOpenDerivative
        || chain.sides.first?.term.flatMap(Head.init).map { head in cells.contains { $0.name == head.name } }
          == true)
      && !disputedConstants(cellsBefore).isDisjoint(with: mentioned)
    func add(_ numbers: [String: Double], contradicts: Bool, releasing names: Set<String> = []) {
      meanings += withFunctions.map { meaning in
        var meaning = meaning
        meaning.constants = numbers
        meaning.bound.subtract(names)
        meaning.contradicts = meaning.contradicts && contradicts && !isDisputed
        return meaning
      }
    }
    // What a later section calls so says nothing here, unless the paragraph says the same.
    let constants = named.filter { name, number in
      !number.isVariable && (number.cell < cellsInSection || announced[name] == number.value)
    }.mapValues(\.value)
    let rebound = reboundConstants(cellsBefore)
    let stated = bindings.compactMapValues { $0 }
    let known = constants.filter { !rebound.contains($0.key) }.merging(
      stated.filter { rebound.contains($0.key) }
    ) { $1 }
    let parameters = Set(candidates.flatMap(\.choices).flatMap { $0?.parameters ?? [] })
    // A constant that is called like a parameter is seldom meant.
    let others = known.filter { !parameters.contains($0.key) }
    if mentioned.contains(where: { constants[$0] != nil }) {
      let isAnnounced = mentioned.contains { name in
        guard let constant = constants[name], bindings[name] == nil else { return false }
        return announced[name].map { $0 != constant } ?? false
      }
      if others.count < known.count { add(others, contradicts: !isAnnounced) }
      add(known, contradicts: !isAnnounced)
    }
    // A derivative without arguments may be that at the numbers of the cells, in what these make of them.
    if chain.hasOpenDerivative, mentioned.contains(where: { known[$0] != nil }) {
      let ofCells = candidates.flatMap(\.choices).compactMap { $0 }.filter(\.isOfCell).flatMap(\.parameters)
      let others = known.filter { !ofCells.contains($0.key) }
      meanings += withFunctions.map { meaning in
        var meaning = meaning
        meaning.constants = others
        meaning.numbersOfVariables = known
        return meaning
      }
    }
    let given = base.bound.subtracting(parameters).filter { known[$0] != nil || stated[$0] != nil }
    if !given.isEmpty {
      let isCertain = given.allSatisfy {
        stated[$0] != nil && stated[$0] == announced[$0] && !rounded.contains($0)
      }
      add(known.merging(stated) { $1 }, contradicts: isCertain, releasing: given)
    }
    if isGiven(chain, by: known) {
      var meaning = base
      meaning.constants = known
      meaning.contradicts = false
      meanings.append(meaning)
    }
    // `w_1 x_1 + w_2 x_2` speaks of what arrays of the cells hold.
    let elements = elements(in: written, of: base.arrays, besides: named)
    if !elements.isEmpty {
      meanings += ofFunctions.prefix(4).map { meaning in
        var meaning = meaning
        meaning.constants = known.merging(elements) { $1 }
        meaning.contradicts = false
        return meaning
      }
    }
    // In \frac{1}{n} \sum_{i=1}^{n} x_i all elements are meant.
    if hasSeries, let (name, count) = sampleSize(of: chain, base.arrays), named[name] == nil,
      bindings[name] == nil,
      !base.bound.contains(name), !parameters.contains(name), definitions(of: name, cellsBefore).isEmpty
    {
      meanings += ofFunctions.prefix(4).map { meaning in
        var meaning = meaning
        meaning.constants = known.merging([name: Double(count)]) { $1 }
        return meaning
      }
    }
    if mentioned.contains(where: { named[$0]?.isVariable == true }) {
      add(named.mapValues(\.value), contradicts: false)
    }
    // What the paragraph calculates with its own numbers.
    if hasSeries && !bindings.isEmpty || written.contains(where: { bindings[$0] != nil }) {
      var meaning = base
      meaning.constants = stated
      meaning.contradicts = false
      meanings.append(meaning)
    }
    // With V = 10 and K = 2, which the cells write as numbers: V(S) = \frac{V S}{K + S}.
    let letters = written.filter { name in
      announced[name] != nil && named[name] == nil && !parameters.contains(name) && !base.bound.contains(name)
        && !cells.contains { $0.name == name }
    }
    if !letters.isEmpty, chain.sides.first?.term.flatMap(Head.init)?.parameters != nil {
      let said = announced.filter { letters.contains($0.key) || others[$0.key] != nil }
      add(others.merging(said) { $1 }, contradicts: true)
    }
    // A function with a number of a cell is another one with another number.
    if !rebound.isEmpty {
      meanings.removeAll { meaning in
        meaning.functions.values.contains { !$0.constants.isDisjoint(with: rebound) }
      }
    }
    // Where an author calls an error e, what is wrong of Euler's number may be right.
    guard renamed.contains(where: { written.contains($0.name) && !base.bound.contains($0.name) }) else {
      return meanings
    }
    return meanings.map { meaning in
      var meaning = meaning
      meaning.contradicts = false
      return meaning
    }
  }

  /// Whether all names of a chain have numbers but for the one to which it may give one: `t = \frac{v_0}{g} = 2`.
  private func isGiven(_ chain: Statement.Chain, by numbers: [String: Double]) -> Bool {
    var names: Set<String> = []
    for (index, side) in chain.sides.enumerated() {
      if index == 0, case .name? = side.term { continue }
      names.formUnion(side.term.map { $0.names.subtracting($0.integrated) } ?? [])
    }
    names.subtract(Meaning.constants.keys)
    return !names.isEmpty && names.allSatisfy { numbers[$0] != nil }
  }

  /// The constants of cells to which the paragraph gives other numbers.
  func reboundConstants(_ cellsBefore: Int) -> Set<String> {
    guard !bindings.isEmpty else { return [] }
    let named = numbers(cellsBefore).filter { !$0.value.isVariable }
    return Set(bindings.keys.filter { name in named[name].map { $0.value != bindings[name] } ?? false })
  }

  /// The constants of cells before the section to which formulas of the lesson give other numbers, so that it may call
  /// another thing so.
  func disputedConstants(_ cellsBefore: Int) -> Set<String> {
    Set(
      numbers(cellsBefore).values.filter { number in
        !number.isVariable && number.cell < cellsBeforeSection
          && (stated[number.name] ?? []).contains { abs($0 - number.value) > 1e-2 * abs(number.value) }
      }.map(\.name))
  }

  /// The constant to which a chain such as `e = y - 1` gives another meaning.
  func renamedConstant(_ chain: Statement.Chain) -> String? {
    guard chain.sides.count > 1, chain.relations.first == .equal, case .name(let name)? = chain.sides[0].term,
      let constant = Meaning.constants[name], let right = chain.sides[1].term,
      let expression = try? Meaning(budget: budget).expression(right)
    else { return nil }
    guard let number = expression.value(at: [:], opaque: opaque)?.value else { return name }
    return abs(number - constant) > 1e-9 ? name : nil
  }

  /// The function of which a name such as `f_x` is a derivative; nil where it is another name.
  private func derivedFunction(_ name: String) -> String? {
    guard let parts = SubscriptedName(name) else { return nil }
    let known = (cells + (respelled.map(\.definition) + prose.map(\.definition))).contains {
      $0.name == parts.base && $0.parameters.contains(parts.index)
    }
    return known ? parts.base : nil
  }

  /// Whether a name in the brackets of a function is a variable: `f(π)` is a value, unless the function calls what it
  /// is given so.
  private func isVariable(_ argument: String, of name: String) -> Bool {
    Meaning.constants[argument] == nil
      || (cells + prose.map(\.definition)).contains { $0.name == name && $0.parameters.contains(argument) }
  }

  func definitions(of name: String, _ cellsBefore: Int) -> [Definition] {
    if let chosen = circumstances.definitions[name] { return chosen }
    let known =
      cells.filter { $0.name == name } + respelled.map(\.definition).filter { $0.name == name }
      + prose.map(\.definition).filter { $0.name == name }
    let before = known.filter { $0.position <= 2 * cellsBefore + 1 }.enumerated().sorted {
      ($0.element.position, $0.offset) > ($1.element.position, $1.offset)
    }.map(\.element)
    return before + known.filter { $0.position > 2 * cellsBefore + 1 }
  }

  /// The means that names with a bar stand for, but for those that have numbers of their own.
  private func means(
    of names: Set<String>, _ arrays: [String: [Double]], _ numbers: [String: NamedNumber]
  ) -> [String: Double] {
    var means: [String: Double] = [:]
    for name in names where numbers[name] == nil {
      guard let array = MeanName.base(of: name).flatMap({ arrays[$0] }), !array.isEmpty else { continue }
      let mean = array.reduce(0, +) / Double(array.count)
      if let stated = bindings[name], stated != mean { continue }
      means[name] = mean
    }
    return means
  }

  /// The elements of arrays that names with a number for their index stand for, which are counted from 1, or from 0 where
  /// one of them has the index 0.
  func elements(
    in names: Set<String>, of arrays: [String: [Double]], besides numbers: [String: NamedNumber]
  ) -> [String: Double] {
    guard !arrays.isEmpty else { return [:] }
    let places = names.compactMap { name -> (name: String, base: String, index: Int)? in
      guard numbers[name] == nil, let parts = SubscriptedName(name), let index = Int(parts.index),
        arrays[parts.base] != nil
      else { return nil }
      return (name, parts.base, index)
    }
    let first = places.contains { $0.index == 0 } ? 0 : 1
    var found: [String: Double] = [:]
    for place in places {
      guard let array = arrays[place.base], array.indices.contains(place.index - first) else { continue }
      found[place.name] = array[place.index - first]
    }
    return found
  }

  /// The numbers that cells name, as they are after so many cells; those that only later cells name as they make them.
  func numbers(_ cellsBefore: Int) -> [String: NamedNumber] {
    var named: [String: NamedNumber] = [:]
    for number in numbers where named[number.name] == nil || number.cell < cellsBefore {
      named[number.name] = number
    }
    return named
  }

  /// The arrays that cells name, the latest before a formula or the first after it, but for those to which its paragraph
  /// gives other elements.
  func arrays(_ cellsBefore: Int) -> [String: [Double]] {
    var named: [String: [Double]] = [:]
    let rebound = Set(bindings.keys.flatMap { [$0, SubscriptedName($0)?.base ?? $0] })
    for array in arrays
    where (!rebound.contains(array.name) || hasStatedElements(array))
      && (named[array.name] == nil || array.cell < cellsBefore)
    {
      named[array.name] = array.values
    }
    return named.merging(vectors) { $1 }
  }

  /// Whether the numbers that the paragraph gives elements of an array are those that it has, as far as they are shown:
  /// counted from 1.
  private func hasStatedElements(_ array: NamedArray) -> Bool {
    guard bindings[array.name] == nil else { return false }
    return bindings.allSatisfy { name, value in
      guard let parts = SubscriptedName(name), parts.base == array.name else { return true }
      guard let place = Int(parts.index), array.values.indices.contains(place - 1), let value else {
        return false
      }
      let element = array.values[place - 1]
      return abs(element - value) <= 1e-2 * max(1e-3, abs(element))
    }
  }

  /// The numbers that a chain such as `x = (1, 2)` gives a name; nil where it gives none.
  func vectorBinding(_ chain: Statement.Chain) -> (name: String, vector: [Double])? {
    guard case .name(let name)? = chain.sides.first?.term, chain.relations == [.equal],
      case .vector(let parts)? = chain.sides[1].term
    else { return nil }
    let meaning = Meaning(budget: budget)
    let values = parts.compactMap { try? meaning.expression($0).value(at: [:])?.value }.filter(\.isFinite)
    guard values.count == parts.count else { return nil }
    // Rounded, it is what the cells have.
    let known = arrays.last { array in
      array.name == name && array.values.count == parts.count
        && zip(array.values, parts).allSatisfy { value, part in
          part.literal.map { ChainComparison.agrees(value, $0) } ?? false
        }
    }
    return (name, known?.values ?? values)
  }

  /// Takes up what a chain such as `g = 1.62` says that a name is; it holds for the rest of the paragraph.
  mutating func bind(_ chain: Statement.Chain) {
    if let (name, vector) = vectorBinding(chain) { vectors[name] = vector }
    guard let (name, value) = binding(chain, numbers: bindings.compactMapValues { $0 }) else { return }
    bindings[name] = .some(value)
    if chain.relations.first == .near { rounded.insert(name) } else { rounded.remove(name) }
  }

  /// The name to which a chain gives a number; nil for the number where it is none that can be read.
  func binding(_ chain: Statement.Chain, numbers: [String: Double]) -> (name: String, value: Double?)? {
    guard case .name(let name)? = chain.sides.first?.term, chain.relations.first?.isEquality == true
    else { return nil }
    var meaning = Meaning(budget: budget)
    meaning.constants = numbers
    // Behind ≈ it is rounded.
    let exact = chain.relations.prefix { $0 == .equal }.count
    let count = exact > 0 ? exact : chain.relations.prefix(while: \.isEquality).count
    let values = chain.sides[1...count].compactMap { side in
      side.term.flatMap { try? meaning.expression($0).value(at: [:], opaque: opaque)?.value }
    }
    if let value = values.last, value.isFinite, !chain.isImplied {
      let side = chain.sides[values.count]
      let known = self.numbers.filter { $0.name == name }.map(\.value)
      // In which unit other formulas calculate, only a cell tells.
      if let unit = side.unit, unit.factor != 1 {
        return (name, [value, value * unit.factor].first(where: known.contains))
      }
      // So it does of 1,000, which may be a thousand.
      if let other = side.term?.withThousands.literal?.value, known.contains(other) { return (name, other) }
      return (name, value)
    }
    // `x = (x_1, x_2)` says how its elements are called.
    if case .vector(let parts)? = chain.sides[1].term,
      parts.allSatisfy({ if case .name(let part) = $0 { SubscriptedName(part)?.base == name } else { false } }
      )
    {
      return nil
    }
    // A solution among several, a number with a unit, or a vector.
    let isOther = chain.isImplied && !values.isEmpty || chain.sides.contains { $0.term?.hasVector ?? true }
    return isOther ? (name, nil) : nil
  }
}
