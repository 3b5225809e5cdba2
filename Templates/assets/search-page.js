// The reader's side of search: the box, the results, what narrows them, the address. Text is only ever set as text.
(function (root) {
  'use strict';

  const PAGE_SIZE = 20;        // results shown at once on the search page
  const FEW = 8;               // on any other page
  const FACET_ROWS = 6;
  const LARGE_FACET = 2000;    // values above which a facet is read only when asked for
  const BUSY_AFTER = 150;      // milliseconds until "looking …" shows
  const SETTLED_AFTER = 400;   // milliseconds without typing until the address and the announcement follow
  const LONGEST_SAY = 230;
  const LEGENDS = { topic: 'Topic', theme: 'Theme', keyword: 'Keyword', dump: 'Dump', year: 'Year', venue: 'Venue', author: 'Author', category: 'Category', 'given-keyword': 'Given keyword', has: 'Has' };
  const FACET_ORDER = Object.keys(LEGENDS);

  // ---- Making elements ----

  function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value === true) element.setAttribute(name, '');
      else if (value !== false && value !== null) element.setAttribute(name, value);
    }
    element.append(...children);
    return element;
  }

  const count = number => make('span', { class: 'num' }, number.toLocaleString('en'));
  const papersWord = number => number === 1 ? 'paper' : 'papers';
  const emphasis = text => make('i', {}, text);

  /** `text` with the ranges marked. */
  function marked(text, ranges) {
    const pieces = [];
    let end = 0;
    for (const [from, to] of ranges) {
      if (from > end) pieces.push(text.slice(end, from));
      pieces.push(make('mark', {}, text.slice(from, to)));
      end = to;
    }
    if (end < text.length) pieces.push(text.slice(end));
    return pieces;
  }

  // ---- Reading the index ----

  /** How a page reads the files of the index: by fetch, or by script tags where pages may not fetch. */
  function reader(rootPath) {
    const base = rootPath + 'search/';
    let stamp = '', bundle = 1;
    const scripts = new Map(), texts = new Map();
    root.S = (name, text) => texts.set(name, text);
    const viaFetch = async name => {
      const response = await fetch(base + name + '.json' + (stamp && '?v=' + stamp));
      if (!response.ok) throw new Error(`search/${name}.json cannot be read`);
      return response.json().catch(() => { throw new Error(`search/${name}.json is not whole`); });
    };
    const viaScript = async name => {
      const [kind, number] = name.split('/');
      const file = /^\d+$/.test(number ?? '') ? `${kind}/${number - number % bundle}` : name;
      if (!texts.has(name)) {
        if (!scripts.has(file)) {
          scripts.set(file, new Promise((resolve, reject) => {
            const tag = make('script', { src: base + file + '.js' });
            tag.onload = resolve;
            tag.onerror = () => { scripts.delete(file); reject(new Error(`search/${file}.js cannot be read`)); };
            document.head.append(tag);
          }));
        }
        await scripts.get(file);
      }
      const text = texts.get(name);
      if (text === undefined) { scripts.delete(file); throw new Error(`search/${file}.js is not whole`); }
      texts.delete(name);
      return JSON.parse(text);
    };
    const read = location.protocol === 'file:' ? viaScript : viaFetch;
    return async name => {
      const json = await read(name);
      if (name === 'index') { stamp = json.stamp ?? ''; bundle = json.bundle ?? 1; }
      return json;
    };
  }

  // ---- Text for a result ----

  /** The sentence of an abstract that holds most of the words, shortened around them: {text, ranges, cut}. */
  function excerpt(engine, abstract, result) {
    const sentences = [];
    const boundary = /[.!?]["'”’)]*\s+(?=["'“‘(]*[\p{Lu}\p{N}])/gu;
    let start = 0;
    for (const match of abstract.text.matchAll(boundary)) { sentences.push([start, match.index + match[0].length]); start = match.index + match[0].length; }
    sentences.push([start, abstract.text.length]);
    let best = null;
    for (const [from, to] of sentences) {
      const text = abstract.text.slice(from, to).trim();
      const found = engine.marks(text, result);
      const main = abstract.say && from < abstract.say[1] && to > abstract.say[0] ? .5 : 0;
      const worth = found.distinct + main + Math.min(found.ranges.length, 5) * .01;
      if (text && (!best || worth > best.worth)) best = { text, ranges: found.ranges, worth };
    }
    if (!best) return null;
    return shorten(best.text, best.ranges);
  }

  /** At most LONGEST_SAY letters of a sentence, cut at words, the first mark inside. */
  function shorten(text, ranges) {
    if (text.length <= LONGEST_SAY) return { text, ranges, before: false, after: false };
    const first = ranges.length > 0 ? ranges[0][0] : 0;
    let from = first > LONGEST_SAY - 40 ? text.lastIndexOf(' ', first - 60) + 1 : 0;
    let to = text.lastIndexOf(' ', from + LONGEST_SAY);
    if (to <= from) to = Math.min(text.length, from + LONGEST_SAY);
    if (text.length - from <= LONGEST_SAY) to = text.length;
    const inside = ranges.filter(([a, b]) => a >= from && b <= to).map(([a, b]) => [a - from, b - from]);
    return { text: text.slice(from, to), ranges: inside, before: from > 0, after: to < text.length };
  }

  // ---- The page ----

  class SearchPage {
    constructor({ root: rootPath, form, input }) {
      this.root = rootPath;
      this.form = form;
      this.input = input;
      this.isSearchPage = document.querySelector('main.search, #search-results') !== null;
      this.filters = {};
      this.shown = 0;
      this.turn = 0;
      this.title = document.title;
      this.read = reader(rootPath);
      this.status = this.findStatus();
      this.idle = Array.from(this.status.childNodes, node => node.cloneNode(true));
      input.setAttribute('autocomplete', 'off');
      input.setAttribute('spellcheck', 'false');
      input.addEventListener('input', () => this.typed());
      form.addEventListener('submit', event => this.submitted(event));
      document.addEventListener('keydown', event => this.key(event));
      root.addEventListener('popstate', () => { if (this.isSearchPage) this.fromAddress(); });
      this.open().catch(() => {});   // told when somebody searches
      this.fromAddress();
    }

    /** The line under the box, which tells what is found. */
    findStatus() {
      const near = this.form.parentElement.querySelector('[role=status]') ?? document.querySelector('.hint[role=status]');
      if (near) return near;
      const status = make('p', { class: 'hint', role: 'status' });
      this.form.after(status);
      return status;
    }

    /** Opens the index once; a later call tries again where it could not be read. */
    open() {
      this.opening ??= root.OffprintSearch.open(this.read).catch(error => { this.opening = null; throw error; });
      return this.opening;
    }

    // ---- Input ----

    typed() {
      clearTimeout(this.settling);
      this.settling = setTimeout(() => this.settled(), SETTLED_AFTER);
      this.search();
    }

    settled() { if (this.isSearchPage) this.writeAddress(false); }

    submitted(event) {
      if (!this.isSearchPage) return;   // the form itself leads to the search page
      event.preventDefault();
      clearTimeout(this.settling);
      this.engine?.index.retry();
      this.writeAddress(true);
      this.search();
    }

    key(event) {
      if (event.ctrlKey || event.metaKey || event.altKey || !this.input.isConnected) return;
      const links = Array.from(this.list?.querySelectorAll('.t a') ?? []);
      const at = links.indexOf(document.activeElement);
      const inBox = document.activeElement === this.input;
      if (event.key === 'ArrowDown' && (inBox || at >= 0) && links.length > 0) {
        event.preventDefault();
        links[Math.min(at + 1, links.length - 1)].focus();
      } else if (event.key === 'ArrowUp' && at >= 0) {
        event.preventDefault();
        if (at === 0) this.input.focus(); else links[at - 1].focus();
      } else if (event.key === 'Escape' && this.section?.contains(document.activeElement)) {
        event.preventDefault();
        this.input.focus();
      } else if (event.key === 'Escape' && inBox) {
        event.preventDefault();
        if (this.input.value === '') { this.input.blur(); this.form.closest('.find-here')?.remove(); return; }
        this.input.value = '';
        this.typed();
      }
    }

    // ---- Address ----

    fromAddress() {
      const asked = new URLSearchParams(location.search);
      const query = asked.get('q');
      this.filters = {};
      for (const name of new Set(asked.keys())) if (name !== 'q') this.filters[name] = asked.getAll(name);
      if (query !== null) this.input.value = query;
      if (this.input.value !== '' || Object.keys(this.filters).length > 0) this.search();
      else this.clear();
    }

    writeAddress(push) {
      const asked = new URLSearchParams();
      const query = this.input.value.trim();
      if (query) asked.set('q', query);
      for (const [name, labels] of Object.entries(this.filters)) for (const label of labels) asked.append(name, label);
      const address = location.pathname + (asked.size ? '?' + asked : '');
      document.title = query ? `${query} · ${this.title}` : this.title;
      if (address === location.pathname + location.search) return;
      try { history[push ? 'pushState' : 'replaceState'](null, '', address); } catch { /* a page that may not: the search still works */ }
    }

    // ---- Searching ----

    async search() {
      const turn = ++this.turn, query = this.input.value;
      const filtered = Object.values(this.filters).some(labels => labels.length > 0);
      if (query.trim().length < 2 && !filtered && !/[^\x00-\x7f]/.test(query)) { this.clear(); return; }
      const busy = setTimeout(() => { if (turn === this.turn) this.say('looking …'); }, BUSY_AFTER);
      try {
        this.engine = await this.open();
        if (turn !== this.turn) return;
        this.keepKnownFilters();
        const result = await this.engine.search(query, { filters: this.filters, limit: PAGE_SIZE });
        if (turn !== this.turn) return;
        this.result = result;
        await this.show(turn);
      } catch (error) {
        if (turn !== this.turn) return;
        this.clearResults();
        this.say(`The search index cannot be read (${error.message}). The lists of titles, topics and keywords still lead to every paper.`);
      } finally {
        clearTimeout(busy);
      }
    }

    /** Only facets of the index filter; the rest of the address is somebody else's. */
    keepKnownFilters() {
      const names = this.engine.index.facets.map(facet => facet.name);
      for (const name of Object.keys(this.filters)) if (!names.includes(name)) delete this.filters[name];
    }

    clear() {
      this.turn++;
      this.clearResults();
      this.status.replaceChildren(...this.idle.map(node => node.cloneNode(true)));
    }

    clearResults() {
      this.result = null;
      this.section?.remove();
      this.more?.remove();
      this.section = this.list = this.more = this.facetForm = null;
    }

    say(...content) { this.status.replaceChildren(...content); }

    // ---- Results ----

    async show(turn) {
      const rows = await this.rows(0, this.isSearchPage ? PAGE_SIZE : FEW);
      if (turn !== this.turn) return;
      this.announce();
      this.build();
      this.list.replaceChildren(...rows);
      this.shown = rows.length;
      if (this.result.papers.length === 0) this.list.replaceChildren();
      this.showHelp();
      this.showMore();
      this.later(rows, turn);
      if (this.isSearchPage) this.showFacets(turn);
    }

    /** The section that holds the results, made where the page has none. */
    build() {
      if (this.section?.isConnected) return;
      this.heading = make('h2');
      this.list = make('ol', { class: 'entries' });
      this.section = make('section', { class: 'part results' }, this.heading);
      if (this.isSearchPage) {
        this.facetForm = make('form', { class: 'side-note facets' });
        this.facetForm.addEventListener('submit', event => event.preventDefault());
        this.section.append(this.facetForm);
      }
      this.section.append(this.list);
      const place = document.querySelector('#search-results');
      if (place) place.replaceChildren(this.section);
      else (this.form.closest('.masthead, .opening') ?? this.status).after(this.section);
    }

    /** List entries for the papers from..<to of the result. */
    async rows(from, to) {
      const { engine, result } = this;
      const papers = result.papers.slice(from, to);
      const topics = await this.topics();
      const rows = await Promise.all(papers.map(paper => engine.index.row(paper)));
      return papers.map((paper, at) => this.entry(paper, rows[at], topics));
    }

    entry(paper, row, topics) {
      const item = make('li', { class: 'entry', 'data-paper': paper });
      if (!row) {
        item.append(make('p', { class: 't' }, `Paper ${paper + 1}`), make('p', { class: 'say' }, 'Its title cannot be read.'));
        return item;
      }
      const { ranges } = this.engine.marks(row.title, this.result);
      const link = make('a', { href: this.root + row.path }, ...marked(row.title, ranges));
      const note = make('div', { class: 'note' }, make('span', { class: 'seen' }), ' ');
      const topic = topics?.get(paper);
      if (topic) note.append(topic.path ? make('a', { href: this.root + topic.path }, topic.label) : make('span', {}, topic.label));
      if (this.isSearchPage) note.append(this.why(paper, row));
      item.append(make('p', { class: 't' }, link), make('p', { class: 'say' }), note);
      return item;
    }

    /** The first topic of each paper, where the index knows topics. */
    async topics() {
      if (this.topicOf === undefined && this.engine.index.facets.some(facet => facet.name === 'topic')) {
        const values = await this.engine.index.facet('topic');
        this.topicOf = new Map();
        for (const value of values ?? []) for (const paper of value.papers) if (!this.topicOf.has(paper)) this.topicOf.set(paper, value);
      }
      return this.topicOf;
    }

    /** What found this paper, worked out when it is asked for. */
    why(paper, row) {
      const details = make('details', { class: 'why' }, make('summary', {}, 'Why this hit'));
      details.addEventListener('toggle', async () => {
        if (!details.open || details.childElementCount > 1) return;
        const text = make('p', {}, 'looking …');
        details.append(text);
        const abstract = await this.engine.index.abstract(paper);
        const lines = this.engine.reasons(row.title, abstract?.text ?? '', this.result);
        text.replaceChildren(lines.length > 0 ? lines.join(' ') : 'Its words are like those of the query.');
      });
      return details;
    }

    /** Fills in provenance and excerpt of each entry once it is in view and the typing has stopped. */
    async later(rows, turn) {
      if (!this.engine.index.whole) await new Promise(resolve => setTimeout(resolve, SETTLED_AFTER));
      if (turn !== this.turn) return;
      this.eye?.disconnect();
      this.eye = new IntersectionObserver(seen => {
        for (const { isIntersecting, target } of seen) {
          if (!isIntersecting) continue;
          this.eye.unobserve(target);
          this.fill(target, turn);
        }
      }, { rootMargin: '200px' });
      for (const item of this.list?.children ?? []) if (!item.dataset.filled) this.eye.observe(item);
    }

    async fill(item, turn) {
      const { engine, result } = this, seen = item.querySelector('.seen');
      item.dataset.filled = '1';
      const abstract = seen ? await engine.index.abstract(Number(item.dataset.paper)) : null;
      if (turn !== this.turn) return;
      if (!abstract) { this.warn(); return; }
      seen.textContent = abstract.note;
      const found = excerpt(engine, abstract, result);
      if (!found) return;
      item.querySelector('.say').replaceChildren(...(found.before ? ['…\u00a0'] : []), ...marked(found.text, found.ranges), ...(found.after ? ['\u00a0…'] : []));
    }

    showMore() {
      this.more?.remove();
      const left = this.result.papers.length - this.shown;
      if (left <= 0) return;
      const next = Math.min(left, PAGE_SIZE);
      if (!this.isSearchPage) {
        const address = this.root + 'search.html?' + new URLSearchParams({ q: this.input.value });
        this.more = make('p', { class: 'note text' }, make('a', { href: address }, `All ${this.result.total.toLocaleString('en')} papers`));
        this.section.append(this.more);
        return;
      }
      const button = make('button', { class: 'btn', type: 'button' }, `${next} more`);
      button.addEventListener('click', async () => {
        const turn = this.turn;
        const rows = await this.rows(this.shown, this.shown + next);
        if (turn !== this.turn) return;
        this.list.append(...rows);
        this.shown += rows.length;
        this.showMore();
        rows[0]?.querySelector('a')?.focus();
        this.later(rows, turn);
      });
      this.more = make('nav', { class: 'part', 'aria-label': 'More results' }, make('div', { class: 'pages text' }, button));
      this.section.after(this.more);
    }

    // ---- Words for the reader ----

    announce() {
      const { result } = this, line = [];
      for (const { typed, shown } of result.mended) {
        line.push('No paper has ', emphasis(typed), '. ');
        if (shown.length === 0 || result.total === 0) continue;
        line.push('Shown: ');
        shown.forEach((word, at) => line.push(at > 0 ? ', ' : '', emphasis(word)));
        line.push('. ');
      }
      const total = result.total;
      if (total === 0) {
        line.push(result.phrases.length > 0 ? 'No paper has this phrase.' : 'No paper is found.');
      } else {
        if (result.words > 1 && result.complete === 0) line.push('No paper has all these words; some of them: ');
        if (result.atLeast) line.push('more than ');
        line.push(count(total), ' ', papersWord(total));
        if (result.words > 1 && result.complete > 0 && result.complete < total) line.push(result.words === 2 ? ', those with both words first' : ', those with all words first');
        line.push('.');
      }
      this.say(...line);
      this.warn();
    }

    /** Tells which files of the index could not be read. */
    warn() {
      const problems = [...this.engine.index.problems.values()];
      this.warning?.remove();
      this.warning = null;
      if (problems.length === 0) return;
      this.warning = make('span', {}, ` Part of the index is missing (${problems[0]}${problems.length > 1 ? ` and ${problems.length - 1} more` : ''}); the rest is searched.`);
      this.status.append(this.warning);
    }

    /** What to try where nothing is found. */
    showHelp() {
      this.help?.remove();
      this.help = null;
      const isFound = this.result.total > 0;
      this.heading.textContent = isFound ? (this.isSearchPage ? 'Narrow' : 'Found') : 'Nothing found';
      if (isFound) return;
      this.help = make('div', { class: 'text help' });
      const tries = this.tries();
      if (tries.length > 0) {
        const line = make('p', { class: 'tools' });
        for (const { label, act } of tries) {
          const button = make('button', { class: 'btn', type: 'button' }, label);
          button.addEventListener('click', () => { act(); this.input.focus(); this.writeAddress(true); this.search(); });
          line.append(button, ' ');
        }
        this.help.append(line);
      }
      this.help.append(make('p', {}, this.isSearchPage ? 'Other words, or more general ones, may find something. The lists below lead to every paper.'
        : 'Other words, or more general ones, may find something.'));
      this.section.append(this.help);
    }

    tries() {
      const found = [], query = this.input.value.trim();
      for (const { typed, shown } of this.result.mended) {
        const better = shown.length > 0 ? this.engine.replaced(query, typed, shown[0]) : query;
        if (better !== query) found.push({ label: `Did you mean ${shown[0]}?`, act: () => { this.input.value = better; } });
      }
      if (Object.values(this.filters).some(labels => labels.length > 0)) found.push({ label: 'All topics and dumps', act: () => { this.filters = {}; } });
      if (/["]/.test(query)) found.push({ label: 'Without the quotes', act: () => { this.input.value = query.replaceAll('"', ''); } });
      if (/(^|\s)-/.test(query)) found.push({ label: 'Leave nothing out', act: () => { this.input.value = query.replace(/(^|\s)-\S+/g, ' ').trim(); } });
      if (/\w:/.test(query)) found.push({ label: 'Anywhere in the papers', act: () => { this.input.value = query.replace(/\b[a-z]+:/g, ''); } });
      return found;
    }

    // ---- Facets ----

    async showFacets(turn) {
      const { engine, result } = this, index = engine.index;
      const names = index.facets.filter(facet => facet.values > 1 || this.filters[facet.name]?.length > 0)
        .sort((a, b) => (FACET_ORDER.indexOf(a.name) + 1 || 99) - (FACET_ORDER.indexOf(b.name) + 1 || 99));
      const fieldsets = [];
      for (const facet of names) {
        const isAsked = this.askedFacets?.has(facet.name) || this.filters[facet.name]?.length > 0;
        if (facet.values > LARGE_FACET && !isAsked) { fieldsets.push(this.facetButton(facet)); continue; }
        const counts = await engine.counts(facet.name, result, this.filters);
        if (turn !== this.turn) return;
        const fieldset = counts && this.facetset(facet.name, counts);
        if (fieldset) fieldsets.push(fieldset);
      }
      if (turn !== this.turn || !this.facetForm) return;
      const wasOpen = this.facetForm.querySelector('.show-facets')?.checked ?? false;
      const focused = document.activeElement?.closest?.('.facet') ? document.activeElement.dataset.key : null;
      const toggle = make('input', { type: 'checkbox', class: 'show-facets' });
      toggle.checked = wasOpen;
      const label = make('label', { class: 'switch show-facets-l' }, toggle, ' Show topics, keywords, dumps');
      this.facetForm.replaceChildren(...(fieldsets.length > 0 ? [label, ...fieldsets] : []));
      if (focused) this.facetForm.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
    }

    facetset(name, counts) {
      const chosen = this.filters[name] ?? [];
      const rows = counts.filter(row => row.count > 0 || chosen.includes(row.label))
        .sort((a, b) => chosen.includes(b.label) - chosen.includes(a.label) || b.count - a.count || (a.label < b.label ? -1 : 1));
      if (rows.length === 0) return null;
      const set = make('fieldset', { class: 'facet' }, make('legend', {}, LEGENDS[name] ?? name));
      const add = row => {
        const box = make('input', { type: 'checkbox', 'data-key': name + ':' + row.label });
        box.checked = chosen.includes(row.label);
        box.addEventListener('change', () => this.choose(name, row.label, box.checked));
        set.append(make('label', {}, box, make('span', {}, row.label), make('span', { class: 'n' }, row.count.toLocaleString('en'))));
      };
      const few = this.fullFacets?.has(name) ? rows.length : Math.max(FACET_ROWS, chosen.length);
      rows.slice(0, few).forEach(add);
      if (rows.length > few) {
        const more = make('button', { type: 'button', class: 'quiet', 'data-key': name + ':' }, `all ${rows.length.toLocaleString('en')}`);
        more.addEventListener('click', () => {
          (this.fullFacets ??= new Set()).add(name);
          more.remove();
          rows.slice(few).forEach(add);
        });
        set.append(more);
      }
      return set;
    }

    facetButton(facet) {
      const legend = LEGENDS[facet.name] ?? facet.name;
      const button = make('button', { type: 'button', class: 'quiet' }, `Show ${facet.values.toLocaleString('en')}`);
      button.addEventListener('click', () => { (this.askedFacets ??= new Set()).add(facet.name); this.showFacets(this.turn); });
      return make('fieldset', { class: 'facet' }, make('legend', {}, legend), button);
    }

    choose(name, label, isChosen) {
      const labels = (this.filters[name] ?? []).filter(one => one !== label);
      if (isChosen) labels.push(label);
      if (labels.length > 0) this.filters[name] = labels; else delete this.filters[name];
      this.writeAddress(true);
      this.search();
    }
  }

  root.OffprintSearchPage = { start: options => new SearchPage(options) };
})(globalThis);
