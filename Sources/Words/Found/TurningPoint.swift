public import Stories

/// What makes a story of a thread stand out in its timeline.
public enum TurningPoint: String, Hashable, Sendable {
  /// The thread begins with it.
  case first
  /// It is the longest, and longer than most.
  case longest
  /// It corrects another.
  case correction

  /// The turning points of a thread, oldest story first, by their indexes.
  ///
  /// Two stories have no turning points, only a beginning and an end.
  public static func points(of thread: [Listing]) -> [Int: TurningPoint] {
    guard thread.count > 2 else { return [:] }
    var points: [Int: TurningPoint] = [0: .first]
    let lengths = thread.map(\.words).sorted()
    if let index = thread.indices.max(by: { thread[$0].words < thread[$1].words }),
      thread[index].words * 2 >= lengths[lengths.count / 2] * 3, points[index] == nil
    {
      points[index] = .longest
    }
    for index in thread.indices where Correction.begins(thread[index].headline) {
      points[index] = .correction
    }
    return points
  }
}
