// Tasklist alone: a search that needs no engine's words, the record in place of the engine's log of operations, and the way on
// after a decision. Loaded by webapp.js.
import office from './office.js';
import { ask, show } from './part.js';

const { words } = office;

/** What the variables of a task may hold of what somebody looks for; see the engine's `PublicationModel.Variables`. */
const SEARCHED = ['title', 'groupName', 'number'];

/** Views of Tasklist's own that ours take the place of. */
const REPLACED = ['task-search', 'task-detail-history'];

const module = window.angular.module('cam.tasklist');
module.config(['$provide', ($provide) => {
  $provide.decorator('Views', ['$delegate', (views) => {
    const all = views.getProviders;
    return Object.assign(views, { getProviders: (...of) => all(...of).filter(({ id }) => !REPLACED.includes(id)) });
  }]);
  // A link to a task that is done: Tasklist itself shows the engine's English there.
  $provide.decorator('Notifications', ['$delegate', (notifications) => {
    const add = notifications.addError.bind(notifications);
    return Object.assign(notifications, {
      addError: (said) => add(said.message?.includes('No matching task') ? { ...said, message: words.taskGone } : said),
    });
  }]);
}]);

const digits = (text, from, to) => text.replace(/\p{Nd}/gu, (digit) => {
  const value = digit.charCodeAt(0) - from;
  return value >= 0 && value <= 9 ? String.fromCharCode(to + value) : digit;
});

/** The spellings of a word that titles and numbers may have: with Arabic digits and with Thai ones. */
const spellings = (word) => [...new Set([digits(word, 0x0E50, 0x30), digits(word, 0x30, 0x0E50)])];

const condition = (name, operator, value) => ({ name, operator, value });

/** @returns a query for tasks of the group, where one is given, that hold every word, in whatever order */
function query(text, group) {
  const found = text.normalize('NFC').replaceAll('\u0E4D\u0E32', '\u0E33').split(/\s+/).filter((word) => word);
  return {
    processVariables: [],
    caseInstanceVariables: [],
    taskVariables: group ? [condition('groupName', 'eq', group)] : [],
    variableValuesIgnoreCase: true,
    orQueries: found.map((word) => ({
      variableValuesIgnoreCase: true,
      taskVariables: spellings(word.replace(/[\\%_]/g, '\\$&'))
        .flatMap((spelling) => SEARCHED.map((name) => condition(name, 'like', `%${spelling}%`))),
    })),
  };
}

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** The search above the list; what is looked for is part of the page's address. */
function renderSearch(node, api, scope) {
  const search = window.angular.element(document.body).injector().get('search');
  const asked = search();
  const text = element('input', { type: 'search', id: 'prakat-words', className: 'form-control', maxLength: 200, value: asked.words ?? '' });
  const groups = [{ name: '', label: words.anyGroup }, ...office.groups]
    .map(({ name, label }) => element('option', { value: name, textContent: label, selected: name === (asked.group ?? '') }));
  const group = element('select', { className: 'form-control', ariaLabel: words.group, hidden: groups.length < 3 }, ...groups);
  const found = element('p', { role: 'status' });
  const form = element(
    'form',
    { className: 'prakat-search', role: 'search' },
    element('label', { htmlFor: text.id, textContent: words.searchTasks }),
    text,
    group,
    found,
  );
  const data = scope.tasklistData.newChild(scope);
  let wanted = '';
  function look() {
    const now = [text.value.trim(), group.value];
    if (now.join('\n').trim() !== wanted) {
      wanted = now.join('\n').trim();
      scope.$evalAsync(() => {
        search.updateSilently({ words: now[0] || null, group: now[1] || null, page: null });
        data.set('searchQuery', query(...now));
      });
    }
  }
  let typing;
  text.addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(look, 300);
  });
  group.addEventListener('change', look);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    look();
  });
  data.observe('taskList', (list) => {
    found.textContent = wanted ? words.tasksFound.replace('{0}', list.count ?? 0) : '';
  });
  node.append(form);
  look();
}

/** The record of the request, as the desk's page of it has it. */
async function renderRecord(node, { taskId }) {
  const root = node.attachShadow({ mode: 'open' });
  await ask(`/desk/tasks/${taskId}/record`).then((answer) => show(root, answer))
    .catch((failure) => { root.textContent = failure.message; });
}

export default [
  { id: 'prakat-search', pluginPoint: 'tasklist.list', priority: 100, render: renderSearch },
  {
    id: 'prakat-record', pluginPoint: 'tasklist.task.detail', priority: 800, properties: { label: 'HISTORY' }, render: renderRecord,
  },
];
