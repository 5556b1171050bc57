// The forms in Tasklist. The desk renders and checks them, with the same session; Tasklist completes the task.
import { enhance } from '/assets/desk-decision.js';
import { showPages } from '/assets/desk-viewer.js';
import { watch } from '/assets/faults.js';
import office from './office.js';
import { ask, show } from './part.js';

/** The form of a task: what it is about, and the panel on which somebody decides. */
export async function task(camForm, $scope, $location, notifications) {
  const host = camForm.formElement[0].parentElement.querySelector('.prakat');
  const root = host.attachShadow({ mode: 'open' });
  const address = `/desk/tasks/${camForm.taskId}/form`;
  // The panel has buttons of its own; Tasklist's one needs the task to be claimed first.
  $scope.$applyAsync(() => { $scope.options.hideCompleteButton = true; });

  async function display(answer) {
    await show(root, answer);
    root.querySelectorAll('form.panel').forEach((panel) => {
      enhance(panel);
      watch(panel);
    });
    showPages(root);
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

  /** The tasks below this one in the list, as it is shown. */
  const following = () => [...document.querySelectorAll('.tasks-list li.active ~ li h4 a')]
    .map((link) => new URLSearchParams(link.hash.split('?')[1]).get('task'));

  /** To the next task in the list that waits for the reader, else to the one that has waited longest. */
  function goOn(below) {
    const next = below.find((id) => made.waiting.includes(id)) ?? made.waiting[0];
    document.querySelector('.prakat-done')?.remove();
    if (next) {
      notifications.addMessage({ status: made.said, message: made.about, duration: 10000 });
      // After Tasklist itself has left the task that is done.
      setTimeout(() => $scope.$root.$apply(() => $location.search('task', next)));
    } else {
      document.querySelector('.task-details > .content').prepend(allDone());
    }
  }

  function allDone() {
    const [box, heading, said, link] = ['div', 'strong', 'p', 'a'].map((name) => document.createElement(name));
    box.className = 'prakat-done';
    box.setAttribute('role', 'status');
    heading.textContent = office.words.allDone;
    said.textContent = made.said;
    link.href = made.href;
    link.textContent = made.about;
    box.append(heading, said, link);
    return box;
  }

  async function complete(body) {
    const answer = await ask(address, { method: 'POST', body });
    if (!answer.headers.get('Content-Type').includes('json')) {
      await display(answer);
    } else if (await claim()) {
      made = await answer.json();
      camForm.variableManager.variables = Object.fromEntries(Object.entries(made.variables)
        .filter(([, value]) => value !== null)
        .map(([name, value]) => [name, { name, value, type: typeof value === 'boolean' ? 'Boolean' : 'String' }]));
      $scope.$applyAsync(() => $scope.complete());
    } else {
      await display(await ask(address));
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
  camForm.on('submit-success', () => goOn(following()));

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

  await ask(address).then(display).catch((failure) => { root.textContent = failure.message; });
}
