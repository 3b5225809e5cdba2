/// A compiled template; see `Docs/templates.md`.
public struct Template {}
