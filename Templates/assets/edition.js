// The edition in one file: unpacks the abstracts, opens papers in place, searches.
(function () {
  'use strict';

  // ---- Unpacking: codes of one, two or three letters, as WordCode of the program writes them ----

  const alphabet = [];
  for (let code = 0x21; code <= 0x7D; code++) if (![0x22, 0x26, 0x3C, 0x5C].includes(code)) alphabet.push(code);
  const value = new Int16Array(128).fill(-1);
  alphabet.forEach((code, place) => { value[code] = place; });
  const base = alphabet.length, one = 46, two = 39;
  const lines = id => document.getElementById(id).textContent.replace(/^\n/, '').split('\n');
  const words = lines('words');
  const packed = lines('abstracts');

  function unpack(line) {
    let text = '';
    for (let at = 0; at < line.length; at++) {
      if (line[at] === '~') {
        const end = line.indexOf('\t', at);
        text += line.slice(at + 1, end);
        at = end;
        continue;
      }
      const letter = place => value[line.charCodeAt(place)];
      const first = letter(at);
      if (first < one) text += words[first];
      else if (first < one + two) text += words[one + (first - one) * base + letter(++at)];
      else {
        text += words[one + two * base + ((first - one - two) * base + letter(at + 1)) * base + letter(at + 2)];
        at += 2;
      }
    }
    return text;
  }

  // ---- Papers: titles stand in the page, in the order of the packed lines ----

  const make = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };
  const papers = [];
  for (const list of document.querySelectorAll('details ol.papers')) {
    const topic = list.closest('section').querySelector('h2').textContent;
    for (const item of list.children) papers.push({ title: item.textContent, topic, line: papers.length });
  }
  const abstractOf = paper => paper.abstract ??= unpack(packed[paper.line]);

  /** A title that opens to its abstract. */
  function entry(paper, ...notes) {
    const element = make('details', { class: 'paper' }, make('summary', {}, paper.title), ...notes);
    element.addEventListener('toggle', () => {
      if (element.open && !element.querySelector('.abstract')) element.append(make('p', { class: 'abstract' }, abstractOf(paper)));
    });
    return element;
  }

  let next = 0;
  for (const list of document.querySelectorAll('details ol.papers')) {
    const items = [...list.children].map(item => [item, papers[next++]]);
    list.closest('details').addEventListener('toggle', () => {
      for (const [item, paper] of items.splice(0)) item.replaceChildren(entry(paper));
    });
  }

  // ---- Search: every word of the query, or its beginning; titles count most, then rare words ----

  const folded = text => text.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toLowerCase();
  const shown = 30;
  const form = document.getElementById('find');
  const box = document.getElementById('q');
  const count = document.getElementById('found-count');
  const found = document.getElementById('found');

  function occurrences(text, word) {
    let times = 0;
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      if (at === 0 || !/[a-z0-9]/.test(text[at - 1])) times++;
    }
    return times;
  }

  function ranked(terms) {
    const rows = papers.map(paper => {
      paper.foldedTitle ??= folded(paper.title);
      paper.folded ??= folded(abstractOf(paper));
      return { paper, hits: terms.map(term => 4 * Math.min(1, occurrences(paper.foldedTitle, term)) + Math.min(3, occurrences(paper.folded, term))) };
    });
    const rarity = terms.map((_, at) => Math.log(1 + papers.length / (1 + rows.filter(row => row.hits[at] > 0).length)));
    for (const row of rows) {
      row.met = row.hits.filter(hit => hit > 0).length;
      row.score = row.hits.reduce((sum, hit, at) => sum + hit * rarity[at], 0);
    }
    const most = Math.max(...rows.map(row => row.met), 0);
    return { most, rows: rows.filter(row => row.met === most && most > 0).sort((a, b) => b.score - a.score || a.paper.line - b.paper.line).map(row => row.paper) };
  }

  function search() {
    const terms = [...new Set(folded(box.value).match(/[\p{L}\p{N}]+/gu) ?? [])].slice(0, 12);
    const { most, rows } = terms.length > 0 ? ranked(terms) : { most: 0, rows: [] };
    found.hidden = rows.length === 0;
    const number = rows.length === 1 ? '1 paper' : `${rows.length} papers`;
    count.textContent = terms.length === 0 ? '' : rows.length === 0 ? 'No paper has these words.'
      : (most < terms.length ? `No paper has all these words; ${number} with ${most} of them` : number) + (rows.length > shown ? `, the first ${shown} shown.` : '.');
    found.querySelector('ol').replaceChildren(...rows.slice(0, shown).map(paper => make('li', {}, entry(paper, make('p', { class: 'note' }, paper.topic)))));
  }

  form.hidden = false;
  form.addEventListener('submit', event => { event.preventDefault(); search(); });
  let wait = 0;
  box.addEventListener('input', () => { clearTimeout(wait); wait = setTimeout(search, 120); });
  document.addEventListener('keydown', event => {
    if (event.key === '/' && document.activeElement !== box) { event.preventDefault(); box.focus(); }
  });

  // ---- On paper every topic shows its titles ----

  let closed = [];
  window.addEventListener('beforeprint', () => {
    closed = [...document.querySelectorAll('details.text:not([open])')];
    for (const topic of closed) topic.open = true;
  });
  window.addEventListener('afterprint', () => { for (const topic of closed) topic.open = false; });
})();
