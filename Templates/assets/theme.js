// Sets the reader's theme before the first paint; without a choice the system's wish stands.
(function () {
  'use strict';
  let theme = null;
  try { theme = localStorage.getItem('offprint-theme'); } catch { /* storage is shut: the system's wish stands */ }
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
})();
