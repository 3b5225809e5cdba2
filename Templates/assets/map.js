// The map by hand: titles under the pointer, zoom, and themes picked in the list. Without it the map is a still sheet of links.
(function () {
  'use strict';

  const map = document.querySelector('svg.map');
  const caption = document.querySelector('#map-caption');
  if (!map || !caption) return;
  const [fullWidth, fullHeight] = [1000, 880];
  const view = { x: 0, y: 0, scale: 1 };
  const still = [...caption.childNodes];

  const make = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };
  const draw = (tag, attributes = {}, text = '') => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.textContent = text;
    return element;
  };

  // ---- Papers: place, title and link, from the text elements that hold them ----

  const papers = [];
  for (const text of map.querySelectorAll('.hits text')) {
    const xs = text.getAttribute('x').split(' '), ys = text.getAttribute('y').split(' ');
    [...text.querySelectorAll('a')].forEach((link, at) => papers.push({ link, x: Number(xs[at]), y: Number(ys[at]) - 5, title: link.getAttribute('aria-label') }));
  }
  const paperOf = new Map(papers.map(paper => [paper.link, paper]));
  const ring = draw('circle', { class: 'ring', r: 7, 'vector-effect': 'non-scaling-stroke' });
  const titles = draw('g', { class: 'titles', 'aria-hidden': 'true' });
  titles.style.paintOrder = 'stroke';
  map.append(ring, titles);

  function point(target) {
    const paper = paperOf.get(target?.closest?.('.hits a'));
    ring.classList.toggle('on', Boolean(paper));
    caption.replaceChildren(...(paper ? [paper.title] : still));
    if (paper) { ring.setAttribute('cx', paper.x); ring.setAttribute('cy', paper.y); }
  }
  map.addEventListener('pointerover', event => point(event.target));
  map.addEventListener('pointerleave', () => point(null));
  map.addEventListener('focusin', event => point(event.target));
  map.addEventListener('focusout', () => point(null));

  // ---- Zoom ----

  /** Shows what `view` says; letters keep their size on the screen, titles come in where there is room. */
  function show() {
    const width = fullWidth / view.scale, height = fullHeight / view.scale;
    view.x = Math.max(0, Math.min(fullWidth - width, view.x));
    view.y = Math.max(0, Math.min(fullHeight - height, view.y));
    map.setAttribute('viewBox', `${view.x} ${view.y} ${width} ${height}`);
    const step = Math.round(Math.log2(view.scale));
    map.setAttribute('data-zoom', String(step));
    rescale(1 / view.scale);
    showTitles(width, height);
    less.disabled = view.scale <= 1;
    more.disabled = view.scale >= 16;
  }

  const labels = [...map.querySelectorAll('.lab, .thl')].map(text => {
    const spans = [...text.querySelectorAll('tspan')].map(span => ({ span, y: Number(span.getAttribute('y')) }));
    const middle = spans.reduce((sum, { y }) => sum + y, 0) / spans.length;
    return { spans, middle };
  });

  /** Draws the lines of each name about their middle at `factor` of their size on the whole sheet. */
  function rescale(factor) {
    for (const { spans, middle } of labels) for (const { span, y } of spans) span.setAttribute('y', middle + (y - middle) * factor);
    ring.setAttribute('r', 7 * Math.sqrt(factor));
  }

  /** Titles of papers in sight, nearest to the middle of the view first, as far as they do not meet. */
  function showTitles(width, height) {
    titles.replaceChildren();
    if (view.scale < 4) return;
    const size = 15 / view.scale, taken = [];
    const middle = { x: view.x + width / 2, y: view.y + height / 2 };
    const seen = papers.filter(paper => paper.x > view.x && paper.x < view.x + width && paper.y > view.y && paper.y < view.y + height)
      .sort((a, b) => Math.hypot(a.x - middle.x, a.y - middle.y) - Math.hypot(b.x - middle.x, b.y - middle.y));
    for (const paper of seen) {
      const text = paper.title.length > 48 ? paper.title.slice(0, 47).replace(/\s+\S*$/, '') + ' …' : paper.title;
      const box = { left: paper.x + size * .8, top: paper.y - size * .6, right: paper.x + size * (.8 + text.length * .47), bottom: paper.y + size * .7 };
      if (taken.some(other => box.left < other.right && box.right > other.left && box.top < other.bottom && box.bottom > other.top)) continue;
      taken.push(box);
      titles.append(draw('text', { x: box.left, y: paper.y + size * .32 }, text));
    }
  }

  function zoom(factor, x = view.x + fullWidth / view.scale / 2, y = view.y + fullHeight / view.scale / 2) {
    const scale = Math.max(1, Math.min(16, view.scale * factor));
    const ratio = view.scale / scale;
    view.x = x - (x - view.x) * ratio;
    view.y = y - (y - view.y) * ratio;
    view.scale = scale;
    show();
  }

  function place(event) {
    const box = map.getBoundingClientRect();
    return [view.x + (event.clientX - box.left) / box.width * fullWidth / view.scale, view.y + (event.clientY - box.top) / box.height * fullHeight / view.scale];
  }

  map.addEventListener('wheel', event => {
    if (!event.ctrlKey && !event.metaKey) return;   // the page scrolls unless the reader means the map
    event.preventDefault();
    zoom(event.deltaY < 0 ? 1.25 : .8, ...place(event));
  }, { passive: false });
  map.addEventListener('dblclick', event => { event.preventDefault(); zoom(2, ...place(event)); });

  let grip = null;
  map.addEventListener('pointerdown', event => { if (view.scale > 1 && event.button === 0) grip = { at: place(event), moved: false }; });
  window.addEventListener('pointermove', event => {
    if (!grip) return;
    const [x, y] = place(event);
    if (Math.hypot(x - grip.at[0], y - grip.at[1]) * view.scale > 3) grip.moved = true;
    if (!grip.moved) return;
    view.x += grip.at[0] - x;
    view.y += grip.at[1] - y;
    show();
  });
  window.addEventListener('pointerup', () => { setTimeout(() => { grip = null; }); });
  map.addEventListener('click', event => { if (grip?.moved) event.preventDefault(); }, true);
  map.addEventListener('dragstart', event => event.preventDefault());

  const tool = (text, label, act) => {
    const button = make('button', { type: 'button', class: 'btn', 'aria-label': label }, text);
    button.addEventListener('click', act);
    return button;
  };
  const more = tool('+', 'Nearer', () => zoom(2));
  const less = tool('−', 'Farther', () => zoom(.5));
  const whole = tool('Whole', 'The whole map', () => { view.scale = 1; show(); });
  map.closest('figure').append(make('div', { class: 'tools' }, more, less, whole));

  // ---- Themes: the sheet and the list share one choice ----

  const paths = [...map.querySelectorAll('.signs path')];
  const heads = [...document.querySelectorAll('.twin h3.sign')];
  for (const head of heads) {
    const number = /\bs(\d+)\b/.exec(head.className)?.[1];
    const button = make('button', { type: 'button', class: 'quiet', 'aria-pressed': 'false', 'aria-label': 'Only ' + head.querySelector('a').textContent }, 'only');
    button.addEventListener('click', () => {
      const isOn = button.getAttribute('aria-pressed') !== 'true';
      for (const other of heads) other.querySelector('button').setAttribute('aria-pressed', String(isOn && other === head));
      for (const path of paths) path.classList.toggle('dim', isOn && !path.classList.contains('f' + number));
    });
    head.append(' ', button);
  }

  show();
})();
