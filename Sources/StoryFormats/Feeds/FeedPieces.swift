internal import Stories

/// An XML feed, which is cut into items if it is large.
public protocol FeedFormat: PieceFormat {}

extension FeedFormat {
  /// 4 MiB: a parsed feed takes ten times its size.
  public var largestWhole: Int { 4 << 20 }
  /// The feed's title, language and addresses are outside its items.
  public var needsSurroundings: Bool { true }
  /// Some feeds give all items the same guid.
  public var mayShareNames: Bool { true }

  /// Whether tags can be found by their bytes, and the file is more than one entry.
  public func canCut(_ beginning: Source) -> Bool {
    let bytes = beginning.bytes
    guard !bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFE, 0xFF]), !bytes.prefix(64).contains(0)
    else { return false }
    // RSS as JSON has no tags.
    let first = bytes.first { $0 > 0x20 }
    guard first != UInt8(ascii: "{"), first != UInt8(ascii: "[") else { return false }
    let encoding = XMLDecoding.encoding(in: bytes)?.lowercased() ?? ""
    guard !["iso-2022", "hz", "utf-7"].contains(where: { encoding.hasPrefix($0) }) else { return false }
    return FeedFrame(path: beginning.path, beginning: bytes) != nil
  }

  /// Cuts a feed into its items.
  public func cutter(of path: String, from start: PieceStart, limit: Int) -> any PieceCutter {
    FeedCutter(from: start, limit: limit)
  }

  /// Reads items one by one, each as the only item of its feed.
  public func reader(of path: String, in surroundings: Surroundings) -> (any PieceReader)? {
    FeedFrame(path: path, surroundings)
  }
}

/// The part of a feed around its items, needed to read them one by one.
struct FeedFrame: PieceReader {
  private let path: String
  private let isAtom: Bool
  private let encoding: String?
  private let info: FeedInfo
  /// The tags that are open around the items, without line ends, and the tags that close them.
  private let opening: String
  private let closing: String

  /// Finds the frame at the beginning of a feed; nil if there is none.
  init?(path: String, beginning: [UInt8]) {
    var surroundings = Surroundings()
    surroundings.beginning = beginning
    surroundings.add(beginning[...], at: 0, around: Self.firstItem(of: path, in: beginning))
    self.init(path: path, surroundings)
  }

  /// The first item and everything after it.
  private static func firstItem(of path: String, in beginning: [UInt8]) -> Cuts {
    var (cutter, cuts) = (FeedCutter(from: PieceStart(), limit: .max), Cuts())
    cutter.cut(beginning[...], at: 0, isLast: true, into: &cuts)
    guard let first = cuts.pieces.first else { return Cuts() }
    var result = Cuts()
    result.pieces = [Piece(first.range.lowerBound..<beginning.count, line: first.line)]
    return result
  }

  /// Takes what was collected around the items.
  init?(path: String, _ surroundings: Surroundings) {
    encoding = XMLDecoding.encoding(in: surroundings.beginning)
    let beginning = TextDecoding.decode(surroundings.beginning, charset: encoding)
    guard let root = FeedRoot.find(in: beginning.text.utf8, isLenient: true) else { return nil }
    let head = XMLFeed.cut(TextDecoding.decode(surroundings.head, charset: encoding).text, at: root.start)
    let tags = FrameTags(in: head)
    guard !tags.open.isEmpty else { return nil }
    let rest = TextDecoding.decode(surroundings.rest, charset: encoding).text
    guard let tree = XMLParser.parse(head + rest).tree else { return nil }
    var feed = XMLFeed(path: path, tree: tree, isAtom: root.kind == .atom)
    info = feed.contents().0
    isAtom = root.kind == .atom
    opening = tags.open.map(\.text).joined()
    closing = tags.open.reversed().map { "</\($0.name)>" }.joined()
    self.path = path
  }

  func read(_ bytes: ArraySlice<UInt8>, of piece: Piece, sharesName: Bool) -> Reading {
    let decoded = TextDecoding.decode(Array(bytes), charset: encoding)
    let document = XMLParser.parse(opening + decoded.text + closing)
    var problems: [Problem] = []
    if decoded.isDamaged {
      problems.append(
        Problem(path: path, line: piece.line, reason: "some bytes are not valid text and are shown as �"))
    }
    if let error = document.error {
      problems.append(
        Problem(path: path, line: (error.line ?? 1) + piece.line - 1, reason: error.reason))
    }
    guard var tree = document.tree else { return Reading(problems: problems) }
    for index in tree.nodes.indices { tree.nodes[index].line += piece.line - 1 }
    var feed = XMLFeed(path: path, tree: tree, isAtom: isAtom)
    let entries = feed.contents(of: info).1
    var reading = FeedStories(path: path, format: isAtom ? "atom" : "rss", info: info)
      .reading(of: entries, sharesName: sharesName)
    for index in reading.stories.indices { reading.stories[index].place = .byte(piece.range.lowerBound) }
    reading.problems = problems + reading.problems
    return reading
  }
}
