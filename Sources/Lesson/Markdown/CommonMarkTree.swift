import CCommonMark

/// libcmark's syntax tree as Swift values in document order; the only file that sees C.
struct CommonMarkTree {
  enum Kind {
    case document, quote, list, item, code, html, paragraph, heading, rule
    case text, softBreak, hardBreak, inlineCode, inlineHTML, emphasis, strong, link, image

    /// A block that holds no blocks.
    var isLeafBlock: Bool {
      switch self {
      case .code, .html, .paragraph, .heading, .rule: true
      default: false
      }
    }
  }

  struct Node {
    var kind: Kind
    /// The index after its last descendant.
    var end = 0
    /// Lines and column from 0; the column counts bytes. libcmark's last line is often one too far.
    var line: Int
    var lastLine: Int
    var column: Int
    /// Text, code, HTML, or the destination of a link or image.
    var literal = ""
    /// The title of a link or image, or the info string of a fence.
    var title = ""
    /// A heading's level, an ordered list's first number, -1 for a bullet list.
    var number = 0
    var isTight = false
  }

  /// Every node before its descendants.
  private(set) var nodes: [Node] = []
  /// The line of the first block nested deeper than the limit; what is deeper is not in `nodes`.
  private(set) var tooDeepLine: Int?

  /// Parses CommonMark with libcmark, whose tree is freed before this returns.
  ///
  /// - Parameters:
  ///   - text: The Markdown, with `\n` line endings.
  ///   - maximumDepth: How deep nodes may nest.
  ///   - blocksOnly: Leaves out the contents of paragraphs and headings.
  init(parsing text: [UInt8], maximumDepth: Int, blocksOnly: Bool = false) {
    let root = text.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { characters in
        cmark_parse_document(characters.baseAddress, characters.count, CMARK_OPT_DEFAULT)
      }
    }
    guard let root else { return }
    defer { cmark_node_free(root) }
    collect(root, maximumDepth: maximumDepth, blocksOnly: blocksOnly)
  }

  /// Walks the tree with an explicit stack of the open nodes' indices.
  private mutating func collect(_ root: OpaquePointer, maximumDepth: Int, blocksOnly: Bool) {
    var open: [Int] = []
    var blockLine = 0
    var current: OpaquePointer? = root
    while let node = current {
      let value = Self.value(of: node)
      open.append(nodes.count)
      if let value {
        nodes.append(value)
        if value.kind == .item || value.kind == .quote || value.kind.isLeafBlock { blockLine = value.line }
      }
      let isOpaque = blocksOnly && value?.kind.isLeafBlock == true
      if !isOpaque, let child = cmark_node_first_child(node) {
        if open.count < maximumDepth {
          current = child
          continue
        }
        tooDeepLine = tooDeepLine ?? blockLine
      }
      current = close(node, &open)
    }
  }

  /// Closes a node and those that end with it; returns the node to visit next.
  private mutating func close(_ node: OpaquePointer, _ open: inout [Int]) -> OpaquePointer? {
    var node = node
    while let index = open.popLast() {
      if index < nodes.count { nodes[index].end = nodes.count }
      guard !open.isEmpty else { return nil }
      if let next = cmark_node_next(node) { return next }
      guard let parent = cmark_node_parent(node) else { return nil }
      node = parent
    }
    return nil
  }

  private static func value(of node: OpaquePointer) -> Node? {
    guard let kind = kind(of: node) else { return nil }
    let line = Int(cmark_node_get_start_line(node)) - 1
    var value = Node(
      kind: kind, line: max(line, 0), lastLine: max(Int(cmark_node_get_end_line(node)) - 1, line),
      column: max(Int(cmark_node_get_start_column(node)) - 1, 0))
    switch kind {
    case .code:
      value.literal = string(cmark_node_get_literal(node))
      value.title = string(cmark_node_get_fence_info(node))
    case .text, .html, .inlineCode, .inlineHTML:
      value.literal = string(cmark_node_get_literal(node))
    case .link, .image:
      value.literal = string(cmark_node_get_url(node))
      value.title = string(cmark_node_get_title(node))
    case .heading:
      value.number = Int(cmark_node_get_heading_level(node))
    case .list:
      let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
      value.number = isOrdered ? Int(cmark_node_get_list_start(node)) : -1
      value.isTight = cmark_node_get_list_tight(node) != 0
    default:
      break
    }
    return value
  }

  private static func string(_ characters: UnsafePointer<CChar>?) -> String {
    characters.map { String(cString: $0) } ?? ""
  }

  private static func kind(of node: OpaquePointer) -> Kind? {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_DOCUMENT: .document
    case CMARK_NODE_BLOCK_QUOTE: .quote
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_CODE_BLOCK: .code
    case CMARK_NODE_HTML_BLOCK: .html
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_THEMATIC_BREAK: .rule
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .hardBreak
    case CMARK_NODE_CODE: .inlineCode
    case CMARK_NODE_HTML_INLINE: .inlineHTML
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_IMAGE: .image
    default: nil
    }
  }
}
