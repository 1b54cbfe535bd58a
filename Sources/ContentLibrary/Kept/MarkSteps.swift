internal import Stories
internal import Synchronization

/// The marks of many stories that can be taken back, by the number of the step.
///
/// They last until the program ends.
final class MarkSteps: Sendable {
  /// A change of many stories.
  struct Step: Sendable {
    var change: MarkChange
    /// The stories that changed, in ascending order of their ids.
    var stories: [Int64]
    /// Those among them that had changed since they were read.
    var changed: [Int64] = []
  }

  /// The most steps, and the most stories in all of them: 32 megabytes.
  private static let (mostSteps, mostStories) = (100, 4_000_000)

  private let steps = Mutex<[Int: Step]>([:])

  /// Keeps a step, and forgets the oldest ones.
  func keep(_ step: Step, as number: Int) {
    steps.withLock { steps in
      steps[number] = step
      var stories = steps.values.reduce(0) { $0 + $1.stories.count }
      while steps.count > 1, steps.count > Self.mostSteps || stories > Self.mostStories,
        let oldest = steps.keys.min()
      {
        stories -= steps.removeValue(forKey: oldest)?.stories.count ?? 0
      }
    }
  }

  /// The step of a number; nil if it was forgotten.
  subscript(number: Int) -> Step? { steps.withLock { $0[number] } }
}
