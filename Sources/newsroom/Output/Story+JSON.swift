internal import Stories
internal import StoryFormats

extension Story {
  /// The story as printed by `show --json` and `list --json`; scripts rely on the fields.
  func json(withBody: Bool) -> JSON { StoryJSON.object(self, withBody ? .whole : .row) }
}

extension Problem {
  var json: JSON { StoryJSON.json(self) }
}
