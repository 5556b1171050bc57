// In place of the webjar's.
import configured from '/forms/webapp.config.js';

const configuration = configured({ th: 'รายการงาน', en: 'Tasklist' });
const thai = configuration.locales.fallbackLocale === 'th';

export default {
  ...configuration,
  // As the webjar has them; their descriptions are shown to people.
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: thai ? 'รับงานที่เลือกอยู่' : 'Claim the selected task' },
    focusFilter: { key: 'ctrl+shift+f', description: thai ? 'ไปที่ตัวกรองแรก' : 'Go to the first filter' },
    focusList: { key: 'ctrl+alt+l', description: thai ? 'ไปที่งานแรกในรายการ' : 'Go to the first task of the list' },
    focusForm: { key: 'ctrl+alt+f', description: thai ? 'ไปที่ช่องแรกของแบบฟอร์ม' : 'Go to the first field of the form' },
    startProcess: { key: 'ctrl+alt+p', description: thai ? 'เริ่มเสนอข้อมูล' : 'Propose information' },
  },
};
