// Gives every field for a day its calendar. Without this a day is typed.
import { withCalendar } from './desk-dates.js';

for (const input of document.querySelectorAll('[data-day]')) {
  withCalendar(input, document.getElementById(input.dataset.hint));
}
