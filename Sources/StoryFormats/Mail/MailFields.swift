/// The names of header fields that only mail has (IANA, "Permanent Message Header Field Names").
enum MailFields {
  /// Whether a field, in lower case, is one of mail's.
  static func isOfMail(_ name: String) -> Bool {
    names.contains(name) || beginnings.contains { name.hasPrefix($0) }
  }

  /// Whether header fields are those of a message rather than of a text with its own header.
  ///
  /// A sender and one more field of mail are enough, or two that only programs write. A "Title:" or "Author:"
  /// is not mail's, and then three are needed.
  static func areOfMail(_ fields: [String]) -> Bool {
    let found = Set(fields)
    let ofMail = found.filter(isOfMail)
    let written = found.filter { byPrograms.contains($0) || $0.hasPrefix("x-") || $0.hasPrefix("arc-") }
    if !found.isDisjoint(with: ofTexts) { return written.count > 2 && ofMail.contains("from") }
    if ofMail.contains("from") { return ofMail.count > 1 && !ofMail.isDisjoint(with: besideSender) }
    return written.count > 1 && ofMail.count > 2
  }

  /// The header fields of saved texts (`TextHeader`).
  private static let ofTexts: Set<String> = [
    "title", "headline", "author", "authors", "byline", "section", "tags", "url", "standfirst", "deck",
    "summary",
    "dateline", "published", "category", "description", "slug", "titel", "rubrik", "overskrift",
  ]

  private static let besideSender: Set<String> = [
    "subject", "date", "to", "message-id", "received", "mime-version", "return-path", "newsgroups", "cc",
  ]

  private static let byPrograms: Set<String> = [
    "received", "message-id", "return-path", "delivered-to", "mime-version", "content-type", "envelope-to",
    "content-transfer-encoding", "dkim-signature", "authentication-results", "list-id", "list-unsubscribe",
  ]

  private static let names: Set<String> = [
    "from", "to", "cc", "bcc", "subject", "date", "sender", "reply-to", "message-id", "in-reply-to",
    "references",
    "received", "return-path", "delivered-to", "envelope-to", "delivery-date", "mime-version", "errors-to",
    "status", "precedence", "thread-topic", "thread-index", "user-agent", "auto-submitted", "lines",
    "organization",
    "importance", "authentication-results", "dkim-signature", "domainkey-signature", "autocrypt", "openpgp",
    "disposition-notification-to", "mail-followup-to", "mailing-list", "newsgroups", "path", "xref",
    "apparently-to",
  ]

  private static let beginnings = ["x-", "content-", "list-", "resent-", "arc-", "received-", "original-"]
}
