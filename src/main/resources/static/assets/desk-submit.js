// The page on which something is proposed: editor, counters, calendar, uploads one by one, and a draft that saves itself.
// Everything that is decided here is decided again on the server.

import { later, read, today, withCalendar, words } from './desk-dates.js';
import { renewed, token } from './desk-session.js';
import { forget, keep, restore, unsent } from './desk-unsent.js';

const form = document.getElementById('submission');
const draft = `/desk/drafts/${form.dataset.draft}`;
// So that loading the page again goes on with this draft instead of beginning another.
if (location.pathname === '/desk/new') {
  history.replaceState(null, '', form.getAttribute('action'));
}
const byId = (id) => document.getElementById(id);
const texts = Object.fromEntries([...byId('texts').content.querySelectorAll('[data-key]')]
  .map((element) => [element.dataset.key, element.textContent]));
const text = (key, ...values) => values.reduce((all, value, n) => all.replaceAll(`{${n}}`, value), texts[key]);

const LARGEST_FILE = 20 * 1024 * 1024;

// ---- Counters

for (const field of form.querySelectorAll('[data-longest]')) {
  const longest = Number(field.dataset.longest);
  const counter = document.createElement('p');
  counter.className = 'counter';
  field.after(counter);
  const count = () => {
    const typed = [...field.value.trim()].length;
    counter.textContent = text(typed > longest ? 'over' : 'left', typed, longest, typed - longest);
    counter.classList.toggle('over', typed > longest);
    // Spoken only where it matters, and not at every key.
    counter.setAttribute('aria-live', typed > longest * 0.9 ? 'polite' : 'off');
  };
  field.addEventListener('input', count);
  count();
}

// ---- Editor

const body = byId('body');

/** Word writes a list as paragraphs that begin with a sign; here they become a list again, and all its styling goes. */
function clean(html) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  page.querySelectorAll('style, script, meta, link, title, xml, img, svg, object, iframe, form, input, button, template')
    .forEach((element) => element.remove());
  const comments = page.createTreeWalker(page.body, NodeFilter.SHOW_COMMENT);
  const found = [];
  while (comments.nextNode()) {
    found.push(comments.currentNode);
  }
  found.forEach((comment) => comment.remove());
  listsOfWord(page);
  renamed(page, 'h1', 'h2');
  renamed(page, 'h5, h6', 'h4');
  // Google Docs wraps all it copies in a bold that is none.
  page.querySelectorAll('b[style*="font-weight:normal"], b[style*="font-weight: normal"]').forEach((element) => element.replaceWith(...element.childNodes));
  renamed(page, '[style*="font-weight:bold"], [style*="font-weight: bold"], [style*="font-weight:700"], [style*="font-weight: 700"]', 'strong', 'span');
  renamed(page, '[style*="font-style:italic"], [style*="font-style: italic"]', 'em', 'span');
  for (const element of [...page.body.querySelectorAll('*')].reverse()) {
    const keep = { A: ['href'], TD: ['colspan', 'rowspan'], TH: ['colspan', 'rowspan', 'scope'], OL: ['start'] }[element.tagName] || [];
    [...element.attributes].filter((attribute) => !keep.includes(attribute.name))
      .forEach((attribute) => element.removeAttribute(attribute.name));
    const isLink = element.tagName === 'A' && !/^(https?:|mailto:|tel:|\/|#)/i.test(element.getAttribute('href') || '');
    if (isLink || /^(SPAN|FONT|DIV|SECTION|ARTICLE|CENTER|O:P)$/.test(element.tagName)) {
      if (/^(DIV|SECTION|ARTICLE|CENTER)$/.test(element.tagName) && !element.querySelector('p, ul, ol, table, div, h2, h3, h4, blockquote')) {
        rename(page, element, 'p');
      } else {
        element.replaceWith(...element.childNodes);
      }
    }
  }
  page.body.querySelectorAll('td > p:only-child, th > p:only-child, li > p:only-child').forEach((p) => p.replaceWith(...p.childNodes));
  page.body.querySelectorAll('p, h2, h3, h4').forEach((element) => {
    if (!element.textContent.replaceAll('\u00a0', ' ').trim()) {
      element.remove();
    }
  });
  return page.body.innerHTML.replaceAll('&nbsp;', ' ').trim();
}

function rename(page, element, tag) {
  const other = page.createElement(tag);
  other.append(...element.childNodes);
  element.replaceWith(other);
}

function renamed(page, selector, tag, only) {
  page.querySelectorAll(selector).forEach((element) => {
    if (!only || element.localName === only) {
      rename(page, element, tag);
    }
  });
}

function listsOfWord(page) {
  const items = [...page.querySelectorAll('p[style*="mso-list"], p[class*="MsoListParagraph"]')]
    .filter((item) => /mso-list/.test(item.getAttribute('style') || '') || item.querySelector('[style*="mso-list"]'));
  const open = [];
  let before = null;
  for (const item of items) {
    const level = Number((/level(\d+)/.exec(item.getAttribute('style') || '') || [0, 1])[1]);
    const sign = [...item.querySelectorAll('[style*="mso-list"]')].find((span) => /ignore/i.test(span.getAttribute('style')));
    const tag = /^[\s\u00a0]*[(]?[0-9๐-๙a-zก-ฮ]{1,3}[.)]/i.test(sign ? sign.textContent : item.textContent) ? 'ol' : 'ul';
    if (sign) {
      sign.remove();
    }
    if (!before || before !== item.previousElementSibling) {
      open.length = 0;
    }
    open.length = Math.min(open.length, level);
    const line = page.createElement('li');
    line.append(...item.childNodes);
    if (open.length < level || open[level - 1].localName !== tag) {
      const list = page.createElement(tag);
      const parent = level > 1 && open[open.length - 1 - (open.length === level ? 1 : 0)];
      if (parent && parent.lastElementChild) {
        parent.lastElementChild.append(list);
        item.remove();
      } else {
        item.replaceWith(list);
        before = list;
      }
      open.length = Math.min(open.length, level - 1);
      while (open.length < level) {
        open.push(list);
      }
    } else {
      item.remove();
    }
    open[level - 1].append(line);
  }
}

const heading = (tag, label) => ({
  name: tag,
  text: label,
  tooltip: label,
  isActive: (view) => Boolean(closest(view, tag)),
  exec: (view) => view.execCommand('formatBlock', false, closest(view, tag) ? 'p' : tag),
});

function closest(view, tag) {
  const at = view.s.current();
  return at && view.editor.contains(at) && (at.nodeType === 1 ? at : at.parentElement).closest(tag);
}

/**
 * Asks in a dialog of the page.
 *
 * @param title what it is about
 * @param fields name, label and value of each
 * @param answers label of each button, and what it does with the values
 */
function ask(view, title, fields, answers) {
  const place = view.s.save();
  const dialog = document.createElement('dialog');
  dialog.className = 'ask';
  dialog.setAttribute('aria-labelledby', 'ask-title');
  const questions = document.createElement('form');
  const head = document.createElement('h2');
  head.id = 'ask-title';
  head.textContent = title;
  questions.method = 'dialog';
  questions.append(head);
  for (const { name, label, value, ...more } of fields) {
    const input = Object.assign(document.createElement('input'), { id: `ask-${name}`, name, value, ...more });
    const labelled = Object.assign(document.createElement('label'), { htmlFor: input.id, textContent: label });
    questions.append(labelled, input);
  }
  const buttons = document.createElement('div');
  buttons.className = fields.length ? 'ways' : 'ways steps';
  answers.forEach(({ label, act }, n) => {
    const answer = document.createElement('button');
    answer.textContent = label;
    answer.value = n;
    answer.className = fields.length && n === 0 ? '' : 'second';
    answer.type = 'submit';
    answer.formNoValidate = n > 0;
    buttons.append(answer);
  });
  const close = Object.assign(document.createElement('button'), { type: 'button', className: 'second', textContent: texts.close });
  close.addEventListener('click', () => dialog.close());
  buttons.append(close);
  questions.append(buttons);
  dialog.append(questions);
  dialog.addEventListener('close', () => {
    dialog.remove();
    view.s.restore(place);
    view.s.focus();
    const answer = dialog.returnValue === '' ? null : answers[Number(dialog.returnValue)];
    if (answer) {
      answer.act(Object.fromEntries(new FormData(questions)));
      view.synchronizeValues();
    }
  });
  document.body.append(dialog);
  dialog.showModal();
}

function askForLink(view) {
  const link = closest(view, 'a');
  const chosen = link ? link.textContent : view.s.range.toString();
  ask(view, texts['e-link'], [
    { name: 'href', label: texts['e-address'], value: link ? link.getAttribute('href') : 'https://', type: 'text', required: true,
      pattern: '\\s*(https?://|mailto:|tel:|/|#).+' },
    { name: 'words', label: texts['e-words'], value: chosen, type: 'text' },
  ], [
    { label: link ? texts['e-update'] : texts['e-insert'], act: ({ href, words }) => {
      const there = closest(view, 'a') || view.createInside.element('a');
      there.setAttribute('href', href.trim());
      if (there.textContent !== words || !words) {
        there.textContent = words.trim() || href.trim();
      }
      if (!there.isConnected) {
        view.s.insertNode(there);
      }
    } },
    ...(link ? [{ label: texts['e-unlink'], act: () => {
      const there = closest(view, 'a');
      there.replaceWith(...there.childNodes);
    } }] : []),
  ]);
}

function askForTable(view) {
  const cell = closest(view, 'td, th');
  if (!cell) {
    const count = (name, label, value) => ({ name, label, value, type: 'number', min: 1, max: 30, required: true });
    ask(view, texts['e-table'], [count('rows', texts['e-row'], 3), count('columns', texts['e-column'], 3)], [
      { label: texts['e-insert'], act: ({ rows, columns }) => {
        const row = (tag) => `<tr>${`<${tag}><br></${tag}>`.repeat(columns)}</tr>`;
        view.s.insertHTML(`<table><thead>${row('th')}</thead><tbody>${row('td').repeat(Math.max(1, rows - 1))}</tbody></table><p><br></p>`);
      } },
    ]);
    return;
  }
  const table = cell.closest('table');
  const tables = view.getInstance('Table', view.o);
  const addColumn = (after) => {
    tables.appendColumn(table, cell, after);
    table.querySelectorAll('thead td').forEach((head) => rename(document, head, 'th'));
  };
  const rowOf = (at) => [...table.rows].indexOf(at.parentElement);
  ask(view, texts['e-table'], [], [
    { label: texts['e-add-row-above'], act: () => tables.appendRow(table, cell.parentElement, false) },
    { label: texts['e-add-row-below'], act: () => tables.appendRow(table, cell.parentElement, true) },
    { label: texts['e-add-column-before'], act: () => addColumn(false) },
    { label: texts['e-add-column-after'], act: () => addColumn(true) },
    { label: texts['e-delete-row'], act: () => tables.removeRow(table, rowOf(cell)) },
    { label: texts['e-delete-column'], act: () => tables.removeColumn(table, tables.formalCoordinate(table, cell)[1]) },
    { label: texts['e-delete-table'], act: () => table.remove() },
  ]);
}

const labelled = (key) => ({ tooltip: texts[key] });
const editor = window.Jodit.make(body, {
  // The editor's own marks, its calls to other hosts and its looks are not for this page.
  hidePoweredByJodit: true,
  disablePlugins: ['powered-by-jodit', 'about', 'add-new-line', 'ai-assistant', 'class-span', 'color', 'copy-format', 'drag-and-drop',
    'drag-and-drop-element', 'file', 'font', 'fullsize', 'iframe', 'image', 'image-processor', 'image-properties', 'indent', 'inline-popup', 'justify',
    'line-height', 'media', 'mobile', 'paste-from-word', 'paste-storage', 'preview', 'print', 'resize-cells', 'resizer', 'search', 'select-cells', 'source',
    'speech-recognize', 'spellcheck', 'sticky', 'symbols', 'video', 'xpath'],
  buttons: [
    heading('h2', texts['e-heading2']), heading('h3', texts['e-heading3']), '|', 'bold', 'italic', '|', 'ul', 'ol',
    { name: 'quote', text: texts['e-quote'], tooltip: texts['e-quote'],
      isActive: (view) => Boolean(closest(view, 'blockquote')),
      exec: (view) => view.execCommand('formatBlock', false, closest(view, 'blockquote') ? 'p' : 'blockquote') },
    '|', { name: 'address', icon: 'link', tooltip: texts['e-link'], isActive: (view) => Boolean(closest(view, 'a')), exec: askForLink },
    { name: 'cells', icon: 'table', tooltip: texts['e-table'], isActive: (view) => Boolean(closest(view, 'table')), exec: askForTable },
    '|', 'eraser', 'undo', 'redo',
  ],
  controls: { bold: labelled('e-bold'), italic: labelled('e-italic'), eraser: { ...labelled('e-clear'), list: undefined },
    ul: { ...labelled('e-ul'), list: undefined }, ol: { ...labelled('e-ol'), list: undefined },
    undo: labelled('e-undo'), redo: labelled('e-redo') },
  toolbarInline: false,
  link: { noFollowCheckbox: false, openInNewTabCheckbox: false, modeClassName: false, processPastedLink: true, processVideoLink: false },
  table: { selectionCellStyle: '', useExtraClassesOptions: false },
  toolbarAdaptive: false,
  allowTabNavigation: true,
  statusbar: false,
  showCharsCounter: false,
  showWordsCounter: false,
  showXPathInStatusbar: false,
  askBeforePasteHTML: false,
  askBeforePasteFromWord: false,
  processPasteFromWord: false,
  beautifyHTML: false,
  defaultActionOnPaste: 'insert_as_html',
  minHeight: 360,
  height: 'auto',
  tabIndex: 0,
  placeholder: '',
});
editor.e.on('processPaste', (event, html) => clean(String(html)));
// It says of the lines of its toolbar, too, that they are pressed, which only the buttons in them can be.
new MutationObserver((changes) => changes.forEach(({ target }) => target.matches('[role=listitem]') && target.removeAttribute('aria-pressed')))
  .observe(editor.container, { subtree: true, attributeFilter: ['aria-pressed'] });
editor.editor.setAttribute('role', 'textbox');
editor.editor.setAttribute('aria-multiline', 'true');
editor.editor.setAttribute('aria-labelledby', 'label-body');
editor.editor.setAttribute('aria-describedby', body.getAttribute('aria-describedby'));
editor.editor.lang = 'th';
if (body.getAttribute('aria-invalid')) {
  editor.editor.setAttribute('aria-invalid', 'true');
  editor.container.parentElement.classList.add('jodit-wrong');
}
byId('label-body').addEventListener('click', () => editor.focus());
document.querySelectorAll('#wrong a[href="#body"]').forEach((link) => link.addEventListener('click', (event) => {
  event.preventDefault();
  editor.editor.scrollIntoView({ block: 'center' });
  editor.focus();
}));

// ---- Period

const category = byId('category');
const onADay = (name) => form.elements[name].value === 'on-a-day';

function showPeriod() {
  for (const [name, field] of [['starts', 'publishFrom'], ['ends', 'publishUntil']]) {
    form.querySelector(`.moment[data-for=${field}]`).hidden = !onADay(name);
  }
  const chosen = category.selectedOptions[0];
  const days = Number(chosen.dataset.defaultDays || 0);
  const hint = byId('hint-category');
  hint.dataset.unknown = hint.dataset.unknown || hint.textContent;
  hint.textContent = days
    ? hint.dataset.known.replace('{0}', days).replace('{1}', chosen.dataset.longestDays)
    : hint.dataset.unknown;
  const start = (onADay('starts') && read(byId('fromDay').value)) || today();
  byId('preset').textContent = days
    ? byId('preset').dataset.text.replace('{0}', days).replace('{1}', words(later(start, days)))
    : '';
}

for (const name of ['from', 'until']) {
  withCalendar(byId(`${name}Day`), byId(`${name}-day-hint`), text);
}
form.addEventListener('input', showPeriod);
form.addEventListener('change', showPeriod);
showPeriod();

// ---- Links

const links = byId('links');
const addLink = byId('add-link');
addLink.hidden = false;
function newLink(value) {
  const input = links.lastElementChild.cloneNode();
  input.value = value;
  input.setAttribute('aria-label', `${addLink.dataset.label} ${links.children.length + 1}`);
  links.append(input);
  return input;
}

addLink.addEventListener('click', () => newLink('').focus());

// ---- The draft

const state = byId('draft-state');
const trouble = byId('draft-trouble');
let changed = false;
let saving = null;
let timer = null;
let leaving = false;

function tell(message, elsewhere, signedOut) {
  byId('draft-trouble-text').textContent = message;
  byId('draft-sign-in').hidden = !signedOut;
  byId('draft-reload').hidden = !elsewhere;
  byId('draft-mine').hidden = !elsewhere;
  trouble.hidden = !message;
}

function typed() {
  body.value = editor.value;
  const data = new FormData(form);
  data.delete('files');
  return data;
}

/** Saves what stands on the page; true once it is saved. Where the session has ended, the writer may be asked to sign in. */
async function save(options = {}, ask = false) {
  clearTimeout(timer);
  if (saving) {
    await saving;
  }
  // Once it is submitted there is no draft to save.
  if (!changed || leaving) {
    return true;
  }
  changed = false;
  state.textContent = texts.saving;
  saving = send(options, ask);
  const saved = await saving;
  saving = null;
  return saved;
}

async function send(options, ask, again = false) {
  let answer;
  try {
    answer = await fetch(draft, { method: 'POST', body: typed(), headers: { 'X-PRAKAT-CSRF': token(), Accept: 'application/json' },
      redirect: 'manual', ...options });
  } catch (failure) {
    return failed(texts.offline, true);
  }
  if (answer.ok) {
    const saved = await answer.json();
    form.elements.saves.value = saved.saves;
    state.textContent = text('saved', saved.savedAt);
    tell('');
    if (!changed) {
      forget(form);
    }
    return true;
  }
  if (answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 403) {
    if (!again && await renewed(ask)) {
      return send(options, ask, true);
    }
    return failed(texts['signed-out'], false, false, true);
  }
  const problem = await answer.json().catch(() => ({}));
  return failed(problem.detail || texts.offline, answer.status >= 500, answer.status === 409 || answer.status === 404);
}

function failed(message, again, elsewhere, signedOut) {
  changed = true;
  keep(form);
  state.textContent = '';
  tell(message, elsewhere, signedOut);
  if (again) {
    timer = setTimeout(save, 15000);
  }
  return false;
}

function touched() {
  changed = true;
  clearTimeout(timer);
  timer = setTimeout(() => {
    body.value = editor.value;
    keep(form);
    save();
  }, 1500);
}

form.addEventListener('input', (event) => event.target.type !== 'file' && touched());
form.addEventListener('change', (event) => event.target.type !== 'file' && touched());
editor.e.on('change', () => {
  if (editor.value !== body.dataset.before) {
    body.dataset.before = editor.value;
    touched();
  }
});
body.dataset.before = editor.value;
byId('draft-sign-in').addEventListener('click', () => save({}, true));
byId('draft-reload').addEventListener('click', () => {
  leaving = true;
  forget(form);
  location.reload();
});
byId('draft-mine').addEventListener('click', async () => {
  const page = await (await fetch(location.pathname)).text();
  const newest = new DOMParser().parseFromString(page, 'text/html').querySelector('[name=saves]');
  if (newest) {
    form.elements.saves.value = newest.value;
  }
  changed = true;
  save();
});
document.addEventListener('visibilitychange', () => document.hidden && changed && !leaving && save({ keepalive: true }));
window.addEventListener('beforeunload', (event) => {
  if (!leaving && (changed || uploading.size)) {
    event.preventDefault();
  }
});

const left = unsent(form);
if (left) {
  byId('unsent').hidden = false;
  byId('unsent-restore').addEventListener('click', () => {
    restore(form, left, newLink);
    editor.value = body.value;
    form.querySelectorAll('input, select, textarea').forEach((field) => field.dispatchEvent(new Event('input', { bubbles: true })));
    byId('unsent').remove();
    byId('title').focus();
  });
  byId('unsent-drop').addEventListener('click', () => {
    forget(form);
    byId('unsent').remove();
  });
}

// ---- Files

const uploads = byId('uploads');
const news = byId('upload-news');
const drop = byId('drop');
const chooser = byId('files');
const waiting = [];
const uploading = new Set();
// Files go one by one from here, and not a second time with the page.
chooser.removeAttribute('name');
byId('drop-hint').hidden = false;
// The browser's own words for this field are in the browser's language; the label does as well.
drop.classList.add('ready');

function size(bytes) {
  return bytes < 1000000 ? text('kilobytes', Math.max(1, Math.round(bytes / 1000))) : text('megabytes', (bytes / 1000000).toFixed(1));
}

function line(file) {
  const item = document.createElement('li');
  const name = document.createElement('span');
  name.textContent = file.name;
  const about = document.createElement('span');
  about.className = 'about';
  about.textContent = `${size(file.size)} · ${texts.waiting}`;
  const bar = document.createElement('progress');
  bar.max = 100;
  bar.value = 0;
  bar.setAttribute('aria-label', text('progress', file.name));
  item.append(name, about, bar);
  uploads.append(item);
  return item;
}

function take(files) {
  for (const file of files) {
    const item = line(file);
    if (file.size > LARGEST_FILE) {
      refused(item, file, texts['too-large']);
    } else {
      waiting.push([file, item]);
      uploading.add(item);
    }
  }
  next();
}

let busy = false;

/** One after the other, so that the server judges each beside those before it. */
async function next() {
  if (busy || !waiting.length) {
    return;
  }
  busy = true;
  const [file, item] = waiting.shift();
  await save();
  await upload(file, item);
  uploading.delete(item);
  busy = false;
  next();
}

function upload(file, item) {
  const about = item.querySelector('.about');
  const bar = item.querySelector('progress');
  const data = new FormData();
  data.append('file', file);
  return new Promise((done) => {
    const call = new XMLHttpRequest();
    call.open('POST', `${draft}/files`);
    call.setRequestHeader('X-PRAKAT-CSRF', token());
    call.setRequestHeader('Accept', 'application/json');
    call.upload.addEventListener('progress', (event) => {
      const percent = Math.floor(event.loaded / event.total * 100);
      bar.value = percent;
      about.textContent = `${size(file.size)} · ${percent < 100 ? text('sending', percent) : texts.checking}`;
    });
    call.addEventListener('load', () => {
      const answer = parsed(call.responseText);
      if (call.status === 201) {
        added(item, answer);
      } else if (answer) {
        refused(item, file, (answer.errors || []).map((error) => error.message).join(' ') || answer.detail);
      } else {
        refused(item, file, texts['signed-out']);
      }
      done();
    });
    call.addEventListener('error', () => {
      refused(item, file, texts.offline);
      done();
    });
    call.send(data);
  });
}

function parsed(json) {
  try {
    return JSON.parse(json);
  } catch (failure) {
    return null;
  }
}

function button(label, name, act) {
  const pressed = document.createElement('button');
  pressed.type = 'button';
  pressed.className = 'second small';
  pressed.textContent = label;
  pressed.setAttribute('aria-label', name);
  pressed.addEventListener('click', act);
  return pressed;
}

function added(item, file) {
  item.dataset.file = file.id;
  const link = document.createElement('a');
  link.href = `${draft}/files/${file.id}`;
  link.textContent = file.name;
  link.target = '_blank';
  item.querySelector('span').replaceWith(link);
  item.querySelector('.about').textContent = `${file.kind} · ${size(file.size)}`;
  item.querySelector('progress').remove();
  item.append(button(texts.remove, text('remove-named', file.name), () => remove(item, file.name)));
  news.textContent = text('added', file.name);
}

function refused(item, file, why) {
  item.querySelector('progress').remove();
  const about = item.querySelector('.about');
  about.textContent = why;
  about.className = 'failed';
  item.append(button(texts.close, text('dismiss', file.name), () => {
    item.remove();
    chooser.focus();
  }));
  news.textContent = text('not-added', file.name, why);
}

async function remove(item, name) {
  const answer = await fetch(`${draft}/files/${item.dataset.file}`, { method: 'DELETE', headers: { 'X-PRAKAT-CSRF': token() },
    redirect: 'manual' }).catch(() => null);
  if (!answer || !answer.ok) {
    tell(answer && answer.type === 'opaqueredirect' ? texts['signed-out'] : texts.offline);
    return;
  }
  item.remove();
  news.textContent = text('removed', name);
  chooser.focus();
}

uploads.querySelectorAll('li').forEach((item) => {
  const name = item.querySelector('a').textContent;
  item.querySelector('a').target = '_blank';
  item.querySelector('button').addEventListener('click', (event) => {
    event.preventDefault();
    remove(item, name);
  });
});
chooser.addEventListener('change', () => {
  take([...chooser.files]);
  chooser.value = '';
});
for (const kind of ['dragenter', 'dragover']) {
  drop.addEventListener(kind, (event) => {
    event.preventDefault();
    drop.classList.add('over');
  });
}
drop.addEventListener('dragleave', () => drop.classList.remove('over'));
drop.addEventListener('drop', (event) => {
  event.preventDefault();
  drop.classList.remove('over');
  take([...event.dataTransfer.files]);
});
// A file that misses the frame would otherwise replace the page.
for (const kind of ['dragover', 'drop']) {
  window.addEventListener(kind, (event) => event.dataTransfer.types.includes('Files') && event.preventDefault());
}

// ---- Sending

byId('preview').addEventListener('click', async (event) => {
  event.preventDefault();
  const other = window.open('', 'prakat-preview');
  if (await save({}, true)) {
    other.location = `${draft}/preview`;
  } else {
    other.close();
  }
});
byId('save').addEventListener('click', (event) => {
  event.preventDefault();
  changed = true;
  save({}, true);
});
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  if (leaving) {
    return;
  }
  if (uploading.size) {
    tell(texts.uploading);
    return;
  }
  // First what cannot be lost, by a call that tells whether the session goes on; then the page itself.
  byId('send').setAttribute('aria-disabled', 'true');
  changed = true;
  const saved = await save({}, true);
  byId('send').removeAttribute('aria-disabled');
  if (!saved) {
    return;
  }
  leaving = true;
  body.value = editor.value;
  // Signed in anew in another tab, the browser has another token than the page.
  form.elements._csrf.value = token();
  form.submit();
});
// Back from the next page, with everything as it was left.
window.addEventListener('pageshow', (event) => event.persisted && location.reload());

const wrong = byId('wrong');
if (wrong) {
  wrong.focus();
}
