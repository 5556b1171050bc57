import { UNSENT } from './desk-unsent.js';

// The password can be shown while it is typed; without scripts it stays hidden.
const show = document.getElementById('show-password');
const password = document.getElementById('password');

function toggle(shown) {
  password.type = shown ? 'text' : 'password';
  show.setAttribute('aria-pressed', shown);
}

show.hidden = false;
show.addEventListener('click', () => toggle(password.type === 'password'));
// Sent hidden, so that browsers know it for a password.
password.form.addEventListener('submit', () => toggle(false));

// Whoever signs out leaves nothing unsent to the next one at this browser; a link from elsewhere takes nothing away.
if (new URLSearchParams(location.search).has('logout') && document.referrer.startsWith(`${location.origin}/`)) {
  Object.keys(localStorage).filter((key) => key.startsWith(UNSENT)).forEach((key) => localStorage.removeItem(key));
}
