// Where the session or its token has ended while somebody was writing, they sign in where they are and go on.

/** The token of this session, as the server's cookie has it now. */
export const token = () => decodeURIComponent((/(?:^|; )PRAKAT-CSRF=([^;]*)/.exec(document.cookie) || ['', ''])[1]);

const dialog = document.getElementById('sign-in');

/**
 * Whether calls can be made again: with a new token, or after the writer has signed in.
 *
 * @param ask whether they may be asked to now
 */
export async function renewed(ask) {
  // Brings a token, and leads on whoever is signed in.
  const page = await fetch('/login').catch(() => null);
  if (!page || !page.ok) {
    return false;
  }
  return new URL(page.url).pathname !== '/login' || (ask && signIn());
}

function signIn() {
  const form = dialog.querySelector('form');
  const wrong = dialog.querySelector('[role=alert]');
  wrong.hidden = true;
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((resolve) => {
    form.onsubmit = async (event) => {
      event.preventDefault();
      const answer = await fetch('/login', { method: 'POST', headers: { 'X-PRAKAT-CSRF': token() },
        body: new URLSearchParams(new FormData(form)) }).catch(() => null);
      if (answer && new URL(answer.url).pathname !== '/login') {
        dialog.close('signed-in');
      } else {
        const wait = answer && new URL(answer.url).searchParams.get('wait');
        wrong.textContent = wait ? wrong.dataset.wait.replace('{0}', wait) : wrong.dataset.wrong;
        wrong.hidden = false;
      }
    };
    dialog.onclose = () => {
      form.elements.password.value = '';
      resolve(dialog.returnValue === 'signed-in');
    };
  });
}

dialog.querySelector('button[type=button]').addEventListener('click', () => dialog.close());
