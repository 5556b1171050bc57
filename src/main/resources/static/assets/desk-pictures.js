// The pictures of the draft: in which order they stand, by dragging and by keyboard, and what is said of them.

import Sortable from 'sortablejs';
import { text, texts } from './desk-texts.js';

/** In pixels: enough for a card on a fine screen. */
const WIDTH = 320;

/**
 * @param form in which the cards stand
 * @param remove takes a picture away, by its card and its name
 * @param put puts a picture into the text, by its name
 * @param changed is called when the order has changed
 * @param counted counts what is typed into a field
 * @param say tells the writer something that is only heard
 */
export function pictures({ form, remove, put, changed, counted, say }) {
  const list = document.getElementById('pictures');
  const about = document.getElementById('about-pictures');
  const undescribed = document.getElementById('undescribed');
  const { order } = form.elements;
  const name = (card) => card.querySelector('.name').textContent;
  const ids = () => order.value.split(',').filter(Boolean);

  /** Pictures take each other's places; the documents among them keep theirs. */
  function number() {
    const cards = [...list.children];
    const places = cards.map((card) => card.dataset.file);
    const shown = new Set(places);
    order.value = ids().map((id) => (shown.has(id) ? places.shift() : id)).join(',');
    cards.forEach((card, n) => {
      const place = card.querySelector('.place');
      place.value = n + 1;
      place.max = cards.length;
      card.querySelector('.earlier').setAttribute('aria-disabled', String(n === 0));
      card.querySelector('.later').setAttribute('aria-disabled', String(n === cards.length - 1));
    });
    about.hidden = !cards.length;
    count();
  }

  function count() {
    const fields = [...list.querySelectorAll('.alternative')];
    const empty = fields.filter((field) => !field.value.trim()).length;
    undescribed.textContent = empty ? text('undescribed', empty, fields.length) : texts.described;
  }

  function move(card, to) {
    const last = list.children.length - 1;
    const place = Math.min(Math.max(to, 0), last);
    const others = [...list.children].filter((other) => other !== card);
    list.insertBefore(card, others[place] || null);
    moved(card);
  }

  function moved(card) {
    number();
    changed();
    say(text('placed', name(card), [...list.children].indexOf(card) + 1, list.children.length));
  }

  function ready(card) {
    const at = () => [...list.children].indexOf(card);
    const pressed = (selector, act) => card.querySelector(selector).addEventListener('click', (event) => {
      event.preventDefault();
      const { currentTarget } = event;
      act();
      if (selector !== '.put') {
        currentTarget.focus();
      }
    });
    pressed('.earlier', () => move(card, at() - 1));
    pressed('.later', () => move(card, at() + 1));
    pressed('.put', () => put(name(card)));
    pressed('.remove', () => remove(card, name(card)));
    card.querySelector('.put').hidden = false;
    const place = card.querySelector('.place');
    place.hidden = false;
    place.addEventListener('change', (event) => {
      event.stopPropagation();
      move(card, Number(place.value) - 1);
      place.focus();
    });
    place.addEventListener('input', (event) => event.stopPropagation());
    card.querySelectorAll('[data-longest]').forEach(counted);
  }

  [...list.children].forEach(ready);
  list.addEventListener('input', count);
  Sortable.create(list, {
    handle: '.thumb',
    animation: 150,
    // On a telephone a short touch scrolls, and a longer one takes the picture.
    delay: 200,
    delayOnTouchOnly: true,
    onEnd: ({ item, oldIndex, newIndex }) => oldIndex !== newIndex && moved(item),
  });
  number();

  return {
    /** A file that the server has now; one that is no picture takes only a place among the others. */
    add(id, file, bytes) {
      order.value = [...ids(), id].join(',');
      if (!file) {
        return;
      }
      const card = document.getElementById('picture').content.firstElementChild.cloneNode(true);
      fill(card, { '{id}': id, '{name}': file.name, '{href}': file.href });
      list.append(card);
      ready(card);
      number();
      thumbnail(bytes).then((small) => card.querySelector('img').replaceWith(small)).catch(() => {});
    },
    /** The picture of that name: its address and what is said of it; nothing where there is none. */
    find(wanted) {
      const card = [...list.children].find((one) => name(one) === wanted);
      const [alternative, caption] = card ? card.querySelectorAll('textarea') : [];
      return card && { href: card.querySelector('.name a').href, alternativeText: alternative.value, caption: caption.value };
    },
    /** What stands in its place is gone. */
    removed(id) {
      order.value = ids().filter((other) => other !== id).join(',');
      number();
    },
    /** Puts the cards into the order that the form has. */
    arrange() {
      ids().forEach((id) => list.append(...list.querySelectorAll(`[data-file="${CSS.escape(id)}"]`)));
      number();
    },
  };
}

/** Puts values into the places of their names, in texts and attributes. */
function fill(card, values) {
  const filled = (words) => Object.entries(values).reduce((all, [key, value]) => all.replaceAll(key, value), words);
  for (const element of [card, ...card.querySelectorAll('*')]) {
    for (const attribute of element.attributes) {
      attribute.value = filled(attribute.value);
    }
    for (const node of element.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) {
        node.data = filled(node.data);
      }
    }
  }
}

/** Small, so that a telephone has room for sixty of them. */
async function thumbnail(file) {
  const bitmap = await createImageBitmap(file, { resizeWidth: WIDTH, resizeQuality: 'medium' });
  const canvas = document.createElement('canvas');
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('2d').drawImage(bitmap, 0, 0);
  bitmap.close();
  return canvas;
}
