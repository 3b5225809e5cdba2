/// Follows a Markdown template byte by byte to know what kind of place a value stands in.
struct MarkdownPlace {
  enum Kind {
    case text
    /// The address of a link: `](…)` or `<…>`.
    case address
    /// A code span or a fenced block, where no backslash escapes.
    case code
  }

  private(set) var kind = Kind.text
  /// Backticks counted so far, and whether they are the first thing on their line.
  private var run = 0
  private var runStartsLine = false
  /// Backticks that opened the code, and whether they fence a block.
  private var width = 0
  private var isFence = false
  private var isAngle = false
  private var isLineStart = true
  private var last: UInt8 = 0x0A

  mutating func advance(_ byte: UInt8) {
    if byte == 0x60, kind != .address, last != 0x5C || run > 0 {
      if run == 0 { runStartsLine = isLineStart }
      run += 1
      last = byte
      return
    }
    endRun()
    switch (kind, byte) {
    case (.text, 0x28) where last == 0x5D: (kind, isAngle) = (.address, false)
    case (.text, 0x3C) where last == 0x28 || last != 0x5C: (kind, isAngle) = (.address, true)
    case (.address, 0x3C) where last == 0x28: isAngle = true
    case (.address, 0x0A): kind = .text
    case (.address, 0x3E) where isAngle: kind = .text
    case (.address, 0x29), (.address, 0x20): if !isAngle { kind = .text }
    case (.code, 0x0A) where !isFence: kind = .text
    default: break
    }
    isLineStart = byte == 0x0A || (isLineStart && byte == 0x20)
    last = byte
  }

  /// A value or a tag stands here: what was open is decided.
  mutating func passValue() {
    endRun()
    isLineStart = false
    last = 0
  }

  private mutating func endRun() {
    guard run > 0 else { return }
    if kind == .text {
      kind = .code
      width = run
      isFence = runStartsLine && run >= 3
    } else if isFence ? runStartsLine && run >= width : run == width {
      kind = .text
    }
    run = 0
  }
}
