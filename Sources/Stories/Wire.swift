/// What a news agency or a feed says of a story beside its text: how far it may be used, and which version it is.
public struct Wire: Hashable, Sendable, Codable {
  /// Whether a story may be used (IPTC NewsCodes, "Publishing Status").
  public enum Status: String, Hashable, Sendable, Codable {
    /// Free to use.
    case usable
    /// Held back for now; the text is not to be shown.
    case withheld
    /// Killed: not to be used any more; the text is not to be shown.
    case canceled
  }

  /// What may be asked of a story's use.
  public enum State: String, Hashable, Sendable, CaseIterable {
    /// Under an embargo that has not ended.
    case embargoed
    /// `Status.canceled`.
    case killed
    case withheld
    /// A correction of what went out before.
    case corrected
  }

  /// Whether it may be used.
  public var status: Status
  /// Which version it is, from 1, larger is newer; nil where none is said.
  public var version: Int?
  /// Not to be published before this moment.
  public var embargo: Timestamp?
  /// From 1, most urgent, to 9; nil where none is said.
  public var urgency: Int?
  /// The agency's working title ("Ferry-Harbour").
  public var slugline: String?
  /// Who provided it: the agency or the feed.
  public var provider: String?
  /// The line of rights to be shown with it.
  public var copyright: String?
  /// What the desk is told: editorial notes, the reason of a correction or of a kill.
  public var notes: [String]
  /// Kept as a value that may be missing: what was archived before knows none.
  private var correction: Bool?

  /// Whether it corrects what went out before.
  public var isCorrection: Bool {
    get { correction == true }
    set { correction = newValue ? true : nil }
  }

  /// What may be asked of it; an embargo is there even when it has ended.
  public var states: [State] {
    State.allCases.filter { state in
      switch state {
      case .embargoed: embargo != nil
      case .killed: status == .canceled
      case .withheld: status == .withheld
      case .corrected: isCorrection
      }
    }
  }

  /// Whether nothing of the story's words is to be shown.
  public var isHeld: Bool { status != .usable }

  /// Whether its words stand nowhere but in the story itself, under the warning: neither as teaser nor as
  /// what was found.
  ///
  /// - Parameter seconds: since 1970.
  public func isQuiet(at seconds: Int64) -> Bool {
    isHeld || embargo.map { $0.seconds > seconds } == true
  }

  /// Nothing said: usable, without version or embargo.
  public init() {
    status = .usable
    notes = []
  }

  /// Whether nothing is said at all.
  public var isEmpty: Bool { self == Wire() }
}
