#!/usr/bin/env python3
"""Asks a site's search what readers and enemies ask: hostile queries and titles, missing and broken files, keys alone.

    browse-search.py SITE [PROGRAM]      (pip install playwright; apt-get install chromium)

With PROGRAM (offprint itself) a collection of hostile titles is built and searched too. Exit status 1 where something fails.
"""
import json, shutil, subprocess, sys, tempfile
from pathlib import Path
from playwright.sync_api import sync_playwright
from served import serve

site = Path(sys.argv[1]).resolve()
papers = [json.loads(line) for line in (site / "papers.jsonl").read_text().splitlines()]
faults = []
HOSTILE = ["a" * 10_000, "word " * 2_000, "...", "!!! ???", "\"", "\"\"", "\"unbalanced", "-", "--", "-word", "- -", "title:", "topic:\"", "title:\"a b", ":", "(", ")(", "[", "\\", "/", "*", "%", "%00", "\u0000", "\n", "\t",
           "__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "__defineGetter__", "prototype.length", "<img src=x onerror=window.harmed=1>", "<script>window.harmed=1</script>", "\"><svg onload=window.harmed=1>",
           "javascript:alert(1)", "{{x}}", "${x}", "🧠", "👩‍🔬🧪", "🇫🇷", "שלום", "مرحبا بالعالم", "\u202egnirts", "深度学习", "ａｂｃ", "a\u0301\u0301\u0301", "ﬁ", "İI ıi", "ß", "\ud83d", "null", "undefined", "NaN", "1e999", "0x", "-1", "' OR 1=1 --"]
TITLES = ["<img src=x onerror=window.harmed=1> in a title", "A <script>window.harmed=1</script> network", "Quotes \" and ' and & and &amp; here", "__proto__ and constructor networks", "שלום right to left \u202etitle", "{{x}} and ${y} templates", "[link](javascript:window.harmed=1) titles", "`code` and *stars* and _lines_"]


def check(what, isRight, figure=""):
    print(f"{'ok  ' if isRight else 'FAIL'} {what}{': ' + str(figure) if figure != '' else ''}")
    if not isRight: faults.append(what)


def opened(browser, address):
    errors = []
    page = browser.new_context(viewport=dict(width=1280, height=900)).new_page()
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(address)
    return page, errors


def ask(page, query, wait=700):
    page.fill("#q", ""); page.fill("#q", query); page.wait_for_timeout(wait)
    return page.eval_on_selector_all("#search-results .t a", "links => links.map(a => a.textContent)"), page.inner_text("#search-status")


def hostile(browser, address, name):
    page, errors = opened(browser, address + "search.html")
    ask(page, "network")
    silent, slow = [], []
    for query in HOSTILE:
        before = len(errors)
        took = page.evaluate("""query => { const box = document.querySelector('#q'); const start = performance.now(); box.value = query; box.dispatchEvent(new Event('input', {bubbles: true}));
          return new Promise(done => setTimeout(() => done(performance.now() - start), 60)) }""", query)
        if took > 500: slow.append((query[:20], round(took)))
        if len(errors) > before: silent.append(query[:30])
    harmed = page.evaluate("() => Boolean(window.harmed) || document.querySelectorAll('#search-results script, #search-results img, main svg[onload]').length > 0")
    check(f"{name}: {len(HOSTILE)} hostile queries, no error, nothing run, nothing slow", not errors and not harmed and not slow, errors[:2] or slow[:2] or "")
    found, _ = ask(page, papers[0]["title"][:40])
    check(f"{name}: after them search works as before", papers[0]["title"][:20] in " ".join(found[:3]))
    for query in ("<img src=x onerror=window.harmed=1>", "__proto__", "\"unbalanced"):
        page.goto(address + "search.html?q=" + __import__("urllib.parse").parse.quote(query)); page.wait_for_timeout(500)
    check(f"{name}: nor from the address", not errors and not page.evaluate("Boolean(window.harmed)"), errors[:2] or "")


def titles(browser, program):
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "dump.txt").write_text("\n".join(line for title in TITLES for line in (title, f"We present a harmless abstract about {title} and its networks, of which there are many kinds.")))
        subprocess.run([program, "build", "--input", f"{folder}/dump.txt", "--output", f"{folder}/out", "--quiet"], check=False, capture_output=True)
        page, errors = opened(browser, Path(folder, "out/search.html").as_uri())
        shown, _ = ask(page, "harmless abstract", 1200)
        check("hostile titles are shown as text", len(shown) == len(TITLES) and any("<img src=x" in one for one in shown) and any("<script>" in one for one in shown), f"{len(shown)} of {len(TITLES)}")
        for one in json.loads("[" + ",".join(Path(folder, "out/papers.jsonl").read_text().splitlines()) + "]"): page.goto(Path(folder, "out", one["page"]).as_uri())
        check("and nothing of them runs", not errors and not page.evaluate("Boolean(window.harmed)"), errors[:2] or "")


def broken(browser):
    """Each file of the index in turn missing, empty, or cut in the middle."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(site, folder, dirs_exist_ok=True)
        server, address = serve(folder)
        files = sorted(Path(folder, "search").rglob("*.json"), key=lambda file: -file.stat().st_size)
        for file in files[:6]:
            for name, harm in (("missing", lambda: file.unlink()), ("cut", lambda: file.write_bytes(whole[: len(whole) // 2])), ("empty", lambda: file.write_bytes(b""))):
                whole = file.read_bytes(); harm()
                page, errors = opened(browser, address + "search.html")
                found, said = ask(page, papers[0]["title"][:40] + " network", 1500)
                page.wait_for_timeout(300); said = page.inner_text("#search-status")
                tells = any(word in said for word in ("missing", "cannot be read", "not whole"))
                thrown = [error for error in errors if "Failed to load resource" not in error]
                check(f"{file.relative_to(folder)} {name}: the page says so or does not need it", not thrown and (tells or len(found) > 0), f"{len(found)} found; {said[:110]}")
                page.context.close(); file.write_bytes(whole)
        server.shutdown()


def keys(browser, address, name):
    page, errors = opened(browser, address + "index.html")
    page.keyboard.press("/"); check(f"{name}: / goes to the box", page.evaluate("document.activeElement.id") == "q")
    page.keyboard.type(papers[0]["title"][:30]); page.keyboard.press("Enter"); page.wait_for_timeout(1500)
    check(f"{name}: Enter leads to the results", "search.html?q=" in page.url, page.url[-40:])
    page.focus("#q"); page.keyboard.press("ArrowDown"); first = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("ArrowDown"); second = page.evaluate("document.activeElement.textContent"); page.keyboard.press("ArrowUp")
    check(f"{name}: arrows walk the results", first != second and page.evaluate("document.activeElement.textContent") == first, first[:40])
    page.keyboard.press("Escape"); check(f"{name}: Escape goes back to the box", page.evaluate("document.activeElement.id") == "q")
    page.keyboard.press("ArrowDown"); page.keyboard.press("Enter"); page.wait_for_timeout(600)
    check(f"{name}: Enter opens a result", "/papers/" in page.url and not errors, errors[:1] or page.inner_text("h1")[:40])
    page.go_back(); page.wait_for_timeout(900)
    check(f"{name}: going back shows the results again", page.locator("#search-results .t a").count() > 0 and page.input_value("#q") != "")


def narrowing(browser, address, name):
    page, errors = opened(browser, address + "search.html")
    many, said = ask(page, "network", 1200)
    check(f"{name}: the count is announced", "paper" in said and page.get_attribute("#search-status", "role") == "status", said)
    box = page.query_selector(".facet input")
    if box:
        label = page.inner_text(".facet label span"); box.click(); page.wait_for_timeout(600)
        after = page.inner_text("#search-status")
        check(f"{name}: a facet narrows and stands in the address", after != said and "=" in page.url.split("q=network")[-1], f"{label}: {after}")
        page.reload(); page.wait_for_timeout(1000)
        check(f"{name}: and is kept by the address", page.inner_text("#search-status") == after)
        page.query_selector(".facet input:checked").click(); page.wait_for_timeout(500)
    more = page.query_selector("nav .btn")
    if more:
        before = page.locator("#search-results .t a").count(); more.click(); page.wait_for_timeout(600)
        check(f"{name}: more results on request", page.locator("#search-results .t a").count() > before, page.locator("#search-results .t a").count())
    words = papers[0]["title"].split()
    phrase = " ".join(words[:2]).strip(":,.")
    exact, _ = ask(page, f'"{phrase}"'); check(f"{name}: a phrase in quotes", len(exact) > 0, f'"{phrase}": {page.inner_text("#search-status")}')
    all_of_them = page.inner_text("#search-status")
    ask(page, f"network -{words[0].strip(':,.')}"); check(f"{name}: a word left out", "paper" in page.inner_text("#search-status"))
    shown, _ = ask(page, f"title:{words[0].strip(':,.')}"); check(f"{name}: title: looks in titles", shown and all(words[0].strip(':,.').lower()[:4] in one.lower() for one in shown[:5]), shown[:1])
    ask(page, "network"); page.click("#search-results summary"); page.wait_for_timeout(300)
    check(f"{name}: why this hit", len(page.inner_text("#search-results details p")) > 5, page.inner_text("#search-results details p")[:60])
    none, said = ask(page, "zzqxjv wqkzzp"); check(f"{name}: nothing found says so", not none and "No paper" in page.inner_text("main"), said)
    check(f"{name}: no error", not errors, errors[:2] or "")


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    server, address = serve(site)
    for name, root in (("http://", address), ("file://", site.as_uri() + "/")):
        hostile(browser, root, name); keys(browser, root, name); narrowing(browser, root, name)
    broken(browser)
    if len(sys.argv) > 2: titles(browser, sys.argv[2])
    server.shutdown(); browser.close()
sys.exit(1 if faults else 0)
