#!/usr/bin/env python3
"""Reads the files that an edition gives away with readers that are not ours, and counts what they find.

    read-takeaways.py SITE      (pip install bibtexparser rispy jsonschema lxml; apt-get install epubcheck)

Exit status 1 where a reader finds less than papers.jsonl holds, or a fault.
"""
import email, email.policy, json, re, subprocess, sys, zipfile
from pathlib import Path
import bibtexparser, rispy

site = Path(sys.argv[1])
papers = [json.loads(line) for line in (site / "papers.jsonl").read_text().splitlines()]
topics = json.loads((site / "collection.json").read_text())["topics"]
faults = []


def check(what, isRight, figure):
    print(f"{'ok  ' if isRight else 'FAIL'} {what}: {figure}")
    if not isRight: faults.append(what)


def bib(path):
    library = bibtexparser.parse_string(path.read_text())
    return len(library.entries), len(library.failed_blocks), {e.key for e in library.entries}


def ris(path): return rispy.loads(path.read_text())


entries, failed, keys = bib(site / "papers.bib")
check("papers.bib by bibtexparser", entries == len(papers) == len(keys) and not failed, f"{entries} entries, {failed} failed")
def same(titles):
    """The titles of papers.jsonl, in their order; those with formulas as plain characters."""
    pairs = list(zip(titles, (p["title"] for p in papers), strict=True))
    return all(told == title if "$" not in title and "\\(" not in title else "$" not in told and "\\" not in told for told, title in pairs)


records = ris(site / "papers.ris")
check("papers.ris by rispy", same([r["title"] for r in records]), f"{len(records)} records, titles as in papers.jsonl")
csl = json.loads((site / "papers.csl.json").read_text())
check("papers.csl.json", same([c["title"] for c in csl]), f"{len(csl)} items")
pages = sorted(p for p in (site / "topics").glob("*.bib"))
counts = [(bib(p)[:2], len(ris(p.with_suffix(".ris"))), len(json.loads(Path(str(p)[:-4] + ".csl.json").read_text()))) for p in pages]
check("files of the topics", len(pages) == len(topics) and all(b == (r, 0) and r == c for b, r, c in counts), f"{len(pages)} topics, {sum(r for _, r, _ in counts)} papers in each format")

message = email.message_from_bytes((site / "digest.eml").read_bytes(), policy=email.policy.default)
parts = [p.get_content_type() for p in message.walk()]
text, html = (message.get_body((kind,)).get_content() for kind in ("plain", "html"))
remote = re.findall(r'(?:src|background)\s*=|url\(|<link|<script|<style', html)
check("digest.eml by Python's email", parts == ["multipart/alternative", "text/plain", "text/html"] and not message.defects and not any(p.defects for p in message.walk()), f"{parts}, subject {message['subject']!r}, date {message['date']}")
check("digest.eml loads nothing", not remote, f"{len(text)} letters of text, {len(html)} of HTML")
check("digest.eml lines", max(map(len, (site / "digest.eml").read_bytes().split(b"\r\n"))) <= 78 and b"\n" not in (site / "digest.eml").read_bytes().replace(b"\r\n", b""), "at most 78 letters, CR LF")

book = zipfile.ZipFile(site / "edition.epub")
check("edition.epub by zipfile", book.testzip() is None and book.infolist()[0].filename == "mimetype" and book.infolist()[0].compress_type == 0, f"{len(book.namelist())} files, {sum(i.file_size for i in book.infolist())} bytes in {(site / 'edition.epub').stat().st_size}")
told = subprocess.run(["java", "-jar", "/usr/bin/epubcheck", "--json", "-", site / "edition.epub"], capture_output=True, text=True)
verdict = json.loads(told.stdout[told.stdout.index("{"):])["checker"]
check("edition.epub by epubcheck", verdict["nError"] == verdict["nWarning"] == verdict["nFatal"] == 0, f"{verdict['nFatal']} fatal, {verdict['nError']} errors, {verdict['nWarning']} warnings")

size = (site / "edition.html").stat().st_size
check("edition.html", size <= 600_000 or len(papers) > 800, f"{size} bytes")
sys.exit(1 if faults else 0)
