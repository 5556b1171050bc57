// What the four forms in Tasklist do; their words are in the HTML beside this file. Content goes by /api, never through
// the engine; a decision is completed by Tasklist itself.

const TIME = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Asia/Bangkok' });
const DATE = new Intl.DateTimeFormat('th-TH', { dateStyle: 'long', timeZone: 'Asia/Bangkok' });
const DAY = new Intl.DateTimeFormat('th-TH', { dateStyle: 'long' });
const ISO_DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Bangkok' });
const PAGE = 100;

const REASON_CODES = [
  { code: 'inaccurate', name: 'ไม่ถูกต้อง' },
  { code: 'incomplete', name: 'ไม่ครบถ้วน' },
  { code: 'outdated', name: 'ไม่เป็นปัจจุบัน' },
  { code: 'not-constructive', name: 'ไม่สร้างสรรค์' },
  { code: 'not-transparent', name: 'ไม่โปร่งใส' },
  { code: 'unethical', name: 'ขัดคุณธรรมจริยธรรม' },
  { code: 'personal-data', name: 'มีข้อมูลส่วนบุคคลที่ไม่ควรเผยแพร่' },
  { code: 'other', name: 'เหตุผลอื่น' },
];

const CRITERIA = [
  { code: 'accurate', name: 'ถูกต้อง' },
  { code: 'complete', name: 'ครบถ้วน' },
  { code: 'current', name: 'เป็นปัจจุบัน' },
  { code: 'constructive', name: 'สร้างสรรค์' },
  { code: 'transparent', name: 'โปร่งใส' },
  { code: 'ethical', name: 'ไม่ขัดคุณธรรมจริยธรรม' },
];

const STEPS = {
  certify: {
    status: 'awaiting-certification',
    heading: 'การรับรองข้อมูล',
    criteria: CRITERIA.slice(0, 2),
    yes: { code: 'certified', name: 'รับรอง' },
    no: { code: 'returned', name: 'ส่งกลับแก้ไข' },
  },
  vet: {
    status: 'awaiting-vetting',
    heading: 'การกลั่นกรองข้อมูล',
    criteria: CRITERIA,
    yes: { code: 'permitted', name: 'อนุญาตให้เผยแพร่' },
    no: { code: 'refused', name: 'ไม่อนุญาต' },
  },
};

const EVENTS = { certification: 'ขั้นรับรอง', vetting: 'ขั้นกลั่นกรอง' };

const FIELDS = {
  title: 'หัวข้อ', summary: 'สรุป', body: 'เนื้อหา', category: 'ประเภทข้อมูล', publishFrom: 'เริ่มเผยแพร่',
  publishUntil: 'สิ้นสุดการเผยแพร่', externalLinks: 'ลิงก์ภายนอก', note: 'หมายเหตุ', group: 'กลุ่ม',
  attachments: 'ไฟล์แนบ', keepAttachments: 'ไฟล์แนบเดิม',
};

const KINDS = {
  'application/pdf': 'PDF', 'image/jpeg': 'รูปภาพ JPEG', 'image/png': 'รูปภาพ PNG', 'image/webp': 'รูปภาพ WebP',
  'text/plain': 'ข้อความ', 'text/csv': 'ตาราง CSV',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'เอกสาร Word',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'ตาราง Excel',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'งานนำเสนอ PowerPoint',
  'application/vnd.oasis.opendocument.text': 'เอกสาร ODT',
  'application/vnd.oasis.opendocument.spreadsheet': 'ตาราง ODS',
  'application/vnd.oasis.opendocument.presentation': 'งานนำเสนอ ODP',
};

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

/** The forms of a director and of a web officer. */
export async function decide(name, camForm, $scope) {
  const step = STEPS[name];
  const view = begin(camForm, $scope, { checklist: {} });
  view.step = step;
  view.reasonCodes = REASON_CODES;
  view.allMet = () => step.criteria.every((one) => view.form.checklist[one.code]);
  view.show = () => setTimeout(() => showBody(camForm, view.request.body));
  ready($scope, () => view.request
    && (view.form.outcome === step.no.code || (view.form.outcome === step.yes.code && view.allMet())));

  camForm.on('submit', () => {
    const { outcome, checklist, reasonCode, reason } = view.form;
    const said = { outcome, contentSha256: view.request.contentSha256 };
    step.criteria.forEach((one) => { said[one.code] = Boolean(checklist[one.code]); });
    if (outcome === step.no.code) {
      Object.assign(said, { reasonCode, reason });
    }
    sendVariables(camForm, said);
  });

  await attempt($scope, view, async () => {
    const request = await requestOfTask(camForm, step.status);
    await readRounds(view, request);
    view.category = view.categories.find((one) => one.code === request.category)?.name ?? request.category;
    view.period = `${thaiTime(request.publishFrom)} ถึง ${thaiTime(request.publishUntil)}`;
    view.request = request;
  });
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
    const request = await requestOfTask(camForm, 'returned', true);
    await readRounds(view, request);
    fill(view, request);
    view.request = request;
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
        status: `เสนอข้อมูลแล้ว เลขที่ ${made.number}`,
        message: 'ส่งให้ผู้อำนวยการกลุ่มรับรองแล้ว',
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
  const view = { form, faults: {}, files: [], kind, size };
  view.attachment = (file, round) => `/api/requests/${view.request.id}`
    + `${round ? `/revisions/${round}` : ''}/attachments/${file.n}`;
  $scope.prakat = view;
  refuseInThai(camForm, $scope, view);
  keepWhatIsTyped(camForm, view);
  return view;
}

/** A refusal is shown above the button, with what was typed; Tasklist says nothing more where submission was "prevented". */
function refuseInThai(camForm, $scope, view) {
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
      setTimeout(() => camForm.formElement[0].querySelector('.prakat-fault')?.scrollIntoView({ block: 'center' }), 100);
    });
  };
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

/** The engine knows a request by its instance; its id is read off the few that are at this step in its group. */
async function requestOfTask(camForm, status, mine = false) {
  const tasks = camForm.client.resource('task');
  const [{ processInstanceId }, { group }] = await Promise.all([
    tasks.get(camForm.taskId),
    tasks.formVariables({ id: camForm.taskId, names: ['group'], deserializeValues: false }),
  ]);
  const query = new URLSearchParams({ status, group: group.value, mine, size: PAGE });
  for (let page = 0, total = 1; page * PAGE < total; page += 1) {
    query.set('page', page);
    const found = await read(`/api/requests?${query}`);
    const request = found.items.find((one) => one.processInstanceId === processInstanceId);
    if (request) {
      return request;
    }
    total = found.total;
  }
  throw new Error('มีผู้ดำเนินการเรื่องนี้ไปก่อนแล้ว หรือท่านไม่มีสิทธิ์ดูเรื่องนี้');
}

async function readRounds(view, request) {
  const [categories, revisions, history] = await Promise.all([
    read('/api/categories'),
    read(`/api/requests/${request.id}/revisions`),
    read(`/api/requests/${request.id}/history`),
  ]);
  const returns = history.filter((entry) => EVENTS[entry.event] && entry.reasonCode).reverse().map((entry) => ({
    round: entry.round,
    code: REASON_CODES.find((one) => one.code === entry.reasonCode)?.name ?? entry.reasonCode,
    reason: entry.reason,
    by: entry.byName,
    step: EVENTS[entry.event],
    at: thaiTime(entry.at),
  }));
  view.categories = categories;
  view.returns = returns;
  view.rounds = revisions.filter((one) => one.round < request.round).reverse().map((one) => ({
    round: one.round,
    at: thaiTime(one.submittedAt),
    title: one.title,
    attachments: one.attachments,
    returns: returns.filter((entry) => entry.round === one.round),
  }));
}

function showBody(camForm, html) {
  const host = camForm.formElement[0].querySelector('.prakat-body');
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const style = document.createElement('style');
  style.textContent = BODY_STYLE;
  const body = document.createElement('div');
  body.innerHTML = html;
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
      return 'เว้นว่างไว้ = ตามที่กำหนดสำหรับประเภทข้อมูล';
    }
    const end = new Date(view.form.from ?? Date.now());
    end.setDate(end.getDate() + policy.defaultDays);
    return `เว้นว่างไว้ = ${policy.defaultDays.toLocaleString('th-TH')} วัน ถึง ${DAY.format(end)}`;
  };
  view.removeFile = (index) => view.files.splice(index, 1);
  view.filesFault = () => {
    const kept = (view.request?.attachments ?? []).filter((file) => view.form.keep?.[file.n]);
    const files = [...kept, ...view.files];
    const tooLarge = view.files.find((file) => file.size > LARGEST_FILE);
    if (tooLarge) {
      return `ไฟล์ ${tooLarge.name} ใหญ่เกิน 20 MB`;
    }
    if (files.length > MOST_FILES) {
      return 'แนบไฟล์ได้ไม่เกิน 10 ไฟล์';
    }
    return files.reduce((sum, file) => sum + file.size, 0) > LARGEST_FILES ? 'ไฟล์แนบรวมกันใหญ่เกิน 60 MB' : null;
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
      headers: { Accept: 'application/json', 'Accept-Language': 'th', ...options.headers },
    });
  } catch {
    throw new Error('ติดต่อระบบไม่ได้ กรุณาตรวจสอบเครือข่ายแล้วลองอีกครั้ง');
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
    return 'หมดเวลาการเข้าสู่ระบบ กรุณาเข้าสู่ระบบอีกครั้งในหน้าต่างใหม่แล้วกลับมาส่ง';
  }
  const faults = (problem.errors ?? []).map((one) => `${FIELDS[one.field] ?? one.field}: ${one.message}`);
  return [problem.detail ?? problem.message ?? 'ระบบขัดข้อง กรุณาลองใหม่หรือแจ้งผู้ดูแลระบบ', ...faults].join(' · ');
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
  camForm.on('store', () => {
    camForm.storePrevented = true;
    sessionStorage.setItem(name, JSON.stringify(view.form));
  });
  camForm.on('submit-success', () => sessionStorage.removeItem(name));
}

function newKey() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function cookie(name) {
  return document.cookie.split('; ').find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
}

function thaiTime(time) {
  const instant = new Date(time);
  return `${DATE.format(instant)} เวลา ${TIME.format(instant).replace(':', '.')} น.`;
}

function kind(file) {
  return KINDS[file.mediaType] ?? file.mediaType;
}

function size(bytes) {
  return bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024)).toLocaleString('th-TH')} KB`
    : `${(bytes / 1024 / 1024).toLocaleString('th-TH', { maximumFractionDigits: 1 })} MB`;
}
