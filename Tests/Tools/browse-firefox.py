#!/usr/bin/env python3
"""What a reader does by double-click, in Firefox: search, map, reading list, glossary, theme, copying.

    browse-firefox.py SITE      (apt-get install firefox-esr; pip install marionette_driver)
"""
import json, socket, subprocess, sys, tempfile, time
from pathlib import Path
from marionette_driver.marionette import Marionette
from marionette_driver.by import By

site = Path(sys.argv[1]).resolve()
root = site.as_uri() + "/"
papers = [json.loads(line) for line in (site / "papers.jsonl").read_text().splitlines()]
faults = []


def check(what, isRight, figure=""):
    print(f"{'ok  ' if isRight else 'FAIL'} firefox file://: {what}{': ' + str(figure) if figure != '' else ''}")
    if not isRight: faults.append(what)


with tempfile.TemporaryDirectory() as profile:
    process = subprocess.Popen(["firefox-esr", "--headless", "--marionette", "--profile", profile], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(120):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", 2828)) == 0: break
            time.sleep(0.5)
        firefox = Marionette(host="127.0.0.1", port=2828)
        firefox.start_session(); firefox.set_window_rect(width=1280, height=1000)
        run = lambda script: firefox.execute_script(script)
        text = lambda selector: run(f"return document.querySelector({json.dumps(selector)})?.textContent ?? ''")
        click = lambda selector: firefox.find_element(By.CSS_SELECTOR, selector).click()

        firefox.navigate(root + "search.html?q=" + papers[0]["title"][:40].replace(" ", "+")); time.sleep(2)
        check("search finds a paper by its title", papers[0]["title"][:30] in text("#search-results .t a"), text("#search-results .t a")[:50])
        firefox.navigate(root + papers[0]["page"])
        click("[data-list-toggle] button"); click(".tab.c-bib button"); time.sleep(0.3)
        check("copy buttons answer", text(".tab.c-bib button") == "Copied", text(".tab.c-bib button"))
        firefox.navigate(root + "list.html"); time.sleep(1)
        check("the reading list is kept between pages", text("h1") == "One paper" and "#papers=" in firefox.get_url(), text("h1"))
        firefox.navigate(root + "map.html"); time.sleep(1)
        before = run("return document.querySelector('svg.map').getAttribute('viewBox')")
        run("[...document.querySelectorAll('button')].find(b => b.textContent.trim() === '+').click()"); time.sleep(0.7)
        check("the map zooms", run("return document.querySelector('svg.map').getAttribute('viewBox')") != before)
        firefox.navigate(root + "glossary.html")
        check("the glossary has its forms", run("return document.querySelectorAll('.gloss dt').length") > 0)
        click(".foot button"); click(".foot button")
        dark = run("return getComputedStyle(document.documentElement).backgroundColor")
        firefox.navigate(root + "report.html")
        check("the theme switches and is kept", dark == run("return getComputedStyle(document.documentElement).backgroundColor") == "rgb(21, 22, 25)", dark)
        firefox.navigate(root + "edition.html")
        run("const q = document.querySelector('#q'); q.value = 'network'; q.form.requestSubmit()"); time.sleep(1.5)
        check("the edition in one file finds papers", "paper" in text("#found-count"), text("#found-count"))
        firefox.navigate(root + "index.html")
        Path(sys.argv[2] if len(sys.argv) > 2 else f"{profile}/front.png").write_bytes(firefox.screenshot(format="binary"))
        firefox.delete_session()
    finally:
        process.terminate(); process.wait()
sys.exit(1 if faults else 0)
