/// What a piece of text is for; a theme gives each role a style.
///
/// Raw values are dotted, from broad to narrow: a theme without `text.link.outside` is asked for `text.link`,
/// then for `text`.
public enum Role: String, Hashable, Sendable, CaseIterable {
  // The article.
  case text
  case headline = "text.headline"
  case standfirst = "text.standfirst"
  case byline = "text.byline"
  case heading = "text.heading"
  case emphasis = "text.emphasis"
  case strong = "text.strong"
  case strike = "text.strike"
  case code = "text.code"
  case quote = "text.quote"
  case attribution = "text.quote.attribution"
  case link = "text.link"
  case outsideLink = "text.link.outside"
  case deadLink = "text.link.dead"
  case linkNumber = "text.link.number"
  case note = "text.note"
  case caption = "text.caption"
  case marker = "text.marker"
  case rule = "text.rule"
  case match = "text.match"
  case currentMatch = "text.match.current"
  case added = "text.added"
  case removed = "text.removed"

  // The list.
  case row = "list.row"
  case rowHeadline = "list.row.headline"
  case rowUnread = "list.row.headline.unread"
  case rowDetail = "list.row.detail"
  case rowMatch = "list.row.match"
  case dateGroup = "list.group"
  case unreadMark = "list.mark.unread"
  case savedMark = "list.mark.saved"

  // The teasers.
  case panelTitle = "panel.title"
  case teaserTitle = "panel.teaser"
  case teaserText = "panel.teaser.text"
  case teaserReason = "panel.teaser.reason"

  // The bars around them.
  case bar = "bar"
  case barTitle = "bar.title"
  case barKey = "bar.key"
  case message = "bar.message"
  case failure = "bar.message.failure"
  case progress = "bar.progress"
  case separator = "separator"
  case selection = "selection"
  case selectionInactive = "selection.inactive"
  case hint = "hint"
  case overlay = "overlay"
  case overlayTitle = "overlay.title"
  case prompt = "prompt"
}
