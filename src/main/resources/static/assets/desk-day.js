// Gives every field for a day its calendar. Without this a day is typed.
import { withCalendar } from './desk-dates.js';

const texts = Object.fromEntries([...document.getElementById('texts').content.querySelectorAll('[data-key]')]
  .map((element) => [element.dataset.key, element.textContent]));
const text = (key, ...values) => values.reduce((all, value, n) => all.replaceAll(`{${n}}`, value), texts[key]);

for (const input of document.querySelectorAll('[data-day]')) {
  withCalendar(input, document.getElementById(input.dataset.hint), text);
}
