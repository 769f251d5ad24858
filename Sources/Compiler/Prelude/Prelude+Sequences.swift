extension Prelude {
  static let sequences = #"""
    extension Array {
      func joined<Inner>() -> [Inner] where Element == [Inner] {
        var result: [Inner] = []
        for part in self { for element in part { result.append(element) } }
        return result
      }
      func joined<Inner>(separator: [Inner]) -> [Inner] where Element == [Inner] {
        var result: [Inner] = []
        var isFirst = true
        for part in self {
          if !isFirst { for element in separator { result.append(element) } }
          for element in part { result.append(element) }
          isFirst = false
        }
        return result
      }
    }
    struct AnyIterator<Element>: Sequence, IteratorProtocol {
      typealias Iterator = AnyIterator<Element>
      let _body: () -> Element?
      @_intrinsic("construct") init(_body: @escaping () -> Element?)
      init(_ body: @escaping () -> Element?) { self = AnyIterator(_body: body) }
      func makeIterator() -> AnyIterator<Element> { self }
      mutating func next() -> Element? { _body() }
    }
    struct UnfoldSequence<Element>: Sequence, IteratorProtocol {
      typealias Iterator = UnfoldSequence<Element>
      var _value: Element?
      let _next: (Element) -> Element?
      @_intrinsic("construct") init(_value: Element?, _next: @escaping (Element) -> Element?)
      func makeIterator() -> UnfoldSequence<Element> { self }
      mutating func next() -> Element? {
        guard let value = _value else { return nil }
        _value = _next(value)
        return value
      }
    }
    func sequence<Element>(first: Element, next: @escaping (Element) -> Element?) -> UnfoldSequence<Element> {
      UnfoldSequence(_value: first, _next: next)
    }
    func repeatElement<Element>(_ element: Element, count: Int) -> [Element] { Array(repeating: element, count: count) }
    """#
}
