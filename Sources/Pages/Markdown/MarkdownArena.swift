import CCmarkGFM
import CMarkdownMemory

/// Memory for cmark on one thread: each document takes it piece by piece and gives it back as a whole.
enum MarkdownArena {
  /// What cmark is handed: it never gives back single pieces.
  nonisolated(unsafe) static let memory: UnsafeMutablePointer<cmark_mem> = {
    let memory = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
    memory.initialize(
      to: cmark_mem(calloc: markdown_memory_take, realloc: markdown_memory_grow, free: markdown_memory_give))
    return memory
  }()

  /// Takes back everything that was handed out on this thread.
  static func reset() { markdown_memory_reset() }
}
