#!/usr/bin/env python3
"""Holds what an edition knows of its papers against what other readers find in the same files.

    compare-readers.py OFFPRINT FILE…

Each file is built alone. Every entry that bibtexparser, rispy or Python's json finds in it has to be a paper (or one of
those merged into it) with its authors, year, venue, DOI, arXiv id, categories, keywords and code. Differences are
listed; the last line counts them. Needs the Python packages bibtexparser (2.x) and rispy.
"""
import json, re, subprocess, sys, tempfile, unicodedata
from collections import Counter


def fold(text):
    text = unicodedata.normalize('NFKD', str(text or ''))
    return ''.join(c for c in text.lower() if c.isalnum())


def tex(text):
    """Near enough: accents as combining marks, commands and braces gone; `fold` takes the rest."""
    text = re.sub(r'\\[a-zA-Z]+\s*|\\.', '', text or '')
    return re.sub(r'[{}$]', '', text)


def bibtex(path):
    import bibtexparser
    library = bibtexparser.parse_string(open(path, encoding='utf-8', errors='replace').read())
    blocks = list(library.entries) + [b.ignore_error_block for b in library.failed_blocks
                                      if isinstance(getattr(b, 'ignore_error_block', None), bibtexparser.model.Entry)]
    print(f'  {len(library.failed_blocks)} blocks that bibtexparser cannot read or has seen before')
    for entry in blocks:
        e = {f.key.lower(): str(f.value).strip('{}" ') for f in entry.fields}
        authors = e.get('author') or e.get('editor') or ''
        yield dict(
            title=tex(e.get('title')),
            authors=len([a for a in re.split(r'\s+and\s+', authors.strip()) if a and a != 'others']),
            year=(re.match(r'\d{4}', tex(e.get('year') or e.get('date', ''))) or [None])[0],
            venue=any(e.get(k) for k in ('journal', 'journaltitle', 'booktitle')), doi=e.get('doi'),
            abstract=bool((e.get('abstract') or '').strip()),
            keywords=bool((e.get('keywords') or e.get('keyword') or '').strip(' ,;')))


def ris(path):
    import rispy
    text = open(path, encoding='utf-8-sig', errors='replace').read()
    for e in rispy.loads(text, skip_unknown_tags=True) if 'TY  -' in text else []:
        yield dict(
            title=e.get('title') or e.get('primary_title'), authors=len(e.get('authors') or e.get('first_authors') or []),
            year=(re.match(r'\d{4}', str(e.get('year') or e.get('publication_year') or '')) or [None])[0],
            venue=any(e.get(k) for k in ('secondary_title', 'journal_name', 'alternate_title3', 'alternate_title2')),
            doi=e.get('doi'), abstract=bool(e.get('abstract') or e.get('notes_abstract')), keywords=bool(e.get('keywords')))


def lines(path):
    for line in open(path, encoding='utf-8'):
        if not line.strip(): continue
        v = json.loads(line)
        if 'authors_parsed' in v or 'versions' in v:
            yield dict(title=v['title'], authors=len([a for a in v.get('authors_parsed') or [] if any(c.isalpha() for c in ''.join(a))]),
                       year=(v.get('versions') or [{}])[0].get('created', v.get('update_date') or '')[-17:-13] if v.get('versions') else (v.get('update_date') or '')[:4],
                       venue=bool(v.get('journal-ref')), doi=v.get('doi'), arxiv=re.sub(r'v\d+$', '', v['id']),
                       categories=[c.rstrip(',;') for c in (v.get('categories') or '').split() if '(' not in c], abstract=bool(v['abstract'].strip()))
        else:
            yield dict(title=v.get('title') or v.get('display_name'), authors=len(v.get('authorships') or []),
                       year=str(v.get('publication_year') or ''),
                       venue=bool(((v.get('primary_location') or {}).get('source') or v.get('host_venue') or {}).get('display_name')),
                       doi=(v.get('doi') or '').replace('https://doi.org/', '') or None,
                       abstract=bool(v.get('abstract_inverted_index')), keywords=bool(v.get('keywords') or v.get('concepts') or v.get('topics')))


def main():
    offprint, files, faults = sys.argv[1], sys.argv[2:], 0
    for path in files:
        reader = bibtex if path.endswith('.bib') else ris if path.endswith('.ris') else lines
        expected = list(reader(path))
        with tempfile.TemporaryDirectory() as out:
            said = json.loads(subprocess.run([offprint, 'build', '--json', '--input', path, '--output', out + '/o'],
                                             capture_output=True, text=True).stdout)
            papers = [json.loads(line) for line in open(out + '/o/papers.jsonl', encoding='utf-8')]
        if said['read'] != said['papers'] + said['merged'] + said['dropped']: print(path, 'does not add up', said); faults += 1
        by_title, by_doi, found = {}, {}, Counter()
        for p in papers:
            for key in {fold(p['title']), fold(tex(p['title'])), fold(tex(p.get('sourceTitle')))}: by_title.setdefault(key, []).append(p)
            if 'doi' in p: by_doi[p['doi'].lower()] = p
        for e in expected:
            p = by_doi.get((e.get('doi') or '').lower())
            alike = by_title.get(fold(e['title']), [])
            p = p or next((a for a in alike if str(a.get('year', '')) == (e['year'] or '')), alike[0] if alike else None)
            if p is None:
                found['not there'] += 1; print('  not there:', e['title'])
                continue
            checks = dict(
                authors=len(p.get('authors', [])) >= e['authors'], year=not e['year'] or str(p.get('year')) == e['year'],
                venue=not e['venue'] or 'venue' in p, doi=not e.get('doi') or 'doi' in p,
                arxiv=not e.get('arxiv') or p.get('arxivId') == e['arxiv'],
                categories=not e.get('categories') or p.get('categories') == e['categories'],
                abstract=not e['abstract'] or bool(p['abstract']),
                keywords=not e.get('keywords') or bool(p.get('sourceKeywords') or p.get('categories')))
            for name, holds in checks.items():
                if not holds:
                    found[name] += 1
                    if found[name] <= 5: print(f'  {name}: {e["title"]}: {e.get(name)} / {p.get(name)}')
        faults += sum(found.values())
        print(f"{path}: {len(expected)} entries elsewhere, {said['read']} read, {said['papers']} papers, {said['merged']} merged, "
              f"{said['dropped']} dropped; differences: {dict(found) or 'none'}")
    print(f'{faults} differences')
    return 1 if faults else 0


sys.exit(main())
