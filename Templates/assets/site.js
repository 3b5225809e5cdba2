// What a page gains from a script: reading list, copy buttons, keys, the choice of theme. Every page is whole without it.
(function () {
  'use strict';

  const root = document.documentElement.dataset.root ?? '';
  const site = document.querySelector('meta[property="og:site_name"]')?.content ?? '';

  const read = key => { try { return localStorage.getItem(key); } catch { return null; } };
  const keep = (key, value) => { try { if (value === null) localStorage.removeItem(key); else localStorage.setItem(key, value); } catch { /* storage is shut */ } };

  const make = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };
  const button = (text, act, attributes = {}) => {
    const element = make('button', { type: 'button', class: 'quiet', ...attributes }, text);
    element.addEventListener('click', act);
    return element;
  };

  // ---- Reading list: content ids of papers, in the reader's order ----

  const listKey = 'offprint-list:' + site;
  const isID = id => /^[0-9a-z]{4,24}$/i.test(id);
  const list = {
    ids() {
      let ids = [];
      try { ids = JSON.parse(read(listKey) ?? '[]'); } catch { /* not ours: begin anew */ }
      return Array.isArray(ids) ? ids.filter(id => typeof id === 'string' && isID(id)) : [];
    },
    set(ids) {
      keep(listKey, ids.length > 0 ? JSON.stringify([...new Set(ids)]) : null);
      document.dispatchEvent(new Event('offprint-list'));
    },
    has: id => list.ids().includes(id),
    toggle(id) { list.set(list.has(id) ? list.ids().filter(one => one !== id) : [...list.ids(), id]); },
  };
  window.OffprintList = list;

  function showCount() {
    const count = list.ids().length;
    for (const place of document.querySelectorAll('[data-list-count]')) place.textContent = count > 0 ? `(${count})` : '';
  }

  /** Keeps a button in step with the list. */
  function followList(element, id, show) {
    const update = () => show(element, list.has(id));
    element.addEventListener('click', () => list.toggle(id));
    document.addEventListener('offprint-list', update);
    update();
    return element;
  }

  /** The button of a paper's page. */
  const listButton = id => followList(make('button', { type: 'button', class: 'btn' }), id, (element, isOn) => {
    element.textContent = isOn ? 'Take off the reading list' : 'Add to reading list';
  });

  /** The star beside a title. */
  function star(id, title) {
    const drawing = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    drawing.setAttribute('viewBox', '0 0 16 16');
    drawing.setAttribute('aria-hidden', 'true');
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute('d', 'M8 1.6l1.9 4.2 4.6.5-3.4 3.1.9 4.5L8 11.6l-4 2.3.9-4.5L1.5 6.3l4.6-.5z');
    drawing.append(path);
    const name = `Reading list: ${title}`;
    return followList(make('button', { type: 'button', class: 'star', 'aria-label': name, title: 'Reading list' }, drawing), id, (element, isOn) => {
      element.setAttribute('aria-pressed', String(isOn));
    });
  }

  function addListButtons() {
    for (const place of document.querySelectorAll('[data-list-toggle]')) {
      place.append(listButton(place.dataset.listToggle));
    }
    for (const entry of document.querySelectorAll('li.entry[id^="p-"]')) {
      entry.append(star(entry.id.slice(2), entry.querySelector('.t a')?.textContent ?? ''));
    }
    for (const place of document.querySelectorAll('[data-list-all]')) {
      const ids = place.dataset.listAll.split(' ').filter(isID);
      place.append(button('Put these on the reading list', event => {
        list.set([...list.ids(), ...ids]);
        event.target.textContent = 'They are on the reading list';
      }));
    }
  }

  // ---- Copying ----

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const area = make('textarea', { readonly: '', class: 'vh' });
      area.value = text;
      document.body.append(area);
      area.select();
      const isDone = document.execCommand('copy');
      area.remove();
      return isDone;
    }
  }
  window.OffprintCopy = copy;

  function addCopyButtons() {
    for (const code of document.querySelectorAll('.tab pre')) {
      code.after(button('Copy', async event => {
        const isDone = await copy(code.textContent);
        event.target.textContent = isDone ? 'Copied' : 'Not copied: select the text instead';
        setTimeout(() => { event.target.textContent = 'Copy'; }, 2000);
      }));
    }
  }

  // ---- Titles only ----

  function addTitleSwitches() {
    for (const part of document.querySelectorAll('.part')) {
      if (part.querySelectorAll('.entries .say').length < 8) continue;
      const box = make('input', { type: 'checkbox' });
      box.addEventListener('change', () => part.classList.toggle('titles-only', box.checked));
      const label = make('label', { class: 'switch of-titles' }, box, 'Titles only');
      const note = part.querySelector(':scope > .side-note');
      if (note) note.append(label);
      else part.querySelector('h2').after(make('p', { class: 'side-note of-titles' }, label));
    }
  }

  // On phones the facets of a search are folded behind one switch.
  document.addEventListener('change', event => {
    if (event.target.matches?.('.show-facets')) event.target.closest('form').classList.toggle('shown', event.target.checked);
  });

  // ---- Theme ----

  const themes = [[null, 'as the system'], ['light', 'light'], ['dark', 'dark']];
  let themeButton = null;
  const themeIndex = () => themes.findIndex(([name]) => name === (document.documentElement.dataset.theme ?? null));
  const showTheme = () => { themeButton.textContent = 'Colours: ' + themes[themeIndex()][1]; };

  function switchTheme() {
    const [name] = themes[(themeIndex() + 1) % themes.length];
    if (name) document.documentElement.dataset.theme = name; else delete document.documentElement.dataset.theme;
    keep('offprint-theme', name);
    showTheme();
  }

  function addThemeSwitch() {
    themeButton = button('', switchTheme);
    showTheme();
    document.querySelector('.foot ul')?.append(make('li', {}, themeButton), make('li', { class: 'of-keys' }, button('Keys: ?', showKeys)));
  }

  // ---- Keys ----

  const keys = [
    ['/', 'to the search box'], ['j', 'next paper of a list'], ['k', 'paper before'], ['n', 'next page or paper'],
    ['p', 'page or paper before'], ['s', 'put the paper on the reading list, or take it off'], ['l', 'to the reading list'],
    ['c', 'colours: as the system, light, dark'], ['?', 'this sheet'], ['Esc', 'close it, leave the search box'],
  ];
  let sheet = null;

  function showKeys() {
    if (!sheet) {
      const rows = keys.flatMap(([key, meaning]) => [make('dt', {}, make('kbd', {}, key)), make('dd', {}, meaning)]);
      const close = make('form', { method: 'dialog' }, make('button', { class: 'btn' }, 'Close'));
      sheet = make('dialog', { class: 'keys', 'aria-labelledby': 'keys-head' }, make('h2', { id: 'keys-head' }, 'Keys'), make('dl', {}, ...rows), close);
      document.body.append(sheet);
    }
    sheet.showModal();
  }

  function step(by) {
    const links = [...document.querySelectorAll('.entry .t a, .rel .t a')].filter(link => link.offsetParent);
    if (links.length === 0) return;
    const at = links.findIndex(link => link.closest('li').contains(document.activeElement));
    links[Math.max(0, Math.min(links.length - 1, at < 0 ? (by > 0 ? 0 : links.length - 1) : at + by))].focus();
  }

  function turn(rel) {
    const link = document.querySelector(`a[rel=${rel}]`);
    if (link) location.href = link.href;
  }

  function toggleHere() {
    const entry = document.activeElement?.closest?.('li.entry[id^="p-"]');
    const id = entry ? entry.id.slice(2) : document.querySelector('[data-list-toggle]')?.dataset.listToggle;
    if (id) list.toggle(id);
  }

  /** Where a page has no search box, one is put at its head; where it has one, its own script goes there. */
  function search() {
    if (document.querySelector('form.find')) return;
    const script = make('script', { src: root + 'assets/search.js', 'data-root': root, 'data-make': '' });
    script.onerror = () => { location.href = root + 'search.html'; };
    document.head.append(script);
  }

  document.querySelector('.head-find')?.addEventListener('click', event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || document.querySelector('form.find')) return;
    event.preventDefault();
    search();
  });

  const acts = {
    '/': search,
    '?': showKeys, j: () => step(1), k: () => step(-1), n: () => turn('next'), p: () => turn('prev'), s: toggleHere, c: switchTheme,
    l: () => { location.href = root + 'list.html'; },
  };

  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || sheet?.open) return;
    if (event.target instanceof HTMLElement && (event.target.isContentEditable || /^(input|textarea|select)$/i.test(event.target.tagName))) return;
    const act = acts[event.key];
    if (!act) return;
    if (event.key !== '/' || !document.querySelector('form.find')) event.preventDefault();
    act();
  });

  // ---- Reading without a network, once the site was visited over http(s) ----

  function keepOffline() {
    if (!/^https?:$/.test(location.protocol) || !('serviceWorker' in navigator)) return;
    // A browser that refuses (private mode, plain http) shows the site as before, only not offline.
    window.addEventListener('load', () => { navigator.serviceWorker.register(root + 'sw.js').catch(() => {}); });
  }

  // ---- Start ----

  addListButtons();
  addCopyButtons();
  addTitleSwitches();
  addThemeSwitch();
  showCount();
  keepOffline();
  document.addEventListener('offprint-list', showCount);
  window.addEventListener('storage', event => { if (event.key === listKey) document.dispatchEvent(new Event('offprint-list')); });
})();
