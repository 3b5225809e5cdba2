import CCmarkGFM
import Glibc

/// Memory for cmark on one thread: each document takes it piece by piece and gives it back as a whole.
///
/// cmark asks for memory some hundred times a page through functions without context, so each thread has an arena
/// of its own, which those functions find by the thread.
final class MarkdownArena {
  /// What cmark is handed: it never gives back single pieces.
  nonisolated(unsafe) static let memory: UnsafeMutablePointer<cmark_mem> = {
    let memory = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
    memory.initialize(
      to: cmark_mem(
        calloc: { count, size in MarkdownArena.current.take(count * size) },
        realloc: { old, size in MarkdownArena.current.grow(old, to: size) },
        free: { _ in }))
    return memory
  }()

  /// Every document's memory starts zeroed: chunks come from `calloc`, and what was used is cleared again.
  /// Only its own thread comes here, one call at a time, so the runtime need not watch over access.
  @exclusivity(unchecked) private var chunks: [UnsafeMutableRawPointer] = []
  @exclusivity(unchecked) private var used = 0
  @exclusivity(unchecked) private var capacity = 0
  /// Bytes of the first chunk; most pages need no other.
  private static let chunkSize = 1 << 19
  /// Before each piece stands its size, which `realloc` asks for.
  private static let header = 16

  deinit { for chunk in chunks { free(chunk) } }

  /// The arena of the calling thread.
  static var current: MarkdownArena {
    if let known = pthread_getspecific(key) { return Unmanaged.fromOpaque(known).takeUnretainedValue() }
    let arena = MarkdownArena()
    pthread_setspecific(key, Unmanaged.passRetained(arena).toOpaque())
    return arena
  }

  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    pthread_key_create(&key) { arena in
      if let arena { Unmanaged<MarkdownArena>.fromOpaque(arena).release() }
    }
    return key
  }()

  /// Zeroed memory, aligned to 16 bytes; nil where there is none.
  private func take(_ size: Int) -> UnsafeMutableRawPointer? {
    let length = Self.header + (size + 15) & ~15
    if used + length > capacity {
      let next = max(Self.chunkSize, length)
      guard let chunk = calloc(1, next) else { return nil }
      chunks.append(chunk)
      used = 0
      capacity = next
    }
    guard let chunk = chunks.last else { return nil }
    let start = chunk + used
    start.storeBytes(of: size, as: Int.self)
    used += length
    return start + Self.header
  }

  private func grow(_ old: UnsafeMutableRawPointer?, to size: Int) -> UnsafeMutableRawPointer? {
    guard let old else { return take(size) }
    let before = (old - Self.header).load(as: Int.self)
    if size <= before { return old }
    guard let new = take(size) else { return nil }
    new.copyMemory(from: old, byteCount: before)
    return new
  }

  /// Takes back everything that was handed out.
  func reset() {
    if chunks.count == 1, capacity == Self.chunkSize {
      memset(chunks[0], 0, used)
    } else {
      for chunk in chunks { free(chunk) }
      chunks = []
      capacity = 0
    }
    used = 0
  }
}
