// The forms in Tasklist. The desk renders and checks them, with the same session; Tasklist completes the task.
import { enhance } from '/assets/desk-decision.js';
import { watch } from '/assets/faults.js';
import office from './office.js';

/** The form of a task: what it is about, and the panel on which somebody decides. */
export async function task(camForm, $scope, notifications) {
  const host = camForm.formElement[0].parentElement.querySelector('.prakat');
  // Tasklist's styles and the desk's would spoil each other.
  const root = host.attachShadow({ mode: 'open' });
  const address = `/desk/tasks/${camForm.taskId}/form`;
  // The panel has buttons of its own; Tasklist's one needs the task to be claimed first.
  $scope.options.hideCompleteButton = true;

  async function ask(options) {
    const answer = await fetch(address, { credentials: 'same-origin', ...options })
      .catch(() => { throw new Error(office.words.unreachable); });
    if (answer.redirected) {
      // The session has ended; what was typed is kept.
      window.location.assign('/login');
    }
    return answer;
  }

  async function show(answer) {
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const content = page.querySelector('.decision, main');
    content.querySelectorAll('.decided-on a, .back a').forEach((link) => { link.target = '_blank'; });
    const styles = root.childElementCount ? [] : [...page.querySelectorAll('link[rel=stylesheet]')];
    const loaded = styles.map((style) => new Promise((done) => { style.onload = done; style.onerror = done; }));
    root.querySelector('.decision, main')?.remove();
    root.append(...styles, content);
    await Promise.all(loaded);
    root.querySelectorAll('form.panel').forEach((panel) => {
      enhance(panel);
      watch(panel);
    });
    root.querySelector('[role=alert]')?.focus();
  }

  function fail(message) {
    root.querySelector('[role=alert]')?.remove();
    const alert = document.createElement('p');
    alert.className = 'message wrong';
    alert.setAttribute('role', 'alert');
    alert.tabIndex = -1;
    alert.textContent = message;
    root.querySelector('form.panel h2').after(alert);
    alert.focus();
  }

  function claim() {
    return new Promise((done) => {
      if ($scope.options.disableForm) {
        camForm.client.resource('task').claim(camForm.taskId, $scope.$root.authentication.name, (failure) => done(!failure));
      } else {
        done(true);
      }
    });
  }

  async function complete(body) {
    const answer = await ask({ method: 'POST', body });
    if (!answer.headers.get('Content-Type').includes('json')) {
      await show(answer);
    } else if (await claim()) {
      made = await answer.json();
      camForm.variableManager.variables = Object.fromEntries(Object.entries(made.variables)
        .filter(([, value]) => value !== null)
        .map(([name, value]) => [name, { name, value, type: typeof value === 'boolean' ? 'Boolean' : 'String' }]));
      $scope.$applyAsync(() => $scope.complete());
    } else {
      await show(await ask());
    }
  }

  let made;
  let sending = false;
  root.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!sending) {
      sending = true;
      complete(new URLSearchParams(new FormData(event.target, event.submitter)))
        .catch((failure) => fail(failure.message))
        .finally(() => { sending = false; });
    }
  });
  camForm.on('submit-success', () => notifications.addMessage({
    status: made.said, message: made.about, duration: 10000,
  }));

  // From an error to its field, past Tasklist's own addresses.
  root.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link) {
      event.preventDefault();
      root.querySelector(link.getAttribute('href')).focus();
    }
  });

  // A refusal is shown in the panel, with what was typed; Tasklist says nothing more of what was "prevented".
  const { submitVariables } = camForm;
  camForm.submitVariables = (done) => submitVariables.call(camForm, (failure, made) => {
    if (failure) {
      fail(failure.message);
    }
    done(failure && new Error('camForm submission prevented'), made);
  });

  await ask().then(show).catch((failure) => { root.textContent = failure.message; });
}

/** The form with which a request begins: it is written at the desk, where it is kept as a draft. */
export function submit(camForm, $scope) {
  const link = document.createElement('a');
  link.href = '/desk/new';
  link.className = 'btn btn-primary';
  link.textContent = office.words.propose;
  const how = document.createElement('p');
  how.textContent = office.words.proposeHow;
  camForm.formElement[0].parentElement.querySelector('.prakat').replaceChildren(how, link);
  $scope.$applyAsync(() => { $scope.options.hideStartButton = true; });
}
