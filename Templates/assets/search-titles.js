// Titles: those that a query opens, and how well the first papers' titles answer it.
(function (root) {
  'use strict';

  const Search = root.OffprintSearch ??= {};

  const { RANKING, asTyped, from, openEnd, readTitle, titleKey } = Search;

  const MOST_OPENINGS = 50;

  /** The titles of an index, as a query meets them. */
  class Titles {
    constructor(index) {
      this.index = index;
      this.sorted = null;
      this.taken = [];
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
      if (!this.sorted) {
        const rows = this.index.papers > 0 ? this.index.part('d/0').title : [];
        const keys = rows.map(titleKey);
        const papers = keys.map((_, at) => at).sort((a, b) => keys[a] < keys[b] ? -1 : keys[a] > keys[b] ? 1 : a - b);
        this.sorted = { keys, titles: papers.map(at => keys[at]), papers };
      }
      return this.sorted;
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
  }

  Object.assign(Search, { Titles });
})(globalThis);
