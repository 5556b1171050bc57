// The page on which something is proposed: counters, calendar, uploads one by one, and a draft that saves itself.
// Everything that is decided here is decided again on the server.

import { later, read, today, withCalendar, words } from './desk-dates.js';
import { edit } from './desk-editor.js';
import { pictures } from './desk-pictures.js';
import { renewed, token } from './desk-session.js';
import { text, texts } from './desk-texts.js';
import { forget, keep, restore, unsent } from './desk-unsent.js';

const form = document.getElementById('submission');
const draft = `/desk/drafts/${form.dataset.draft}`;
// So that loading the page again goes on with this draft instead of beginning another.
if (location.pathname === '/desk/new') {
  history.replaceState(null, '', form.getAttribute('action') + location.search);
}
const byId = (id) => document.getElementById(id);

const LARGEST_FILE = 20 * 1024 * 1024;

// ---- Counters

function counted(field) {
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

form.querySelectorAll('[data-longest]:not(.picture *)').forEach(counted);

// ---- Editor

let album = null;
const body = byId('body');
const editor = edit(body, {
  texts,
  attach: (files) => Promise.all(take(files)),
  unused,
  picture: (name) => album?.find(name),
  say: (words) => { byId('pasted').textContent = words; },
  changed: touched,
});
byId('label-body').addEventListener('click', () => editor.focus());
document.querySelectorAll('#wrong a[href="#body"]').forEach((link) => link.addEventListener('click', (event) => {
  event.preventDefault();
  editor.element.scrollIntoView({ block: 'center' });
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
  withCalendar(byId(`${name}Day`), byId(`${name}-day-hint`));
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
    look();
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
    album.arrange();
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
/** Names that pictures of the text were given, which are not sent yet. */
const promised = new Set();
// Files go one by one from here, and not a second time with the page.
chooser.removeAttribute('name');
byId('drop-hint').hidden = false;
album = pictures({ form, remove, put: editor.put, changed: touched, counted, say: (words) => { news.textContent = words; } });
editor.refresh();
byId('pictures').addEventListener('input', editor.refresh);
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

/** Names of lines that wait or are sent count as well. */
function unused(name) {
  const taken = new Set([...document.querySelectorAll('#uploads li > :first-child, #pictures .name')].map((one) => one.textContent));
  const dot = name.lastIndexOf('.');
  const numbered = (n) => `${name.slice(0, dot)} (${n})${name.slice(dot)}`;
  let free = name;
  for (let n = 2; taken.has(free) || promised.has(free); n += 1) {
    free = numbered(n);
  }
  promised.add(free);
  return free;
}

/** Answers with what each will be called once it is attached; null where it is not. */
function take(files) {
  const names = files.map((file) => {
    const item = line(file);
    if (file.size > LARGEST_FILE) {
      refused(item, file, texts['too-large']);
      return null;
    }
    uploading.add(item);
    return new Promise((done) => { waiting.push([file, item, done]); });
  });
  next();
  return names;
}

let busy = false;

/** One after the other, so that the server judges each beside those before it. */
async function next() {
  if (busy || !waiting.length) {
    return;
  }
  busy = true;
  const [file, item, done] = waiting.shift();
  await save();
  done(await upload(file, item));
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
        added(item, answer, file);
        done(answer.name);
      } else if (answer) {
        refused(item, file, (answer.errors || []).map((error) => error.message).join(' ') || answer.detail);
      } else {
        refused(item, file, texts['signed-out']);
      }
      // Nothing more happens where it is done already.
      done(null);
    });
    call.addEventListener('error', () => {
      refused(item, file, texts.offline);
      done(null);
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

function added(item, file, bytes) {
  const href = `${draft}/files/${file.id}`;
  album.add(String(file.id), file.picture && { name: file.name, href }, bytes);
  if (file.picture) {
    item.remove();
  } else {
    item.dataset.file = file.id;
    const link = document.createElement('a');
    link.href = href;
    link.textContent = file.name;
    link.target = '_blank';
    item.querySelector('span').replaceWith(link);
    item.querySelector('.about').textContent = `${file.kind} · ${size(file.size)}`;
    item.querySelector('progress').remove();
    item.append(button(texts.remove, text('remove-named', file.name), () => remove(item, file.name)));
  }
  editor.refresh();
  news.textContent = text('added', file.name);
  look();
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
  album.removed(item.dataset.file);
  editor.rename(name, null);
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

// ---- What must not be published

const found = byId('draft-found');
let looking = null;
let stopped = new AbortController();

/** Shows what was found in what was saved; again while files are still read. */
async function look() {
  clearTimeout(looking);
  if (stopped.signal.aborted) {
    return;
  }
  const said = await fetch(`${draft}/findings`, { headers: { Accept: 'application/json' }, redirect: 'manual', signal: stopped.signal })
    .then((answer) => (answer.ok ? answer.json() : null))
    .catch(() => null);
  if (!said) {
    return;
  }
  const { reading, findings } = said;
  found.hidden = !findings.length;
  found.classList.toggle('warned', findings.some((finding) => finding.action !== 'note'));
  found.querySelector('ul').replaceChildren(...findings.map((finding) => {
    const line = document.createElement('li');
    line.textContent = `${finding.words} ${finding.excerpt || ''}`;
    return line;
  }));
  if (reading) {
    looking = setTimeout(look, 1500);
  }
}

look();

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
  // Once it is submitted, there is no draft to be looked at.
  stopped.abort();
  const saved = await save({}, true);
  byId('send').removeAttribute('aria-disabled');
  if (!saved) {
    stopped = new AbortController();
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
