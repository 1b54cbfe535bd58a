internal import ContentLibrary
internal import Dispatch
internal import Messages
internal import NewsroomUI
internal import Stories
internal import Words

/// Does the reader's work away from the main thread, and posts the answers with their tickets.
///
/// An effect's `Lane` says what it replaces or waits for; its work is in `EffectRunner+Work`. Lookups,
/// counts, stories, marks and the rest each have a queue, so that none waits for a slower one.
final class EffectRunner: Sendable {
  let library: Library
  let refresher: Refresher
  /// Where searches are kept; nil without a home directory.
  let searches: SearchFile?
  let history: SearchHistory
  let alerts: ReaderAlerts
  private let mailbox: Mailbox
  /// The words for an error.
  private let told: @Sendable (any Error) -> String
  private let work = WorkCount()
  /// Called after marks, tags, clippings or searches were changed, on any thread.
  private let kept: @Sendable () -> Void
  private let lanes: [Lane: LaneQueue]
  private let queues: [QueueName: DispatchQueue]

  /// The queues that work is done on.
  enum QueueName: String, CaseIterable {
    case lookups, ranking, counts, stories, likeness, snippets, marks, files

    fileprivate var quality: DispatchQoS {
      switch self {
      case .likeness, .snippets, .files: .utility
      default: .unspecified
      }
    }
  }

  /// - Parameters:
  ///   - told: gives the words for an error; strangers are told less.
  ///   - kept: called after marks, tags, clippings or searches were changed, on any thread.
  init(
    library: Library, mailbox: Mailbox, searches: SearchFile? = .usual, history: SearchHistory = .usual,
    alertsFolder: String = ArrivalAlerts.usualFolder,
    told: @escaping @Sendable (any Error) -> String = { "\($0)" }, kept: @escaping @Sendable () -> Void = {}
  ) {
    (self.library, self.mailbox, self.told, self.kept) = (library, mailbox, told, kept)
    (self.searches, self.history) = (searches, history)
    alerts = ReaderAlerts(library, folder: alertsFolder)
    refresher = Refresher(library: library, mailbox: mailbox, work: work)
    lanes = Dictionary(uniqueKeysWithValues: Lane.allCases.map { ($0, LaneQueue($0)) })
    queues = Dictionary(
      uniqueKeysWithValues: QueueName.allCases.map {
        ($0, DispatchQueue(label: "newsroom.\($0.rawValue)", qos: $0.quality))
      })
  }

  /// Whether any work is unfinished.
  var isBusy: Bool { work.isBusy }

  /// Starts the work of a request; returns at once.
  func run(_ request: Request) {
    let effect = request.effect
    switch effect {
    case .cancel(let ticket): for lane in lanes.values { lane.cancel(ticket) }
    case .refresh: refresher.ask(saysWhatIsNew: false)
    default:
      guard let lane = effect.lane, let place = place(of: effect) else { return }
      send(request, in: lane, place) { runner, cancellation in
        try runner.answer(to: effect, cancellation)
      }
    }
  }

  /// The queue of some work, and its delay in milliseconds.
  struct Place {
    var queue: QueueName
    var delay = 0
  }

  private func send(
    _ request: Request, in lane: Lane, _ place: Place,
    _ answer: @escaping @Sendable (EffectRunner, Cancellation) throws -> Event?
  ) {
    guard let queue = queues[place.queue], let lane = lanes[lane] else { return }
    work.begin()
    lane.add(request.ticket, on: queue, after: place.delay) { [self] cancellation in
      do {
        if let event = try answer(self, cancellation) { mailbox.post(event, answering: request.ticket) }
        if place.queue == .marks { kept() }
      } catch {
        mailbox.post(.failed(Phrase(told: told(error)), of: request.effect), answering: request.ticket)
      }
    } then: { [self] in
      work.end(mailbox)
    }
  }

  /// Waits until everything to be stored is on disk, and cancels all other work.
  ///
  /// - Parameter endsVisit: whether stories that arrive from now on count as new on the next visit.
  func finish(endsVisit: Bool) {
    refresher.end()
    for (lane, queue) in lanes where lane != .keeping && lane != .marking { queue.cancelAll() }
    queues[.marks]?.sync {}
    if endsVisit { try? library.endVisit() }
  }

  /// Gives memory back while nothing is asked for.
  func rest() { library.rest() }

  /// A keeper that refreshes this library and reports changes.
  func keeper() -> DirectoryKeeper {
    DirectoryKeeper(
      library: library, refresh: { [weak self] in self?.refresher.ask(saysWhatIsNew: $0) },
      changed: { [weak self] in self?.indexChanged() })
  }

  /// Reports that another process has changed the index.
  private func indexChanged() {
    guard let queue = queues[.counts] else { return }
    work.begin()
    queue.async { [self] in
      if let landing = try? library.landed(), !landing.isEmpty { mailbox.post(.landed(landing)) }
      mailbox.post(.libraryChanged)
      work.end(mailbox)
    }
  }
}
