#!/usr/bin/env python3
"""Goes through a site as readers do: by double-click, below any folder of any server, and with the server cut.

    browse.py SITE [--nginx]      (pip install playwright; apt-get install chromium; for --nginx also nginx-light)

Exit status 1 where something that a reader does fails.
"""
import json, os, shutil, socket, subprocess, sys, tempfile, threading, urllib.parse
from pathlib import Path
from playwright.sync_api import sync_playwright
from served import serve

site = Path(sys.argv[1]).resolve()
papers = [json.loads(line) for line in (site / "papers.jsonl").read_text().splitlines()]
topics = json.loads((site / "collection.json").read_text())["topics"]
faults = []


def check(what, isRight, figure=""):
    print(f"{'ok  ' if isRight else 'FAIL'} {what}{': ' + str(figure) if figure != '' else ''}")
    if not isRight: faults.append(what)


def page_of(context, errors):
    page = context.new_page()
    page.on("console", lambda m: errors.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda e: errors.append(str(e)))
    page.on("requestfailed", lambda r: errors.append("failed " + r.url) if r.failure != "net::ERR_ABORTED" else None)
    return page


def tour(browser, root, name):
    """Search, map, reading list, glossary, theme, copying, keys."""
    context, errors = browser.new_context(viewport=dict(width=1280, height=900)), []
    if root.startswith("http"): context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = page_of(context, errors)
    page.goto(root + "index.html")
    page.fill("#q", papers[0]["title"][:40]); page.press("#q", "Enter"); page.wait_for_timeout(1500)
    hits = page.eval_on_selector_all("#search-results a, .entries .t a", "links => links.map(a => a.textContent)")
    check(f"{name}: search finds a paper by its title", any(papers[0]["title"][:30] in hit for hit in hits[:5]), hits[:1])

    page.goto(root + papers[0]["page"])
    page.click("[data-list-toggle] button")
    page.click(".tab.c-bib + button, .tab.c-bib button")
    page.wait_for_timeout(200)
    check(f"{name}: copy buttons answer", page.inner_text(".tab.c-bib button") == "Copied", page.inner_text(".tab.c-bib button"))
    page.goto(root + topics[0]["page"] if "page" in topics[0] else root + "index.html")
    page.wait_for_selector("li.entry")
    page.keyboard.press("j"); page.keyboard.press("s")
    count = page.inner_text("[data-list-count]")
    check(f"{name}: a paper and an entry of a list are starred", count == "(2)", count)
    page.goto(root + "list.html"); page.wait_for_selector(".entries .entry")
    address = page.url
    check(f"{name}: the list is in its address", "#papers=" in address and page.inner_text("h1") == "Two papers", page.inner_text("h1"))
    page.fill(".own-note", "read this first"); page.reload(); page.wait_for_selector(".own-note")
    check(f"{name}: a note is kept", page.input_value(".own-note") == "read this first")
    with page.expect_download() as download: page.click("text=BibTeX")
    taken = Path(download.value.path()).read_text()
    check(f"{name}: the list is taken away as BibTeX, the note with it", taken.count("@") == 2 and "read this first" in taken)
    other = page_of(browser.new_context(), errors); other.goto(address); other.wait_for_selector(".entries .entry")
    check(f"{name}: its address shows it in another browser", other.inner_text("h1") == "Two papers")

    if (site / "map.html").exists():
        page.goto(root + "map.html"); page.wait_for_timeout(500)
        before = page.get_attribute("svg.map", "viewBox")
        page.click("figure button:has-text('+')") if page.query_selector("figure button:has-text('+')") else page.click("button:has-text('+')")
        page.wait_for_timeout(500)
        check(f"{name}: the map zooms", page.get_attribute("svg.map", "viewBox") != before)
    if (site / "glossary.html").exists():
        page.goto(root + "glossary.html")
        check(f"{name}: the glossary has its forms", page.locator(".gloss dt").count() > 0, page.locator(".gloss dt").count())
    page.goto(root + "index.html"); page.keyboard.press("c")
    light = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    page.keyboard.press("c")
    dark = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    page.goto(root + "about.html" if (site / "about.html").exists() else root + "report.html")
    kept = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    check(f"{name}: the theme switches and is kept", light != dark == kept, f"{light} {dark} {kept}")
    page.keyboard.press("?")
    check(f"{name}: ? shows the keys", page.is_visible("dialog.keys"))
    check(f"{name}: no error, no failed request", not errors, errors[:3])
    context.close()


def offline(browser):
    """After one visit the site is read with its server gone."""
    server, root = serve(site)
    context = browser.new_context()
    page = context.new_page()
    page.goto(root + "index.html")
    page.evaluate("navigator.serviceWorker.ready")
    wanted = json.loads((site / "sw.js").read_text().split(" = ", 1)[1].split(";\n")[0])["files"]
    for _ in range(120):
        held = page.evaluate("(async () => { let n = 0; for (const k of await caches.keys()) n += (await (await caches.open(k)).keys()).length; return n })()")
        if held >= len(wanted): break
        page.wait_for_timeout(500)
    server.shutdown(); server.server_close()
    with socket.socket() as probe: cut = probe.connect_ex(("127.0.0.1", server.server_address[1])) != 0
    check("offline: the server is gone", cut, f"{held} of {len(wanted)} files kept")
    shown = 0
    sample = [papers[len(papers) // 2]["page"], "search.html", "topics/index.html", "index.html"] + (["map.html"] if (site / "map.html").exists() else [])
    for path in sample:
        page.goto(root + path)
        styled = page.evaluate("getComputedStyle(document.body).marginTop") == "0px"
        if page.inner_text("h1") and styled: shown += 1
    check("offline: pages never visited are shown with their style", shown == len(sample), f"{shown} of {len(sample)}")
    page.goto(root + "search.html"); page.fill("#q", papers[-1]["title"][:40]); page.press("#q", "Enter"); page.wait_for_timeout(1500)
    hits = page.eval_on_selector_all("#search-results .t a", "links => links.map(a => a.textContent)")
    check("offline: search finds a paper", any(papers[-1]["title"][:30] in hit for hit in hits[:5]))
    context.close()


def plain(browser, root):
    """Without a script: from the front page to a paper by links alone."""
    context = browser.new_context(java_script_enabled=False); page = context.new_page()
    page.goto(root + "index.html"); page.click(".toc a")
    page.click(".entries .t a")
    reached = page.inner_text("h1")
    check("without scripts: front page, topic, paper by links", any(p["title"][:30] in reached for p in papers), reached[:50])
    check("without scripts: the abstract and four citations stand in the page", page.locator(".text").count() > 0 and page.locator(".tab pre").count() == 4)
    context.close()


def nginx(browser):
    """Debian's configuration with its port and root changed, since those of the machine may be taken."""
    folder = Path(tempfile.mkdtemp()); port = 18080
    (folder / "www/two/folders").mkdir(parents=True)
    shutil.copytree(site, folder / "www", dirs_exist_ok=True); shutil.copytree(site, folder / "www/two/folders/down")
    os.chmod(folder, 0o755)
    default = Path("/etc/nginx/sites-available/default").read_text()
    lines = [line for line in default.splitlines() if not line.strip().startswith("#") and "[::]" not in line]
    server = "\n".join(lines).replace("listen 80 default_server", f"listen 127.0.0.1:{port} default_server").replace("/var/www/html", f"{folder}/www")
    (folder / "nginx.conf").write_text(f"pid {folder}/pid;\nerror_log {folder}/error.log;\nevents {{}}\nhttp {{\ninclude /etc/nginx/mime.types;\ndefault_type application/octet-stream;\naccess_log off;\n{server}\n}}\n")
    process = subprocess.Popen(["/usr/sbin/nginx", "-c", str(folder / "nginx.conf"), "-g", "daemon off;"])
    try:
        for _ in range(50):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0: break
            threading.Event().wait(0.1)
        for below in ("", "two/folders/down/"): tour(browser, f"http://127.0.0.1:{port}/{below}", f"nginx /{below}")
    finally:
        process.terminate(); process.wait(); shutil.rmtree(folder)


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    tour(browser, site.as_uri() + "/", "file://")
    plain(browser, site.as_uri() + "/")
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(site, f"{folder}/two/folders/down")
        for below, root in (("/", site), ("/two/folders/down/", folder)):
            server, address = serve(root)
            tour(browser, address.rstrip("/") + below, "http.server " + below)
            server.shutdown()
    offline(browser)
    if "--nginx" in sys.argv: nginx(browser)
    browser.close()
sys.exit(1 if faults else 0)
