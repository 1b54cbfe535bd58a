/// What the names of elements mean for the parser.
extension PageTrimming {
  /// A tag's name: its first bytes in lower case, packed; longer names are distinguished by 15 bytes.
  struct Name: Hashable {
    var bytes: UInt128 = 0
    init(_ text: String) { self.init(text.utf8) }
    init(_ bytes: some Sequence<UInt8>) { for byte in bytes { append(byte) } }
    init() {}
    mutating func append(_ byte: UInt8) { bytes = bytes << 8 | UInt128(byte) }
  }

  /// What an element's name means for the parser.
  struct Traits: OptionSet {
    var rawValue: UInt16
    /// It never stays open, or the next of its kind closes it.
    static let neverOpen = Traits(rawValue: 1)
    static let formatting = Traits(rawValue: 2)
    /// Its end tag closes everything open inside it, up to a barrier.
    static let block = Traits(rawValue: 4)
    static let barrier = Traits(rawValue: 8)
    /// The end tag of a lesser element does not close it.
    static let special = Traits(rawValue: 16)
    /// Its content is not markup.
    static let raw = Traits(rawValue: 32)
    /// Every space in it may count.
    static let spaced = Traits(rawValue: 64)
    /// Its attributes for scripts may say what it shows.
    static let media = Traits(rawValue: 128)
    /// The parser makes text of its attributes.
    static let readByParser = Traits(rawValue: 256)
  }

  struct Open {
    let name: Name
    let traits: Traits
  }

  static let traits: [UInt128: Traits] = {
    var traits: [UInt128: Traits] = [:]
    func add(_ added: Traits, _ names: String) {
      for name in names.utf8.split(whereSeparator: { $0 <= 0x20 }) {
        traits[Name(name).bytes, default: []].formUnion(added)
      }
    }
    add(
      .neverOpen,
      """
      area base br col embed hr img input link meta param source track wbr image frame p li dt dd tr td th
      thead tbody tfoot html head body
      """)
    add(.formatting, "a b big code em font i nobr s small strike strong tt u")
    add(
      [.block, .special],
      """
      address article aside blockquote button center details dir div dl fieldset figcaption figure footer
      header hgroup listing main menu nav ol pre section summary table ul h1 h2 h3 h4 h5 h6 object applet
      marquee
      """)
    add([.barrier, .special], "table object applet marquee template select caption svg math")
    add(
      .special, "form noscript iframe dialog search frameset colgroup title xmp plaintext noembed noframes")
    add(.raw, "style textarea xmp iframe noembed noframes")
    add(.spaced, "pre listing plaintext xmp textarea code samp kbd tt svg math")
    add(.media, "iframe object embed img image")
    add(.readByParser, "isindex")
    return traits
  }()
}
