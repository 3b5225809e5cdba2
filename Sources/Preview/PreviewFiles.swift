/// What the preview adds to an edition; none of it is ever written to disk.
enum PreviewFiles {
  static let script = ".offprint/reload.js"
  static let style = ".offprint/preview.css"
  static let changes = ".offprint/changes"

  static func answer(_ path: String, query: String) -> Answer? {
    switch path {
    case script: text(reload, path)
    case style: text(look, path)
    case changes: Answer(200, [("Content-Type", "text/event-stream")], .changes)
    case "sw.js": text(farewell, path)
    default: nil
    }
  }

  private static func text(_ text: String, _ path: String) -> Answer {
    Answer(200, [("Content-Type", MediaType.of(path))], .bytes(Array(text.utf8)))
  }

  /// A page with the script that reloads it once a later build than `number` has ended.
  static func withReload(_ html: [UInt8], number: Int) -> [UInt8] {
    let script = Array("<script src=\"/\(Self.script)?\(number)\" defer></script>".utf8)
    let mark = Array("</body>".utf8)
    var at = html.count - mark.count
    while at >= 0, !html[at...].starts(with: mark) { at -= 1 }
    return at < 0 ? html + script : html[..<at] + script + html[at...]
  }

  private static let reload = """
    'use strict';
    (() => {
      const shown = new URL(document.currentScript.src).search.slice(1);
      const source = new EventSource('/\(changes)');
      source.onmessage = event => {
        if (event.data === shown) return;
        source.close();
        location.reload();
      };
      window.addEventListener('pagehide', () => source.close());
    })();

    """

  /// In the place of the site's service worker, which would show what it kept: takes itself away again.
  private static let farewell = """
    'use strict';
    self.addEventListener('install', () => self.skipWaiting());
    self.addEventListener('activate', event => event.waitUntil(self.registration.unregister()));

    """

  private static let look = """
    body { max-width: 72ch; margin: 3rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; }
    h1 { font-size: 1.4rem; }
    li { margin: 1.2rem 0; }
    code, pre { font-family: ui-monospace, monospace; font-size: .95em; overflow-wrap: anywhere; }
    .error { color: #9b1c1c; }
    .warning { color: #7a4b00; }
    @media (prefers-color-scheme: dark) {
      body { background: #16181d; color: #e6e6e6; }
      .error { color: #ff9a93; }
      .warning { color: #f0c26b; }
    }

    """
}
