// The words of a page's scripts, in the reader's language.

/** All of them, by key. */
export const texts = Object.fromEntries([...document.getElementById('texts').content.querySelectorAll('[data-key]')]
  .map((element) => [element.dataset.key, element.textContent]));

/** One of them, with the values in place of {0}, {1} and so on. */
export const text = (key, ...values) => values.reduce((all, value, n) => all.replaceAll(`{${n}}`, value), texts[key]);
