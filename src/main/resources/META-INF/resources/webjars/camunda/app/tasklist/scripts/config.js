// In place of the webjar's. Without a first-visit box; the sign-in is ours, see forms/webapp.js.
export default {
  disableWelcomeMessage: true,
  customScripts: ['../../../forms/webapp.js'],
  // As the webjar has them; their descriptions are shown to people.
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: 'รับงานที่เลือกอยู่' },
    focusFilter: { key: 'ctrl+shift+f', description: 'ไปที่ตัวกรองแรก' },
    focusList: { key: 'ctrl+alt+l', description: 'ไปที่งานแรกในรายการ' },
    focusForm: { key: 'ctrl+alt+f', description: 'ไปที่ช่องแรกของแบบฟอร์ม' },
    startProcess: { key: 'ctrl+alt+p', description: 'เริ่มเสนอข้อมูล' },
  },
};
