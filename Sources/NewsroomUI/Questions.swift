internal import Stories

/// What an answer brings back of its question, so that the reader can tell whether it still waits for it.
public struct Ticket: Hashable, Sendable {
  /// One number a question.
  let number: Int
}

/// An effect on its way out.
public struct Request: Hashable, Sendable {
  /// What is to be done.
  public let effect: Effect
  /// What the answer brings back; nil where none is expected.
  public let ticket: Ticket?
}

/// The questions that have gone out and have no answer yet.
struct Questions: Sendable {
  /// One of them.
  struct Question: Sendable {
    var effect: Effect
    /// The scene it was asked in, and the story at hand.
    var scene: Scene
  }

  /// Where the reader was: what lay over the panes, and which story was at hand.
  struct Scene: Hashable, Sendable {
    var layers: Int
    var story: StoryID?
  }

  private var waiting: [Ticket: Question] = [:]
  private var last = 0

  /// Writes a question down; in a lane of the latest it takes the place of those before it.
  mutating func ask(_ effect: Effect, in lane: Lane, _ scene: Scene) -> Ticket {
    if lane.order == .latest { waiting = waiting.filter { $0.value.effect.lane != lane } }
    last += 1
    let ticket = Ticket(number: last)
    waiting[ticket] = Question(effect: effect, scene: scene)
    return ticket
  }

  /// Takes the question that an answer brings back; false where nothing waits for it any more.
  mutating func settle(_ ticket: Ticket?) -> Bool {
    guard let ticket else { return false }
    return waiting.removeValue(forKey: ticket) != nil
  }

  /// Takes the questions back whose answers have no place to go any more.
  mutating func withdraw(unless isWanted: (Question) -> Bool) -> [Ticket] {
    let gone = waiting.filter { !isWanted($0.value) }.keys.sorted { $0.number < $1.number }
    for ticket in gone { waiting[ticket] = nil }
    return gone
  }
}

extension State {
  /// Sends effects out: each question with a ticket, and word of the questions that are not asked any more.
  mutating func send(_ effects: [Effect]) -> [Request] {
    let scene = Questions.Scene(layers: scene, story: current?.id)
    var requests: [Request] = []
    for effect in effects {
      let lane = effect.expectsAnswer ? effect.lane : nil
      requests.append(Request(effect: effect, ticket: lane.map { questions.ask(effect, in: $0, scene) }))
    }
    let isLoading = Set(layers.compactMap(\.awaited))
    let sought = snippets?.compiled
    let gone = questions.withdraw { question in
      switch question.effect {
      // What opens a layer is for those who have stayed where they asked for it.
      case .versions, .storyline, .compare: question.scene == scene
      case .facets(let kind, let query):
        kind == .desk && query == Query() || isLoading.contains(kind)
      case .snippets(_, let query): query == sought
      case .glance(let id), .alike(let id): id == article?.id
      default: true
      }
    }
    return requests + gone.map { Request(effect: .cancel($0), ticket: nil) }
  }
}

extension Layer {
  /// The facets that it shows, or waits for.
  fileprivate var awaited: Facet.Kind? {
    switch self {
    case .prompt(.search(let line)): line.awaited
    case .picker(let chooser): chooser.kind
    default: nil
    }
  }
}
