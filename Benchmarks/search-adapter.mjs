// Lets a judge of search engines ask a built site: load(siteDir, io), search(query, k) -> the input's own ids, reset().
// The engine is the page's own. Ids come from the site's papers.jsonl (`sourceId`), else from the index.
import fs from 'node:fs';
import path from 'node:path';
import { OffprintSearch } from '../Tests/Script/page-engine.mjs';

export const engine = 'Offprint';

let search_, ids, reader;

export async function load(siteDir, io) {
  reader = async name => JSON.parse(io.text(`search/${name}.json`));
  ids = inputIds(siteDir);
  await reset();
}

export async function reset() {
  search_ = await OffprintSearch.open(reader);
}

export async function search(query, k) {
  const found = await search_.search(query, { limit: k });
  const papers = found.papers.slice(0, k);
  if (k <= 10) await Promise.all(papers.map(paper => search_.index.row(paper)));   // what the page shows is read too
  return papers.map(paper => ids[paper]);
}

/** The input's id of each paper, by the index's number. Read aside: a visitor's page does not need it. */
function inputIds(siteDir) {
  const json = name => JSON.parse(fs.readFileSync(path.join(siteDir, 'search', name + '.json'), 'utf8'));
  const found = [];
  json('index').abstracts.forEach((_, number) => found.push(...json('x/' + number).id));
  const file = path.join(siteDir, 'papers.jsonl');
  if (!fs.existsSync(file)) return found;
  const source = new Map();   // dumps give no ids: there the order of the papers stands for them
  fs.readFileSync(file, 'utf8').split('\n').filter(Boolean).map(line => JSON.parse(line))
    .forEach((paper, order) => source.set(paper.id, String(paper.sourceId ?? order)));
  return found.map(id => source.get(id) ?? id);
}
