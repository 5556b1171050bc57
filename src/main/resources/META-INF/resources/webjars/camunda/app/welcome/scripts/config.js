// In place of the webjar's.
import configured from '/forms/webapp.config.js';

const configuration = configured({ th: 'หน้าเริ่มต้น', en: 'Welcome' });
const thai = configuration.locales.fallbackLocale === 'th';

export default {
  ...configuration,
  // In place of one to the maker's documentation.
  links: [
    thai
      ? { label: 'โต๊ะทำงาน', href: '/desk', description: 'เสนอ ติดตาม และแก้ไขคำขอเผยแพร่' }
      : { label: 'Desk', href: '/desk', description: 'Propose, follow and revise publication requests' },
    thai
      ? { label: 'วิธีใช้', href: '/desk/help', description: 'คำแนะนำสำหรับแต่ละหน้าที่' }
      : { label: 'Help', href: '/desk/help', description: 'Guidance for each role' },
  ],
};
