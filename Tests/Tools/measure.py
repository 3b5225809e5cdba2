#!/usr/bin/env python3
"""What a page costs its reader: bytes, requests, paints, shifts, and how soon a search answers.

    measure.py SITE      (pip install playwright; apt-get install chromium)

Pages are loaded on a slow phone; bytes are those of the files, packed, without the site's icon. The line: 1.6 Mbit/s, 150 ms there and back, a quarter of this processor; the server packs with gzip.
The index of performance weighs first paint (10), speed (10), largest paint (25), blocking (30) and shifts (25) as Lighthouse 10
does, each by its log-normal curve; speed is taken as the mean of first and largest paint. Exit status 1 where a bar is missed.
"""
import functools, gzip, http.server, json, math, sys, threading
from pathlib import Path
from playwright.sync_api import sync_playwright
from kinds import extremes, pages_by_kind

site = Path(sys.argv[1]).resolve()
papers = [json.loads(line) for line in (site / "papers.jsonl").read_text().splitlines()]
faults = []


def check(what, isRight, figure):
    print(f"{'ok  ' if isRight else 'FAIL'} {what}: {figure}")
    if not isRight: faults.append(what)


@functools.cache
def packed(path): return gzip.compress(path.read_bytes(), 6)


class Packing(http.server.SimpleHTTPRequestHandler):
    """Serves the site packed, as any web server does."""
    protocol_version = "HTTP/1.1"
    def __init__(self, *arguments): super().__init__(*arguments, directory=site)
    def log_message(self, *_): pass
    def do_GET(self):
        path = Path(self.translate_path(self.path))
        if path.is_dir(): path /= "index.html"
        if not path.is_file(): self.send_error(404); return
        body = packed(path)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path))); self.send_header("Content-Encoding", "gzip"); self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        try: self.wfile.write(body)
        except ConnectionError: pass   # the reader left


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Packing)
threading.Thread(target=server.serve_forever, daemon=True).start()
root = f"http://127.0.0.1:{server.server_address[1]}/"
WATCH = """() => { window.seen = {lcp: 0, cls: 0, tbt: 0};
  new PerformanceObserver(l => { for (const e of l.getEntries()) seen.lcp = e.startTime }).observe({type: 'largest-contentful-paint', buffered: true});
  new PerformanceObserver(l => { for (const e of l.getEntries()) if (!e.hadRecentInput) seen.cls += e.value }).observe({type: 'layout-shift', buffered: true});
  new PerformanceObserver(l => { for (const e of l.getEntries()) seen.tbt += Math.max(0, e.duration - 50) }).observe({type: 'longtask', buffered: true}); }"""


def score(value, median, p10):
    """Share of a log-normal curve that has .5 at `median` and .9 at `p10`."""
    spread = abs(math.log(median) - math.log(p10)) / 1.28155
    return 1 if value <= 0 else .5 * math.erfc((math.log(value) - math.log(median)) / (spread * math.sqrt(2)))


def index(fcp, lcp, tbt, cls):
    parts = [(10, score(fcp, 3000, 1800)), (10, score((fcp + lcp) / 2, 5800, 3387)), (25, score(lcp, 4000, 2500)), (30, score(tbt, 600, 200)), (25, score(cls, .25, .1))]
    return 100 * sum(weight * part for weight, part in parts) / 100


def load(browser, path):
    context = browser.new_context(viewport=dict(width=412, height=823), device_scale_factor=1.75, service_workers="block")
    page = context.new_page()
    wire, sent = context.new_cdp_session(page), []
    # The icon is the browser's own wish: asked for last, once for the whole site.
    page.on("requestfinished", lambda request: sent.append(len(packed(site / request.url.removeprefix(root).split("?")[0]))) if not request.url.endswith("icon.svg") else None)
    wire.send("Network.emulateNetworkConditions", dict(offline=False, latency=150, downloadThroughput=1.6e6 / 8, uploadThroughput=750e3 / 8))
    wire.send("Emulation.setCPUThrottlingRate", dict(rate=4))
    page.add_init_script(f"({WATCH})()")
    page.goto(root + path, wait_until="load"); page.wait_for_timeout(1500)
    seen = page.evaluate("() => ({...seen, fcp: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0})")
    html = len(gzip.compress((site / path).read_bytes(), 6))
    context.close()
    return seen, sum(sent), len(sent), html


def answers(browser):
    """Milliseconds from the last key to the first result, the first time and later."""
    context = browser.new_context(service_workers="block"); page = context.new_page()
    page.goto(root + "search.html"); page.wait_for_timeout(300)
    ask = """async query => { const box = document.querySelector('#q'), list = () => document.querySelector('#search-results .t a');
      box.focus(); const before = list(); const start = performance.now(); box.value = query; box.dispatchEvent(new Event('input', {bubbles: true}));
      while (performance.now() < start + 4000) { await new Promise(r => setTimeout(r, 0)); const now = list(); if (now && now !== before) return performance.now() - start } return -1 }"""
    times = [page.evaluate(ask, paper["title"][:24]) for paper in papers[:: max(1, len(papers) // 12)][:12]]
    context.close()
    return times


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    kinds = pages_by_kind(site)
    for kind, pages in kinds.items():
        if kind in ("one-file", "not-found"): continue
        rows = [(path, *load(browser, path)) for path in (extremes(site, pages, 1) if kind in ("paper", "topic") else [max(pages, key=lambda p: (site / p).stat().st_size)])]
        worst = min(rows, key=lambda row: index(row[1]["fcp"], row[1]["lcp"], row[1]["tbt"], row[1]["cls"]))
        points = index(*(worst[1][name] for name in ("fcp", "lcp", "tbt", "cls")))
        shift, weight, requests = max(row[1]["cls"] for row in rows), max(row[2] for row in rows), max(row[3] for row in rows)
        bar = 98 if kind in ("front", "topic", "paper", "search") else 90
        check(f"{kind}, {len(rows)} page(s)", points >= bar and shift <= .01,
              f"index {points:.0f}, first paint {worst[1]['fcp']:.0f} ms, largest {worst[1]['lcp']:.0f} ms, blocking {worst[1]['tbt']:.0f} ms, shift {shift:.3f}; {weight / 1000:.1f} kB in {requests} requests, page alone {max(row[4] for row in rows) / 1000:.1f} kB")
        if kind == "paper": check("a paper's page is at most 15 kB in 4 requests", weight <= 15_000 and requests <= 4, f"{weight / 1000:.1f} kB, {requests}")
        if kind == "front": check("the front page is at most 80 kB", weight <= 80_000, f"{weight / 1000:.1f} kB")
    times = answers(browser)
    if times:
        check("search answers the first time within 300 ms", 0 <= times[0] <= 300, f"{times[0]:.0f} ms")
        if times[1:]: check("search answers within 20 ms after that", 0 <= sorted(times[1:])[len(times[1:]) // 2] <= 20, f"median {sorted(times[1:])[len(times[1:]) // 2]:.1f} ms, slowest {max(times[1:]):.1f} ms")
    browser.close()
server.shutdown()
sys.exit(1 if faults else 0)
