// The doorway to search, on every page: `/` goes to the box, which is made where the page has none.
// Engine and results are fetched only when somebody is about to search.
(function () {
  'use strict';

  const script = document.currentScript;
  const root = script.dataset.root ?? '';
  const folder = script.src.replace(/[^/]*$/, '');
  const scripts = ['search-words.js', 'search-index.js', 'search-query.js', 'search-spelling.js', 'search-titles.js',
    'search-engine.js', 'search-page.js'];
  let started = false;

  const load = name => new Promise((resolve, reject) => {
    const tag = document.createElement('script');
    tag.src = folder + name;
    tag.async = false;   // fetched at once, run in order
    tag.onload = resolve;
    tag.onerror = () => reject(new Error(name + ' cannot be read.'));
    document.head.append(tag);
  });

  const box = () => document.querySelector('form.find input[name=q]');

  async function start() {
    if (started) return;
    started = true;
    try {
      await Promise.all(scripts.map(load));
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
    box()?.focus();
    box()?.select();
  });

  const make = (tag, attributes, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };

  /** Puts the box of layouts/find.html at the head of a page that has none. */
  function makeBox() {
    const input = make('input', { id: 'q', name: 'q', type: 'search', placeholder: 'title or method', autocomplete: 'off', spellcheck: 'false' });
    const form = make('form', { class: 'find', role: 'search', action: root + 'search.html' },
      make('label', { class: 'vh', for: 'q' }, 'Search the papers'), input, make('button', {}, 'Search'));
    const hint = make('p', { class: 'hint', role: 'status' }, 'Enter shows all results, Escape leaves.');
    document.querySelector('main').prepend(make('header', { class: 'opening find-here' }, make('div', { class: 'search-box' }, form, hint)));
    scrollTo(0, 0);
  }

  const ready = () => {
    if (!box() && 'make' in script.dataset) makeBox();
    const input = box();
    if (!input) return;
    input.form.addEventListener('focusin', start, { once: true });
    input.form.addEventListener('pointerenter', start, { once: true });
    if ('make' in script.dataset) input.focus();
    const isAsked = location.search.length > 1 && document.querySelector('main.search');
    if (isAsked || input.value !== '' || document.activeElement === input) start();
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', ready); else ready();
})();
