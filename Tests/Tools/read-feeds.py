#!/usr/bin/env python3
"""Holds every feed of a site against a grammar of Atom (by jing) and a schema of JSON Feed.

    read-feeds.py SITE      (apt-get install jing; pip install jsonschema)

What a grammar cannot say is asked here: ids that are the same in both formats and never twice, a self link that is the
feed's own address, links to pages that exist, items that are papers. Exit status 1 where a feed falls short.
"""
import json, subprocess, sys, urllib.parse
import xml.etree.ElementTree as ET
from pathlib import Path
import jsonschema

here, site = Path(__file__).parent, Path(sys.argv[1]).resolve()
papers = [json.loads(line) for line in (site / "papers.jsonl").read_text().splitlines()]
topics = json.loads((site / "collection.json").read_text())["topics"]
pages = {paper["page"] for paper in papers}
atom = [site / "feed.xml"] + sorted((site / "topics").glob("*.xml"))
feeds = [path.with_suffix(".json") for path in atom]
faults = []


def check(what, isRight, figure):
    print(f"{'ok  ' if isRight else 'FAIL'} {what}: {figure}")
    if not isRight: faults.append(what)


told = subprocess.run(["jing", "-c", here / "atom.rnc", *atom], capture_output=True, text=True)
check("Atom by jing", told.returncode == 0, f"{len(atom)} feeds {told.stdout[:300]}".strip())

schema = json.loads((here / "json-feed.schema.json").read_text())
validator = jsonschema.Draft202012Validator(schema)
wrong = [f"{path.name}: {error.json_path}: {error.message[:100]}" for path in feeds for error in validator.iter_errors(json.loads(path.read_text()))]
check("JSON Feed by its schema", not wrong, f"{len(feeds)} feeds {wrong[:3] or ''}")

name = "{http://www.w3.org/2005/Atom}"
home = json.loads((site / "feed.json").read_text()).get("home_page_url", "")
base = home.removesuffix("index.html") if home.startswith("http") else None
entries = 0
for xml, js in zip(atom, feeds):
    tree, feed = ET.parse(xml).getroot(), json.loads(js.read_text())
    ids = [entry.find(name + "id").text for entry in tree.findall(name + "entry")]
    entries += len(ids)
    if ids != [item["id"] for item in feed["items"]]: faults.append(f"{xml.name}: other items than {js.name}")
    if len(set(ids)) != len(ids): faults.append(f"{xml.name}: an id twice")
    for link in tree.iter(name + "link"):
        target = link.get("href")
        if base and target.startswith(base): path = urllib.parse.unquote(target[len(base):])
        elif "://" in target: continue
        else: path = (xml.parent / target).resolve().relative_to(site).as_posix()
        if link.get("rel") == "self" and site / path != xml: faults.append(f"{xml.name}: self is {target}")
        if not (site / path).is_file(): faults.append(f"{xml.name}: {target} is missing")
    for entry in tree.findall(name + "entry"):
        if not any("papers/" + link.get("href").split("papers/")[-1] in pages for link in entry.findall(name + "link")):
            faults.append(f"{xml.name}: an entry that is no paper")
check("feeds beside one another", not faults, f"{entries} entries, {len(topics)} topics {faults[:3] or ''}")
check("a feed for every topic", len(atom) == len(topics) + 1, len(atom))
sys.exit(1 if faults else 0)
