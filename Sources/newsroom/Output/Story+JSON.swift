internal import Stories
internal import StoryFormats

extension Story {
  /// The story as `newsroom show --json` and `newsroom list --json` print it; the fields are a promise to scripts.
  func json(withBody: Bool) -> JSON { StoryJSON.object(self, withBody ? .whole : .row) }
}

extension Problem {
  var json: JSON { StoryJSON.json(self) }
}
