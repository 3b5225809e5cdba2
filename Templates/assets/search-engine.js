// The search engine of an edition: ranks the papers of an index for a query.
// It knows nothing of the page, and runs in browsers and in Node alike, after the scripts that search.js loads before it.
(function (root) {
  'use strict';

  const Search = root.OffprintSearch ??= {};

  const { Index, MOST_WORDS, RANKING, Spelling, Titles, decode, from, parse, plainWords, slotOf, titleKey, words } = Search;

  class Engine {
    constructor(index) {
      this.index = index;
      this.scores = new Float64Array(index.papers);
      this.masks = new Int32Array(index.papers);
      this.best = new Float32Array(index.papers);
      this.titles = new Titles(index);
      this.spelling = new Spelling(index);
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
      const plan = Search.plan(parsed, index.stop);
      result.words = plan.slots.length;
      const allowed = await this.allowed(filters, parsed.filters);
      if (plan.slots.length === 0) {
        if (allowed && plan.isEmpty) this.listAll(allowed, result);
        return result;
      }
      await this.resolve(plan, result);
      const touched = this.score(plan, result);
      const openings = parsed.isPlain ? await this.titles.openings(parsed, result.mended) : [];
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
      await this.titles.rerank(ranked, plan, parsed, limit);
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
        await this.spelling.mend(slot, result);
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
        words: plainWords(item.text), title: item.title }));
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

  Object.assign(Search, { open });
})(globalThis);
