internal import Stories

/// The stories of a thread as they are found, and those that may join.
///
/// The story that has most in common with all stories of the thread joins first, until the next one has much
/// less. So a story can't join only because it has something in common with the last one that did. The
/// constants come from threads made by hand.
struct Thread {
  /// The most stories in a thread.
  private static let most = 20
  /// The least that a story has in common with those of the thread, on average, and the least as a share of
  /// what the others had when they joined.
  private static let (least, share): (Float, Float) = (0.07, 0.42)
  /// What a link adds if the stories also share words, in one language or two.
  private static let (link, acrossLanguages): (Float, Float) = (0.1, 0.3)
  /// How similar linked stories must be for the link to count, in one language or two.
  private static let (shared, sharedAcross): (Float, Float) = (0.03, 0.02)
  /// With so many links in a story, each begins to count for less.
  private static let fewLinks = 2
  /// How much it counts that a story has nothing in common with one in another language.
  private static let foreign: Float = 0.35

  private struct Candidate {
    var listing: Listing
    var profile: StoryProfile
  }

  /// Two stories, in any order.
  private struct Pair: Hashable {
    var ids: Set<StoryID>
    init(_ one: StoryID, _ other: StoryID) { ids = [one, other] }
  }

  private var members: [Candidate]
  private var candidates: [StoryID: Candidate] = [:]
  /// The links between two stories, added up.
  private var links: [Pair: Float] = [:]
  /// What each story had in common with the thread when it joined.
  private var bonds: [Float] = []
  /// How many stories' neighbours have been looked for.
  private var looked = 0

  init(start: Listing, profile: StoryProfile) { members = [Candidate(listing: start, profile: profile)] }

  /// The next story whose neighbours to look for.
  mutating func next() -> StoryID? {
    guard looked < members.count, members.count < Self.most else { return nil }
    looked += 1
    return members[looked - 1].listing.id
  }

  /// Whether a story has been met.
  func knows(_ id: StoryID) -> Bool {
    candidates[id] != nil || members.contains { $0.listing.id == id }
  }

  /// Adds a story that may join.
  mutating func meet(_ listing: Listing, _ profile: StoryProfile) {
    candidates[listing.id] = Candidate(listing: listing, profile: profile)
  }

  /// Adds a link between two stories.
  ///
  /// - Parameter others: how many stories the linking one links to.
  mutating func link(_ one: StoryID, _ other: StoryID, amongOthers others: Int) {
    let weight = Float(Self.fewLinks) / Float(max(others, Self.fewLinks))
    links[Pair(one, other)] = min(weight + (links[Pair(one, other)] ?? 0), 1.5)
  }

  /// Lets the next story join, if there is one; then its neighbours have to be looked for.
  mutating func grow() {
    guard looked == members.count, members.count < Self.most else { return }
    var best: (bond: Float, candidate: Candidate)?
    for candidate in candidates.values {
      let bond = bond(with: candidate)
      let id = candidate.listing.id.databaseValue
      if let best, (best.bond, best.candidate.listing.id.databaseValue) >= (bond, id) { continue }
      best = (bond, candidate)
    }
    let usual = bonds.isEmpty ? 0 : bonds.reduce(0, +) / Float(bonds.count)
    guard let best, best.bond >= max(Self.least, Self.share * usual) else { return }
    bonds.append(best.bond)
    members.append(best.candidate)
    candidates[best.candidate.listing.id] = nil
  }

  /// What a story has in common with those of the thread, on average.
  private func bond(with candidate: Candidate) -> Float {
    var (sum, count): (Float, Float) = (0, 0)
    for member in members {
      let link = links[Pair(member.listing.id, candidate.listing.id)]
      let isForeign = member.profile.language != candidate.profile.language
      let weight = isForeign && link == nil ? Self.foreign : 1
      sum += weight * common(member, candidate, link ?? 0, isForeign)
      count += weight
    }
    return sum / count
  }

  /// How near two dates are: 1 on the same day, 0.65 half a year apart, never below 0.3.
  ///
  /// It counts less than in READ MORE: a thread may go on for years.
  private static func nearness(_ one: Int64?, _ other: Int64?) -> Float {
    guard let one, let other else { return 0.5 }
    let years = Float(abs(one - other)) / 31_557_600
    return 0.3 + 0.7 / (1 + years / 0.5)
  }

  private func common(_ one: Candidate, _ other: Candidate, _ link: Float, _ isForeign: Bool) -> Float {
    let likeness =
      one.profile.likeness(other.profile)
      * Self.nearness(one.listing.published?.seconds, other.listing.published?.seconds)
    guard likeness >= (isForeign ? Self.sharedAcross : Self.shared) else { return likeness }
    return likeness + link * (isForeign ? Self.acrossLanguages : Self.link)
  }

  /// The stories, oldest first.
  var listings: [Listing] {
    members.map(\.listing).sorted {
      ($0.position, $0.id.databaseValue) < ($1.position, $1.id.databaseValue)
    }
  }
}
