import CLinux

/// The system's pools of memory.
enum MemoryPools {
  /// Allows one pool for every two processors, in place of eight for each.
  ///
  /// What one thread gives back the next one can then use: at 50,000 papers on two processors pages had added 33 MB
  /// to the peak, and add nothing so.
  private static func limitPools() { _ = mallopt(Int32(CLINUX_M_ARENA_MAX), Int32(max(1, Processors.count / 2))) }

  /// Keeps what was given back for what is asked for next, in place of handing it to the system, which clears every
  /// page of it before it comes again: half of the page faults, a twentieth of the time that some hundred papers take.
  private static func keepPages() {
    _ = mallopt(Int32(CLINUX_M_TRIM_THRESHOLD), 64 << 20)
    _ = mallopt(Int32(CLINUX_M_MMAP_THRESHOLD), 32 << 20)
    _ = mallopt(Int32(CLINUX_M_TOP_PAD), 1 << 20)
  }

  /// To be called before the first thread begins.
  static func prepare() {
    limitPools()
    keepPages()
  }
}
