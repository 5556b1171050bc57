// Pages of the desk inside Tasklist, each in a root of its own: Tasklist's styles and the desk's would spoil each other.
import office from './office.js';

/**
 * @returns what that address of the desk answers, with the reader's session; where it has ended, the reader goes to the sign-in
 * @throws an error whose message can be shown
 */
export async function ask(address, options) {
  const answer = await fetch(address, { credentials: 'same-origin', ...options })
    .catch(() => { throw new Error(office.words.unreachable); });
  if (answer.redirected) {
    // What was typed is kept.
    window.location.assign('/login');
  }
  return answer;
}

/** Shows the main part of a page in place of what the root showed before. */
export async function show(root, answer) {
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const content = page.querySelector('.decision, main');
  content.querySelectorAll('.decided-on a, .back a').forEach((link) => { link.target = '_blank'; });
  const styles = root.childElementCount ? [] : [...page.querySelectorAll('link[rel=stylesheet]')];
  const loaded = styles.map((style) => new Promise((done) => { style.onload = done; style.onerror = done; }));
  root.querySelector('.decision, main')?.remove();
  root.append(...styles, content);
  await Promise.all(loaded);
}
