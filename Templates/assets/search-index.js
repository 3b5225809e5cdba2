// The parts of a search index (Docs/search-index.md): read once, when first asked for, and taken apart.
(function (root) {
  'use strict';

  const Search = root.OffprintSearch ??= {};

  /** Where the first key greater than `key` stands in a sorted list. */
  function after(list, key) {
    let low = 0, high = list.length;
    while (low < high) { const middle = (low + high) >> 1; if (list[middle] <= key) low = middle + 1; else high = middle; }
    return low;
  }
  /** Where the first key not less than `key` stands in a sorted list. */
  function from(list, key) {
    let low = 0, high = list.length;
    while (low < high) { const middle = (low + high) >> 1; if (list[middle] < key) low = middle + 1; else high = middle; }
    return low;
  }

  /** A part of words: forms in order, each with its group; groups with their papers. */
  class WordPart {
    constructor(json, index) {
      this.index = index;
      this.packed = json.papers;
      this.more = new Map(json.more.map(([group, papers, part, place]) => [group, { papers, part, place }]));
      this.groups = json.words === '' ? [] : json.words.split(' ').map(unpack);
      const groupOf = new Map();
      this.groups.forEach((forms, group) => { for (const form of forms) groupOf.set(form, group); });
      this.forms = [...groupOf.keys()].sort();   // by UTF-16 units, as the index is
      this.groupOf = Int32Array.from(this.forms, form => groupOf.get(form));
      this.lists = new Array(this.groups.length).fill(null);
    }

    /** The place of a form among the forms, -1 where it is none. */
    find(form) {
      const at = from(this.forms, form);
      return this.forms[at] === form ? at : -1;
    }

    /** The papers of a group that stand beside it, highest weight first. */
    list(group) {
      const known = this.lists[group];
      if (known) return known;
      const more = this.more.get(group);
      const list = decode(this.packed[group], this.index.weights, more ? more.papers : 0);
      list.part = this; list.group = group; list.forms = this.groups[group]; list.tail = more ?? null;
      list.idf = Math.log(1 + (this.index.papers - list.count + .5) / (list.count + .5));
      this.lists[group] = list;
      return list;
    }
  }

  /** The forms of a group out of `studi,ed,es`. */
  function unpack(packed) {
    const [shared, ...ends] = packed.split(',');
    return ends.length ? ends.map(end => shared + end) : [shared];
  }

  /** Papers and weights out of `-level, gap, gap, …`. */
  function decode(packed, weights, count) {
    let size = 0;
    for (const number of packed) if (number > 0) size++;
    const papers = new Int32Array(size), levels = new Uint8Array(size), weight = new Float32Array(size);
    let level = 0, paper = -1, at = 0;
    for (const number of packed) {
      if (number < 0) { level = -1 - number; paper = -1; continue; }
      paper += number;
      papers[at] = paper; levels[at] = level; weight[at++] = weights[level];
    }
    return { papers, levels, weight, count: count || size };
  }

  /** The address of a paper out of its row: written out, or so many letters of the title's plain slug (0 for all). */
  function addressOf(title, path) {
    if (typeof path === 'string') return path;
    const slug = title.replace(/[A-Z]/g, letter => letter.toLowerCase()).replace(/'/g, '').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
    return path === 0 ? slug : slug.slice(0, path);
  }

  /** The open index: parts are read once, when first asked for. */
  class Index {
    constructor(json, reader) {
      if (!json || json.format !== 'offprint-search') throw new Error('This is no search index.');
      if (json.version !== 1) throw new Error('The search index has another version than this page.');
      this.reader = reader;
      this.papers = json.papers;
      this.weights = json.weights;
      this.titleLevel = json.titleLevel;
      this.stop = new Set(json.stop.split(' '));
      this.firstForms = json.words ? json.words.split(' ') : [];
      this.firstSpellings = json.spellings ? json.spellings.split(' ') : [];
      this.firstTitles = json.titles ? json.titles.split('\n') : [];
      this.titleLetters = json.titleLetters;
      this.rowsPerPart = json.rows;
      this.firstAbstracts = json.abstracts;
      this.paths = json.paths;
      this.facets = json.facets.map(([name, values]) => ({ name, values }));
      this.inside = new Map(Object.entries(json.parts));
      this.known = new Map();
      this.waiting = new Map();
      this.problems = new Map();
      this.whole = this.inside.has('t/0');
    }

    /**
     * A part, made by `make` from its JSON; null where it cannot be read. What is known comes without waiting.
     */
    part(name, make = json => json) {
      const known = this.known.get(name);
      if (known !== undefined) return known;
      const inside = this.inside.get(name);
      if (inside !== undefined) {
        const made = make(inside);
        this.known.set(name, made);
        this.inside.delete(name);
        return made;
      }
      let waiting = this.waiting.get(name);
      if (!waiting) {
        waiting = Promise.resolve().then(() => this.reader(name)).then(make).then(made => {
          this.known.set(name, made);
          return made;
        }).catch(error => {
          this.problems.set(name, String(error && error.message || error));
          this.known.set(name, null);
          return null;
        }).finally(() => this.waiting.delete(name));
        this.waiting.set(name, waiting);
      }
      return waiting;
    }

    /** Asks again, when next needed, for the parts that could not be read. */
    retry() {
      for (const name of this.problems.keys()) this.known.delete(name);
      this.problems.clear();
    }

    wordPart(number) { return this.part('t/' + number, json => new WordPart(json, this)); }

    /** The number of the part that would hold `word`. */
    wordPartOf(word) { return Math.max(0, after(this.firstForms, word) - 1); }

    /** What a list shows of a paper: {title, path}, null where it cannot be read. */
    async row(paper) {
      const number = Math.floor(paper / this.rowsPerPart);
      const found = this.part('d/' + number);
      const part = found instanceof Promise ? await found : found;
      const at = paper - number * this.rowsPerPart;
      if (!part || part.title[at] === undefined) return null;
      return { title: part.title[at], path: this.paths[0] + addressOf(part.title[at], part.path[at]) + this.paths[1] };
    }

    /** The id, the provenance, the abstract and the place of its main sentence, null where they cannot be read. */
    async abstract(paper) {
      const number = after(this.firstAbstracts, paper) - 1;
      const found = this.part('x/' + number);
      const part = found instanceof Promise ? await found : found;
      const at = paper - this.firstAbstracts[number];
      if (!part || part.abstract[at] === undefined) return null;
      return { id: part.id[at], note: part.note[at], text: part.abstract[at], say: part.say[at].length ? part.say[at] : null };
    }

    /** The values of a facet: [{label, path, papers}], null where they cannot be read. */
    async facet(name) {
      const found = this.part('f/' + name, json => json.label.map((label, at) => {
        let paper = -1;
        return { label, path: json.path[at] ?? '', papers: Int32Array.from(json.papers[at], gap => paper += gap) };
      }));
      return found instanceof Promise ? await found : found;
    }
  }

  Object.assign(Search, { Index, from, decode });
})(globalThis);
