// Holds the page's script against the table of words: node tokens.mjs; prints each difference, ends with 1 if any.
import fs from 'node:fs';
import { OffprintSearch } from './page-engine.mjs';

const here = name => new URL(name, import.meta.url);
let wrong = 0;
const vectors = JSON.parse(fs.readFileSync(here('search-tokens.json'), 'utf8'));
for (const { note, text, words } of vectors) {
  const found = OffprintSearch.words(text).map(token => (token.joined ? '+' : '') + token.word);
  if (JSON.stringify(found) === JSON.stringify(words)) continue;
  wrong++;
  console.log(`${note}: ${JSON.stringify(text)} gives ${JSON.stringify(found)}, not ${JSON.stringify(words)}`);
}
console.log(`${vectors.length} texts, ${wrong} wrong`);
process.exit(wrong ? 1 : 0);
