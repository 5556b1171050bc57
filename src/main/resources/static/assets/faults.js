// Takes an error away as soon as its field is changed: what is wrong then is said when the form is sent again.

const FAULT = ':scope > .fault, :scope > .wrong-field';

/** Watches a form, in a page or in Tasklist. */
export function watch(form) {
  ['input', 'change'].forEach((kind) => form.addEventListener(kind, (event) => mended(form, event.target)));
  // On a slow line somebody types before this runs.
  [...form.querySelectorAll('textarea, select, input:not([type=hidden])')].filter(isChanged)
    .forEach((field) => mended(form, field));
}

/** Since the page came. */
function isChanged(field) {
  if (field.options) {
    const first = [...field.options].findIndex((option) => option.defaultSelected);
    return field.selectedIndex !== Math.max(first, 0);
  }
  return field.value !== field.defaultValue || field.checked !== field.defaultChecked;
}

function mended(form, field) {
  let box = field;
  while (box && box !== form && !box.querySelector(FAULT)) {
    box = box.parentElement;
  }
  if (!box || box === form) {
    return;
  }
  const root = form.getRootNode();
  box.querySelectorAll(FAULT).forEach((fault) => fault.remove());
  box.querySelectorAll('[aria-invalid]').forEach((wrong) => wrong.removeAttribute('aria-invalid'));
  root.querySelectorAll('[role=alert] a[href^="#"]').forEach((link) => {
    const item = link.closest('li');
    const target = root.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (item && target && box.contains(target)) {
      forget(item);
    }
  });
}

/** Of the list of what is wrong, which goes with its last item. */
function forget(item) {
  const alert = item.closest('[role=alert]');
  item.remove();
  const left = alert.querySelectorAll('li').length;
  const heading = alert.querySelector('h2');
  if (left === 0) {
    alert.remove();
  } else if (heading) {
    heading.textContent = heading.textContent.replace(/\d+/, left);
  }
}

document.querySelectorAll('main form').forEach(watch);
