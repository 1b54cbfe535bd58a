/// What a part of the file was taken for.
struct TextPiece {
  enum Role {
    case headline
    case standfirst
    case section
    case byline
    case date(updated: Bool)
    case reference(label: String, target: String)
    case outside
    case aside
    case teaser(title: String)
    case subheading
    case quote
    case caption
    case listItem(number: Int?)
    case rule
    case paragraph
    case lines
    case preformatted
    case table([[String]])

    var name: String {
      switch self {
      case .headline: "headline"
      case .standfirst: "standfirst"
      case .section: "section"
      case .byline: "byline"
      case .date(let updated): updated ? "updated" : "date"
      case .reference: "reference"
      case .outside: "outside reference"
      case .aside: "promotion"
      case .teaser: "teaser"
      case .subheading: "subheading"
      case .quote: "quote"
      case .caption: "caption"
      case .listItem: "list item"
      case .rule: "rule"
      case .paragraph: "paragraph"
      case .lines: "lines"
      case .preformatted: "preformatted"
      case .table: "table"
      }
    }
  }

  var role: Role
  var text: String
  var lines: ClosedRange<Int>
  var judgement: Judgement

  struct Judgement {
    var confidence: Double
    var reason: String
  }

  init(_ role: Role, _ unit: TextUnit, text: String? = nil, _ confidence: Double, _ reason: String) {
    self.role = role
    self.text = text ?? unit.text
    lines = unit.lines
    judgement = Judgement(confidence: confidence, reason: reason)
  }
}
