internal import Stories
internal import Synchronization

/// How many stories have all of several facets, kept between the windows of a list.
///
/// Counting takes as long as there are stories of the rarest facet.
final class FacetTotals: Sendable {
  /// The most combinations kept.
  private static let most = 64

  private struct State {
    var totals: [[Facet]: Int] = [:]
    var generation = 0
    var counted = 0
  }

  private let state = Mutex(State())

  /// The totals as they are known when a reading of the index begins.
  struct View {
    fileprivate let table: FacetTotals
    fileprivate let generation: Int

    /// The number of stories that have all of some facets.
    ///
    /// - Parameter count: counts them in the index that is being read.
    func total(of facets: [Facet], count: () throws -> Int) rethrows -> Int {
      let known = table.state.withLock { $0.generation == generation ? $0.totals[facets] : nil }
      if let known { return known }
      let total = try count()
      table.state.withLock { state in
        state.counted += 1
        // The index has changed since: what was counted in the earlier one is not kept.
        guard state.generation == generation else { return }
        if state.totals.count >= FacetTotals.most { state.totals = [:] }
        state.totals[facets] = total
      }
      return total
    }
  }

  /// Take it before the index is read, so that no total of an earlier index is kept for a later one.
  var view: View { View(table: self, generation: state.withLock(\.generation)) }

  /// How often a combination was counted.
  var counted: Int { state.withLock(\.counted) }

  /// Forgets all totals, because the stories have changed.
  func forget() {
    state.withLock { ($0.totals, $0.generation) = ([:], $0.generation + 1) }
  }
}
