// In place of the webjar's.
import configured from '/forms/webapp.config.js';

export default configured({ th: 'ผู้ใช้และสิทธิ์', en: 'Admin' });
