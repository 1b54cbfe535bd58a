/// The parameters of web addresses that track the reader and do not change the page.
public enum TrackingParameters {
  private static let names: Set<String> = [
    "fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "mc_cid", "mc_eid", "igshid",
    "ref_src",
    "cmpid", "_hsenc", "_hsmi", "mkt_tok",
  ]

  /// The query of an address (the part after "?") without tracking parameters.
  public static func without(_ query: some StringProtocol) -> String {
    query.split(separator: "&").filter { parameter in
      let name = parameter.prefix { $0 != "=" }.lowercased()
      return !name.hasPrefix("utm_") && !names.contains(name)
    }.joined(separator: "&")
  }

  /// A whole address without tracking parameters.
  public static func removed(from address: String) -> String {
    let fragment = address.firstIndex(of: "#") ?? address.endIndex
    guard let mark = address[..<fragment].firstIndex(of: "?") else { return address }
    let query = without(address[address.index(after: mark)..<fragment])
    return String(address[..<mark]) + (query.isEmpty ? "" : "?" + query) + String(address[fragment...])
  }
}
