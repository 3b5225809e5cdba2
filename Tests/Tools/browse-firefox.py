#!/usr/bin/env python3
"""What a reader does in Firefox, by double-click and over a web server, held against what Chromium shows.

    browse-firefox.py SITE      (apt-get install firefox-esr chromium; pip install marionette_driver playwright)

Search, map, reading list, glossary, theme, copying, keys alone; two folders down; with the server cut. Exit status 1 where
something fails, an error stands in the console, or the two browsers find other papers.
"""
import json, random, shutil, socket, subprocess, sys, tempfile, time, urllib.parse
from pathlib import Path
from marionette_driver.by import By
from marionette_driver.keys import Keys
from marionette_driver.marionette import ActionSequence, Marionette
from playwright.sync_api import sync_playwright
from served import serve

site = Path(sys.argv[1]).resolve()
papers = [json.loads(line) for line in (site / "papers.jsonl").read_text().splitlines()]
faults = []
HITS = "[...document.querySelectorAll('#search-results .t a')].map(a => a.textContent)"


def check(what, isRight, figure=""):
    print(f"{'ok  ' if isRight else 'FAIL'} firefox {what}{': ' + str(figure) if figure != '' else ''}", flush=True)
    if not isRight: faults.append(what)


def queries():
    """Titles whole, half and misspelt, words of abstracts, a phrase, an exclusion, nothing."""
    chosen = random.Random(7).sample(papers, min(8, len(papers)))
    titles = [paper["title"] for paper in chosen]
    words = [" ".join(paper["abstract"].split()[5:8]) for paper in chosen[:4]]
    return titles[:3] + [title[:len(title) // 2] for title in titles[3:6]] + [title[:4] + title[5:30] for title in titles[6:]] + words \
        + ["neural network", "\"neural network\"", "network -neural", "title:network", "zzqxjv"]


def address(root, query): return root + "search.html?q=" + urllib.parse.quote(query)


def chromium_hits(root):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page, found = browser.new_page(), {}
        for query in queries():
            page.goto(address(root, query)); page.wait_for_timeout(700)
            found[query] = page.evaluate(HITS)
        browser.close()
    return found


class Reader:
    def __init__(self, firefox):
        self.firefox = firefox
        self.run = firefox.execute_script
    def go(self, address, seconds=0.7): self.firefox.navigate(address); time.sleep(seconds)
    def text(self, selector): return self.run(f"return document.querySelector({json.dumps(selector)})?.textContent ?? ''")
    def click(self, selector): self.firefox.find_element(By.CSS_SELECTOR, selector).click()
    def style(self, name): return self.run(f"return getComputedStyle(document.documentElement).{name}")
    def keys(self, *keys):
        for key in keys: ActionSequence(self.firefox, "key", "keyboard").send_keys(key).perform()

    def errors(self):
        """What the console says of the site's own scripts and pages, emptied."""
        with self.firefox.using_context("chrome"):
            found = self.run("""const all = Services.console.getMessageArray().filter(m => m instanceof Ci.nsIScriptError && !(m.flags & 1))
                .map(m => m.sourceName + ': ' + m.errorMessage).filter(m => /^(file|http)/.test(m)); Services.console.reset(); return all""")
        return found

    def hits(self, root, query):
        self.go(address(root, query), 0.3)
        for _ in range(12):
            found = self.run("return " + HITS)
            if found or self.text("#search-status").startswith("No"): return found
            time.sleep(0.25)
        return []

    def first_result(self, root, query):
        """Milliseconds from typing to the first result: with nothing loaded, and once more."""
        self.go(root + "search.html", 1)
        script = """const [query, done] = [arguments[0], arguments[arguments.length - 1]], box = document.querySelector('#q');
            const place = document.querySelector('#search-results'), start = performance.now();
            const observer = new MutationObserver(() => { if (place.querySelector('.t a')) { observer.disconnect(); done(performance.now() - start) } });
            place.replaceChildren(); observer.observe(place, { childList: true, subtree: true });
            box.focus(); box.value = query; box.dispatchEvent(new Event('input', { bubbles: true })); setTimeout(() => done(-1), 5000);"""
        cold = self.firefox.execute_async_script(script, script_args=[query])
        warm = sorted(self.firefox.execute_async_script(script, script_args=[word + " " + query.split()[0]]) for word in ["deep", "model", "learning"])
        return round(cold, 1), round(warm[1], 1)


def tour(reader, root, name, expected):
    reader.errors()
    other = [query for query in queries() if reader.hits(root, query) != expected[query]]
    check(f"{name}: {len(expected)} queries find what Chromium finds, in its order", not other, other[:3])
    print(f"     firefox {name}: first result cold and warm, ms: {reader.first_result(root, papers[-1]['title'][:40])}")
    reader.go(root + papers[0]["page"])
    reader.click("[data-list-toggle] button"); reader.click(".tab.c-bib button"); time.sleep(0.3)
    check(f"{name}: copy buttons answer", reader.text(".tab.c-bib button") == "Copied", reader.text(".tab.c-bib button"))
    reader.go(root + "list.html", 1)
    check(f"{name}: the reading list is kept between pages", reader.text("h1") == "One paper" and "#papers=" in reader.firefox.get_url(), reader.text("h1"))
    if (site / "map.html").exists():
        reader.go(root + "map.html")
        before = reader.run("return document.querySelector('svg.map').getAttribute('viewBox')")
        reader.run("[...document.querySelectorAll('button')].find(b => b.textContent.trim() === '+').click()"); time.sleep(0.5)
        check(f"{name}: the map zooms", reader.run("return document.querySelector('svg.map').getAttribute('viewBox')") != before)
    if (site / "glossary.html").exists():
        reader.go(root + "glossary.html", 0.3)
        check(f"{name}: the glossary has its forms", reader.run("return document.querySelectorAll('.gloss dt').length") > 0)
    reader.go(root + "report.html", 0.3)
    reader.click(".foot button"); reader.click(".foot button")
    dark = reader.style("backgroundColor")
    reader.go(root + "titles/index.html", 0.3)
    check(f"{name}: the theme switches and is kept", dark == reader.style("backgroundColor") == "rgb(21, 22, 25)", dark)
    # Keys alone: to the box, a query, down to the first result, into it.
    reader.go(root + "index.html")
    reader.keys("/", *papers[0]["title"][:40]); time.sleep(1.2)
    reader.keys(Keys.ARROW_DOWN); time.sleep(0.2); reader.keys(Keys.ENTER); time.sleep(1)
    check(f"{name}: keys alone lead from the front page to a paper", "/papers/" in reader.firefox.get_url(), reader.firefox.get_url()[-60:])
    if (site / "edition.html").exists():
        reader.go(root + "edition.html")
        reader.run("const q = document.querySelector('#q'); q.value = 'network'; q.form.requestSubmit()"); time.sleep(1)
        check(f"{name}: the edition in one file finds papers", "paper" in reader.text("#found-count"), reader.text("#found-count"))
    errors = reader.errors()
    check(f"{name}: no error in the console", not errors, errors[:3])


def offline(reader):
    server, root = serve(site)
    reader.go(root + "index.html", 1)
    wanted = len(json.loads((site / "sw.js").read_text().split(" = ", 1)[1].split(";\n")[0])["files"])
    held = 0
    for _ in range(120):
        held = reader.firefox.execute_async_script("""const done = arguments[arguments.length - 1];
            (async () => { let n = 0; for (const k of await caches.keys()) n += (await (await caches.open(k)).keys()).length; done(n) })()""")
        if held >= wanted: break
        time.sleep(0.5)
    server.shutdown(); server.server_close()
    sample = [papers[len(papers) // 2]["page"], "topics/index.html", "index.html"]
    shown = 0
    for path in sample:
        try: reader.go(root + path, 0.3)
        except Exception as error: print("     ", error); continue
        if reader.text("h1") and reader.run("return getComputedStyle(document.body).marginTop") == "0px": shown += 1
    check("offline: pages never visited are shown with their style", shown == len(sample), f"{shown} of {len(sample)}, {held} of {wanted} files kept")
    found = reader.hits(root, papers[-1]["title"][:40])
    check("offline: search finds a paper", any(papers[-1]["title"][:30] in hit for hit in found[:5]))


with tempfile.TemporaryDirectory() as profile:
    folder = Path(profile) / "www"
    (folder / "two/folders").mkdir(parents=True)
    shutil.copytree(site, folder / "two/folders/down")
    server, root = serve(folder)
    roots = {"file://": site.as_uri() + "/", "http://, two folders down": root + "two/folders/down/"}
    expected = {name: chromium_hits(root) for name, root in roots.items()}
    Path(profile, "profile").mkdir()
    process = subprocess.Popen(["firefox-esr", "--headless", "--marionette", "--remote-allow-system-access", "--profile", profile + "/profile"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(120):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", 2828)) == 0: break
            time.sleep(0.5)
        firefox = Marionette(host="127.0.0.1", port=2828)
        firefox.start_session(); firefox.set_window_rect(width=1280, height=1000)
        reader = Reader(firefox)
        check("file:// and http:// find the same in Chromium", len({json.dumps(found) for found in expected.values()}) == 1)
        for name, root in roots.items(): tour(reader, root, name, expected[name])
        offline(reader)
        firefox.delete_session()
    finally:
        process.terminate(); process.wait(); server.shutdown()
sys.exit(1 if faults else 0)
