// Takes the pictures of the help pages, src/main/resources/static/assets/help/*.webp, from the running program.
// After a change to a page that they show: start the program in the profile demo, in an empty directory, and then
//   (cd .ci/models && npm ci) && node .ci/help-pictures.mjs http://localhost:8080
// Names after the address: these pictures only. Needs Node 20 or later and Chromium.
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const puppeteer = createRequire(new URL('./models/package.json', import.meta.url))('puppeteer-core');

const [program = 'http://localhost:8080', ...only] = process.argv.slice(2);
const PASSWORD = 'prakat-demo';
const DIRECTORY = fileURLToPath(new URL('../src/main/resources/static/assets/help/', import.meta.url));
const LARGEST = 60_000;
const TASKLIST = '/camunda/app/tasklist/default/#/?task=';
const COCKPIT = '/camunda/app/cockpit/default/#';
const ADMIN = '/camunda/app/admin/default/#';

// What the demo accounts propose: names of roles, never of persons.

const PURCHASE = {
  title: 'ประกาศผู้ชนะการเสนอราคา จัดซื้อครุภัณฑ์คอมพิวเตอร์',
  summary: 'ประกาศผู้ชนะการเสนอราคา จัดซื้อครุภัณฑ์คอมพิวเตอร์ 12 เครื่อง โดยวิธีเฉพาะเจาะจง',
  body: '<p>ตามที่สำนักงานได้มีโครงการจัดซื้อครุภัณฑ์คอมพิวเตอร์ จำนวน 12 เครื่อง โดยวิธีเฉพาะเจาะจง นั้น</p>'
    + '<p>ผู้ได้รับการคัดเลือกและราคาที่ตกลงซื้อ ปรากฏตามเอกสารแนบท้ายประกาศนี้</p>',
  category: 'procurement',
  file: 'ประกาศผู้ชนะการเสนอราคา.pdf',
};
const BALANCE = {
  title: 'รายงานงบทดลอง ประจำเดือนตุลาคม 2569',
  summary: 'งบทดลองของสำนักงานเขตพื้นที่การศึกษา ประจำเดือนตุลาคม 2569 ปีงบประมาณ 2570',
  body: '<p>กลุ่มบริหารงานการเงินและสินทรัพย์จัดทำงบทดลองประจำเดือนตุลาคม 2569 รายละเอียดตามเอกสารแนบ</p>',
  category: 'finance-report',
  file: 'งบทดลอง-ตุลาคม-2569.pdf',
};
const REPORT = {
  title: 'สรุปผลการจัดซื้อจัดจ้าง (แบบ สขร.1) เดือนตุลาคม 2569',
  summary: 'สรุปผลการดำเนินการจัดซื้อจัดจ้างในรอบเดือนตุลาคม 2569 ตามแบบ สขร.1',
  body: '<p>สรุปผลการดำเนินการจัดซื้อจัดจ้างของสำนักงานในรอบเดือนตุลาคม 2569 จำนวน 18 รายการ ดังเอกสารแนบ</p>',
  category: 'finance-report',
  file: 'สขร1-ตุลาคม-2569.pdf',
};
const VACANCY = {
  title: 'รับสมัครลูกจ้างชั่วคราว ตำแหน่งครูอัตราจ้าง',
  summary: 'รับสมัครบุคคลเพื่อคัดเลือกเป็นลูกจ้างชั่วคราว ตำแหน่งครูอัตราจ้าง จำนวน 3 อัตรา',
  body: '<p>สำนักงานมีความประสงค์จะรับสมัครบุคคลเพื่อคัดเลือกเป็นลูกจ้างชั่วคราว ตำแหน่งครูอัตราจ้าง จำนวน 3 อัตรา</p>'
    + '<p>ผู้สนใจขอและยื่นใบสมัครด้วยตนเองที่กลุ่มบริหารงานบุคคล ในวันและเวลาราชการ</p>',
  category: 'recruitment',
  file: 'ประกาศรับสมัคร.pdf',
};
const ORDER = {
  title: 'แนวปฏิบัติการเลื่อนเงินเดือนข้าราชการครู ปีงบประมาณ 2570',
  summary: 'แนวปฏิบัติและปฏิทินการเลื่อนเงินเดือนข้าราชการครูและบุคลากรทางการศึกษา',
  body: '<p>แนวปฏิบัติและปฏิทินการเลื่อนเงินเดือน ปีงบประมาณ 2570 รายละเอียดตามเอกสารแนบ</p>',
  category: 'regulation',
  file: 'แนวปฏิบัติ.pdf',
};

const CERTIFIED = { outcome: 'certified', checklist: { accurate: true, complete: true } };
const ALL_MET = { accurate: true, complete: true, current: true, constructive: true, transparent: true, ethical: true };
const PERMITTED = { outcome: 'permitted', checklist: ALL_MET };
const REMARK = 'ยังไม่ได้แนบงบกระทบยอดเงินฝากธนาคาร กรุณาแนบเพิ่ม';
const REFUSED = {
  outcome: 'refused',
  reasonCode: 'incomplete',
  reason: REMARK,
  checklist: { ...ALL_MET, complete: false },
};

mkdirSync(DIRECTORY, { recursive: true });
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--lang=th'],
});
try {
  await take(await propose());
} finally {
  await browser.close();
}

/** Requests in every state that a picture shows. */
async function propose() {
  const purchase = await submit('finance-staff', PURCHASE);
  const balance = await submit('finance-staff', BALANCE);
  await call('finance-director', `/api/requests/${balance.id}/certification`, CERTIFIED);
  await call('web-officer', `/api/requests/${balance.id}/vetting`, REFUSED);
  const report = await submit('finance-staff', REPORT);
  await call('finance-director', `/api/requests/${report.id}/certification`, CERTIFIED);
  await call('web-officer', `/api/requests/${report.id}/vetting`, PERMITTED);
  const vacancy = await submit('hr-staff', VACANCY);
  await call('hr-director', `/api/requests/${vacancy.id}/certification`, CERTIFIED);
  const order = await submit('hr-staff', ORDER);
  await call('hr-director', `/api/requests/${order.id}/certification`, CERTIFIED);
  return { purchase, balance, report, vacancy, order };
}

async function take({ purchase, balance, report, vacancy, order }) {
  const request = ({ id }) => `/desk/requests/${id}`;

  await as('finance-staff', async (page) => {
    await picture(page, 'requester-start', '/desk', { of: '.desk-top', mark: '.actions a[href="/desk/new"]' });
    await picture(page, 'requester-write', '/desk/new', {
      before: async () => {
        await page.type('#title', PURCHASE.title);
        await page.type('#summary', PURCHASE.summary);
        await page.waitForSelector('.editor .body');
        await page.click('.editor .body');
        await page.keyboard.type('ตามที่สำนักงานได้มีโครงการจัดซื้อครุภัณฑ์คอมพิวเตอร์ จำนวน 12 เครื่อง โดยวิธีเฉพาะเจาะจง นั้น');
        await page.$eval('.editor .body', (body) => {
          body.blur();
          body.style.minHeight = '120px';
        });
      },
      of: '.field:has(#title), .field:has(#summary), .field:has(#body)',
      height: 640,
    });
    await picture(page, 'requester-period', null, {
      before: async () => page.select('#category', 'procurement'),
      of: '.field:has(#category), #publishFrom, #publishUntil',
    });
    await picture(page, 'requester-send', null, {
      before: async () => {
        await page.$eval('#files', (input, name) => {
          const chosen = new DataTransfer();
          chosen.items.add(new File(['ประกาศ'.repeat(900)], name));
          input.files = chosen.files;
          input.dispatchEvent(new Event('change', { bubbles: true }));
        }, 'ประกาศผู้ชนะการเสนอราคา.txt');
        await page.waitForSelector('#uploads li[data-file]');
      },
      of: '#attachments, .finish',
      // What a browser writes on a field for files is in its own language, which is English in Debian's Chromium.
      without: '#files, #externalLinks, .field:has(#note)',
      mark: '#send',
    });
    await picture(page, 'requester-follow', request(purchase), {
      before: async () => diagram(page),
      of: 'h1, .standing, #progress, .diagram-tools, .diagram-box',
      without: '.facts, main > .actions, #diagram-how, section:has(> #content)',
    });
    await picture(page, 'requester-returned', request(balance), {
      of: 'h1, .standing, #remarks, main > .actions',
      mark: 'main > .actions a:not(.second), main > .actions a.grave',
    });
    await picture(page, 'requester-published', request(report), { of: 'h1, .standing, .actions, .facts', mark: 'a[href^="/news/"]' });
  });

  await as('finance-director', async (page) => {
    await picture(page, 'director-tasks', '/desk', { of: '.tasks', mark: '.tasks tbody tr:first-child .button' });
    await task(page, 'finance-director', purchase);
    await picture(page, 'director-read', null, { of: '.decided-on', height: 740, mark: '.attached a' });
    await page.click('.prakat >>> [data-mark-all]');
    await picture(page, 'director-certify', null, { of: '.panel', mark: '.panel [value=certified]' });
    await fail(page, 'complete', 'เอกสารแนบขาดหน้า 2 กรุณาแนบให้ครบทุกหน้า');
    await picture(page, 'director-return', null, { of: '.panel', mark: '.panel [value=returned]' });
    await page.setViewport({ width: 900, height: 900, deviceScaleFactor: 1.5 });
    await picture(page, 'director-withdraw', request(report), { of: 'h1, .standing, .actions', mark: 'a[href$="/withdraw"]' });
  });

  await as('web-officer', async (page) => {
    await picture(page, 'web-officer-tasks', '/desk', { of: '.tasks', mark: '.tasks tbody tr:first-child .button' });
    await task(page, 'web-officer', vacancy);
    await picture(page, 'web-officer-read', null, { of: '.decided-on', height: 620 });
    await page.click('.prakat >>> [data-mark-all]');
    await picture(page, 'web-officer-permit', null, { of: '.panel', mark: '.panel [value=permitted]' });
    await fail(page, 'current', 'กำหนดการรับสมัครเป็นของปีก่อน กรุณาแก้ไขให้เป็นปัจจุบัน');
    await picture(page, 'web-officer-refuse', null, { of: '.panel', mark: '.panel [value=refused]' });
    await picture(page, 'web-officer-website', `/news/${report.number}`, { of: 'main', height: 620 });
    await picture(page, 'web-officer-withdraw', `${request(report)}/withdraw`, {
      before: async () => {
        await page.type('#reason', 'พบว่าราคาในรายการที่ 5 คลาดเคลื่อน');
        await page.type('#publicNotice', 'สำนักงานถอนข้อมูลนี้เพื่อแก้ไขตัวเลขในรายการที่ 5');
      },
      of: 'main > *',
      mark: 'main form button[type=submit]',
    });
  });

  await as('admin', async (page) => {
    await picture(page, 'administrator-apps', '/desk', { of: '.desk-top', mark: '.actions a[href*="cockpit"], .actions a[href*="admin"]' });
    await picture(page, 'administrator-user', `${ADMIN}/user-create`, {
      before: async () => {
        await page.waitForSelector('form input[type=password]');
        const fields = await page.$$('form[name=createUserForm] input');
        const typed = ['policy-staff', PASSWORD, PASSWORD, 'เจ้าหน้าที่', 'นโยบายและแผน'];
        for (const [at, text] of typed.entries()) await fields[at].type(text);
      },
      of: 'form[name=createUserForm] *',
      mark: 'form[name=createUserForm] button[type=submit]',
    });
    await picture(page, 'administrator-groups', `${ADMIN}/users/finance-director?tab=groups`, {
      before: async () => page.waitForSelector('section table tbody tr'),
      of: 'section',
      height: 246,
      around: 0,
    });
    const { id: model } = await call('admin', '/engine-rest/process-definition/key/publication');
    await picture(page, 'administrator-watch', `${COCKPIT}/process-definition/${model}/runtime`, {
      before: async () => page.waitForSelector('.ctn-content-top .djs-shape'),
      of: '.ctn-content',
      height: 646,
      around: 0,
    });
    // administrator-failed.webp is not made anew: no door makes a step fail.
  }, 1100);
}

/** What a person sees, signed in anew. */
async function as(account, look, width = 900) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  // The page with the editor asks before it is left.
  page.on('dialog', (question) => question.accept());
  await page.setViewport({ width, height: 900, deviceScaleFactor: 1.5 });
  await page.emulateTimezone('Asia/Bangkok');
  await page.goto(`${program}/login?lang=th`);
  await page.type('#username, input[name=username]', account);
  await page.type('input[name=password]', PASSWORD);
  await Promise.all([page.waitForNavigation(), page.click('main button[type=submit]')]);
  await look(page);
  await context.close();
}

/**
 * Takes one picture.
 *
 * address  where it is to be seen; null for the page as it is
 * before   what to do there first
 * of       all of these together make the picture
 * mark     what gets a ring
 * without  what is left out
 * height   where it ends, in CSS pixels
 * around   how much of its surroundings, in CSS pixels
 */
async function picture(page, name, address, { before, of, mark, without, height, around = 14 }) {
  if (only.length && !only.includes(name)) {
    return;
  }
  if (address) {
    await page.goto('about:blank');
    await page.goto(program + address, { waitUntil: 'networkidle0' });
  }
  await before?.();
  await settle(page);
  const box = await page.evaluate(({ of, mark, without, height, around }) => {
    // Tasklist's forms stand in a shadow.
    const roots = [document, document.querySelector('.prakat')?.shadowRoot].filter(Boolean);
    const all = (selector) => (selector ? roots.flatMap((root) => [...root.querySelectorAll(selector)]) : []);
    all(without).forEach((one) => { one.style.display = 'none'; });
    all('[data-help-ring]').forEach((one) => { one.style.outline = ''; });
    all(mark).forEach((one) => {
      one.dataset.helpRing = '';
      one.style.outline = '4px solid #d9480f';
      one.style.outlineOffset = '4px';
      one.style.borderRadius = '6px';
    });
    window.scrollTo(0, 0);
    document.activeElement?.blur();
    all('.finish').forEach((one) => { one.style.position = 'static'; });
    if (all(of)[0]) {
      all(of)[0].style.scrollMarginTop = '20px';
      all(of)[0].scrollIntoView({ block: 'start' });
    }
    const boxes = all(of).map((one) => one.getBoundingClientRect()).filter((one) => one.width && one.height);
    if (!boxes.length) throw new Error(`nothing is ${of}`);
    const left = Math.max(0, Math.min(...boxes.map((one) => one.left)) - around);
    const top = Math.max(0, Math.min(...boxes.map((one) => one.top)) - around);
    const right = Math.min(document.documentElement.clientWidth, Math.max(...boxes.map((one) => one.right)) + around);
    const bottom = Math.max(...boxes.map((one) => one.bottom)) + around;
    return { x: left + window.scrollX, y: top + window.scrollY, width: right - left, height: Math.min(height ?? Infinity, bottom - top) };
  }, { of, mark, without, height, around });
  for (let quality = 82; ; quality -= 8) {
    const taken = await page.screenshot({ type: 'webp', quality, clip: box, captureBeyondViewport: box.height > page.viewport().height });
    if (taken.length <= LARGEST) {
      writeFileSync(`${DIRECTORY}${name}.webp`, taken);
      console.log(name, Math.round(box.width), '×', Math.round(box.height), `${taken.length} bytes at ${quality}`);
      return;
    }
    if (quality < 30) throw new Error(`${name} is too large: ${JSON.stringify(box)}`);
  }
}

/** The form of a request's task in Tasklist. */
async function task(page, account, request) {
  const [{ id }] = await call(account, `/engine-rest/task?processInstanceBusinessKey=${request.id}`);
  await page.setViewport({ width: 1800, height: 1600, deviceScaleFactor: 1.5 });
  await page.goto('about:blank');
  await page.goto(program + TASKLIST + id, { waitUntil: 'networkidle0' });
  await page.waitForSelector('.prakat >>> .panel input[type=radio]');
}

/** Marks one criterion as not met, for that reason. */
async function fail(page, criterion, remark) {
  await page.click(`.prakat >>> [name="${criterion}"][value=false]`);
  await page.type(`.prakat >>> #${criterion}Remark`, remark);
}

async function diagram(page) {
  await page.click('#progress summary');
  await page.waitForSelector('#diagram:not([hidden]) svg .djs-shape');
}

async function settle(page) {
  await page.evaluate(() => document.fonts.ready);
  await new Promise((done) => { setTimeout(done, 700); });
}

async function submit(account, { file, ...submission }) {
  const parts = new FormData();
  parts.append('request', new Blob([JSON.stringify(submission)], { type: 'application/json' }));
  parts.append('attachments', new Blob([await pdf(submission)], { type: 'application/pdf' }), file);
  return call(account, '/api/requests', parts);
}

/** A document as offices attach it, in the program's own typeface. */
async function pdf({ title, body }) {
  const page = await browser.newPage();
  await page.goto(`${program}/`);
  await page.evaluate((heading, text) => {
    document.body.innerHTML = `<main class="narrow"><h1></h1>${text}</main>`;
    document.querySelector('h1').textContent = heading;
  }, title, body);
  const document = await page.pdf({ format: 'A4' });
  await page.close();
  return document;
}

async function call(account, path, body, method = body ? 'POST' : 'GET') {
  const isForm = body instanceof FormData;
  const answer = await fetch(program + path, {
    method,
    headers: {
      Authorization: `Basic ${btoa(`${account}:${PASSWORD}`)}`,
      ...(body && !isForm ? { 'Content-Type': 'application/json' } : {}),
    },
    body: isForm ? body : body && JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.status === 204 ? null : answer.json();
}
