// The site without a network. `sw.js` says which edition this is and which of its files to fetch ahead.
// A page comes from the network while there is one, so that a new edition shows at once, and from the store otherwise.
'use strict';

const store = 'offprint ' + self.EDITION.version;

self.addEventListener('install', event => {
  event.waitUntil((async () => {
    const cache = await caches.open(store);
    const files = self.EDITION.files.slice();
    const fetchNext = async () => {
      while (files.length) {
        const file = files.shift();
        try {
          const answer = await fetch(file, { cache: 'no-cache' });
          if (answer.ok) await cache.put(file, answer);
        } catch (error) {
          // One file that does not come must not keep the others away; it is fetched when it is visited.
        }
      }
    };
    await Promise.all([1, 2, 3, 4, 5, 6].map(fetchNext));
    await self.skipWaiting();
  })());
});

self.addEventListener('activate', event => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) {
      if (name.startsWith('offprint ') && name !== store) await caches.delete(name);
    }
    await self.clients.claim();
  })());
});

self.addEventListener('fetch', event => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== self.location.origin) return;
  event.respondWith((async () => {
    const cache = await caches.open(store);
    const key = url.origin + url.pathname.replace(/\/$/, '/index.html');
    try {
      const answer = await fetch(event.request);
      if (answer.ok) event.waitUntil(cache.put(key, answer.clone()));
      return answer;
    } catch (error) {
      const kept = await cache.match(key);
      if (kept) return kept;
      throw error;
    }
  })());
});
