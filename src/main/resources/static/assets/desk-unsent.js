// What was typed and has not reached the server: this browser keeps it until it has.

const NOT_TYPED = ['_csrf', 'draft', 'saves', 'action', 'files'];

/** What stands on the page, as pairs of name and text. */
const typed = (form) => [...new FormData(form)].filter(([name, value]) => typeof value === 'string' && !NOT_TYPED.includes(name));

/** What the keys of all of them begin with. */
export const UNSENT = 'prakat-unsent-';

const key = (form) => UNSENT + form.dataset.draft;

export function keep(form) {
  try {
    localStorage.setItem(key(form), JSON.stringify(typed(form)));
  } catch (full) {
    // No room, or not allowed: the page itself still has it.
  }
}

export function forget(form) {
  localStorage.removeItem(key(form));
}

/** What was kept, where it is not what stands on the page; null otherwise. */
export function unsent(form) {
  const kept = localStorage.getItem(key(form));
  return kept === null || kept === JSON.stringify(typed(form)) ? null : JSON.parse(kept);
}

/** Puts it back into the fields; a text that has no field yet is given to {@code another}, which makes one. */
export function restore(form, pairs, another) {
  const left = group(pairs);
  for (const field of form.querySelectorAll('[name]')) {
    if (NOT_TYPED.includes(field.name)) {
      continue;
    }
    const texts = left.get(field.name) || [];
    if (field.type === 'radio' || field.type === 'checkbox') {
      field.checked = texts.some(([, value]) => value === field.value);
    } else {
      const [first] = texts.splice(0, 1);
      field.value = first ? first[1] : '';
    }
  }
  (left.get('externalLinks') || []).forEach(([, value]) => another(value));
}

function group(pairs) {
  const groups = new Map();
  pairs.forEach((pair) => groups.set(pair[0], [...(groups.get(pair[0]) || []), pair]));
  return groups;
}
