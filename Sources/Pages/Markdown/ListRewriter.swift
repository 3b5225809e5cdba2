/// Turns a list with attributes into the design's markup.
///
/// | class | items |
/// |---|---|
/// | `entries` | `li.entry`: first block `.t`, then `p.say`, a last one behind `— ` as `p.note` |
/// | `rel` | first paragraph `p.t`, the others `p.why` |
/// | `toc` | ` · 23` at the end becomes leader dots and a number |
/// | element `dl` | first paragraph `dt`, the others `dd` |
struct ListRewriter {
  private let attributes: MarkdownAttributes
  private let isTight: Bool

  static func replace(_ list: MarkdownNode, _ attributes: MarkdownAttributes) {
    let rewriter = ListRewriter(attributes: attributes, isTight: list.isTight)
    let isOrdered = list.isOrdered || rewriter.isEntries
    let element = attributes.element == "dl" ? "dl" : isOrdered ? "ol" : "ul"
    let start = isOrdered && list.listStart > 1 ? " start=\"\(list.listStart)\"" : ""
    guard let block = MarkdownNode.block("<\(element)\(attributes.html())\(start)>", "</\(element)>") else { return }
    for item in list.children { rewriter.add(item, to: block) }
    list.replace(with: block)
  }

  private var isEntries: Bool { attributes.classes.contains("entries") }
  private var isDefinitions: Bool { attributes.element == "dl" }

  private func add(_ item: MarkdownNode, to list: MarkdownNode) {
    let (open, close) = tags(of: item)
    guard let block = MarkdownNode.block(open, close) else { return }
    if attributes.classes.contains("toc") { Self.setLeader(item.first) }
    let children = item.children
    if isTight, !isEntries, !isDefinitions, children.count == 1, let only = children.first, only.kind == .paragraph,
      !attributes.classes.contains("rel"), let inline = MarkdownNode.inline(open, close)
    {
      // White space at the end of an item would stand before the comma that the style sheet sets.
      inline.takeChildren(of: only)
      list.append(inline)
      return
    }
    for (index, child) in children.enumerated() {
      add(child, at: index, isLast: index == children.count - 1, to: block)
    }
    list.append(block)
  }

  /// The tags around an item; attributes at the end of its first paragraph are the item's own.
  private func tags(of item: MarkdownNode) -> (open: String, close: String) {
    let first = item.first
    let own = first?.kind == .paragraph ? first.flatMap { MarkdownAttributes.take(fromEndOf: $0) } : nil
    let attributes = own ?? MarkdownAttributes()
    if isDefinitions { return ("<div\(attributes.html())>", "</div>") }
    return ("<li\(isEntries ? attributes.html("entry") : attributes.html())>", "</li>")
  }

  private func add(_ child: MarkdownNode, at index: Int, isLast: Bool, to block: MarkdownNode) {
    let element: String
    switch child.kind {
    case .paragraph: element = paragraphTag(child, at: index, isLast: isLast)
    case .heading: element = "h\(child.headingLevel)" + (isEntries && index == 0 ? " class=\"t\"" : "")
    default:
      block.append(child)
      return
    }
    let name = element.prefix { $0 != " " }
    guard let inner = MarkdownNode.inline(element.isEmpty ? "" : "<\(element)>", element.isEmpty ? "" : "</\(name)>")
    else { return }
    inner.takeChildren(of: child)
    block.append(inner)
  }

  /// Name and attributes of the element for a paragraph; empty where it needs none.
  private func paragraphTag(_ paragraph: MarkdownNode, at index: Int, isLast: Bool) -> String {
    if isDefinitions { return index == 0 ? "dt" : "dd" }
    if isEntries {
      if index == 0 { return "p class=\"t\"" }
      return isLast && Self.takeNoteSign(paragraph) ? "p class=\"note\"" : "p class=\"say\""
    }
    if attributes.classes.contains("rel") { return index == 0 ? "p class=\"t\"" : "p class=\"why\"" }
    return isTight ? "" : "p"
  }

  /// Takes the `— ` at the start of a paragraph.
  private static func takeNoteSign(_ paragraph: MarkdownNode) -> Bool {
    guard let text = paragraph.first, text.kind == .text, text.literal.hasPrefix("— ") else { return false }
    text.literal = String(text.literal.dropFirst(2))
    return true
  }

  /// Turns ` · 23` at the end of a paragraph into a leader and a number.
  private static func setLeader(_ paragraph: MarkdownNode?) {
    guard let paragraph, paragraph.kind == .paragraph, let text = paragraph.last, text.kind == .text else { return }
    let literal = text.literal
    guard let dot = literal.range(ofLast: " · ") else { return }
    let number = literal[dot.upperBound...]
    guard !number.isEmpty, number.utf8.allSatisfy({ $0 &- 0x30 < 10 || $0 == 0x2C }),
      let leader = MarkdownNode.inline("<span class=\"dots\"></span><span class=\"n\">\(number)</span>")
    else { return }
    text.literal = String(literal[..<dot.lowerBound])
    paragraph.append(leader)
  }
}

extension String {
  /// Where the last occurrence of `pattern` lies.
  fileprivate func range(ofLast pattern: String) -> Range<Index>? {
    var start = endIndex
    while start > startIndex {
      formIndex(before: &start)
      if self[start...].hasPrefix(pattern) {
        return start..<(index(start, offsetBy: pattern.count, limitedBy: endIndex) ?? endIndex)
      }
    }
    return nil
  }
}
