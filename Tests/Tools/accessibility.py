#!/usr/bin/env python3
"""Holds every kind of page, and the states that scripts make, against axe: light, dark, and 320 px wide.

    accessibility.py SITE [--all | --every N]      (pip install playwright axe-playwright-python; apt-get install chromium)

Of a kind with many pages the most unlike ones are taken; --all takes every page, --every the first and
each Nth of a kind. Exit status 1 where axe finds something,
or a page scrolls sideways at 320 px.
"""
import json, sys
from pathlib import Path
import axe_playwright_python
from playwright.sync_api import sync_playwright
from kinds import extremes, pages_by_kind

site = Path(sys.argv[1]).resolve()
root = site.as_uri() + "/"
axe = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
papers = [json.loads(line) for line in (site / "papers.jsonl").read_text().splitlines()]
kinds = pages_by_kind(site)
modes = {"light": dict(viewport=dict(width=1280, height=900), color_scheme="light"),
         "dark": dict(viewport=dict(width=1280, height=900), color_scheme="dark"),
         "320 px": dict(viewport=dict(width=320, height=640), color_scheme="light"),
         "more contrast, 768 px": dict(viewport=dict(width=768, height=1024), color_scheme="light", contrast="more"),
         "forced colours": dict(viewport=dict(width=1280, height=900), forced_colors="active")}
rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
every = 1 if "--all" in sys.argv else int(sys.argv[sys.argv.index("--every") + 1]) if "--every" in sys.argv else None
faults = []


def judge(page, name, mode):
    found = page.evaluate("() => axe.run(document, {resultTypes: ['violations'], rules: {'target-size': {enabled: true}}, runOnly: RULES})".replace("RULES", json.dumps(rules)))["violations"]
    for one in found:
        faults.append(f"{mode}, {name}: {one['id']}: {one['nodes'][0]['html'][:160]} ({len(one['nodes'])})")
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"): faults.append(f"{mode}, {name}: scrolls sideways")


def state(page, name, make):
    """A state that a reader makes with the page's scripts."""
    if name == "search with results": page.goto(root + "search.html?q=the+network+model"); page.wait_for_timeout(800)
    if name == "search with nothing": page.goto(root + "search.html?q=zzqxjv"); page.wait_for_timeout(800)
    if name == "reading list": page.goto(root + "list.html#" + make); page.wait_for_timeout(500)
    if name == "sheet of keys": page.goto(root + "index.html"); page.keyboard.press("?")
    if name == "map, near": page.goto(root + "map.html"); page.click("figure button:has-text('+')"); page.wait_for_timeout(600)


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    for mode, wishes in modes.items():
        context = browser.new_context(bypass_csp=True, **wishes)
        context.add_init_script(axe)
        page, before, count = context.new_page(), len(faults), 0
        address = ""
        if papers:
            page.goto(root + papers[0]["page"]); page.click("[data-list-toggle] button")
            page.goto(root + papers[-1]["page"])
            if len(papers) > 1: page.click("[data-list-toggle] button")
        for kind, pages in kinds.items():
            for path in pages[::every] if every else extremes(site, pages):
                page.goto(root + path); judge(page, path, mode); count += 1
        states = ["search with results", "search with nothing", "reading list", "sheet of keys"] + (["map, near"] if "mapp" in kinds and papers else [])
        for name in states: state(page, name, address); judge(page, name, mode); count += 1
        print(f"{'ok  ' if len(faults) == before else 'FAIL'} axe, {mode}: {count} pages of {len(kinds)} kinds and {len(states)} states, {len(faults) - before} findings")
        context.close()
    browser.close()
for fault in dict.fromkeys(faults): print("    " + fault)
sys.exit(1 if faults else 0)
