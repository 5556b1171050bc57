// The panel of a decision, on its page and in Tasklist: marks every criterion at once, and keeps what is typed in this
// window, should the session end before it is sent.

export function enhance(form) {
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
