import CCmarkGFM

/// A node of cmark's tree. Nodes are owned by their tree; `free` takes one out of it.
struct MarkdownNode: Equatable {
  let pointer: OpaquePointer

  init?(_ pointer: OpaquePointer?) {
    guard let pointer else { return nil }
    self.pointer = pointer
  }

  enum Kind {
    case paragraph, heading, list, item, quote, code, table
    case text, softBreak, link, image, htmlBlock, htmlInline
    case other
  }

  var kind: Kind {
    switch cmark_node_get_type(pointer) {
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_BLOCK_QUOTE: .quote
    case CMARK_NODE_CODE_BLOCK: .code
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_IMAGE: .image
    case CMARK_NODE_HTML_BLOCK: .htmlBlock
    case CMARK_NODE_HTML_INLINE: .htmlInline
    default: typeName == "table" ? .table : .other
    }
  }

  private var typeName: String { cmark_node_get_type_string(pointer).map { String(cString: $0) } ?? "" }

  var first: MarkdownNode? { MarkdownNode(cmark_node_first_child(pointer)) }
  var last: MarkdownNode? { MarkdownNode(cmark_node_last_child(pointer)) }
  var next: MarkdownNode? { MarkdownNode(cmark_node_next(pointer)) }

  /// The children as they are now; the tree may change while the array is walked.
  var children: [MarkdownNode] {
    var children: [MarkdownNode] = []
    var child = first
    while let node = child {
      children.append(node)
      child = node.next
    }
    return children
  }

  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
  var isOrdered: Bool { cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
  var isTight: Bool { cmark_node_get_list_tight(pointer) == 1 }
  var listStart: Int { Int(cmark_node_get_list_start(pointer)) }

  /// The text of a text, code or HTML node.
  var literal: String {
    get { cmark_node_get_literal(pointer).map { String(cString: $0) } ?? "" }
    nonmutating set { cmark_node_set_literal(pointer, newValue) }
  }

  var url: String {
    get { cmark_node_get_url(pointer).map { String(cString: $0) } ?? "" }
    nonmutating set { cmark_node_set_url(pointer, newValue) }
  }
}

extension MarkdownNode {
  /// A new node that prints `open`, its children and `close`; nil where memory is short.
  static func block(_ open: String = "", _ close: String = "") -> MarkdownNode? {
    custom(CMARK_NODE_CUSTOM_BLOCK, open, close)
  }

  /// The same without line ends around; it goes into custom blocks and inline nodes.
  static func inline(_ open: String, _ close: String = "") -> MarkdownNode? {
    custom(CMARK_NODE_CUSTOM_INLINE, open, close)
  }

  static func new(_ type: cmark_node_type) -> MarkdownNode? { MarkdownNode(cmark_node_new(type)) }

  private static func custom(_ type: cmark_node_type, _ open: String, _ close: String) -> MarkdownNode? {
    let node = new(type)
    if let node {
      cmark_node_set_on_enter(node.pointer, open)
      cmark_node_set_on_exit(node.pointer, close)
    }
    return node
  }

  /// Moves `child` to the end of the children.
  func append(_ child: MarkdownNode) { cmark_node_append_child(pointer, child.pointer) }

  func insertBefore(_ node: MarkdownNode) { cmark_node_insert_before(node.pointer, pointer) }

  /// Moves the children of `other` to the end of its own.
  func takeChildren(of other: MarkdownNode) {
    for child in other.children { append(child) }
  }

  /// Puts `other` in its place and frees it.
  func replace(with other: MarkdownNode) {
    cmark_node_replace(pointer, other.pointer)
    cmark_node_free(pointer)
  }

  /// Leaves its children in its place.
  func unwrap() {
    for child in children { child.insertBefore(self) }
    free()
  }

  func unlink() { cmark_node_unlink(pointer) }
  func free() { cmark_node_free(pointer) }
}
