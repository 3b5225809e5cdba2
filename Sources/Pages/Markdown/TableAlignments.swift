import CCmarkGFM

/// How the columns of a table are set; the design has classes for it.
struct TableAlignments {
  private let columns: [MarkdownAttributes?]

  init(_ table: MarkdownNode) {
    let count = Int(cmark_gfm_extensions_get_table_columns(table.pointer))
    guard count > 0, let signs = cmark_gfm_extensions_get_table_alignments(table.pointer) else {
      columns = []
      return
    }
    columns = (0..<count).map { Self.attributes(signs[$0]) }
  }

  /// The attributes of a cell in `column`, nil where the column names no side.
  func attributes(of column: Int) -> MarkdownAttributes? { columns.indices.contains(column) ? columns[column] : nil }

  private static func attributes(_ sign: UInt8) -> MarkdownAttributes? {
    switch sign {
    case 0x6C: MarkdownAttributes(class: "l")
    case 0x63: MarkdownAttributes(class: "c")
    case 0x72: MarkdownAttributes(class: "r")
    default: nil
    }
  }
}
