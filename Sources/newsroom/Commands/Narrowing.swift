internal import ArgumentParser
internal import ContentLibrary
internal import NewsroomUI
internal import Stories
internal import StoryFormats

/// What the list is narrowed to by something that stories have in common: the same options as the reader's.
struct Narrowing: ParsableArguments {
  @Option(help: ArgumentHelp("Only this desk.", valueName: "name"))
  var desk: String?

  @Option(help: ArgumentHelp("Only stories by this author.", valueName: "name"))
  var author: String?

  @Option(help: ArgumentHelp("Only stories with this tag.", valueName: "name"))
  var tag: String?

  @Option(
    help: ArgumentHelp("Only stories in this language: a code or an English name.", valueName: "language"))
  var language: String?

  @Option(
    help: ArgumentHelp("Only stories that were written in this format.", valueName: "name"),
    completion: .list(Formats.all.map(\.name)))
  var format: String?

  @Option(
    help: ArgumentHelp("Only stories that have this: link or image.", valueName: "part"),
    completion: .list(Story.Part.allCases.map(\.rawValue)))
  var has: String?

  /// How many choices an error names.
  private static let most = 12

  func validate() throws {
    if said.count > 1 {
      let names = said.map { "--\($0.kind == .part ? "has" : $0.kind.rawValue)" }.joined(separator: " and ")
      throw ValidationError("\(names) don't go together: a list is narrowed by one of them.")
    }
    if let format, Formats.named(format) == nil {
      let names = Formats.all.map(\.name).joined(separator: ", ")
      throw ValidationError("there is no format \(format). There are: \(names).")
    }
    if let has, Story.Part(rawValue: has) == nil {
      throw ValidationError("--has takes link or image, not \(has).")
    }
  }

  /// What was asked for, as it was said; nil for all stories.
  var facet: Facet? { said.first }

  private var said: [Facet] {
    let language = language.map { Languages.code(named: $0) ?? $0.lowercased() }
    return [
      (Facet.Kind.desk, desk), (.author, author), (.tag, tag), (.language, language), (.format, format),
      (.part, has),
    ].compactMap { kind, value in value.map { Facet(kind, $0) } }
  }

  /// The facet of the library that was meant by one it does not have: the same but for capitals.
  ///
  /// - Throws: `Failure` that names the choices, where there is none or more than one.
  static func meant(by facet: Facet, in library: Library) throws -> Facet {
    let counts: [FacetCount]
    do {
      counts = try library.facets(facet.kind).filter { $0.facet.kind == facet.kind }
    } catch {
      throw Failure("\(error)")
    }
    if counts.contains(where: { $0.facet == facet }) { return facet }
    let wanted = facet.value.lowercased()
    let alike = counts.filter { $0.facet.value.lowercased() == wanted }
    if alike.count == 1 { return alike[0].facet }
    let near = counts.filter { $0.facet.value.lowercased().contains(wanted) }
    let choices = (near.isEmpty ? counts : near).filter { !$0.facet.value.isEmpty }
    let named = choices.sorted { $0.total > $1.total }.prefix(most).map(\.facet.value)
    let kind = facet.kind.rawValue
    guard !named.isEmpty else {
      throw Failure("no story has the \(kind) “\(facet.value)”; none here has any.")
    }
    let more = choices.count > most ? " and \(choices.count - most) more" : ""
    throw Failure(
      "no story has the \(kind) “\(facet.value)”. There are: \(named.joined(separator: ", "))\(more).")
  }
}

/// The orders that `--order` takes.
enum ListOrder: String, CaseIterable, ExpressibleByArgument {
  case newest, oldest, headline, longest, shortest

  /// The library's name for it.
  var order: Query.Order {
    switch self {
    case .newest: .newestFirst
    case .oldest: .oldestFirst
    case .headline: .headline
    case .longest: .longestFirst
    case .shortest: .shortestFirst
    }
  }
}
