// The page's search engine in Node: the scripts that search.js names, in its order, without the page itself.
import fs from 'node:fs';
import vm from 'node:vm';

const asset = name => fs.readFileSync(new URL('../../Templates/assets/' + name, import.meta.url), 'utf8');
const [, names] = /const scripts = \[([^\]]*)\]/.exec(asset('search.js'));
for (const [, name] of names.matchAll(/'([^']+)'/g)) {
  if (name !== 'search-page.js') vm.runInThisContext(asset(name), name);
}

export const OffprintSearch = globalThis.OffprintSearch;
