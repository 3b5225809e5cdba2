// The words of titles, abstracts and queries: the same rules as Text.SearchTokens; one table of tests holds for both.
(function (root) {
  'use strict';

  const Search = root.OffprintSearch ??= {};

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

  /** The words of a text, those written together left out. */
  const plainWords = text => words(text).filter(token => !token.joined).map(token => token.word);

  Object.assign(Search, { words, plainWords, fold, titleKey, asTyped, openEnd, readTitle });
})(globalThis);
