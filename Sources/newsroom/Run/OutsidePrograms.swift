internal import ContentLibrary
internal import Messages
internal import NewsroomUI
internal import Screen
internal import Stories
internal import StoryFormats
internal import System
internal import Typesetting

/// A command of `[pipes]` that a story is given to.
struct StoryPipe: Hashable, Sendable {
  /// The form in which it reads the story on its standard input.
  enum Form: String, Hashable, Sendable, CaseIterable {
    case text, markdown, json, html
  }

  /// The name under which it is listed.
  var name: String
  /// The program and its arguments.
  var words: [String]
  var form = Form.text
  /// Whether to wait for Enter after it has ended.
  var waits = true
}

/// Starts other programs for the reader: a command of the settings, the browser, the editor.
///
/// No shell reads any of the words. The variables of the environment are split at blanks, and nothing else.
struct OutsidePrograms {
  let library: Library
  let settings: Settings

  /// Does the work of an effect while the terminal is lent to it.
  ///
  /// - Returns: what to say afterwards; nil for nothing.
  func run(_ effect: Effect) -> Event? {
    do {
      switch effect {
      case .pipe(let name, let id): return try pipe(to: name, id)
      case .browse(let address): try start(Self.browser(address), called: "the browser")
      case .edit(let listing): try start(Self.editor + [path(of: listing)], called: "the editor")
      case .editClips(let id):
        guard let path = library.clippingsFile(of: id) else { throw Failure("this story has no clippings") }
        try start(Self.editor + [path], called: "the editor")
      default: break
      }
      return nil
    } catch let error as Failure {
      return .ran(Phrase(told: error.message), isFailure: true)
    } catch {
      return .ran("\(error)", isFailure: true)
    }
  }

  private func pipe(to name: String, _ id: StoryID) throws -> Event? {
    guard let pipe = settings.pipes.first(where: { $0.name == name }) else { return nil }
    let text = Self.text(of: try library.story(id), as: pipe.form, settings)
    let status = try Self.run(pipe.words, input: Array(text.utf8), called: name)
    if pipe.waits { Self.waitForEnter(name, status) }
    return status == 0
      ? .ran("“\(name)” has ended", isFailure: false)
      : .ran("“\(name)” ended with status \(status)", isFailure: true)
  }

  private func start(_ words: [String], called name: String) throws {
    let status = try Self.run(words, input: nil, called: name)
    guard status != 0 else { return }
    throw Failure("\(name) ended with status \(status)")
  }

  private static func run(_ words: [String], input: [UInt8]?, called name: String) throws -> Int32 {
    do throws(SystemError) {
      return try ChildProgram.run(words, input: input, terminal: TerminalDevice.output)
    } catch {
      throw Failure("can't start \(words.first.map { "“\($0)”" } ?? name): \(error)")
    }
  }

  /// The real path of a story's file, which must be in the library.
  private func path(of listing: Listing) throws -> String {
    guard let path = library.realPath(ofStoryAt: listing.path) else {
      throw Failure("\(listing.path) is not there any more")
    }
    return path
  }

  /// A story in the form that a command reads.
  static func text(of story: Story, as form: StoryPipe.Form, _ settings: Settings) -> String {
    switch form {
    case .text:
      var text = ""
      Typesetter(options: settings.typesetting.at(Clock.now)).setLines(of: story, columns: 72) { lines in
        for line in lines { line.write(to: &text) }
      }
      return text
    case .markdown: return Writers.named("markdown")?.document(story) ?? ""
    case .html: return Writers.named("html")?.document(story) ?? ""
    case .json: return story.json(withBody: true).line + "\n"
    }
  }

  /// Keeps what the command has written on the screen until Enter is pressed.
  private static func waitForEnter(_ name: String, _ status: Int32) {
    let end = status == 0 ? "has ended" : "ended with status \(status)"
    Output.write("\n[\(CellText.clean(name)) \(end). Enter goes back to the reader.] ")
    guard let keyboard = try? Descriptor.open("/dev/tty") else { return }
    var bytes = [UInt8](repeating: 0, count: 256)
    while let count = try? keyboard.read(into: &bytes), count > 0, !bytes[..<count].contains(0x0A) {}
  }

  // MARK: The environment

  /// The words of the reader's editor; none if no variable names one.
  static var editor: [String] {
    words(Environment["VISUAL"] ?? Environment["EDITOR"])
  }

  /// Whether the reader has named a browser.
  static var hasBrowser: Bool { !words(browserVariable).isEmpty }

  /// Of several browsers, parted by colons, the first.
  private static var browserVariable: String? {
    Environment["BROWSER"]?.split(separator: ":").first.map(String.init)
  }

  /// The words that open an address: it takes the place of `%s`, or comes last.
  static func browser(_ address: String) -> [String] {
    let words = words(browserVariable)
    guard words.contains(where: { $0.contains("%s") }) else { return words + [address] }
    return words.map { $0.replacing("%s", with: address, maxReplacements: 1) }
  }

  /// A command of a variable or a setting, split at blanks.
  static func words(_ text: String?) -> [String] {
    text?.split { $0 == " " || $0 == "\t" }.map(String.init) ?? []
  }
}

extension Settings {
  /// What may leave the reader.
  var waysOut: WaysOut {
    WaysOut(
      forbidden: forbidden, pipes: pipes.map(\.name), hasBrowser: OutsidePrograms.hasBrowser,
      hasEditor: !OutsidePrograms.editor.isEmpty, endings: Writers.all.map(\.fileExtension))
  }
}
