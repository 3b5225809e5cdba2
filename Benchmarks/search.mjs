// Judges the search of a built site: search.mjs SITE [FOLDER with queries.jsonl and qrels.tsv] [SEED]; see ./search.
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import * as adapter from './search-adapter.mjs';

const [site, folder = '', seed = '7'] = process.argv.slice(2);
const lines = file => fs.readFileSync(file, 'utf8').split('\n').filter(Boolean);
const papers = lines(path.join(site, 'papers.jsonl')).map(line => JSON.parse(line))
  .map((paper, order) => ({ id: String(paper.sourceId ?? order), title: paper.title, text: paper.abstract ?? '' }));

// What the peers reach on the four dumps of 793 papers, November 2026: Pagefind 1.5, MiniSearch 7, Lunr 2 with
// prefixes and one edit, FlexSearch 0.8. A dash: not measured.
const PEERS = {
  'three title words, first': [.873, .910, .840, .923], 'one typo, first': [.308, .990, .921, .973],
  'three abstract words, first': [.963, .827, .663, .937], 'every keystroke, first': [.801, .833, .755, .899],
  'every keystroke, in five': [.899, .917, .878, .966], 'keystrokes until in five': [4.2, 4.5, 5.0, 3.2],
  'first result, gzip kB': [131, 249, 464, 489],
};
const PEERS_JUDGED = { scifact: [.045, .592, .639, .270], cranfield: [.014, .280, .378, .185] };

// ---- Reading, counted as a visitor's browser would ----

const gzipped = new Map();
let met = new Set();
function read(name) {
  const bytes = fs.readFileSync(path.join(site, name));
  if (!gzipped.has(name)) gzipped.set(name, zlib.gzipSync(bytes, { level: 9 }).length);
  met.add(name);
  return bytes;
}
await adapter.load(site, { read, text: name => read(name).toString('utf8') });
const manifestBytes = gzipped.get('search/index.json');

// ---- Questions, the same for the same seed ----

let state = Number(seed) >>> 0;
function below(n) {   // xorshift over 32 bits, scrambled first so that small seeds differ
  state = Math.imul(state ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
  state ^= state << 13; state ^= state >>> 17; state ^= state << 5;
  return (state >>> 0) % n;
}
const SMALL = new Set('a an and are as at be by can do does for from has how in into is it its no not of on or our than that the their to towards toward using via we what when which with'.split(' '));
const plain = word => word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
const wordsOf = text => text.match(/[\p{L}\p{N}]+(?:[-'’.+#][\p{L}\p{N}+#]+)*/gu) ?? [];
const telling = text => wordsOf(text).filter(word => !SMALL.has(plain(word)));

function mistyped(word) {   // one edit, anywhere
  const letter = 'abcdefghijklmnopqrstuvwxyz'[below(26)], at = below(word.length - 1);
  const edits = [word.slice(0, at) + word.slice(at + 1), word.slice(0, at) + letter + word.slice(at),
    word.slice(0, at) + letter + word.slice(at + 1), word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2)];
  const typed = edits[below(4)];
  return typed === word ? word.slice(1) : typed;
}

function questions(count) {
  const holders = new Map(), same = new Map();
  for (const paper of papers) {
    for (const word of new Set(wordsOf(paper.title + ' ' + paper.text).map(plain))) holders.set(word, (holders.get(word) ?? 0) + 1);
    const key = wordsOf(paper.title).map(plain).join(' ');
    same.set(key, (same.get(key) ?? new Set()).add(paper.id));
  }
  const rarity = word => Math.log(papers.length / (holders.get(plain(word)) ?? 1));
  const able = papers.filter(paper => telling(paper.title).length >= 4 && paper.text.length > 200);
  for (let at = able.length - 1; at > 0; at--) { const other = below(at + 1); [able[at], able[other]] = [able[other], able[at]]; }
  const sets = { 'whole title': [], 'three title words': [], 'one typo': [], 'hyphens and accents': [], 'three abstract words': [], typing: [] };
  for (const { title, text } of able.slice(0, count)) {
    const want = same.get(wordsOf(title).map(plain).join(' ')), words = telling(title), put = (set, query) => sets[set].push({ query, want });
    put('whole title', title);
    const from = below(words.length - 2);
    put('three title words', words.slice(from, from + 3).join(' '));
    const rare = new Set([...new Set(words)].sort((a, b) => rarity(b) - rarity(a)).slice(0, 3)), kept = words.filter(word => rare.has(word) && rare.delete(word));
    const long = kept.filter(word => /^\p{L}{5,}$/u.test(word));
    if (long.length > 0) { const victim = long[below(long.length)]; put('one typo', kept.map(word => word === victim ? mistyped(word) : word).join(' ')); }
    if (/[-\p{M}]|[^\x00-\x7f]/u.test(title.normalize('NFKD'))) {
      put('hyphens and accents', telling(plain(title).replace(/[-‐–]/g, below(2) ? '' : ' ')).slice(0, 5).join(' '));
    }
    const inTitle = new Set(wordsOf(title).map(plain)), counts = new Map();
    for (const word of wordsOf(text).map(plain)) if (word.length > 3 && !SMALL.has(word) && !inTitle.has(word) && /^\p{L}/u.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
    const keys = [...counts].filter(([word]) => holders.get(word) > 1).sort((a, b) => b[1] * rarity(b[0]) - a[1] * rarity(a[0])).slice(0, 3);
    if (keys.length === 3) put('three abstract words', keys.map(([word]) => word).join(' '));
    if (sets.typing.length < 100) put('typing', wordsOf(title).slice(0, 5).join(' ').slice(0, 40));
  }
  return sets;
}

// ---- Answers ----

const row = (name, ours, digits = 3) => {
  const peers = papers.length > 700 && papers.length < 900 ? PEERS[name] : undefined;
  const cell = value => value === undefined ? '-'.padStart(11) : value.toFixed(digits).padStart(11);
  console.log(name.padEnd(32) + cell(ours) + [0, 1, 2, 3].map(at => cell(peers?.[at])).join(''));
};
const rank = async (query, want) => (await adapter.search(query, 10)).findIndex(id => want.has(id)) + 1;
const quantile = (values, share) => [...values].sort((a, b) => a - b)[Math.floor(share * (values.length - 1))];

console.log(`${papers.length} papers, seed ${seed}`);
console.log(''.padEnd(32) + ['Offprint', 'Pagefind', 'MiniSearch', 'Lunr', 'FlexSearch'].map(name => name.padStart(11)).join(''));
if (fs.existsSync(path.join(folder, 'qrels.tsv'))) await judge();
const sets = questions(200);
for (const [name, items] of Object.entries(sets)) {
  if (name === 'typing' || items.length === 0) continue;
  const ranks = [];
  for (const { query, want } of items) ranks.push(await rank(query, want));
  row(`${name}, first`, ranks.filter(at => at === 1).length / ranks.length);
  row(`${name}, in five`, ranks.filter(at => at > 0 && at <= 5).length / ranks.length);
}
if (sets.typing.length > 0) await type();
await weigh();

async function judge() {
  const grades = new Map();
  for (const line of lines(path.join(folder, 'qrels.tsv')).slice(1)) {
    const [query, paper, grade] = line.split('\t');
    grades.set(query, (grades.get(query) ?? new Map()).set(paper, Number(grade)));
  }
  let sum = 0, count = 0;
  for (const { _id, text } of lines(path.join(folder, 'queries.jsonl')).map(line => JSON.parse(line))) {
    const graded = grades.get(_id);
    if (!graded) continue;
    const gain = list => list.slice(0, 10).reduce((total, grade, at) => total + grade / Math.log2(at + 2), 0);
    const ideal = gain([...graded.values()].sort((a, b) => b - a));
    sum += ideal > 0 ? gain((await adapter.search(text, 10)).map(id => graded.get(id) ?? 0)) / ideal : 0;
    count++;
  }
  PEERS['nDCG at 10'] = PEERS_JUDGED[path.basename(folder)];
  const cell = value => (value === undefined ? '-' : value.toFixed(3)).padStart(11);
  console.log('nDCG at 10'.padEnd(32) + cell(sum / count) + [0, 1, 2, 3].map(at => cell(PEERS['nDCG at 10']?.[at])).join(''));
}

async function type() {
  let strokes = 0, first = 0, five = 0, blank = 0, until = 0;
  const start = process.cpuUsage();
  for (const { query, want } of sets.typing) {
    let found = 0;
    for (let size = 2; size <= query.length; size++) {
      if (query[size - 1] === ' ') continue;
      const answers = await adapter.search(query.slice(0, size), 10), at = answers.findIndex(id => want.has(id)) + 1;
      strokes++;
      if (answers.length === 0) blank++;
      if (at === 1) first++;
      if (at > 0 && at <= 5) { five++; found ||= size; }
    }
    until += found || query.length + 1;
  }
  const used = process.cpuUsage(start);
  row('every keystroke, first', first / strokes);
  row('every keystroke, in five', five / strokes);
  row('keystrokes until in five', until / sets.typing.length, 2);
  row('keystrokes without an answer', blank);
  row('CPU ms a keystroke', (used.user + used.system) / 1000 / strokes, 2);
}

/** What an empty cache costs: every search from nothing. */
async function weigh() {
  const three = [], one = [], able = papers.map(paper => telling(paper.title).filter(word => word.length > 3)).filter(words => words.length > 3);
  for (let i = 0; i < 100 && able.length > 0; i++) {
    const words = able[below(able.length)], from = below(words.length - 2);
    three.push(words.slice(from, from + 3).join(' ') + ' ');
    one.push(words[from] + ' ');
  }
  for (const [name, queries] of [['one word', one], ['three words', three]]) {
    const sizes = [];
    for (const query of queries) {
      met = new Set();
      await adapter.reset();
      await adapter.search(query, 10);
      sizes.push([...met].reduce((sum, file) => sum + gzipped.get(file), 0) / 1000);
    }
    if (sizes.length === 0) continue;
    if (name === 'one word') row('first result, gzip kB', quantile(sizes, .5), 1);
    row(`${name}, cold, gzip kB, median`, quantile(sizes, .5), 1);
    row(`${name}, cold, gzip kB, 90 %`, quantile(sizes, .9), 1);
  }
  row('index.json, gzip kB', manifestBytes / 1000, 1);
  const files = fs.readdirSync(path.join(site, 'search'), { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
  row('files of the index', files.length, 0);
}
