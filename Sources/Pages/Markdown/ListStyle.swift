/// What the attributes of a list say of its items.
struct ListStyle {
  let element: StaticString
  let hasAttributes: Bool
  let isOrdered: Bool
  let isTight: Bool
  /// Papers.
  let isEntries: Bool
  /// Pairs of a term and what explains it.
  let isDefinitions: Bool
  /// Related papers.
  let isRelated: Bool
  /// Names with numbers.
  let isContents: Bool

  init(_ list: MarkdownNode, _ attributes: MarkdownAttributes?) {
    hasAttributes = attributes != nil
    isTight = list.isTight
    isEntries = attributes?.has(class: "entries") ?? false
    isRelated = attributes?.has(class: "rel") ?? false
    isContents = attributes?.has(class: "toc") ?? false
    isDefinitions = attributes?.has(element: "dl") ?? false
    isOrdered = !isDefinitions && (list.isOrdered || isEntries)
    element = isDefinitions ? "dl" : isOrdered ? "ol" : "ul"
  }

  /// The tags around paragraph `index` of an item; empty where it needs none.
  func tags(at index: Int, isNote: Bool) -> (open: StaticString, close: StaticString) {
    if isDefinitions { return index == 0 ? ("<dt>", "</dt>") : ("<dd>", "</dd>") }
    if isEntries || isRelated, index == 0 { return ("<p class=\"t\">", "</p>") }
    if isEntries { return isNote ? ("<p class=\"note\">", "</p>") : ("<p class=\"say\">", "</p>") }
    if isRelated { return ("<p class=\"why\">", "</p>") }
    return isTight ? ("", "") : ("<p>", "</p>")
  }
}
