/// Turns pictures with words into figures: captions by class, boxes with a picture and a line, galleries.
///
/// A caption is not a paragraph of the text; as a figure it keeps its place.
enum PageFigures {
  /// The longest caption, the longest text in a box with one picture, and in a gallery, in bytes.
  private static let longestCaption = 1_500
  private static let longestBox = 900
  private static let longestGallery = 12_000
  /// How many boxes around a caption may contain its picture.
  private static let mostBoxes = 3

  /// The most figures and galleries of a page.
  private static let mostFigures = 2_000
  private static let mostGalleries = 100

  /// The meaning of a class.
  private struct Said {
    var isCaption = false
    var isPicture = false
    var isGallery = false
    var isCounter = false
  }

  private static let madeUp: Set<String> = ["has", "is", "no", "with", "without", "not"]
  private static let captionWords: Set<String> = [
    "caption", "captions", "figcaption", "credit", "credits", "cutline", "bildtext", "bildunterschrift",
    "bildzeile", "billedtekst", "bildetekst", "legende", "piefoto", "bijschrift", "fotobyline", "photobyline",
    "fotograf", "photographer", "bildnachweis",
  ]
  private static let pictureWords: Set<String> = [
    "image", "images", "img", "photo", "photos", "picture", "pictures", "pic", "foto", "bild", "billede",
    "bilde", "imagen", "figure", "illustration", "thumbnail", "inlineimage", "imagebox", "photobox",
  ]
  private static let galleryWords: Set<String> = [
    "gallery", "galleries", "slideshow", "slideshows", "slider", "carousel", "lightbox", "galleri", "galerie",
    "galeria", "diaporama", "bildstrecke", "bildspel", "billedserie", "photoset", "swiper",
  ]

  static func make(in tree: inout MarkupTree) {
    var known: [String: Said] = [:]
    var captions: [MarkupTree.Index] = []
    var boxes: [MarkupTree.Index] = []
    var galleries: [MarkupTree.Index] = []
    var waiting = [tree.root]
    while let node = waiting.popLast() {
      if tree[node].isText { continue }
      waiting += tree[node].children.reversed()
      guard let names = tree[node][attribute: "class"], !names.isEmpty, names.utf8.count <= 400 else {
        continue
      }
      let said: Said
      if let before = known[names] {
        said = before
      } else {
        said = Self.said(names)
        known[names] = said
      }
      if said.isGallery, galleries.count < mostGalleries { galleries.append(node) }
      if said.isCaption, captions.count < mostFigures {
        captions.append(node)
      } else if said.isPicture, boxes.count < mostFigures {
        boxes.append(node)
      }
      if said.isCounter, tree.isShorter(node, than: 40) { tree.detach(node) }
    }
    for caption in captions { frame(caption, in: &tree) }
    for box in boxes { frame(box: box, in: &tree) }
    tree.compact()
    for gallery in galleries.reversed() { gather(gallery, in: &tree) }
    tree.compact()
  }

  private static func said(_ names: String) -> Said {
    var said = Said()
    for name in names.split(separator: " ") {
      let words = Furniture.words(of: name)
      // "has-caption", "no-image" describe the layout, not the element.
      if words.count > 1, let first = words.first, madeUp.contains(first) { continue }
      for word in words {
        if captionWords.contains(word) || word.hasSuffix("caption") || word.hasSuffix("credit") {
          said.isCaption = true
        }
        if pictureWords.contains(word) { said.isPicture = true }
        if galleryWords.contains(word) { said.isGallery = true }
        if word == "counter" || word == "slidecount" { said.isCounter = true }
      }
      if words.starts(with: ["wp", "caption"]), words.count == 2 { said.isPicture = true }
    }
    return said
  }

  private static let boxNames: Set<String> = [
    "div", "p", "span", "section", "li", "dl", "dd", "dt", "a", "aside", "center", "td", "small", "em", "i",
    "cite",
    "h4", "h5", "h6", "header", "footer",
  ]

  /// Turns a caption into a figure, or the box around it if that contains only the picture as well.
  private static func frame(_ caption: MarkupTree.Index, in tree: inout MarkupTree) {
    guard boxNames.contains(tree[caption].name), tree.isShorter(caption, than: longestCaption),
      !tree.isSpace(below: caption),
      tree.elements(of: caption, named: ["h1", "h2", "h3"]).isEmpty,
      !tree.hasAncestor(caption, named: ["figure", "figcaption", "table", "pre"], depth: 8)
    else { return }
    if tree.elements(of: caption, named: ["img", "picture", "video"]).isEmpty {
      var box = tree[caption].parent
      for _ in 0..<mostBoxes {
        guard let around = box,
          ["div", "p", "span", "section", "li", "a", "center"].contains(tree[around].name),
          !isStory(around, in: tree), tree.isShorter(around, than: longestBox)
        else { break }
        if tree.first("img", in: around) != nil || tree.first("picture", in: around) != nil {
          if frame(box: around, in: &tree) { return }
          break
        }
        box = tree[around].parent
      }
      // Inside a sentence, it remains part of the sentence.
      if !["div", "p", "section", "li", "dl", "aside", "center", "h4", "h5", "h6", "header", "footer"]
        .contains(
          tree[caption].name),
        let parent = tree[caption].parent, tree[parent].name == "p", !holdsOnly(caption, in: parent, tree)
      {
        return
      }
    }
    wrap(caption, in: &tree)
  }

  /// Turns a box with a picture and a line or two into a figure.
  ///
  /// - Returns: whether it did.
  @discardableResult
  private static func frame(box: MarkupTree.Index, in tree: inout MarkupTree) -> Bool {
    guard boxNames.contains(tree[box].name), tree.isShorter(box, than: longestBox), !tree.isSpace(below: box),
      !isStory(box, in: tree),
      !tree.hasAncestor(box, named: ["figure", "figcaption", "table", "pre", "blockquote"], depth: 8),
      !tree.elements(of: box, named: ["img", "picture", "video", "amp-img"]).isEmpty,
      tree.elements(
        of: box, named: ["h1", "h2", "h3", "h4", "ul", "ol", "table", "figure", "blockquote", "pre", "form"]
      )
      .isEmpty,
      tree.elements(of: box, named: ["p"]).count(where: { !tree.isSpace(below: $0) }) <= 3,
      linked(box, in: tree) * 2 <= tree.text(of: box).utf8.count
    else { return false }
    wrap(box, in: &tree)
    return true
  }

  private static func linked(_ box: MarkupTree.Index, in tree: MarkupTree) -> Int {
    // A link around the whole figure leads to a larger picture.
    let links = tree.elements(of: box, named: ["a"])
    return links.count == 1 && tree.first("img", in: links[0]) != nil
      ? 0 : links.reduce(0) { $0 + tree.text(of: $1).utf8.count }
  }

  private static func isStory(_ node: MarkupTree.Index, in tree: MarkupTree) -> Bool {
    tree[node][attribute: "itemprop"] == "articleBody"
      || ["body", "article", "main"].contains(tree[node].name)
  }

  private static func holdsOnly(_ child: MarkupTree.Index, in parent: MarkupTree.Index, _ tree: MarkupTree)
    -> Bool
  {
    tree[parent].children.allSatisfy { $0 == child || tree.isSpace(below: $0) }
  }

  /// Renames an element to `figure`, with its words in a `figcaption` and its pictures beside that.
  private static func wrap(_ box: MarkupTree.Index, in tree: inout MarkupTree) {
    let caption = tree.make("figcaption", line: tree[box].line)
    let children = tree[box].children
    let images = tree.elements(of: box, named: ["img", "video", "audio"])
    tree[box].name = "figure"
    tree[box].attributes = []
    tree[box].children = []
    for image in images.prefix(1) {
      tree[box].children.append(image)
    }
    tree[box].children.append(caption)
    tree[caption].parent = box
    for child in children where !images.prefix(1).contains(child) {
      tree[caption].children.append(child)
      tree[child].parent = caption
    }
    if let image = images.first {
      if let parent = tree[image].parent, parent != box { tree[parent].children.removeAll { $0 == image } }
      tree[image].parent = box
    }
  }

  // MARK: Galleries

  /// Whether one caption equals or begins the other: over 40 bytes, or the length of the shorter.
  private static func saysTheSame(_ one: String, _ other: String) -> Bool {
    let common = zip(one.utf8, other.utf8).prefix(while: { $0 == $1 }).count
    return common >= min(40, one.utf8.count, other.utf8.count)
  }

  /// Reduces a gallery to its captions, each once, as figures; a gallery with other text is left alone.
  private static func gather(_ gallery: MarkupTree.Index, in tree: inout MarkupTree) {
    guard tree[gallery].name != "figure",
      ["div", "section", "ul", "ol", "aside"].contains(tree[gallery].name),
      tree.isAttached(gallery), tree.isShorter(gallery, than: longestGallery),
      tree.elements(of: gallery, named: ["h1", "article", "pre", "table"]).isEmpty
    else { return }
    var figures = tree.elements(of: gallery, named: ["figure"], outside: ["figure"])
    if figures.isEmpty {
      let slides = tree.elements(of: gallery, named: ["li", "a", "p"])
      figures = slides.filter { frame(box: $0, in: &tree) }
    }
    let captions = figures.map { tree.text(of: $0) }
    guard !figures.isEmpty,
      tree.text(of: gallery).utf8.count <= captions.reduce(400, { $0 + $1.utf8.count })
    else { return }
    var kept: [(figure: MarkupTree.Index, words: String)] = []
    for (figure, words) in zip(figures, captions).prefix(60) where !words.isEmpty {
      if let same = kept.firstIndex(where: { saysTheSame($0.words, words) }) {
        if words.utf8.count > kept[same].words.utf8.count { kept[same] = (figure, words) }
      } else {
        kept.append((figure, words))
      }
    }
    for child in tree[gallery].children { if tree[child].parent == gallery { tree.detach(child) } }
    tree[gallery].name = "div"
    tree[gallery].attributes = []
    tree[gallery].children = kept.map(\.figure)
    for (figure, _) in kept { tree[figure].parent = gallery }
  }
}
