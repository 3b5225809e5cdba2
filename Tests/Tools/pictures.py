#!/usr/bin/env python3
"""Makes the pictures of the README from a built site.

    pictures.py SITE FOLDER      (pip install playwright pillow; apt-get install chromium fonts-urw-base35)
"""
import json, sys
from pathlib import Path
from PIL import Image
from playwright.sync_api import sync_playwright

site, folder = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
topics = json.loads((site / "collection.json").read_text())["topics"]
papers = [json.loads(line) for line in (site / "papers.jsonl").read_text().splitlines()]
topic = max(topics, key=lambda one: len(one["papers"]) if isinstance(one.get("papers"), list) else one.get("papers", 0))
typical = min(papers, key=lambda one: (one["topics"][:1] != [{**one["topics"][0], "id": topic["id"]}] if one["topics"] else True, -len(one["neighbours"])))
pages = {"front": "index.html", "topic": f"topics/{topic['id']}.html", "paper": typical["page"], "map": "map.html"}
folder.mkdir(parents=True, exist_ok=True)
with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    page = browser.new_context(viewport=dict(width=1280, height=960), color_scheme="light").new_page()
    for name, path in pages.items():
        page.goto(f"{site.as_uri()}/{path}"); page.wait_for_timeout(500)
        target = folder / f"{name}.png"
        page.screenshot(path=target)
        # A page of ours has few inks; so packed, a picture is a few dozen kilobytes.
        Image.open(target).convert("RGB").quantize(192).save(target, optimize=True)
        print(f"{target}: {target.stat().st_size:,} bytes, of {path}")
    browser.close()
