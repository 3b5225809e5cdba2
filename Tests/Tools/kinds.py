"""The kinds of pages of a site, and for each kind the pages that are most unlike one another."""
import random, re
from pathlib import Path


def pages_by_kind(site):
    """The pages by the word that their main element wears: {kind: [path, ...]}, paths relative and in order."""
    kinds = {}
    for path in sorted(Path(site).rglob("*.html")):
        text = path.read_text()
        main = re.search(r'<main id="main" class="sheet ?([a-z-]*)', text)
        # A page at an old address leads away by itself.
        if main and 'http-equiv="refresh"' not in text: kinds.setdefault(main[1] or "plain", []).append(path.relative_to(site).as_posix())
    return kinds


def extremes(site, pages, few=3):
    """The longest and the shortest page, those with the most formulas, short forms, links, notes and the longest title, and a few by chance."""
    if len(pages) <= few + 2: return pages
    text = {page: (Path(site) / page).read_text() for page in pages}
    measures = [len, lambda t: -len(t), lambda t: t.count("<math"), lambda t: t.count('class="form"'), lambda t: t.count("https://"), lambda t: t.count('class="note"'),
                lambda t: t.count("byline"), lambda t: len(re.search(r"<h1[^>]*>(.*?)</h1>", t, re.S)[1])]
    chosen = {max(pages, key=lambda page: measure(text[page])) for measure in measures}
    return sorted(chosen | set(random.Random(1).sample(pages, few)))
