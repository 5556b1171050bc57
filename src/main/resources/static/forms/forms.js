// What the forms in Tasklist do; their words are in words.th.js and words.en.js. Content goes by /api, never through
// the engine; a decision is completed by Tasklist itself.
import office from './office.js';
import { diffArrays } from '/webjars/diff/5.1.0/lib/index.es6.js';

const { language } = office;
const { default: words } = await import(`./words.${language}.js`);
const LOCALE = language === 'th' ? 'th-TH' : 'en-GB';
const TIME = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: office.zone });
const DATE = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'long', timeZone: office.zone });
const DAY = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'long' });
const ISO_DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: office.zone });
const WORDS = new Intl.Segmenter(LOCALE, { granularity: 'word' });

const REASON_CODES = Object.entries(words.reasonCodes).map(([code, name]) => ({ code, name }));

// Each with the reason code that says the same.
const CRITERIA = [
  ['accurate', 'inaccurate'],
  ['complete', 'incomplete'],
  ['current', 'outdated'],
  ['constructive', 'not-constructive'],
  ['transparent', 'not-transparent'],
  ['ethical', 'unethical'],
].map(([code, reasonCode]) => ({ code, reasonCode, name: words.criteria[code] }));

const certification = ({ heading, yes, no }) => ({
  heading,
  criteria: CRITERIA.slice(0, 2),
  yes: { code: 'certified', name: yes },
  no: { code: 'returned', name: no },
});

const vetting = ({ heading, yes, no }) => ({
  heading,
  criteria: CRITERIA,
  yes: { code: 'permitted', name: yes },
  no: { code: 'refused', name: no },
});

// The status in which each finds its request, and the state of its extension.
const STEPS = {
  certify: { status: 'awaiting-certification', ...certification(words.certify) },
  vet: { status: 'awaiting-vetting', ...vetting(words.vet) },
  certifyExtension: {
    status: 'published', extension: 'awaiting-certification', ...certification(words.certifyExtension),
  },
  vetExtension: { status: 'published', extension: 'awaiting-vetting', ...vetting(words.vetExtension) },
};

const REASON_AT_LEAST = 10;
const REASON_AT_MOST = 2000;

const BODY_STYLE = `
  :host { display: block; line-height: 1.7; overflow-wrap: anywhere; }
  table { border-collapse: collapse; max-width: 100%; } th, td { border: 1px solid #999; padding: .3em .6em; }
  th { background: #f1f3f5; text-align: left; } a { color: #0b4f8a; }
  h2 { font-size: 1.25em; } h3 { font-size: 1.12em; } h4 { font-size: 1em; }
  pre { white-space: pre-wrap; } blockquote { margin: 1em; padding-left: 1em; border-left: 3px solid #bbb; }
  :first-child { margin-top: 0; } :last-child { margin-bottom: 0; }`;

const LARGEST_FILE = 20 * 1024 * 1024;
const LARGEST_FILES = 60 * 1024 * 1024;
const MOST_FILES = 10;

/** The forms of a director and of a web officer: what is decided on, and the decision, on one screen. */
export async function decide(name, camForm, $scope, notifications) {
  const step = STEPS[name];
  const view = begin(camForm, $scope, { marks: {}, remarks: {}, reasonCode: null });
  const { form } = view;
  view.step = step;
  view.reasonCodes = REASON_CODES;
  onOneScreen(camForm, $scope, view);
  view.failed = () => step.criteria.filter((one) => form.marks[one.code] === false);
  view.passAll = () => step.criteria.forEach((one) => { form.marks[one.code] = true; });
  view.codeOfFirst = () => words.codeOfFirst(words.reasonCodes[view.failed()[0]?.reasonCode]);

  view.decide = (choice) => {
    view.failure = objection(view, choice);
    if (view.failure) {
      lookAtFault(camForm);
      return;
    }
    view.outcome = choice.code;
    view.busy = true;
    $scope.complete();
  };
  camForm.on('submit', () => {
    const said = { outcome: view.outcome, contentSha256: view.request.contentSha256 };
    step.criteria.forEach((one) => { said[one.code] = form.marks[one.code]; });
    if (view.outcome === step.no.code) {
      said.reasonCode = form.reasonCode ?? view.failed()[0].reasonCode;
      said.reason = reason(view);
      view.failed().forEach((one) => { said[`${one.code}Remark`] = form.remarks[one.code].trim(); });
    }
    sendVariables(camForm, said);
  });
  camForm.on('submit-success', () => notifications.addMessage({
    status: words.decided(view.outcome === step.yes.code ? step.yes.name : step.no.name),
    message: `${view.request.number} ${view.request.title}`,
    duration: 10000,
  }));
  claimFirst(camForm, $scope, view);

  await attempt($scope, view, async () => {
    const request = await requestOfTask(camForm, step.status, view);
    if (step.extension && request.extension?.state !== step.extension) {
      throw new Error(words.notThere);
    }
    await readRounds(view, request);
    view.extension = step.extension && words.extendedUntil(moment(request.extension.publishUntil));
    view.category = nameOfCategory(view, request.category);
    view.period = words.fromUntil(moment(request.publishFrom), moment(request.publishUntil));
    view.changesFrom = words.changes;
    if (!view.before && request.replaces) {
      view.before = await published(request.replaces);
      view.changesFrom = words.changesOf(request.replaces.number);
    }
    view.changes = view.before ? changes(view, view.before, request) : [];
    show(view, request);
  });
}

/** The form of a web officer who reviews whether what is on the website is still current. */
export async function review(camForm, $scope, notifications) {
  const view = begin(camForm, $scope, { reason: '', publicNotice: '', replacementUrl: '', withdraws: false });
  const { form } = view;
  onOneScreen(camForm, $scope, view);
  const said = (text) => (text ?? '').trim();

  // Off the website there is no way back: the words for readers come first, and the button is pressed once more.
  view.withdraws = (yes) => {
    form.withdraws = yes;
    view.failure = null;
    setTimeout(() => camForm.formElement[0].querySelector(yes ? '#prakat-notice' : '#prakat-reason')?.focus());
  };
  view.decide = (outcome) => {
    const length = characters(said(form.reason));
    const tooShort = outcome !== 'confirmed' && length < REASON_AT_LEAST;
    view.failure = tooShort || length > REASON_AT_MOST ? words.review.reasonLength : null;
    if (view.failure) {
      lookAtFault(camForm);
      return;
    }
    view.outcome = outcome;
    view.busy = true;
    $scope.complete();
  };
  camForm.on('submit', () => {
    const readers = view.outcome === 'withdrawn'
      ? { publicNotice: said(form.publicNotice), replacementUrl: said(form.replacementUrl) } : {};
    sendVariables(camForm, {
      outcome: view.outcome, reason: said(form.reason), contentSha256: view.request.contentSha256, ...readers,
    });
  });
  camForm.on('submit-success', () => notifications.addMessage({
    status: words.decided(words.review.outcomes[view.outcome]),
    message: `${view.request.number} ${view.request.title}`,
    duration: 10000,
  }));
  claimFirst(camForm, $scope, view);

  await attempt($scope, view, async () => {
    const request = await requestOfTask(camForm, 'published', view);
    if (request.review?.state !== 'open') {
      throw new Error(words.notThere);
    }
    const history = await readRounds(view, request);
    const last = history.filter((entry) => entry.event === 'reviewed').pop();
    const days = Math.floor((Date.now() - Date.parse(request.publication.publishedAt)) / 86400000);
    view.onWebsite = true;
    view.returns = [];
    view.changes = view.before ? changes(view, view.before, request) : [];
    view.age = words.review.age(number(days), moment(request.publication.publishedAt));
    view.lastReview = last
      ? words.review.last(words.review.outcomes[last.outcome], last.byName, moment(last.at)) : words.review.never;
    view.lastReason = last?.reason;
    view.category = nameOfCategory(view, request.category);
    view.period = words.fromUntil(moment(request.publishFrom), moment(request.publishUntil));
    show(view, request);
  });
}

/** What every decision has: the content beside it, and its own buttons in the place of Tasklist's one. */
function onOneScreen(camForm, $scope, view) {
  view.show = () => setTimeout(() => showBody(camForm, view.request.body));
  view.inPlace = (file) => `${view.attachment(file)}#navpanes=0`;
  view.isPicture = (file) => file.mediaType.startsWith('image/');
  view.isNew = (file) => view.before && !view.before.attachments.some((one) => one.sha256 === file.sha256);
  // Tasklist knows the task as nobody's or somebody else's as long as its own button does not work.
  view.takenByOther = () => Boolean(view.assignee && view.assignee !== me($scope) && $scope.options.disableForm);
  // Tasklist's needs the task to be claimed first.
  $scope.options.hideCompleteButton = true;
  keepAllTheTime($scope, view);
}

function claimFirst(camForm, $scope, view) {
  const { complete } = view;
  view.complete = (done) => {
    const finish = (failure, made) => {
      view.busy = false;
      done(failure, made);
    };
    claim(camForm, $scope, view).then(() => complete(finish), finish);
  };
}

/** What stands against a decision, in words; null where nothing does. */
function objection(view, choice) {
  const { step, form } = view;
  const unmarked = step.criteria.filter((one) => form.marks[one.code] === undefined);
  const failed = view.failed();
  if (choice === step.yes) {
    return failed.length ? words.notAllMet(step.yes.name, step.no.name)
      : unmarked.length ? words.unmarked(unmarked.map((one) => one.name).join(', ')) : null;
  }
  if (!failed.length) {
    return words.noneFailed(step.no.name);
  }
  const silent = failed.find((one) => characters((form.remarks[one.code] ?? '').trim()) < REASON_AT_LEAST);
  if (silent) {
    return words.remarkTooShort(silent.name);
  }
  return characters(reason(view)) > REASON_AT_MOST ? words.remarksTooLong : null;
}

/** All remarks as the one reason of the decision. */
function reason(view) {
  return view.failed().map((one) => `${words.reasonCodes[one.reasonCode]}: ${view.form.remarks[one.code].trim()}`).join('\n');
}

function characters(text) {
  return [...text].length;
}

/** Who decides has the task: nobody else can then work on it at the same time. */
function claim(camForm, $scope, view) {
  if (view.assignee === me($scope) || !$scope.options.disableForm) {
    return Promise.resolve();
  }
  return new Promise((resolve, reject) => {
    camForm.client.resource('task').claim(camForm.taskId, me($scope), (failure) => {
      if (failure) {
        reject(new Error(words.takenMeanwhile));
      } else {
        view.assignee = me($scope);
        resolve();
      }
    });
  });
}

function me($scope) {
  return $scope.$root.authentication.name;
}

/** What is different from the version before, field by field and file by file. */
function changes(view, before, after) {
  const day = (time) => moment(time);
  const category = (code) => nameOfCategory(view, code);
  const links = (all) => all.join('\n');
  const fields = [
    ['title'], ['summary'], ['body', readable], ['category', category], ['publishFrom', day], ['publishUntil', day],
    ['externalLinks', links], ['note'],
  ];
  const changed = fields
    .map(([name, text = (value) => value ?? '']) => [name, text(before[name]), text(after[name])])
    .filter(([, old, present]) => old !== present)
    .map(([name, old, present]) => ({ name: words.fields[name], parts: difference(old, present) }));
  const files = filesChanged(before.attachments, after.attachments);
  return files.length ? [...changed, { name: words.fields.attachments, parts: files }] : changed;
}

function difference(before, after) {
  const parts = diffArrays(split(before), split(after));
  return parts.map(({ value, added, removed }) => ({
    kind: added ? 'added' : (removed ? 'removed' : 'same'),
    text: added || removed ? value.join('') : shortened(value.join('')),
  }));
}

function split(text) {
  return [...WORDS.segment(text)].map(({ segment }) => segment);
}

/** Of what stayed as it was, enough to see where one is. */
function shortened(text) {
  return text.length > 160 ? `${text.slice(0, 70)} … ${text.slice(-70)}` : text;
}

function filesChanged(before, after) {
  const same = (one, other) => one.sha256 === other.sha256 && one.name === other.name;
  const parts = (files, others, kind) => files.filter((one) => !others.some((other) => same(one, other)))
    .map((one) => ({
      kind,
      text: `${kind === 'added' && others.some((other) => other.name === one.name) ? words.replacedFile(one.name) : one.name}\n`,
    }));
  return [...parts(before, after, 'removed'), ...parts(after, before, 'added')];
}

/** The text of a body as a reader sees it, a line for each block. */
function readable(html) {
  const { body } = new DOMParser().parseFromString(html ?? '', 'text/html');
  body.querySelectorAll('br').forEach((one) => one.replaceWith('\n'));
  body.querySelectorAll('p, h1, h2, h3, h4, h5, h6, li, tr, blockquote, pre').forEach((one) => one.append('\n'));
  body.querySelectorAll('td, th').forEach((one) => one.append(' '));
  return body.textContent.replace(/\n{2,}/g, '\n').trim();
}

function nameOfCategory(view, code) {
  return view.categories.find((one) => one.code === code)?.name ?? code;
}

/** The form of a requester whose request came back. */
export async function revise(camForm, $scope) {
  const view = begin(camForm, $scope, {});
  const resubmits = () => view.form.outcome === 'resubmitted';
  withFields(camForm, $scope, view, resubmits);
  ready($scope, () => view.request
    && (view.form.outcome === 'cancelled' || (resubmits() && !view.filesFault())));

  camForm.on('submit', () => {
    if (!resubmits()) {
      sendVariables(camForm, { outcome: 'cancelled', reason: view.form.reason || undefined });
    }
  });
  const { complete } = view;
  view.complete = (done) => {
    if (resubmits()) {
      send(view, `/api/requests/${view.request.id}/revisions`, {}).then((made) => done(null, made), done);
    } else {
      complete(done);
    }
  };

  await attempt($scope, view, async () => {
    const request = await requestOfTask(camForm, 'returned', view, true);
    await readRounds(view, request);
    fill(view, request);
    show(view, request);
  });
}

/** The form with which a request begins. */
export async function submit(camForm, $scope, notifications) {
  const view = begin(camForm, $scope, {});
  withFields(camForm, $scope, view, () => true);
  ready($scope, () => view.categories && !view.filesFault());
  const key = newKey();
  const root = $scope.$root;
  view.complete = (done) => {
    send(view, '/api/requests', { 'Idempotency-Key': key }).then((made) => {
      done(null, { id: made.processInstanceId });
      // Once the dialog is gone: it takes the messages that come before with it.
      setTimeout(() => root.$apply(() => notifications.addMessage({
        status: words.submitted(made.number),
        message: words.submittedHint,
        duration: 20000,
      })), 1500);
    }, done);
  };
  await attempt($scope, view, async () => {
    const user = encodeURIComponent($scope.$root.authentication.name);
    const [categories, mine] = await Promise.all([
      read('/api/categories'),
      read(`/camunda/api/engine/engine/default/identity/groups?userId=${user}`).catch(() => ({ groups: [] })),
    ]);
    view.categories = categories;
    view.groups = mine.groups.filter(({ id }) =>
      !id.endsWith('-directors') && !['web-officers', 'deputy-directors', 'camunda-admin'].includes(id));
  });
}

function begin(camForm, $scope, form) {
  const view = { words, form, faults: {}, files: [], kind, size, number };
  view.attachment = (file, round) => `/api/requests/${view.request.id}`
    + `${round ? `/revisions/${round}` : ''}/attachments/${file.n}`;
  $scope.prakat = view;
  refuseInWords(camForm, $scope, view);
  keepWhatIsTyped(camForm, view);
  return view;
}

/** A refusal is shown above the button, with what was typed; Tasklist says nothing more where submission was "prevented". */
function refuseInWords(camForm, $scope, view) {
  const complete = camForm.submitVariables;
  view.complete = (done) => complete.call(camForm, done);
  camForm.submitVariables = (done) => {
    view.failure = null;
    view.complete((failure, made) => {
      if (!failure) {
        done(null, made);
        return;
      }
      view.failure = failure.message;
      done(new Error('camForm submission prevented'));
      $scope.$applyAsync();
      lookAtFault(camForm);
    });
  };
}

function lookAtFault(camForm) {
  setTimeout(() => camForm.formElement[0].querySelector('.prakat-fault')?.scrollIntoView({ block: 'center' }), 100);
}

function show(view, request) {
  view.numbered = words.numbered(request.number, request.round);
  view.request = request;
}

/** Tasklist lets a form go when every field is valid; this one holds what no field can say. */
function ready($scope, condition) {
  $scope.$watch(() => Boolean(condition()), (fulfilled) => { $scope.prakat.ready = fulfilled ? 'yes' : ''; });
}

async function attempt($scope, view, work) {
  try {
    await work();
  } catch (failure) {
    view.failure = failure.message;
  }
  $scope.$applyAsync();
}

/** The engine knows a request by its number. */
async function requestOfTask(camForm, status, view, mine = false) {
  const tasks = camForm.client.resource('task');
  const [{ assignee }, { number: known }] = await Promise.all([
    tasks.get(camForm.taskId),
    tasks.formVariables({ id: camForm.taskId, names: ['number'], deserializeValues: false }),
  ]);
  view.assignee = assignee;
  const { items } = await read(`/api/requests?${new URLSearchParams({ status, words: known.value, mine })}`);
  const request = items.find((one) => one.number === known.value);
  if (!request) {
    throw new Error(words.notThere);
  }
  return request;
}

/** The version on the website that a request is to replace; undefined for who may not see it as a request. */
async function published({ id }) {
  const revisions = await read(`/api/requests/${id}/revisions`).catch(() => []);
  return revisions[revisions.length - 1];
}

async function readRounds(view, request) {
  const [categories, revisions, history] = await Promise.all([
    read('/api/categories'),
    read(`/api/requests/${request.id}/revisions`),
    read(`/api/requests/${request.id}/history`),
  ]);
  const returns = history.filter((entry) => words.events[entry.event] && entry.reasonCode).reverse().map((entry) => {
    const remarks = CRITERIA.filter(({ code }) => entry.remarks[code])
      .map(({ code, reasonCode }) => ({ criterion: words.reasonCodes[reasonCode], text: entry.remarks[code] }));
    const saidByRemarks = remarks.length && remarks.every(({ text }) => entry.reason.includes(text));
    return {
      round: entry.round,
      code: words.reasonCodes[entry.reasonCode] ?? entry.reasonCode,
      reason: saidByRemarks ? null : entry.reason,
      remarks,
      by: entry.byName,
      step: words.events[entry.event],
      at: moment(entry.at),
    };
  });
  const earlier = revisions.filter((one) => one.round < request.round).reverse();
  view.categories = categories;
  view.returns = returns;
  [view.before] = earlier;
  view.earlierRounds = words.earlierRounds(earlier.length);
  view.rounds = earlier.map((one) => ({
    round: one.round,
    heading: words.roundHeading(one.round, moment(one.submittedAt)),
    title: one.title,
    attachments: one.attachments,
    returns: returns.filter((entry) => entry.round === one.round),
  }));
  return history;
}

function showBody(camForm, html) {
  const host = camForm.formElement[0].querySelector('.prakat-body');
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const style = document.createElement('style');
  style.textContent = BODY_STYLE;
  const body = document.createElement('div');
  body.innerHTML = html;
  // Beneath the form's own headings, which go down to the fourth level.
  body.querySelectorAll('h2, h3, h4').forEach((heading) => heading.setAttribute('aria-level', Math.min(6, Number(heading.tagName[1]) + 3)));
  body.querySelectorAll('a').forEach((link) => { link.target = '_blank'; link.rel = 'noopener noreferrer'; });
  root.replaceChildren(style, body);
}

// Fields of a submission

function withFields(camForm, $scope, view, needed) {
  view.needed = needed;
  view.policy = () => view.categories?.find((one) => one.code === view.form.category);
  view.day = (date) => DAY.format(date);
  view.defaultEnd = () => {
    const policy = view.policy();
    if (!policy) {
      return words.untilDefault;
    }
    const end = new Date(view.form.from ?? Date.now());
    end.setDate(end.getDate() + policy.defaultDays);
    return words.untilDays(number(policy.defaultDays), DAY.format(end));
  };
  view.removeFile = (index) => view.files.splice(index, 1);
  view.filesFault = () => {
    const kept = (view.request?.attachments ?? []).filter((file) => view.form.keep?.[file.n]);
    const files = [...kept, ...view.files];
    const tooLarge = view.files.find((file) => file.size > LARGEST_FILE);
    if (tooLarge) {
      return words.fileTooLarge(tooLarge.name);
    }
    if (files.length > MOST_FILES) {
      return words.tooManyFiles;
    }
    return files.reduce((sum, file) => sum + file.size, 0) > LARGEST_FILES ? words.filesTooLarge : null;
  };
  camForm.formElement[0].addEventListener('change', ({ target }) => {
    if (target.id === 'prakat-files') {
      view.files.push(...target.files);
      target.value = '';
      $scope.$applyAsync();
    }
  });
}

function fill(view, request) {
  const text = plainText(request.body);
  const now = Date.now();
  view.source = text === null;
  view.form = {
    title: request.title,
    summary: request.summary,
    text: text ?? request.body,
    category: request.category,
    from: Date.parse(request.publishFrom) > now ? dayOf(request.publishFrom) : null,
    until: Date.parse(request.publishUntil) > now ? dayOf(request.publishUntil) : null,
    links: request.externalLinks.join('\n'),
    note: request.note,
    keep: Object.fromEntries(request.attachments.map((file) => [file.n, true])),
    ...view.form,
  };
}

function submission(view) {
  const { form, request } = view;
  const untouched = request && form.text === (plainText(request.body) ?? request.body);
  return {
    title: form.title,
    summary: form.summary,
    body: untouched ? request.body : (view.source ? form.text : paragraphs(form.text)),
    category: form.category,
    publishFrom: day(form.from, request?.publishFrom),
    publishUntil: day(form.until, request?.publishUntil),
    group: form.group,
    externalLinks: (form.links ?? '').split('\n').map((link) => link.trim()).filter(Boolean),
    note: form.note,
    keepAttachments: request
      ? request.attachments.map((file) => file.n).filter((n) => form.keep[n])
      : undefined,
  };
}

async function send(view, address, headers) {
  view.faults = {};
  const parts = new FormData();
  parts.append('request', new Blob([JSON.stringify(submission(view))], { type: 'application/json' }));
  view.files.forEach((file) => parts.append('attachments', file, file.name));
  try {
    return await call(address, {
      method: 'POST', body: parts, headers: { 'X-PRAKAT-CSRF': cookie('PRAKAT-CSRF'), ...headers },
    });
  } catch (failure) {
    view.faults = Object.fromEntries((failure.errors ?? []).map((one) => [one.field, one.message]));
    throw failure;
  }
}

/** The text of a body of paragraphs and line breaks; null where it has more, which plain text would lose. */
function plainText(html) {
  const { body } = new DOMParser().parseFromString(html ?? '', 'text/html');
  const all = [...body.querySelectorAll('*')];
  if (all.some((one) => !['P', 'BR'].includes(one.tagName) || one.attributes.length)) {
    return null;
  }
  all.forEach((one) => {
    if (one.tagName === 'BR') {
      one.replaceWith('\n');
    } else {
      one.before('\n\n');
      one.after('\n\n');
    }
  });
  return body.textContent.replace(/\n{3,}/g, '\n\n').trim();
}

function paragraphs(text) {
  const escaped = (text ?? '').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  return escaped.trim().split(/\n\s*\n/).map((one) => `<p>${one.trim().replace(/\n/g, '<br>')}</p>`).join('');
}

/** A day as the server reads it; one that was not changed keeps its hour. */
function day(date, before) {
  if (!date) {
    return undefined;
  }
  return before && dayOf(before).getTime() === date.getTime()
    ? before
    : `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
}

/** The office's day of an instant, as a date input wants it. */
function dayOf(time) {
  const [year, month, date] = ISO_DAY.format(new Date(time)).split('-').map(Number);
  return new Date(year, month - 1, date);
}

// Talking to the server

const read = (address) => call(address, {});

async function call(address, options) {
  let answer;
  try {
    answer = await fetch(address, {
      credentials: 'same-origin',
      ...options,
      headers: { Accept: 'application/json', 'Accept-Language': language, ...options.headers },
    });
  } catch {
    throw new Error(words.noNetwork);
  }
  const said = await answer.json().catch(() => ({}));
  if (answer.ok) {
    return said;
  }
  const failure = new Error(wording(answer.status, said));
  failure.errors = said.errors;
  throw failure;
}

function wording(status, problem) {
  if (status === 401) {
    return words.signedOut;
  }
  const faults = (problem.errors ?? []).map((one) => `${words.fields[one.field] ?? one.field}: ${one.message}`);
  return [problem.detail ?? problem.message ?? words.failed, ...faults].join(' · ');
}

function sendVariables(camForm, values) {
  Object.entries(values).filter(([, value]) => value !== undefined && value !== '').forEach(([name, value]) => {
    camForm.variableManager.createVariable({
      name, value, type: typeof value === 'boolean' ? 'Boolean' : 'String',
    });
  });
}

/** Tasklist's own save, and what it does when a session ends: for this window, and never in the engine. */
function keepWhatIsTyped(camForm, view) {
  const name = `prakat:${camForm.taskId ?? 'submit'}`;
  const kept = sessionStorage.getItem(name);
  if (kept) {
    Object.assign(view.form, JSON.parse(kept, (key, value) =>
      (value && ['from', 'until'].includes(key) ? new Date(value) : value)));
  }
  view.keep = (form) => sessionStorage.setItem(name, form);
  camForm.on('store', () => {
    camForm.storePrevented = true;
    view.keep(JSON.stringify(view.form));
  });
  camForm.on('submit-success', () => sessionStorage.removeItem(name));
}

/** A decision's own buttons leave no room for Tasklist's "save": what is typed is kept as it is typed. */
function keepAllTheTime($scope, view) {
  $scope.$watch(() => JSON.stringify(view.form), (form) => view.keep(form));
}

function newKey() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function cookie(name) {
  return document.cookie.split('; ').find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
}

/** A day and a time as the reader's language writes them. */
function moment(time) {
  const instant = new Date(time);
  return words.moment(DATE.format(instant), TIME.format(instant));
}

function number(value) {
  return value.toLocaleString(LOCALE, { maximumFractionDigits: 1 });
}

function kind(file) {
  return words.kinds[file.mediaType] ?? file.mediaType;
}

function size(bytes) {
  return bytes < 1024 * 1024
    ? `${number(Math.max(1, Math.round(bytes / 1024)))} KB`
    : `${number(bytes / 1024 / 1024)} MB`;
}
