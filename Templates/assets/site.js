// What a page gains from a script: the choice of theme, keys, copy buttons. Every page is whole without it.
(function () {
  'use strict';

  const remember = (key, value) => { try { if (value === null) localStorage.removeItem(key); else localStorage.setItem(key, value); } catch { /* storage is shut */ } };
  const make = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };

  // ---- Theme ----

  const themes = [[null, 'as the system'], ['light', 'light'], ['dark', 'dark']];
  const currentTheme = () => themes.findIndex(([name]) => name === (document.documentElement.dataset.theme ?? null));

  function addThemeSwitch() {
    const button = make('button', { type: 'button', class: 'quiet theme-switch' });
    const show = () => { button.textContent = 'Colours: ' + themes[currentTheme()][1]; };
    button.addEventListener('click', () => {
      const [name] = themes[(currentTheme() + 1) % themes.length];
      if (name) document.documentElement.dataset.theme = name; else delete document.documentElement.dataset.theme;
      remember('offprint-theme', name);
      show();
    });
    show();
    document.querySelector('.foot ul')?.append(make('li', {}, button));
  }

  addThemeSwitch();
})();
