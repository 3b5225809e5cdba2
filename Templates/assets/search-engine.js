// The search engine of an edition: reads the index of Docs/search-index.md and ranks papers.
// It knows nothing of the page, and runs in browsers and in Node alike.
(function (root) {
  'use strict';

  // ---- Words: the same rules as Text.SearchTokens; Tests hold one table for both ----

  const LONGEST_WORD = 40;
  const ATOMS = /[\p{L}\p{M}\p{N}]+/gu;
  const NO_WORD = /[^\p{L}\p{M}\p{N}]/gu;
  const ACCENTS = new RegExp('[\\u0300-\\u036f\\u0483-\\u0487\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5' +
    '\\u0610-\\u061a\\u0640\\u064b-\\u065f\\u0670\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe00-\\ufe0f\\ufe20-\\ufe2f]', 'g');
  const PAIR_SCRIPT = /[\u3005\u3007\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{323af}]/u;
  const LINKS = new Map([['-', '-'], ['_', '-'], ['\u2010', '-'], ['\u2011', '-'], ['\u2013', '-'],
    ["'", "'"], ['\u2019', "'"], ['.', '.']]);
  const SPELLED_OUT = new Map([['\u00df', 'ss'], ['\u1e9e', 'ss'], ['\u00c6', 'ae'], ['\u00e6', 'ae'],
    ['\u0152', 'oe'], ['\u0153', 'oe'], ['\u00d8', 'o'], ['\u00f8', 'o'], ['\u0141', 'l'], ['\u0142', 'l'],
    ['\u0110', 'd'], ['\u0111', 'd'], ['\u00d0', 'd'], ['\u00f0', 'd'], ['\u00de', 'th'], ['\u00fe', 'th'],
    ['\u0131', 'i'], ['\u03c2', '\u03c3']]);
  const GREEK = ['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta', 'eta', 'theta', 'iota', 'kappa', 'lambda',
    'mu', 'nu', 'xi', 'omicron', 'pi', 'rho', 'sigma', 'sigma', 'tau', 'upsilon', 'phi', 'chi', 'psi', 'omega'];

  /** The folded form of a word: variants of one word become one. */
  function fold(word) {
    if (/^[\x00-\x7f]*$/.test(word)) return word.toLowerCase();
    let folded = '';
    for (const letter of word.normalize('NFKD').replace(ACCENTS, '')) {
      folded += SPELLED_OUT.get(letter) ?? letter.toLowerCase().replace(ACCENTS, '');
    }
    return folded.normalize('NFC').replace(NO_WORD, '');
  }

  /** The atoms of a text: {start, end}, in order. */
  function atoms(text) {
    const found = [];
    for (const match of text.matchAll(ATOMS)) found.push({ start: match.index, end: match.index + match[0].length });
    return found;
  }

  const letters = word => word.length <= LONGEST_WORD ? word.length : Array.from(word).length;
  const cut = word => letters(word) <= LONGEST_WORD ? word : Array.from(word).slice(0, LONGEST_WORD).join('');
  const isDigit = letter => letter >= '0' && letter <= '9';

  /**
   * The words of a text in order: {word, joined, start, end, parts}. `joined` is true for the parts of a chain
   * written together; `parts` says how many of the words before it the chain gave.
   */
  function words(text) {
    const found = [];
    let chain = { text: '', atoms: 0, parts: 0, plain: true, start: 0, end: 0 };
    const finish = () => {
      if (chain.atoms > 1 && chain.plain && letters(chain.text) <= LONGEST_WORD) {
        found.push({ word: chain.text, joined: true, start: chain.start, end: chain.end, parts: chain.parts });
      }
      chain = { text: '', atoms: 0, parts: 0, plain: true, start: 0, end: 0 };
    };
    let end = 0;
    for (const atom of atoms(text)) {
      const gap = text.slice(end, atom.start);
      const link = chain.atoms > 0 ? LINKS.get(gap) : undefined;
      if (!link) finish();
      end = atom.end;
      const raw = text.slice(atom.start, atom.end);
      let word;
      if (raw === 'ell' && (text[atom.start - 1] === '\\' || text[atom.end] === '_')) word = 'l';
      else {
        word = fold(raw);
        const greek = word.length === 1 ? word.charCodeAt(0) - 0x3b1 : -1;
        if (greek >= 0 && greek < GREEK.length) word = GREEK[greek];
      }
      if (word === '') continue;
      let sign = '';
      if (text.startsWith('++', atom.end) && raw.charCodeAt(raw.length - 1) < 0x80) sign = '++';
      else if (text[atom.end] === '#' && /^[A-Za-z]$/.test(raw)) sign = '#';
      if (sign && word.length === 1) { word += sign; sign = ''; }
      if (chain.atoms === 0) chain.start = atom.start;
      if (link === '.' && isDigit(chain.text[chain.text.length - 1]) && isDigit(word[0])) chain.text += '.';
      chain.text += word;
      chain.atoms += 1;
      chain.end = atom.end;
      if (PAIR_SCRIPT.test(word)) chain.plain = false;
      if (!(link === "'" && word.length <= 2)) {
        for (const part of parts(word)) {
          found.push({ word: part, joined: false, start: atom.start, end: atom.end, parts: 0 });
          chain.parts += 1;
        }
      }
      if (sign === '++') found.push({ word: cut(word + sign), joined: true, start: atom.start, end: atom.end + 2, parts: 1 });
    }
    finish();
    return found;
  }

  /** The word itself, or the pairs of its Han and kana runs and the words between them. */
  function parts(word) {
    if (!PAIR_SCRIPT.test(word)) return [cut(word)];
    const found = [], scalars = Array.from(word);
    for (let at = 0; at < scalars.length;) {
      const pairs = PAIR_SCRIPT.test(scalars[at]);
      let end = at + 1;
      while (end < scalars.length && PAIR_SCRIPT.test(scalars[end]) === pairs) end++;
      if (!pairs) found.push(cut(scalars.slice(at, end).join('')));
      else if (end - at <= 2) found.push(scalars.slice(at, end).join(''));
      else for (let i = at; i < end - 1; i++) found.push(scalars[i] + scalars[i + 1]);
      at = end;
    }
    return found;
  }

  /** A title, or a query, as openings are compared: its folded atoms with one space between. */
  const titleKey = text => /^[\x00-\x7f]*$/.test(text)
    ? text.toLowerCase().replace(/[^a-z0-9]+/g, ' ').trim()
    : atoms(text).map(atom => fold(text.slice(atom.start, atom.end))).join(' ');

  /** A text as typed, its words and what links them, all else one space. */
  const asTyped = text => text.replace(/(?![-'\u2019.+#][\p{L}\p{M}\p{N}])[^\p{L}\p{M}\p{N}]+/gu, ' ').trimStart();

  /** What a text that is still being typed ends with: a sign that may link a word to the next, a space, or nothing. */
  const openEnd = text => /[\p{L}\p{M}\p{N}]([-'\u2019.+#])$/u.exec(text)?.[1] ?? (/\s$/.test(text) ? ' ' : '');

  /** A title as the ranking compares it with a query. */
  const readTitle = title => ({ typed: asTyped(title), words: titleKey(title).split(' ') });

  // ---- The parts of the index ----

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

  // ---- Queries ----

  const LONGEST_QUERY = 600;
  const MOST_WORDS = 30;
  const MOST_OPENINGS = 50;

  /**
   * A query taken apart: plain text, phrases in quotes, `-word`, `title:word` and `FACET:value`.
   * What opens no field of this index is plain text.
   */
  function parse(query, facets) {
    const text = query.slice(0, LONGEST_QUERY);
    const parsed = { plain: '', required: [], excluded: [], filters: [], open: !/[\s"]$/.test(text), isPlain: true };
    const clause = /(-)?(?:([\p{L}-]+):)?(?:"([^"]*)("|$)|([^\s"]+))/gu;
    for (const match of text.matchAll(clause)) {
      const [whole, minus, name, phrase, , word] = match;
      const startsWord = match.index === 0 || /\s/.test(text[match.index - 1]);
      const field = name === undefined ? '' : name.toLowerCase();
      const value = phrase ?? word ?? '';
      const isField = field === 'title' || facets.includes(field);
      const asPhrase = phrase !== undefined;
      if (minus && startsWord && words(value).length > 0 && (!field || isField)) {
        if (isField && field !== 'title') parsed.filters.push({ name: field, value, not: true });
        else parsed.excluded.push({ text: value, phrase: asPhrase, title: field === 'title' });
        parsed.isPlain = false;
      } else if (isField) {
        if (field === 'title') parsed.required.push({ text: value, phrase: asPhrase, title: true });
        else if (value.trim()) parsed.filters.push({ name: field, value, not: false });
        parsed.isPlain = false;
      } else if (asPhrase) {
        if (field) parsed.plain += ' ' + name;
        if (words(phrase).length > 0) parsed.required.push({ text: phrase, phrase: true, title: false });
        parsed.isPlain = false;
      } else {
        parsed.plain += (startsWord ? ' ' : '') + whole;
      }
    }
    return parsed;
  }

  /** Whether `a` becomes `b` by at most `most` letters left out, added, changed or swapped with the next. */
  function distance(a, b, most) {
    const n = a.length, m = b.length;
    if (Math.abs(n - m) > most) return most + 1;
    let before = null, row = new Array(m + 1), next;
    for (let j = 0; j <= m; j++) row[j] = j;
    for (let i = 1; i <= n; i++) {
      next = new Array(m + 1).fill(most + 1);
      next[0] = i;
      let least = i;
      const low = Math.max(1, i - most), high = Math.min(m, i + most);
      if (low > 1) next[low - 1] = most + 1;
      for (let j = low; j <= high; j++) {
        let cost = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
        if (row[j] + 1 < cost) cost = row[j] + 1;
        if (next[j - 1] + 1 < cost) cost = next[j - 1] + 1;
        if (before && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] && before[j - 2] + 1 < cost) cost = before[j - 2] + 1;
        next[j] = cost;
        if (cost < least) least = cost;
      }
      if (least > most) return most + 1;
      before = row; row = next;
    }
    return row[m];
  }

  // ---- Ranking ----

  /** Every weight of the ranking, in one place. */
  const RANKING = {
    coverage: .6,              // share of the score that goes with the share of the words that matched
    coverageWords: 2,          // above so many words that share gets less: n words, coverageWords / n of it
    prefix: .7,                // a word still being typed, times the root of typed / full length
    prefixBesideWord: .5,      // the same where what is typed is a word already
    typo: .5, typoFar: .3,     // one and two letters off
    split: .8, neighbours: .6,
    opening: 100, whole: 50,   // titles that begin with the query, titles that are the query
    titlePhrase: 1.2, titleOrder: .2,  // a title that holds the words side by side, or in order
    otherForm: .3,             // what another form of a word counts there
    asTyped: .1, openingAsTyped: 20, openingAtWord: 10,   // a title that holds, or begins with, the query letter for letter, and there ends a word
    brevity: .1,               // times the share of the title's words that a query side by side, or in order, is
    reranked: 60, rerankedApart: 10,
  };

  /** One query word: where it may be found, and what that is worth. */
  const slotOf = (word, more) => ({ word, choices: [], covers: 0, required: false, title: false, last: false, stop: false, ...more });

  class Engine {
    constructor(index) {
      this.index = index;
      this.scores = new Float64Array(index.papers);
      this.masks = new Int32Array(index.papers);
      this.best = new Float32Array(index.papers);
      this.titles = null;
    }

    /**
     * Ranks the papers for a query.
     *
     * `filters`: {facet: [labels]}, any label of a facet and all facets. Returns {papers, scores, total, atLeast,
     * mended, marks, notes}: papers best first, `atLeast` true where more may match than were counted, `mended`
     * what was typed and what was looked for instead.
     */
    async search(query, { filters = {}, limit = 10 } = {}) {
      const index = this.index;
      const parsed = parse(String(query), index.facets.map(facet => facet.name));
      const result = { query, papers: [], scores: [], total: 0, atLeast: false, complete: 0, words: 0, mended: [], marks: new Map(), phrases: [] };
      const plan = this.plan(parsed);
      result.words = plan.slots.length;
      const allowed = await this.allowed(filters, parsed.filters);
      if (plan.slots.length === 0) {
        if (allowed && plan.isEmpty) this.listAll(allowed, result);
        return result;
      }
      await this.resolve(plan, result);
      const touched = this.score(plan, result);
      const openings = parsed.isPlain ? await this.openings(parsed, result.mended) : [];
      for (const { paper, whole } of openings) {
        if (this.scores[paper] === 0) touched.push(paper);
        this.scores[paper] += RANKING.opening + (whole ? RANKING.whole : 0);
      }
      const gone = await this.excluded(parsed.excluded);
      let found = touched.filter(paper => (!allowed || allowed[paper]) && !gone.has(paper) && this.scores[paper] > 0 &&
        (this.masks[paper] & plan.required) === plan.required);
      found.sort((a, b) => this.scores[b] - this.scores[a] || a - b);
      let ranked = found.map(paper => ({ paper, score: this.scores[paper], mask: this.masks[paper] }));
      for (const paper of touched) { this.scores[paper] = 0; this.masks[paper] = 0; }
      if (plan.phrases.length > 0 || parsed.excluded.some(item => item.phrase)) ranked = await this.keepPhrases(ranked, plan, parsed, result);
      await this.rerank(ranked, plan, parsed, limit);
      result.total = ranked.length;
      const all = (1 << Math.min(plan.slots.length, MOST_WORDS)) - 1;
      result.complete = ranked.reduce((sum, hit) => sum + ((hit.mask & all) === all ? 1 : 0), 0);
      result.papers = ranked.map(hit => hit.paper);
      result.scores = ranked.map(hit => hit.score);
      return result;
    }

    /** How many papers of a result each value of a facet has, its own filter set aside: [{label, path, count}]. */
    async counts(name, result, filters) {
      const values = await this.index.facet(name);
      if (!values) return null;
      let papers = result.papers;
      if (filters[name]?.length > 0) papers = (await this.search(result.query, { filters: { ...filters, [name]: [] }, limit: 0 })).papers;
      const met = new Uint8Array(this.index.papers);
      for (const paper of papers) met[paper] = 1;
      return values.map(({ label, path, papers }) => {
        let count = 0;
        for (const paper of papers) count += met[paper];
        return { label, path, count };
      });
    }

    /** Where the words of a result stand in a text: {ranges, distinct}, ranges in order and apart. */
    marks(text, result) {
      const ranges = [], met = new Set();
      for (const token of words(text)) {
        const group = result.marks.get(token.word);
        if (group === undefined) continue;
        met.add(group);
        ranges.push([token.start, token.end]);
      }
      ranges.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
      const apart = [];
      for (const range of ranges) {
        const last = apart.at(-1);
        if (last && (range[0] < last[1] || /^[\s-]*$/.test(text.slice(last[1], range[0])))) last[1] = Math.max(last[1], range[1]);
        else apart.push(range);
      }
      return { ranges: apart, distinct: met.size };
    }

    /** Sentences that say which words of a result a title and an abstract hold. */
    reasons(title, abstract, result) {
      const tell = (text, place) => {
        const counts = new Map();
        for (const token of words(text)) {
          if (!token.joined && result.marks.has(token.word)) counts.set(token.word, (counts.get(token.word) ?? 0) + 1);
        }
        if (counts.size === 0) return [];
        const list = [...counts].map(([word, count]) => count > 1 ? `${word} (${count})` : word).join(', ');
        return [`In the ${place}: ${list}.`];
      };
      const key = titleKey(result.query);
      const opens = key !== '' && titleKey(title).startsWith(key) ? ['The title begins with the query.'] : [];
      return [...opens, ...tell(title, 'title'), ...tell(abstract, 'abstract')];
    }

    /** A query with another word in place of one that was typed. */
    replaced(query, typed, shown) {
      const token = words(query).find(token => token.word === typed);
      return token ? query.slice(0, token.start) + shown + query.slice(token.end) : query;
    }

    listAll(allowed, result) {
      for (let paper = 0; paper < allowed.length; paper++) if (allowed[paper]) { result.papers.push(paper); result.scores.push(0); }
      result.total = result.papers.length;
    }

    /** The words of a query as slots, with the forms written together that cover several of them. */
    plan(parsed) {
      const plan = { slots: [], joins: [], phrases: [], required: 0, isEmpty: false };
      const add = (text, more) => {
        const found = words(text), numbers = [];
        for (const token of found) {
          if (token.joined) {
            const covers = numbers.slice(numbers.length - token.parts);
            plan.joins.push({ word: token.word, covers, weight: 1 });
          } else if (plan.slots.length < MOST_WORDS) {
            numbers.push(plan.slots.length);
            plan.slots.push(slotOf(token.word, { ...more, stop: this.index.stop.has(token.word) }));
          }
        }
        return numbers;
      };
      for (const item of parsed.required) {
        add(item.text, { required: true, title: item.title });
        if (item.phrase) plan.phrases.push({ words: words(item.text).filter(token => !token.joined).map(token => token.word), title: item.title });
      }
      const numbers = add(parsed.plain, {});
      if (parsed.open && numbers.length > 0) {
        const end = words(parsed.plain).at(-1);
        plan.slots[numbers.at(-1)].last = true;
        if (end.joined) plan.joins.at(-1).last = true;
      } else if (parsed.open && parsed.required.length > 0 && plan.slots.length > 0) plan.slots.at(-1).last = !parsed.required.at(-1).phrase;
      for (let at = 1; at < numbers.length; at++) {
        const [left, right] = [plan.slots[numbers[at - 1]], plan.slots[numbers[at]]];
        if (left.stop && right.stop) continue;
        plan.joins.push({ word: left.word + right.word, covers: [numbers[at - 1], numbers[at]], weight: RANKING.neighbours, guessed: true, last: right.last });
      }
      this.dropStopWords(plan);
      plan.slots.forEach((slot, at) => { if (slot.required) plan.required |= 1 << at; });
      plan.isEmpty = plan.slots.length === 0;
      return plan;
    }

    /** Stop words are looked for only where a query holds nothing else. */
    dropStopWords(plan) {
      if (plan.slots.every(slot => slot.stop)) return;
      const places = [];
      let next = 0;
      for (const slot of plan.slots) places.push(slot.stop ? -1 : next++);
      plan.slots = plan.slots.filter(slot => !slot.stop);
      for (const join of plan.joins) join.covers = join.covers.map(at => places[at]).filter(at => at >= 0);
      plan.joins = plan.joins.filter(join => join.covers.length > 0);
    }

    /** Looks up all words of a plan, each part of the index read once and all at once. */
    async resolve(plan, result) {
      const index = this.index, needed = new Set(), home = word => index.wordPartOf(word);
      for (const slot of plan.slots) { needed.add(home(slot.word)); if (slot.last) for (const part of this.prefixParts(slot.word)) needed.add(part); }
      for (const join of plan.joins) if (!join.guessed) needed.add(home(join.word));
      const parts = new Map();
      await Promise.all([...needed].map(async number => {
        const part = index.wordPart(number);
        parts.set(number, part instanceof Promise ? await part : part);
      }));
      const lookUp = word => {
        const part = parts.get(home(word)), at = part ? part.find(word) : -1;
        return at < 0 ? null : part.list(part.groupOf[at]);
      };
      const lost = [];
      for (const slot of plan.slots) {
        const exact = lookUp(slot.word);
        if (exact) slot.choices.push({ list: exact, weight: 1 });
        if (slot.last) this.complete(slot, parts, exact);
        if (slot.choices.length === 0) lost.push(slot);
      }
      for (const join of plan.joins) {
        const list = lookUp(join.word);
        if (list) join.list = list;
        else if (join.last) {
          const slot = slotOf(join.word);
          this.complete(slot, parts, null);
          if (slot.choices.length > 0) join.choices = slot.choices;
        }
      }
      for (const slot of lost) {
        const at = plan.slots.indexOf(slot);
        if (plan.joins.some(join => (join.list || join.choices) && join.covers.includes(at))) continue;
        await this.mend(slot, result);
      }
    }

    /** The parts that hold words beginning with `word`: a few, for a short beginning of a large index. */
    prefixParts(word) {
      const first = this.index.wordPartOf(word), last = this.index.wordPartOf(word + '\uffff');
      const numbers = [];
      for (let number = first; number <= Math.min(last, first + 1); number++) numbers.push(number);
      return numbers;
    }

    /** Adds the words that begin with what is typed. */
    complete(slot, parts, exact) {
      const typed = slot.word.length, best = new Map();
      for (const number of this.prefixParts(slot.word)) {
        const part = parts.get(number);
        if (!part) continue;
        for (let at = from(part.forms, slot.word); at < part.forms.length && part.forms[at].startsWith(slot.word); at++) {
          const list = part.list(part.groupOf[at]);
          if (list === exact) continue;
          const weight = RANKING.prefix * Math.sqrt(typed / part.forms[at].length) * (exact ? RANKING.prefixBesideWord : 1);
          if (weight > (best.get(list) ?? 0)) best.set(list, weight);
        }
      }
      for (const [list, weight] of best) slot.choices.push({ list, weight });
    }

    /** Looks for a word found nowhere as two words written together, or with letters mistyped. */
    async mend(slot, result) {
      const near = await this.nearest(slot.word, slot.last);
      const halves = near.length > 0 && near[0].distance === 1 ? null : await this.halves(slot.word);
      const shown = [];
      if (halves) {
        slot.choices.push({ list: halves[0], weight: RANKING.split / 2, also: halves[1] });
        slot.choices.push({ list: halves[1], weight: RANKING.split / 2, also: halves[0] });
        shown.push(halves.words.join(' '));
      } else {
        for (const { list, form, distance, share } of near) {
          slot.choices.push({ list, weight: (distance === 1 ? RANKING.typo : RANKING.typoFar) * (share < 1 ? RANKING.prefix * Math.sqrt(share) : 1) });
          if (shown.length < 2 && !shown.some(known => form.startsWith(known))) shown.push(form);
        }
      }
      if (shown.length > 0 || !slot.last) result.mended.push({ typed: slot.word, shown });
    }

    /** The known words nearest to one found nowhere: nearest first, then commonest. */
    async nearest(word, open) {
      const most = word.length < 4 || /[^\p{L}\p{M}]/u.test(word) ? 0 : word.length < 8 ? 1 : 2;
      if (most === 0) return [];
      const found = [];
      const look = (forms, part) => {
        for (let at = 0; at < forms.length; at++) {
          const form = forms[at];
          if (form.length < word.length - most || (!open && form.length > word.length + most)) continue;
          let away = distance(word, form.length > word.length + most ? form.slice(0, word.length + most) : form, most), size = form.length;
          if (open && away > 1 && form.length > word.length) {
            for (let begun = word.length - 1; begun <= word.length + 1 && begun < form.length; begun++) {
              if (distance(word, form.slice(0, begun), 1) <= 1 && away > 1) { away = 1; size = begun; }
            }
          }
          if (away <= most && away > 0) found.push({ form, distance: away, part, at, share: size / form.length });
        }
      };
      if (this.index.whole) {
        const part = this.index.wordPart(0);
        look(part.forms, part);
      } else {
        const home = await this.index.wordPart(this.index.wordPartOf(word));
        if (home) look(home.forms, home);
        await this.spellings(word, found, look);
      }
      const least = found.reduce((low, one) => Math.min(low, one.distance), most);
      const best = found.filter(one => one.distance === least);
      const lists = new Map();
      for (const one of best.slice(0, 60)) {
        const number = one.part ? 0 : this.index.wordPartOf(one.form);
        const part = one.part ?? await this.index.wordPart(number);
        const at = part ? part.find(one.form) : -1;
        if (at < 0) continue;
        const list = part.list(part.groupOf[at]);
        if (!lists.has(list)) lists.set(list, { list, form: one.form, distance: one.distance, share: one.share });
      }
      return [...lists.values()].sort((a, b) => this.likely(b, word) - this.likely(a, word)).slice(0, 8);
    }

    /** How likely a near word is meant: the same first letter first, then the commonest. */
    likely(one, word) { return (one.form[0] === word[0] ? 1e6 : 0) + one.list.count; }

    /** Reads the lists of known words: those of the same first letter, then all others. */
    async spellings(word, found, look) {
      const first = this.index.firstSpellings;
      const same = [], other = [];
      first.forEach((form, number) => {
        const starts = form[0] <= word[0], ends = number + 1 === first.length || first[number + 1] >= word[0];
        (starts && ends ? same : other).push(number);
      });
      for (const numbers of [same, other]) {
        if (numbers === other && found.length > 0) return;
        for (const part of await Promise.all(numbers.map(number => this.index.part('w/' + number, json => json.words.split(' '))))) {
          if (part) look(part, null);
        }
      }
    }

    /** Two known words that make up `word`, the pair whose rarer word is commonest. */
    async halves(word) {
      if (word.length < 6) return null;
      let best = null, most = 0;
      for (let at = 3; at <= word.length - 3; at++) {
        const pair = [word.slice(0, at), word.slice(at)];
        const lists = [];
        for (const half of pair) {
          const number = this.index.wordPartOf(half);
          const part = this.index.whole || this.index.known.has('t/' + number) || lists.length > 0 ? await this.index.wordPart(number) : null;
          const place = part ? part.find(half) : -1;
          if (place < 0) break;
          lists.push(part.list(part.groupOf[place]));
        }
        if (lists.length < 2) continue;
        const count = Math.min(lists[0].count, lists[1].count);
        if (count > most) { most = count; best = lists; best.words = pair; }
      }
      return best;
    }

    /** Adds up the weights of all words; returns the papers met. */
    score(plan, result) {
      const { scores, masks, best } = this, touched = [];
      const joins = plan.joins.filter(join => join.list || join.choices);
      const shares = new Map();   // what each word gave to each paper, for words that a joined form covers
      for (const join of joins) for (const at of join.covers) shares.set(at, new Map());
      const add = (paper, value, bits) => {
        if (masks[paper] === 0 && scores[paper] === 0) touched.push(paper);
        scores[paper] += value;
        masks[paper] |= bits;
      };
      plan.slots.forEach((slot, at) => {
        const bit = 1 << at, share = shares.get(at);
        if (slot.choices.some(({ list }) => list.tail)) result.atLeast = true;
        for (const { list } of slot.choices) for (const form of list.forms) result.marks.set(form, at);
        for (const paper of this.gather(slot.choices, slot.title)) {
          add(paper, best[paper], bit);
          share?.set(paper, best[paper]);
          best[paper] = 0;
        }
      });
      for (const join of joins) {
        const choices = join.list ? [{ list: join.list, weight: 1 }] : join.choices;
        let bits = 0;
        for (const at of join.covers) bits |= 1 << at;
        for (const { list } of choices) for (const form of list.forms) if (!result.marks.has(form)) result.marks.set(form, join.covers[0]);
        for (const paper of this.gather(choices, false)) {
          let given = 0;   // the parts count, or the joined form, whichever is worth more
          for (const at of join.covers) given += shares.get(at).get(paper) ?? 0;
          add(paper, Math.max(0, best[paper] * join.weight - given), bits);
          best[paper] = 0;
        }
      }
      const size = plan.slots.length, weight = RANKING.coverage * Math.min(1, RANKING.coverageWords / size);
      for (const paper of touched) {
        let matched = 0;
        for (let bits = masks[paper]; bits; bits &= bits - 1) matched++;
        scores[paper] *= 1 - weight + weight * matched / size;
      }
      return touched;
    }

    /** The papers that any of the choices finds; what the best of them is worth stands in `best`. */
    gather(choices, titleOnly) {
      const { best } = this, { titleLevel } = this.index, met = [];
      for (const { list, weight } of choices) {
        const { papers, levels } = list, value = weight * list.idf;
        for (let i = 0; i < papers.length; i++) {
          if (titleOnly && levels[i] < titleLevel) continue;
          const paper = papers[i], worth = value * list.weight[i];
          if (best[paper] === 0) { met.push(paper); best[paper] = worth; } else if (worth > best[paper]) best[paper] = worth;
        }
      }
      return met;
    }

    /** The papers whose titles begin with the query: [{paper, whole}]. */
    async openings(parsed, mended) {
      let key = titleKey(parsed.plain);
      for (const { typed, shown } of mended) if (shown.length > 0) key = key.split(' ').map(word => word === typed ? shown[0] : word).join(' ');
      // One finished word asks a large index for papers, not for titles: reading their openings would cost a third more bytes.
      if (key.length < 2 || (!parsed.open && !this.index.whole && !key.includes(' '))) return [];
      const fits = title => title.startsWith(key) && (title.length === key.length || parsed.open || title[key.length] === ' ');
      if (this.index.whole) {
        const { titles, papers } = this.sortedTitles(), found = [];
        for (let at = from(titles, key); at < titles.length && titles[at].startsWith(key); at++) {
          if (fits(titles[at])) found.push({ paper: papers[at], whole: titles[at].length === key.length });
        }
        return found;
      }
      return this.openingsApart(key, fits);
    }

    /** The same from the parts of title openings; what they leave open, the rows of the titles tell. */
    async openingsApart(key, fits) {
      const { firstTitles, titleLetters } = this.index, begun = Array.from(key).slice(0, titleLetters).join('');
      if (firstTitles.length === 0) return [];
      const near = [];
      for (let number = Math.max(0, from(firstTitles, begun) - 1); number < firstTitles.length; number++) {
        const part = await this.index.part('h/' + number, json => ({ titles: json.titles.split('\n'), papers: json.papers }));
        const end = part ? part.titles.length : 0;
        for (let at = part ? from(part.titles, begun) : 0; at < end && part.titles[at].startsWith(begun) && near.length < MOST_OPENINGS; at++) near.push(part.papers[at]);
        if (near.length >= MOST_OPENINGS || !firstTitles[number + 1]?.startsWith(begun)) break;
      }
      if (begun === key && fits(key + '\u0000')) return near.map(paper => ({ paper, whole: false }));
      const rows = await Promise.all(near.slice(0, RANKING.rerankedApart).map(paper => this.index.row(paper)));
      const keys = rows.map(row => row ? titleKey(row.title) : '');
      return near.slice(0, keys.length).map((paper, at) => ({ paper, key: keys[at] })).filter(one => fits(one.key))
        .map(one => ({ paper: one.paper, whole: one.key.length === key.length }));
    }

    sortedTitles() {
      if (!this.titles) {
        const rows = this.index.papers > 0 ? this.index.part('d/0').title : [];
        const keys = rows.map(titleKey);
        const papers = keys.map((_, at) => at).sort((a, b) => keys[a] < keys[b] ? -1 : keys[a] > keys[b] ? 1 : a - b);
        this.titles = { keys, titles: papers.map(at => keys[at]), papers };
      }
      return this.titles;
    }

    /** Moves up those of the first papers whose title answers the query well. */
    async rerank(ranked, plan, parsed, limit) {
      for (const slot of plan.slots) slot.forms = new Set(slot.choices.flatMap(({ list, weight }) => slot.last && weight < 1 ? [] : list.forms));
      const typed = asTyped(parsed.plain).trimEnd() + openEnd(parsed.plain), smallOnly = typed === typed.toLowerCase();
      const count = Math.min(ranked.length, this.index.whole ? RANKING.reranked : Math.min(limit, RANKING.rerankedApart));
      const first = ranked.slice(0, count);
      await Promise.all(first.map(async hit => {
        const title = this.index.whole ? this.wholeTitle(hit.paper) : readTitle((await this.index.row(hit.paper))?.title ?? '');
        if (plan.slots.length > 1) hit.score *= 1 + this.closeness(title.words, plan.slots);
        const written = smallOnly ? title.typed.toLowerCase() : title.typed;
        if (typed.length < 2) return;
        if (written.startsWith(typed)) hit.score += hit.score < RANKING.opening ? 0 : RANKING.openingAsTyped + (written[typed.length] === ' ' ? RANKING.openingAtWord : 0);
        else if (plan.slots.length > 1 && (' ' + written).includes(' ' + typed)) hit.score *= 1 + RANKING.asTyped;
      }));
      first.sort((a, b) => b.score - a.score || a.paper - b.paper);
      for (let at = 0; at < count; at++) ranked[at] = first[at];
    }

    /** A title of a whole index taken apart, once. */
    wholeTitle(paper) {
      this.taken ??= new Array(this.index.papers);
      return this.taken[paper] ??= readTitle(this.index.part('d/0').title[paper]);
    }

    /** How well a title holds the words of a query: together, in order, or apart (0). */
    closeness(title, slots) {
      const content = title.filter(word => !this.index.stop.has(word));
      let best = 0;
      const brevity = RANKING.brevity * Math.min(1, slots.length / content.length);
      for (let start = 0; start < content.length; start++) {
        if (this.likeness(content[start], slots[0]) === 0) continue;
        let next = 0, together = true, likeness = 0, last = -1;
        for (let at = start; at < content.length && next < slots.length; at++) {
          const alike = this.likeness(content[at], slots[next]);
          if (alike === 0) continue;
          if (last >= 0 && at > last + 1) together = false;
          likeness += alike;
          last = at;
          next++;
        }
        if (next < slots.length) break;
        best = Math.max(best, (together ? RANKING.titlePhrase : RANKING.titleOrder) * likeness / slots.length);
        if (together) break;
      }
      return best > 0 ? best + brevity : 0;
    }

    /** How well a word of a title answers a word of the query: 1 as typed, less for another form, 0 for none. */
    likeness(word, slot) {
      if (word === slot.word) return 1;
      if (slot.forms.has(word)) return RANKING.otherForm;
      return slot.last && word.startsWith(slot.word) ? RANKING.otherForm : 0;
    }

    /** The papers that hold a word left out by `-word`. */
    async excluded(items) {
      const gone = new Set();
      for (const item of items) {
        if (item.phrase && words(item.text).length > 1) continue;
        let common = null;
        for (const token of words(item.text).filter(token => !token.joined)) {
          const part = await this.index.wordPart(this.index.wordPartOf(token.word));
          const at = part ? part.find(token.word) : -1;
          const papers = at < 0 ? [] : await this.allPapers(part.list(part.groupOf[at]), item.title);
          common = common === null ? new Set(papers) : new Set(papers.filter(paper => common.has(paper)));
        }
        for (const paper of common ?? []) gone.add(paper);
      }
      return gone;
    }

    /** All papers of a list, with those of lower weight that stand apart. */
    async allPapers(list, titleOnly) {
      const papers = [];
      const take = some => some.papers.forEach((paper, at) => { if (!titleOnly || some.levels[at] >= this.index.titleLevel) papers.push(paper); });
      take(list);
      if (list.tail) {
        const tails = await this.index.part('u/' + list.tail.part);
        if (tails) take(decode(tails[list.tail.place], this.index.weights, 0));
      }
      return papers;
    }

    /** Which papers the filters leave: null for all, else an array of flags by paper. */
    async allowed(filters, typed) {
      const tests = [];
      for (const [name, labels] of Object.entries(filters)) {
        if (labels.length > 0) tests.push({ name, fits: label => labels.includes(label), not: false });
      }
      for (const { name, value, not } of typed) {
        const key = ' ' + titleKey(value);
        tests.push({ name, fits: label => (' ' + titleKey(label)).includes(key), not });
      }
      if (tests.length === 0) return null;
      const allowed = new Uint8Array(this.index.papers).fill(1);
      for (const { name, fits, not } of tests) {
        const values = await this.index.facet(name);
        if (!values) continue;
        const fit = new Uint8Array(this.index.papers);
        for (const value of values) if (fits(value.label)) for (const paper of value.papers) fit[paper] = 1;
        for (let paper = 0; paper < fit.length; paper++) if ((fit[paper] === 1) === not) allowed[paper] = 0;
      }
      return allowed;
    }

    /** Keeps the papers that hold every phrase; the best candidates alone are read. */
    async keepPhrases(ranked, plan, parsed, result) {
      const most = this.index.whole ? 1000 : 150;
      const wanted = plan.phrases.filter(phrase => phrase.words.length > 0);
      const unwanted = parsed.excluded.filter(item => item.phrase).map(item => ({
        words: words(item.text).filter(token => !token.joined).map(token => token.word), title: item.title }));
      result.phrases = wanted.map(phrase => phrase.words);
      if (ranked.length > most) result.atLeast = true;
      const kept = await Promise.all(ranked.slice(0, most).map(async hit => {
        const row = await this.index.row(hit.paper);
        const title = row ? plainWords(row.title) : [];
        let body = null;
        const holds = async phrase => {
          if (contains(title, phrase.words)) return true;
          if (phrase.title) return false;
          if (body === null) body = plainWords((await this.index.abstract(hit.paper))?.text ?? '');
          return contains(body, phrase.words);
        };
        for (const phrase of wanted) if (!await holds(phrase)) return false;
        for (const phrase of unwanted) if (await holds(phrase)) return false;
        return true;
      }));
      return ranked.filter((_, at) => kept[at]);
    }
  }

  const plainWords = text => words(text).filter(token => !token.joined).map(token => token.word);

  /** Whether the words of a phrase stand side by side in a text. */
  function contains(text, phrase) {
    outer: for (let at = 0; at + phrase.length <= text.length; at++) {
      for (let i = 0; i < phrase.length; i++) if (text[at + i] !== phrase[i]) continue outer;
      return true;
    }
    return false;
  }

  /**
   * Opens an index. `reader(name)` gives the JSON value of a file by its name below `search/`, without `.json`.
   */
  async function open(reader) {
    return new Engine(new Index(await reader('index'), reader));
  }

  root.OffprintSearch = { open, words, fold, titleKey, parse, distance, RANKING };
})(globalThis);
