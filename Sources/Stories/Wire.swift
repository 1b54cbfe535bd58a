/// What a news agency or a feed says about a story apart from its text: whether it may be used, and its
/// version.
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

  /// The states that a search can ask for.
  public enum State: String, Hashable, Sendable, CaseIterable {
    /// Under an embargo that has not ended.
    case embargoed
    /// `Status.canceled`.
    case killed
    case withheld
    /// A correction of an earlier version.
    case corrected
  }

  /// Whether it may be used.
  public var status: Status
  /// Its version, from 1, larger is newer; nil if none is given.
  public var version: Int?
  /// Not to be published before this moment.
  public var embargo: Timestamp?
  /// From 1 (most urgent) to 9; nil if none is given.
  public var urgency: Int?
  /// The agency's working title ("Ferry-Harbour").
  public var slugline: String?
  /// Who provided it: the agency or the feed.
  public var provider: String?
  /// The line of rights to be shown with it.
  public var copyright: String?
  /// Notes to the desk: editorial notes, the reason for a correction or a kill.
  public var notes: [String]
  /// Optional because older archives do not have it.
  private var correction: Bool?

  /// Whether it corrects an earlier version.
  public var isCorrection: Bool {
    get { correction == true }
    set { correction = newValue ? true : nil }
  }

  /// The states it has; `embargoed` stays even after the embargo has ended.
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

  /// Whether the story's words must not be shown.
  public var isHeld: Bool { status != .usable }

  /// Whether its words may be shown only in the story itself, under the warning: not as a teaser or a search
  /// result.
  ///
  /// - Parameter seconds: since 1970.
  public func isQuiet(at seconds: Int64) -> Bool {
    isHeld || embargo.map { $0.seconds > seconds } == true
  }

  /// Starts usable, without version or embargo.
  public init() {
    status = .usable
    notes = []
  }

  /// Whether it says nothing.
  public var isEmpty: Bool { self == Wire() }
}
