// Asks the page's engine over an index folder: node engine.mjs FOLDER QUERY…; prints one line of titles a query.
import fs from 'node:fs';
import path from 'node:path';
import { OffprintSearch } from './page-engine.mjs';

const [folder, ...queries] = process.argv.slice(2);
const engine = await OffprintSearch.open(async name => JSON.parse(fs.readFileSync(path.join(folder, name + '.json'), 'utf8')));
for (const query of queries) {
  const result = await engine.search(query);
  const rows = await Promise.all(result.papers.slice(0, 3).map(paper => engine.index.row(paper)));
  const mended = result.mended.map(({ typed, shown }) => `[${typed}: ${shown.join(', ')}] `).join('');
  const problems = engine.index.problems.size > 0 ? ' [problem]' : '';
  console.log(mended + rows.map(row => row ? `${row.title} <${row.path}>` : '?').join(' | ') + problems);
}
