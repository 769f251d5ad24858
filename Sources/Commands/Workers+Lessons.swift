extension Workers {
  /// Does something with lessons, some at the same time; a terminal shows how far it is.
  ///
  /// - Parameter lessons: The path of each, as messages show it, and where it stands.
  /// - Returns: The results in the order of the lessons.
  static func map<Result: Sendable>(
    lessons: [(path: String, place: LessonPlace)], jobs: Int = processors, on console: Console,
    _ transform: @escaping @Sendable (String, LessonPlace) -> Result
  ) -> [Result] {
    let progress = Progress(of: lessons.count, on: console)
    return map(lessons, jobs: jobs) { path, place in
      progress.start(path)
      return transform(path, place)
    }
  }
}
