extension Lesson {
  /// The heading of level 1 that the document starts with; nil where it starts otherwise.
  public var openingHeading: Heading? {
    let first = blocks.first {
      if case .comment = $0 { false } else { true }
    }
    guard case .heading(let heading)? = first, heading.level == 1 else { return nil }
    return heading
  }
}
