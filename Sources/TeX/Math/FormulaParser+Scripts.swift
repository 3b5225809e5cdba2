/// Scripts.
extension FormulaParser {
  mutating func addScript(_ parts: inout [Formula]) {
    let isAbove = next == "^"
    at += 1
    let script = argument()
    while parts.last == .blank { parts.removeLast() }
    let base = parts.popLast() ?? .empty
    parts.append(Self.attach(script, to: base, isAbove: isAbove))
  }

  mutating func addPrimes(_ parts: inout [Formula]) {
    var primes = ""
    while next == "'" {
      primes += "′"
      at += 1
    }
    parts.append(Self.attach(.sign(primes), to: parts.popLast() ?? .empty, isAbove: true))
  }

  private static func attach(_ script: Formula, to base: Formula, isAbove: Bool) -> Formula {
    if case .scripts(let inner, let below, let above, let areLimits) = base {
      if isAbove, above == nil { return .scripts(inner, below: below, above: script, areLimits: areLimits) }
      if !isAbove, below == nil { return .scripts(inner, below: script, above: above, areLimits: areLimits) }
      // `x'^2`
      if isAbove, let above, case .sign = above {
        return .scripts(inner, below: below, above: .row([above, script]), areLimits: areLimits)
      }
    }
    return .scripts(
      base, below: isAbove ? nil : script, above: isAbove ? script : nil, areLimits: takesLimits(base))
  }

  private static func takesLimits(_ base: Formula) -> Bool {
    switch base {
    case .sign(let sign): limitSigns.contains(sign)
    case .accent(_, let sign, _): sign == "⏞" || sign == "⏟"
    default: false
    }
  }

  private static let limitSigns: Set<String> = [
    "∑", "∏", "∐", "⋃", "⋂", "⨁", "⨂", "⋁", "⋀", "max", "min", "sup", "inf", "lim", "lim sup", "lim inf", "arg max",
    "arg min", "det", "gcd", "Pr",
  ]
}
