import CCmarkGFM
import Glibc

/// A node of cmark's tree, to be read; it lives as long as its document.
struct MarkdownNode: Equatable {
  let pointer: OpaquePointer

  init?(_ pointer: OpaquePointer?) {
    guard let pointer else { return nil }
    self.pointer = pointer
  }

  enum Kind {
    case paragraph, heading, list, quote, code, rule, htmlBlock, table
    case text, softBreak, lineBreak, codeSpan, emphasis, strong, strikethrough, link, image, htmlInline
    case other
  }

  var kind: Kind {
    switch cmark_node_get_type(pointer) {
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_BLOCK_QUOTE: .quote
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_CODE: .codeSpan
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_IMAGE: .image
    case CMARK_NODE_HTML_INLINE: .htmlInline
    case CMARK_NODE_CODE_BLOCK: .code
    case CMARK_NODE_THEMATIC_BREAK: .rule
    case CMARK_NODE_HTML_BLOCK: .htmlBlock
    default: extensionKind
    }
  }

  private var extensionKind: Kind {
    guard let name = cmark_node_get_type_string(pointer) else { return .other }
    if strcmp(name, "table") == 0 { return .table }
    return strcmp(name, "strikethrough") == 0 ? .strikethrough : .other
  }

  var first: MarkdownNode? { MarkdownNode(cmark_node_first_child(pointer)) }
  var last: MarkdownNode? { MarkdownNode(cmark_node_last_child(pointer)) }
  var next: MarkdownNode? { MarkdownNode(cmark_node_next(pointer)) }

  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
  var isOrdered: Bool { cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
  var isTight: Bool { cmark_node_get_list_tight(pointer) == 1 }
  var listStart: Int { Int(cmark_node_get_list_start(pointer)) }

  /// The text of a text, code or HTML node.
  var literal: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_literal(pointer)) }
  /// The address of a link or an image.
  var url: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_url(pointer)) }
  /// The words that a link or an image shows under the pointer.
  var title: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_title(pointer)) }
  /// What stands behind the fence of a code block.
  var fenceInfo: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_fence_info(pointer)) }

  private static func bytes(_ text: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
    guard let text else { return UnsafeBufferPointer(start: nil, count: 0) }
    let bytes = UnsafeRawBufferPointer(start: text, count: strlen(text))
    return bytes.bindMemory(to: UInt8.self)
  }
}

extension MarkdownNode {
  /// Hands over each node below this one in the order of the text.
  func forEachBelow(_ body: (MarkdownNode) -> Void) {
    let iterator = cmark_iter_new(pointer)
    defer { cmark_iter_free(iterator) }
    while case let event = cmark_iter_next(iterator), event != CMARK_EVENT_DONE {
      guard event == CMARK_EVENT_ENTER, let node = MarkdownNode(cmark_iter_get_node(iterator)), node != self else {
        continue
      }
      body(node)
    }
  }
}
