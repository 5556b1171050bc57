// Days as Thai offices write them, typed or chosen from a calendar in the Buddhist Era. The server reads them the same
// way (prakat.input.Days) and has the last word. Within here a day is a Date at noon UTC, which no time zone moves.

import { text } from './desk-texts.js';

const MONTHS = ['มกราคม', 'กุมภาพันธ์', 'มีนาคม', 'เมษายน', 'พฤษภาคม', 'มิถุนายน', 'กรกฎาคม', 'สิงหาคม', 'กันยายน',
  'ตุลาคม', 'พฤศจิกายน', 'ธันวาคม'];
const SHORT_MONTHS = ['มค', 'กพ', 'มีค', 'เมย', 'พค', 'มิย', 'กค', 'สค', 'กย', 'ตค', 'พย', 'ธค'];
const THAI = document.documentElement.lang !== 'en';
const LOCALE = THAI ? 'th-TH-u-ca-buddhist-nu-latn' : 'en-GB';
const ERA = THAI ? 543 : 0;

const inWords = new Intl.DateTimeFormat(LOCALE, THAI
  ? { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }
  : { dateStyle: 'long', timeZone: 'UTC' });
const monthName = new Intl.DateTimeFormat(LOCALE, { month: 'long', timeZone: 'UTC' });
const weekday = new Intl.DateTimeFormat(LOCALE, { weekday: 'short', timeZone: 'UTC' });
const longWeekday = new Intl.DateTimeFormat(LOCALE, { weekday: 'long', timeZone: 'UTC' });

function dayOf(year, month, day) {
  const date = new Date(Date.UTC(year, month - 1, day, 12));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date : null;
}

/** Today in the office. */
export function today() {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Bangkok' }).format(new Date()).split('-').map(Number);
  return dayOf(...parts);
}

/** The day so many days later. */
export function later(day, days) {
  return new Date(day.getTime() + days * 86400000);
}

/** The day that was typed; null where it is none. */
export function read(typed) {
  const text = typed.trim().replace(/[๐-๙]/g, (digit) => digit.charCodeAt(0) - 0xE50).replace(/\s+/g, ' ');
  let said = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (said) {
    return gregorian(said[1], Number(said[2]), Number(said[3]));
  }
  said = /^(\d{1,2})[\s/.-]*?(?:[\s/.-](\d{1,2})[\s/.-]|([\u0E00-\u0E7F.]+)(?: พ\.?ศ\.?)?)\s*(\d{4}|\d{2})$/.exec(text);
  if (!said) {
    return null;
  }
  const word = (said[3] || '').replaceAll('.', '').replace(/^(.+)พศ$/, '$1');
  const month = said[2] ? Number(said[2]) : Math.max(MONTHS.indexOf(word), SHORT_MONTHS.indexOf(word)) + 1;
  return gregorian(said[4], month, Number(said[1]));
}

function gregorian(year, month, day) {
  const said = Number(year) + (year.length === 2 ? 2500 : 0);
  const meant = said >= 2400 ? said - 543 : said;
  return meant < 1900 ? null : dayOf(meant, month, day);
}

/** The day in words, e.g. 31 ธันวาคม 2569. */
export function words(day) {
  return inWords.formatToParts(day).filter((part) => part.type !== 'era').map((part) => part.value).join('').trim();
}

function typed(day) {
  return `${day.getUTCDate()}/${day.getUTCMonth() + 1}/${day.getUTCFullYear() + ERA}`;
}

const ICON = '<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true">'
  + '<rect x="3" y="5" width="18" height="16" rx="2"/><path d="M3 10h18M8 2v5M16 2v5"/></svg>';

/**
 * Gives a text field a calendar, and says beneath it which day was read.
 *
 * @param input the field
 * @param hint the paragraph beneath it
 */
export function withCalendar(input, hint) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'second';
  button.innerHTML = ICON;
  button.title = text('calendar');
  button.setAttribute('aria-label', text('calendar'));
  input.after(button);
  const say = () => {
    const day = read(input.value);
    hint.textContent = day ? text('day-read', words(day)) : input.value.trim() ? text('day-unread') : hint.dataset.empty;
  };
  input.addEventListener('input', say);
  button.addEventListener('click', () => open(read(input.value), (day) => {
    input.value = typed(day);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }, button));
  say();
}

function open(chosen, choose, opener) {
  const now = today();
  let focused = chosen || now;
  const dialog = document.createElement('dialog');
  dialog.className = 'calendar';
  dialog.setAttribute('aria-label', text('calendar'));
  const months = Array.from({ length: 12 }, (_, month) => monthName.format(dayOf(2026, month + 1, 1)));
  const first = Math.min(now.getUTCFullYear(), focused.getUTCFullYear());
  const years = Array.from({ length: 12 }, (_, n) => first + n);
  dialog.innerHTML = `<header><button type="button" class="second" data-go="-1">‹</button>
    <select data-part="month">${months.map((name, n) => `<option value="${n}">${name}</option>`).join('')}</select>
    <select data-part="year">${years.map((year) => `<option value="${year}">${year + ERA}</option>`).join('')}</select>
    <button type="button" class="second" data-go="1">›</button></header>
    <table role="grid" aria-live="off"><thead><tr></tr></thead><tbody></tbody></table>
    <footer><button type="button" class="second small" data-today></button>
    <button type="button" class="second small" data-close></button></footer>`;
  const month = dialog.querySelector('[data-part=month]');
  const year = dialog.querySelector('[data-part=year]');
  month.setAttribute('aria-label', text('month'));
  year.setAttribute('aria-label', text('year'));
  dialog.querySelector('[data-go="-1"]').setAttribute('aria-label', text('previous-month'));
  dialog.querySelector('[data-go="1"]').setAttribute('aria-label', text('next-month'));
  dialog.querySelector('[data-today]').textContent = text('today');
  dialog.querySelector('[data-close]').textContent = text('close');
  const heads = dialog.querySelector('thead tr');
  for (let n = 0; n < 7; n++) {
    const sunday = dayOf(2026, 11, 22);
    const head = document.createElement('th');
    head.scope = 'col';
    head.abbr = longWeekday.format(later(sunday, n));
    head.textContent = weekday.format(later(sunday, n));
    heads.append(head);
  }

  const draw = (focus) => {
    const start = dayOf(focused.getUTCFullYear(), focused.getUTCMonth() + 1, 1);
    month.value = focused.getUTCMonth();
    if (![...year.options].some((option) => Number(option.value) === focused.getUTCFullYear())) {
      year.add(new Option(focused.getUTCFullYear() + ERA, focused.getUTCFullYear()),
        focused.getUTCFullYear() < Number(year.options[0].value) ? 0 : undefined);
    }
    year.value = focused.getUTCFullYear();
    dialog.querySelector('table').setAttribute('aria-label', `${months[focused.getUTCMonth()]} ${focused.getUTCFullYear() + ERA}`);
    const rows = [];
    for (let day = later(start, -start.getUTCDay()); day <= start || day.getUTCMonth() === start.getUTCMonth();) {
      const row = document.createElement('tr');
      for (let n = 0; n < 7; n++, day = later(day, 1)) {
        const cell = row.insertCell();
        if (day.getUTCMonth() === start.getUTCMonth()) {
          cell.append(dayButton(day));
        }
      }
      rows.push(row);
    }
    dialog.querySelector('tbody').replaceChildren(...rows);
    if (focus) {
      dialog.querySelector('td [tabindex="0"]').focus();
    }
  };
  const dayButton = (day) => {
    const button = document.createElement('button');
    const same = (other) => other && other.getTime() === day.getTime();
    button.type = 'button';
    button.textContent = day.getUTCDate();
    button.tabIndex = same(focused) ? 0 : -1;
    button.setAttribute('aria-label', `${longWeekday.format(day)} ${words(day)}`);
    button.setAttribute('aria-pressed', Boolean(same(chosen)));
    if (same(now)) {
      button.setAttribute('aria-current', 'date');
    }
    button.addEventListener('click', () => {
      choose(day);
      dialog.close();
    });
    return button;
  };
  const goMonths = (months, focus) => {
    const there = dayOf(focused.getUTCFullYear(), focused.getUTCMonth() + 1, 1);
    there.setUTCMonth(there.getUTCMonth() + months);
    const last = new Date(Date.UTC(there.getUTCFullYear(), there.getUTCMonth() + 1, 0)).getUTCDate();
    focused = dayOf(there.getUTCFullYear(), there.getUTCMonth() + 1, Math.min(focused.getUTCDate(), last));
    draw(focus);
  };
  const goTo = () => goMonths((Number(year.value) - focused.getUTCFullYear()) * 12 + Number(month.value) - focused.getUTCMonth());

  month.addEventListener('change', goTo);
  year.addEventListener('change', goTo);
  dialog.querySelectorAll('[data-go]').forEach((button) =>
    button.addEventListener('click', () => goMonths(Number(button.dataset.go))));
  dialog.querySelector('[data-today]').addEventListener('click', () => {
    focused = now;
    draw(true);
  });
  dialog.querySelector('[data-close]').addEventListener('click', () => dialog.close());
  dialog.querySelector('tbody').addEventListener('keydown', (event) => {
    const days = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7, Home: -focused.getUTCDay(), End: 6 - focused.getUTCDay() };
    if (event.key in days) {
      focused = later(focused, days[event.key]);
      draw(true);
    } else if (event.key === 'PageUp' || event.key === 'PageDown') {
      goMonths((event.key === 'PageUp' ? -1 : 1) * (event.shiftKey ? 12 : 1), true);
    } else {
      return;
    }
    event.preventDefault();
  });
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  dialog.addEventListener('close', () => {
    dialog.remove();
    opener.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  draw(true);
}
