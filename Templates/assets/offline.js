// Keeps the site for reading without a network, once it was visited over http(s). From a disk there is nothing to keep.
(function () {
  'use strict';
  if (!/^https?:$/.test(location.protocol) || !('serviceWorker' in navigator)) return;
  window.addEventListener('load', function () {
    var root = document.documentElement.getAttribute('data-root') || '';
    navigator.serviceWorker.register(root + 'sw.js').catch(function () {
      // A browser that refuses (private mode, plain http) shows the site as before, only not offline.
    });
  });
}());
