// The panel of a decision, on its page and in Tasklist: marks every criterion at once, folds where there is little room, and
// keeps what is typed in this window, should the session end before it is sent.

/** Where the panel is narrow, it begins with its ways alone; who takes one before all is marked gets to see the marks first. */
function fold(form) {
  const toggle = form.querySelector('[data-fold]');
  const isFolded = () => toggle.ariaExpanded === 'false' && toggle.offsetParent !== null;
  const unmarked = () => form.querySelector('.criterion:not(:has(:checked)) input') ?? form.querySelector('.field textarea');
  toggle.hidden = false;
  toggle.ariaExpanded = String(form.querySelector('[role=alert]') !== null);
  toggle.addEventListener('click', () => { toggle.ariaExpanded = String(isFolded()); });
  form.addEventListener('submit', (event) => {
    if (isFolded() && unmarked()) {
      event.preventDefault();
      event.stopPropagation();
      toggle.ariaExpanded = 'true';
      unmarked().focus();
    }
  });
}

export function enhance(form) {
  if (form.querySelector('[data-fold]')) {
    fold(form);
  }
  const all = form.querySelector('[data-mark-all]');
  if (all) {
    all.hidden = false;
    all.addEventListener('click', () => {
      form.querySelectorAll('[type=radio][value=true]').forEach((mark) => { mark.checked = true; });
    });
  }
  const key = `prakat:${form.dataset.keep}`;
  const kept = new URLSearchParams(sessionStorage.getItem(key) ?? '');
  const fields = [...form.elements].filter((field) => field.name && !['hidden', 'submit'].includes(field.type));
  // What came back with an error is newer.
  if (!form.querySelector('[role=alert]')) {
    fields.filter((field) => kept.has(field.name)).forEach((field) => {
      if (field.type === 'radio') {
        field.checked = kept.get(field.name) === field.value;
      } else {
        field.value = kept.get(field.name);
      }
    });
  }
  form.addEventListener('change', () => {
    const typed = [...new FormData(form)].filter(([name]) => fields.some((field) => field.name === name));
    sessionStorage.setItem(key, new URLSearchParams(typed));
  });
}

document.querySelectorAll('form.panel').forEach(enhance);
