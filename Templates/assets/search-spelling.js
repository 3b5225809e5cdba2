// Words found nowhere: written apart, or with letters mistyped.
(function (root) {
  'use strict';

  const Search = root.OffprintSearch ??= {};

  const { RANKING } = Search;

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

  /** Looks for the known words that an unknown one may stand for. */
  class Spelling {
    constructor(index) { this.index = index; }

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
  }

  Object.assign(Search, { Spelling, distance });
})(globalThis);
