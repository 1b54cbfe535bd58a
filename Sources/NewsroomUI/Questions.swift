internal import Stories

/// Links an answer to its question, so that the reader can tell whether it still waits for it.
public struct Ticket: Hashable, Sendable {
  /// A number, unique to the question.
  let number: Int
}

/// An effect to be carried out.
public struct Request: Hashable, Sendable {
  /// The work.
  public let effect: Effect
  /// The ticket its answer must carry; nil if no answer is expected.
  public let ticket: Ticket?
}

/// The questions that have no answer yet.
struct Questions: Sendable {
  /// An unanswered question.
  struct Question: Sendable {
    var effect: Effect
    /// The scene it was asked in.
    var scene: Scene
  }

  /// Where the reader was: the layers over the panes, and the current story.
  struct Scene: Hashable, Sendable {
    var layers: Int
    var story: StoryID?
  }

  private var waiting: [Ticket: Question] = [:]
  private var last = 0

  /// Records a question; in a lane where only the latest counts, it replaces the earlier ones.
  mutating func ask(_ effect: Effect, in lane: Lane, _ scene: Scene) -> Ticket {
    if lane.order == .latest { waiting = waiting.filter { $0.value.effect.lane != lane } }
    last += 1
    let ticket = Ticket(number: last)
    waiting[ticket] = Question(effect: effect, scene: scene)
    return ticket
  }

  /// Settles the question of an answer; false if nothing waits for that answer.
  mutating func settle(_ ticket: Ticket?) -> Bool {
    guard let ticket else { return false }
    return waiting.removeValue(forKey: ticket) != nil
  }

  /// Withdraws the questions whose answers are no longer wanted.
  mutating func withdraw(unless isWanted: (Question) -> Bool) -> [Ticket] {
    let gone = waiting.filter { !isWanted($0.value) }.keys.sorted { $0.number < $1.number }
    for ticket in gone { waiting[ticket] = nil }
    return gone
  }
}

extension State {
  /// Turns effects into requests: each question gets a ticket, and withdrawn questions are cancelled.
  mutating func send(_ effects: [Effect]) -> [Request] {
    let scene = Questions.Scene(layers: scene, story: current?.id)
    var requests: [Request] = []
    for effect in admitted(effects) {
      let lane = effect.expectsAnswer ? effect.lane : nil
      requests.append(Request(effect: effect, ticket: lane.map { questions.ask(effect, in: $0, scene) }))
    }
    let isLoading = Set(layers.compactMap(\.awaited))
    let sought = snippets?.compiled
    let gone = questions.withdraw { question in
      switch question.effect {
      // A layer opens only if the reader is still where it was asked for.
      case .versions, .storyline, .compare, .sinceRead, .ownTags, .clippings, .alerts: question.scene == scene
      case .facets(let kind, let query):
        kind == .desk && query == Query() || isLoading.contains(kind)
      case .awaitKeys(let keys): keys == pending
      case .snippets(_, let query): query == sought
      case .glance(let id), .alike(let id): id == article?.id
      default: true
      }
    }
    return requests + gone.map { Request(effect: .cancel($0), ticket: nil) }
  }
}

extension Layer {
  /// The kind of facets that it shows or waits for.
  fileprivate var awaited: Facet.Kind? {
    switch self {
    case .prompt(.search(let line)): line.awaited
    case .picker(let chooser): chooser.kind
    default: nil
    }
  }
}
