// The doorway to search, on every page: `/` goes to the box, or to the search page where there is none.
// Engine and results are fetched only when somebody is about to search.
(function () {
  'use strict';

  const script = document.currentScript;
  const root = script.dataset.root ?? '';
  const folder = script.src.replace(/[^/]*$/, '');
  let started = false;

  const load = name => new Promise((resolve, reject) => {
    const tag = document.createElement('script');
    tag.src = folder + name;
    tag.onload = resolve;
    tag.onerror = () => reject(new Error(name + ' cannot be read.'));
    document.head.append(tag);
  });

  const box = () => document.querySelector('form.find input[name=q]');

  async function start() {
    if (started) return;
    started = true;
    try {
      await load('search-engine.js');
      await load('search-page.js');
      globalThis.OffprintSearchPage.start({ root, form: box().form, input: box() });
    } catch (error) {
      const status = document.querySelector('.hint[role=status]');
      if (status) status.textContent = 'Search cannot start: ' + error.message;
    }
  }

  const isTyping = target => target instanceof HTMLElement &&
    (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName));

  document.addEventListener('keydown', event => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    event.preventDefault();
    const input = box();
    if (input) { input.focus(); input.select(); } else location.href = root + 'search.html';
  });

  const ready = () => {
    const input = box();
    if (!input) return;
    input.form.addEventListener('focusin', start, { once: true });
    input.form.addEventListener('pointerenter', start, { once: true });
    const asked = new URLSearchParams(location.search);
    if (document.querySelector('main.search') || asked.get('q') || document.activeElement === input) start();
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', ready); else ready();
})();
