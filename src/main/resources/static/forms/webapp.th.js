// What Tasklist, Cockpit, Admin and Welcome say in English outside their locale files, said in Thai, and years of the
// Buddhist Era where they count by the Common one. Settings of AngularJS alone, made before the webapp starts: nothing
// here watches or changes a page. Loaded by webapp.js where the reader reads Thai.

/** Fixed words of the templates. None of them is also the value of an attribute that a program reads. */
const words = {
  'zoom in': 'ขยาย',
  'zoom out': 'ย่อ',
  'reset zoom': 'แสดงทั้งแผนภาพ',
  'Toggle this section': 'ย่อหรือขยายส่วนนี้',
  'Suspended Job Definition': 'นิยามงานระบบที่ถูกระงับ',
  'Loading diagram': 'กำลังโหลดแผนภาพ',
  'Message is null.': 'ไม่มีข้อความ',
  'Invalid Date Value.': 'วันที่ไม่ถูกต้อง',
  'This feature is unsupported in your Browser.': 'เบราว์เซอร์นี้ใช้ความสามารถนี้ไม่ได้',
  'Select all': 'เลือกทั้งหมด',
  'Unselect all': 'ไม่เลือกทั้งหมด',
  Actions: 'การดำเนินการ',
  Download: 'ดาวน์โหลด',
  Upload: 'อัปโหลด',
  previous: 'ก่อนหน้า',
  next: 'ถัดไป',
  varName: 'ชื่อตัวแปร',
  null: 'ไม่มีค่า',
};

/** Expressions of the templates that show what the engine calls a thing, or a date, without saying it in Thai. */
const expressions = {
  "{{title}} {{'AUTHORIZATION_AUTHORIZATIONS' | translate}}": "{{ 'AUTHORIZATION_AUTHORIZATIONS' | translate }}: {{ title }}",
  '{{group.type}}': '{{ group.type | prakatNames }}',
  '{{perm}}': '{{ perm | prakatNames }}',
  '{{formatPermissions(authorization.permissions)}}': '{{ formatPermissions(authorization.permissions) | prakatNames }}',
  '{{ formatPermissions(authorization.permissions) }}': '{{ formatPermissions(authorization.permissions) | prakatNames }}',
  '{{formatPermissions(authorizationToDelete.permissions)}}':
    '{{ formatPermissions(authorizationToDelete.permissions) | prakatNames }}',
  '{{ variable.type }}': '{{ variable.type | prakatNames }}',
  '{{ deployment.source }}': '{{ deployment.source | prakatNames }}',
  '{{metric.labelFmt}}': '{{ metric.labelFmt | prakatDays }}',
  '{{startDate}}': '{{ startDate | prakatDays }}',
  "{{ day.date | date:'yyyy' }}": "{{ day.date | camDate:'year' }}",
  "{{ event.time | date:'HH:mm' }}": "{{ event.time | camDate:'time' }}",
  // A card's assignee, whose tooltip is the expression itself; and the tooltip of a label, which is a variable's name.
  'task.assignee': '{{ task.assignee }}',
  '{{ info.name }}': '{{ info.label }}',
};

/** What the engine's own names mean to an administrator. */
const names = {
  ALL: 'ทั้งหมด',
  NONE: 'ไม่มี',
  READ: 'ดู',
  CREATE: 'สร้าง',
  UPDATE: 'แก้ไข',
  DELETE: 'ลบ',
  ACCESS: 'เข้าใช้',
  SET: 'ตั้งค่า',
  CREATE_INSTANCE: 'เริ่มรายการดำเนินการ',
  READ_INSTANCE: 'ดูรายการดำเนินการ',
  UPDATE_INSTANCE: 'แก้ไขรายการดำเนินการ',
  DELETE_INSTANCE: 'ลบรายการดำเนินการ',
  MIGRATE_INSTANCE: 'ย้ายรายการดำเนินการ',
  SUSPEND: 'ระงับ',
  SUSPEND_INSTANCE: 'ระงับรายการดำเนินการ',
  RETRY_JOB: 'ลองงานระบบใหม่',
  READ_TASK: 'ดูงาน',
  UPDATE_TASK: 'แก้ไขงาน',
  TASK_ASSIGN: 'มอบหมายงาน',
  TASK_WORK: 'ทำงาน',
  READ_VARIABLE: 'ดูตัวแปร',
  UPDATE_VARIABLE: 'แก้ไขตัวแปร',
  READ_INSTANCE_VARIABLE: 'ดูตัวแปรของรายการดำเนินการ',
  UPDATE_INSTANCE_VARIABLE: 'แก้ไขตัวแปรของรายการดำเนินการ',
  READ_TASK_VARIABLE: 'ดูตัวแปรของงาน',
  UPDATE_TASK_VARIABLE: 'แก้ไขตัวแปรของงาน',
  READ_HISTORY: 'ดูประวัติ',
  UPDATE_HISTORY: 'แก้ไขประวัติ',
  DELETE_HISTORY: 'ลบประวัติ',
  READ_HISTORY_VARIABLE: 'ดูตัวแปรในประวัติ',
  WORKFLOW: 'กลุ่มงาน',
  SYSTEM: 'ระบบ',
  'process application': 'โปรแกรมนี้',
  String: 'ข้อความ',
  Boolean: 'จริงหรือเท็จ',
  Short: 'จำนวนเต็ม',
  Integer: 'จำนวนเต็ม',
  Long: 'จำนวนเต็ม',
  Double: 'จำนวนทศนิยม',
  Date: 'วันเวลา',
  File: 'ไฟล์',
  Bytes: 'ข้อมูลดิบ',
  Object: 'วัตถุ',
  Null: 'ไม่มีค่า',
};

/** @returns the names in a list as the engine writes it, in Thai where a name has Thai */
function inThai(list) {
  return typeof list === 'string' ? list.split(', ').map((name) => names[name] ?? name).join(', ') : list;
}

/** @returns a text with its ISO dates as people write them */
function withDays(text) {
  return typeof text === 'string'
    ? text.replace(/\b\d{4}-\d\d-\d\d\b/g, (day) => new Date(`${day}T12:00`).toLocaleDateString('th', { dateStyle: 'medium' }))
    : text;
}

/** @returns a template's text as AngularJS is to read it */
function template(text) {
  const said = typeof text === 'string' ? text.trim().replace(/\s+/g, ' ') : '';
  if (Object.hasOwn(words, said)) {
    return text.replace(text.trim(), `{{ '${words[said]}' }}`);
  }
  return Object.hasOwn(expressions, said) ? expressions[said] : text;
}

const parts = (options, dates) => dates.map((date) => new Intl.DateTimeFormat('th', options).format(date));
const months = Array.from({ length: 12 }, (_, month) => new Date(2000, month, 15));
// The second of January 2000 was a Sunday.
const days = Array.from({ length: 7 }, (_, day) => new Date(2000, 0, 2 + day));

/** @returns a format of AngularJS, BBBB in it replaced by the date's year of the Buddhist Era */
function shown(date, format) {
  return typeof format === 'string' && date instanceof Date
    ? format.replace('BBBB', `'${date.getFullYear() + 543}'`) : format;
}

/** Calendars: the months and days by name, and the year that is shown, never the one that is sent. */
function calendars($provide) {
  $provide.decorator('$locale', ['$delegate', (locale) => {
    Object.assign(locale.DATETIME_FORMATS, {
      MONTH: parts({ month: 'long' }, months),
      STANDALONEMONTH: parts({ month: 'long' }, months),
      SHORTMONTH: parts({ month: 'short' }, months),
      DAY: parts({ weekday: 'long' }, days),
      SHORTDAY: parts({ weekday: 'narrow' }, days),
    });
    return locale;
  }]);
  // Letters of our own in a calendar's formats: the year as it is shown. In every other format a year stays as it is sent.
  $provide.decorator('dateFilter', ['$delegate', (dateFilter) => (date, format, zone) =>
    dateFilter(date, shown(date, format), zone)]);
}

/** Words that are drawn by none of these ways, said by a style; see webapp.th.css. */
function style() {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = '/forms/webapp.th.css';
  document.head.append(link);
}

/** @param app the webapp that is about to start: tasklist, cockpit, admin or welcome */
export default (app) => {
  style();
  const { angular } = window;
  const module = angular.module(`cam.${app}`);
  module.filter('prakatNames', () => inThai).filter('prakatDays', () => withDays);
  module.config(['$provide', ($provide) => {
    calendars($provide);
    $provide.decorator('$interpolate', ['$delegate', (interpolate) =>
      Object.assign((text, ...rest) => interpolate(template(text), ...rest), interpolate)]);
  }]);
  if (app !== 'welcome') {
    module.config(['uibDatepickerConfig', (calendar) => {
      Object.assign(calendar, { formatDayTitle: 'MMMM BBBB', formatMonthTitle: 'BBBB', formatYear: 'BBBB' });
    }]);
    module.config(['camDateFormatProvider', (formats) => {
      // Cockpit's own is an ISO date, which has no Buddhist Era.
      formats.setDateFormat(app === 'cockpit' ? 'D MMM y HH.mm.ss [น.]' : 'LLL', 'normal');
      formats.setDateFormat('y', 'year');
      formats.setDateFormat('HH.mm', 'time');
    }]);
  }
};
