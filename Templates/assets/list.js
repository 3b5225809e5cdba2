// The reading list: kept in this browser, carried in the address of the page, exported as citations.
(function () {
  'use strict';

  const root = document.documentElement.dataset.root ?? '';
  const place = document.querySelector('#reading-list');
  const heading = document.querySelector('h1');
  if (!place || !heading || !window.OffprintList) return;
  const site = document.querySelector('meta[property="og:site_name"]')?.content ?? '';
  const papers = new Map();
  let shared = idsInAddress();

  const make = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };
  const button = (text, act, attributes = {}) => {
    const element = make('button', { type: 'button', class: 'btn', ...attributes }, text);
    element.addEventListener('click', act);
    return element;
  };

  // ---- Data: shards of papers by the first letter of their content ids ----

  window.OffprintPapers = rows => { for (const [id, paper] of Object.entries(rows)) papers.set(id, paper); };
  const loads = new Map();
  function load(shard) {
    if (!loads.has(shard)) {
      loads.set(shard, new Promise(resolve => {
        const script = make('script', { src: `${root}list/${shard}.js` });
        script.onload = script.onerror = resolve;
        document.head.append(script);
      }));
    }
    return loads.get(shard);
  }
  const loadAll = async ids => {
    await load('index');
    const isWhole = window.OffprintPapersWhole === true;
    if (!isWhole) await Promise.all([...new Set(ids.map(id => id[0]))].map(load));
  };

  function idsInAddress() {
    const match = /[#&]papers=([0-9a-z.]+)/i.exec(location.hash);
    return match ? [...new Set(match[1].split('.'))].filter(id => /^[0-9a-z]{4,24}$/i.test(id)) : null;
  }

  // ---- The reader's own notes, kept beside the list ----

  const notesKey = 'offprint-notes:' + site;
  const notes = {
    all() {
      try {
        const kept = JSON.parse(localStorage.getItem(notesKey) ?? '{}');
        return kept && typeof kept === 'object' ? kept : {};
      } catch { return {}; }
    },
    of(id) { const text = this.all()[id]; return typeof text === 'string' ? text : ''; },
    set(id, text) {
      const { [id]: _, ...others } = this.all();
      const all = text.trim() ? { ...others, [id]: text } : others;
      try { localStorage.setItem(notesKey, JSON.stringify(all)); } catch { /* storage is shut */ }
    },
  };
  /** The paper with the reader's note, which exports carry along. */
  const noted = id => { const text = notes.of(id).trim(); return text ? { ...papers.get(id), annote: text } : papers.get(id); };

  // ---- Words ----

  const words = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten', 'Eleven', 'Twelve'];
  const counted = count => `${words[count] ?? count} ${count === 1 ? 'paper' : 'papers'}`;
  const note = text => make('p', { class: 'text', role: 'status' }, text);

  // ---- Citations, as the pages of the papers have them ----

  const texEscapes = { '&': '\\&', '%': '\\%', '$': '\\$', '#': '\\#', '_': '\\_', '{': '\\{', '}': '\\}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}', '\\': '\\textbackslash{}' };
  const tex = text => {
    const pieces = text.split('$');
    const plain = piece => piece.replace(/[&%$#_{}~^\\]/g, sign => texEscapes[sign]);
    return pieces.length > 1 && pieces.length % 2 === 1 ? pieces.map((piece, at) => at % 2 === 0 ? plain(piece) : `$${piece}$`).join('') : plain(text);
  };
  const nameOf = author => author.literal ?? (author.given ? `${author.family}, ${author.given}` : author.family);
  const year = paper => paper.issued?.['date-parts']?.[0]?.[0];

  function bibTeX(paper) {
    const types = { 'article-journal': ['article', 'journal'], 'paper-conference': ['inproceedings', 'booktitle'], article: ['misc', 'howpublished'] };
    const [type, venue] = types[paper.type] ?? types.article;
    const fields = [['title', `{{${tex(paper.tex ?? paper.title)}}}`]];
    const add = (name, value) => { if (value) fields.push([name, `{${tex(String(value))}}`]); };
    if (paper.author) fields.push(['author', `{${paper.author.map(one => one.literal ? `{${one.literal}}` : nameOf(one)).join(' and ')}}`]);
    add('year', year(paper)); add(venue, paper['container-title']); add('volume', paper.volume); add('number', paper.issue);
    add('pages', paper.page); add('publisher', paper.publisher);
    if (paper.DOI) fields.push(['doi', `{${paper.DOI}}`]);
    if (paper.URL) fields.push(['url', `{${paper.URL}}`]);
    add('note', paper.note); add('annote', paper.annote);
    const width = Math.max(...fields.map(([name]) => name.length));
    return `@${type}{${paper.id},\n${fields.map(([name, value]) => `  ${name.padEnd(width)} = ${value},\n`).join('')}}\n`;
  }

  function ris(paper) {
    const types = { 'article-journal': 'JOUR', 'paper-conference': 'CONF' };
    const lines = [['TY', types[paper.type] ?? 'GEN'], ['ID', paper.id], ...(paper.author ?? []).map(one => ['AU', nameOf(one)]), ['TI', paper.title],
      ['T2', paper['container-title']], ['PY', year(paper)], ['VL', paper.volume], ['IS', paper.issue], ['SP', paper.page], ['PB', paper.publisher],
      ['DO', paper.DOI], ['UR', paper.URL], ['N1', paper.note], ['N1', paper.annote]];
    return lines.filter(([, value]) => value).map(([tag, value]) => `${tag}  - ${String(value).replace(/\s+/g, ' ')}\n`).join('') + 'ER  - \n';
  }

  const markdown = paper => `- [${paper.title.replace(/([\\[\]*_`<])/g, '\\$1')}](${new URL(root + paper.path, location.href)})\n${paper.annote ? paper.annote.split('\n').map(line => `  ${line}`).join('\n') + '\n' : ''}`;
  const csl = ({ path, topic, tex, ...paper }) => paper;

  function download(name, type, text) {
    const link = make('a', { href: URL.createObjectURL(new Blob([text], { type })), download: name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }

  // ---- The page ----

  const mine = () => window.OffprintList.ids();
  const address = ids => location.href.replace(/#.*$/, '') + (ids.length > 0 ? '#papers=' + ids.join('.') : '');

  async function show() {
    const ids = shared ?? mine();
    heading.textContent = ids.length === 0 ? 'No papers yet' : counted(ids.length);
    if (!shared) history.replaceState(null, '', address(ids));
    document.querySelector('[aria-labelledby="how"]')?.toggleAttribute('hidden', ids.length > 0);
    if (ids.length === 0) {
      place.replaceChildren();
      return;
    }
    await loadAll(ids);
    const known = ids.filter(id => papers.has(id));
    place.replaceChildren(tools(known), entries(known, ids.length - known.length));
  }

  function part(name, ...children) { return make('section', { class: 'part' }, make('h2', {}, name), ...children); }

  function tools(ids) {
    const chosen = () => ids.map(noted);
    const line = make('div', { class: 'tools text' });
    if (shared) {
      line.append(button('Keep this list', () => { window.OffprintList.set([...mine(), ...ids]); leave(); }), button('Show my own', leave));
    }
    line.append(
      button('Copy link', async event => { event.target.textContent = await window.OffprintCopy(address(ids)) ? 'Copied' : 'Not copied'; }),
      button('BibTeX', () => download('reading-list.bib', 'application/x-bibtex', chosen().map(bibTeX).join('\n'))),
      button('RIS', () => download('reading-list.ris', 'application/x-research-info-systems', chosen().map(ris).join('\n'))),
      button('CSL-JSON', () => download('reading-list.json', 'application/json', JSON.stringify(chosen().map(csl), null, 2))),
      button('Markdown', () => download('reading-list.md', 'text/markdown', `# Reading list, ${site}\n\n` + chosen().map(markdown).join(''))),
      button('Print', () => window.print()));
    return part(shared ? 'From a link' : 'Take away', line);
  }

  function leave() {
    shared = null;
    history.replaceState(null, '', address(mine()));
    show();
  }

  function entries(ids, missing) {
    const ordered = make('ol', { class: 'entries' }, ...ids.map((id, at) => entry(id, at, ids)));
    const section = part('In order', ordered);
    if (!shared) section.querySelector('h2').after(make('p', { class: 'side-note' }, button('Empty the list', () => { window.OffprintList.set([]); show(); }, { class: 'quiet' })));
    if (missing > 0) section.append(note(`${missing} of the list ${missing === 1 ? 'is' : 'are'} not in this edition.`));
    return section;
  }

  function entry(id, at, ids) {
    const paper = papers.get(id);
    const item = make('li', { class: 'entry' }, make('p', { class: 't' }, make('a', { href: root + paper.path }, paper.title)));
    const side = make('div', { class: 'note' });
    if (paper.topic) side.append(make('span', {}, paper.topic));
    if (!shared) {
      const move = by => { const next = [...ids]; [next[at], next[at + by]] = [next[at + by], next[at]]; window.OffprintList.set(next); show(); };
      const moves = make('div', { class: 'moves' });
      if (at > 0) moves.append(button('Up', () => move(-1), { class: '', 'aria-label': 'Move up: ' + paper.title }));
      if (at + 1 < ids.length) moves.append(button('Down', () => move(1), { class: '', 'aria-label': 'Move down: ' + paper.title }));
      moves.append(button('Take off', () => { window.OffprintList.set(ids.filter(one => one !== id)); show(); }, { class: '', 'aria-label': 'Take off: ' + paper.title }));
      side.append(moves);
    }
    item.append(side);
    if (!shared) item.append(ownNote(id, paper));
    return item;
  }

  /** A line to write on, as long as what stands on it. */
  function ownNote(id, paper) {
    const area = make('textarea', { class: 'own-note', rows: '1', placeholder: 'a note of your own', 'aria-label': 'Note on ' + paper.title });
    area.value = notes.of(id);
    const fit = () => { area.rows = Math.max(1, Math.ceil(area.value.length / 64), area.value.split('\n').length); };
    area.addEventListener('input', () => { notes.set(id, area.value); fit(); });
    fit();
    return area;
  }

  window.addEventListener('hashchange', () => { shared = idsInAddress(); if (shared && shared.join() === mine().join()) shared = null; show(); });
  if (shared && shared.join() === mine().join()) shared = null;
  show();
})();
