// A query taken apart: its words, phrases, fields and filters, and the slots in which they are looked for.
(function (root) {
  'use strict';

  const Search = root.OffprintSearch ??= {};

  const { plainWords, words } = Search;

  const LONGEST_QUERY = 600;
  const MOST_WORDS = 30;


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

  /** The words of a query as slots, with the forms written together that cover several of them. */
  function plan(parsed, stop) {
    const made = { slots: [], joins: [], phrases: [], required: 0, isEmpty: false };
    const add = (text, more) => {
      const found = words(text), numbers = [];
      for (const token of found) {
        if (token.joined) {
          const covers = numbers.slice(numbers.length - token.parts);
          made.joins.push({ word: token.word, covers, weight: 1 });
        } else if (made.slots.length < MOST_WORDS) {
          numbers.push(made.slots.length);
          made.slots.push(slotOf(token.word, { ...more, stop: stop.has(token.word) }));
        }
      }
      return numbers;
    };
    for (const item of parsed.required) {
      add(item.text, { required: true, title: item.title });
      if (item.phrase) made.phrases.push({ words: plainWords(item.text), title: item.title });
    }
    const numbers = add(parsed.plain, {});
    if (parsed.open && numbers.length > 0) {
      const end = words(parsed.plain).at(-1);
      made.slots[numbers.at(-1)].last = true;
      if (end.joined) made.joins.at(-1).last = true;
    } else if (parsed.open && parsed.required.length > 0 && made.slots.length > 0) made.slots.at(-1).last = !parsed.required.at(-1).phrase;
    for (let at = 1; at < numbers.length; at++) {
      const [left, right] = [made.slots[numbers[at - 1]], made.slots[numbers[at]]];
      if (left.stop && right.stop) continue;
      made.joins.push({ word: left.word + right.word, covers: [numbers[at - 1], numbers[at]], weight: RANKING.neighbours, guessed: true, last: right.last });
    }
    dropStopWords(made);
    made.slots.forEach((slot, at) => { if (slot.required) made.required |= 1 << at; });
    made.isEmpty = made.slots.length === 0;
    return made;
  }

  /** Stop words are looked for only where a query holds nothing else. */
  function dropStopWords(plan) {
    if (plan.slots.every(slot => slot.stop)) return;
    const places = [];
    let next = 0;
    for (const slot of plan.slots) places.push(slot.stop ? -1 : next++);
    plan.slots = plan.slots.filter(slot => !slot.stop);
    for (const join of plan.joins) join.covers = join.covers.map(at => places[at]).filter(at => at >= 0);
    plan.joins = plan.joins.filter(join => join.covers.length > 0);
  }

  Object.assign(Search, { parse, plan, slotOf, MOST_WORDS, RANKING });
})(globalThis);
