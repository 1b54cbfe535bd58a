/// The names of the fields that only mail has over its text (IANA, "Permanent Message Header Field Names").
enum MailFields {
  /// Whether a field is one of mail; the name in lower case.
  static func isOfMail(_ name: String) -> Bool {
    names.contains(name) || beginnings.contains { name.hasPrefix($0) }
  }

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
