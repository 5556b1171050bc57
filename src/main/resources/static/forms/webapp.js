// Loaded by Tasklist, Cockpit, Admin and Welcome; see webapp.config.js.
import office from './office.js';

const { words } = office;

document.documentElement.lang = office.language;
document.documentElement.style.setProperty('--accent', office.accent);
document.querySelector('link[rel="icon"]').href = '/favicon.ico';

const app = document.querySelector('base').getAttribute('app-name');
if (office.language === 'th') {
  const { default: sayInThai } = await import('./webapp.th.js');
  sayInThai(app);
}
// Filters are the administrators' to change, and nothing shows that to others.
document.documentElement.classList.toggle('prakat-administrator', office.administrator);
const views = app === 'tasklist' ? (await import('./tasklist.js')).default : [];

/** Ways out of a webapp, in its head: the desk, help, and the one switch of the language for everything. */
function links() {
  return [
    { href: '/desk', text: words.desk },
    { href: '/desk/help', text: words.help },
    { href: '/desk?lang=', text: words.otherLanguage, language: office.language === 'th' ? 'en' : 'th' },
  ].map(({ href, text, language }) => {
    const item = document.createElement('li');
    const link = document.createElement('a');
    item.className = 'prakat-links';
    link.textContent = text;
    link.href = language ? href + language : href;
    if (language) {
      link.lang = language;
      link.addEventListener('click', (event) => {
        event.preventDefault();
        // The answer sets the cookie; then the same view once more, in the other language.
        fetch(link.href, { credentials: 'same-origin' }).then(() => window.location.reload());
      });
    }
    item.append(link);
    return item;
  });
}

// The head is there once AngularJS has made it.
new MutationObserver((changes, observer) => {
  const menu = document.querySelector('[cam-widget-header] .app-menu > ul');
  if (menu) {
    observer.disconnect();
    menu.prepend(...links());
  }
}).observe(document.documentElement, { childList: true, subtree: true });

// Whoever signs out is told so; a session that has ended by itself is another matter.
let signedOut = false;
document.addEventListener('click', (event) => { signedOut ||= event.target.closest('.logout') !== null; }, true);

// The one sign-in is /login: where a webapp would show its own, which is refused, the reader goes there.
const signIn = {
  id: 'prakat-sign-in',
  pluginPoint: `${app}.login`,
  priority: 100,
  render: () => window.location.replace(signedOut ? '/login?logout' : '/login'),
};
export default [signIn, ...views];
