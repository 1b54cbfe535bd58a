internal import ArgumentParser
internal import StoryFormats

/// `newsroom formats`: what can be read.
struct FormatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats", abstract: "List the formats that newsroom reads.")

  func run() {
    for format in Formats.all {
      let endings = format.fileExtensions.map { "." + $0 }.joined(separator: " ")
      Output.say("\(format.name)\t\(format.summary)\t\(endings)")
    }
  }
}
