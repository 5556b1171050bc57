// The dialogs of the editor: a link, a table.

import { TextSelection } from 'prosemirror-state';
import { addColumnAfter, addColumnBefore, addRowAfter, addRowBefore, deleteColumn, deleteRow, deleteTable, isInTable, mergeCells, splitCell,
  toggleHeader } from 'prosemirror-tables';
import { captionOf, captionText, schema } from './desk-body.js';

const { nodes, marks } = schema;

/** Within a node of that type, from the inside; null outside. */
export function around(state, ...types) {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if (types.includes($from.node(depth).type)) {
      return { node: $from.node(depth), pos: $from.before(depth) };
    }
  }
  return null;
}

/**
 * Asks in a dialog of the page.
 *
 * @param title what it is about
 * @param fields name, label and value of each
 * @param answers label of each button, and what it does with the values
 */
function ask(view, texts, title, fields, answers) {
  const dialog = document.createElement('dialog');
  dialog.className = 'ask';
  dialog.setAttribute('aria-labelledby', 'ask-title');
  const questions = document.createElement('form');
  const head = Object.assign(document.createElement('h2'), { id: 'ask-title', textContent: title });
  questions.method = 'dialog';
  questions.append(head);
  for (const { name, label, value, ...more } of fields) {
    const input = Object.assign(document.createElement('input'), { id: `ask-${name}`, name, value, ...more });
    questions.append(Object.assign(document.createElement('label'), { htmlFor: input.id, textContent: label }), input);
  }
  const buttons = document.createElement('div');
  buttons.className = answers.length > 3 ? 'ways steps' : 'ways';
  answers.forEach(({ label, isPlain }, n) => buttons.append(Object.assign(document.createElement('button'),
    { textContent: label, value: n, className: n === 0 && fields.length ? '' : 'second', formNoValidate: isPlain })));
  const close = Object.assign(document.createElement('button'), { type: 'button', className: 'second', textContent: texts.close });
  close.addEventListener('click', () => dialog.close());
  buttons.append(close);
  questions.append(buttons);
  dialog.append(questions);
  dialog.addEventListener('close', () => {
    dialog.remove();
    answers[dialog.returnValue]?.act(Object.fromEntries(new FormData(questions)));
    // Last, since it puts the browser's cursor where the editor's is: the other way round the browser may leave it behind
    // what was put in.
    view.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
}

/** Where the cursor stands in a link, the whole of it. */
function linkAt(state) {
  const { $from, from, to } = state.selection;
  const mark = marks.link.isInSet($from.marksAcross($from) || $from.marks()) || marks.link.isInSet($from.nodeAfter?.marks || []);
  if (!mark) {
    return { from, to, href: '' };
  }
  const start = $from.start();
  let range = { from, to };
  $from.parent.forEach((node, offset) => {
    if (mark.isInSet(node.marks) && offset + start <= to && offset + start + node.nodeSize >= from) {
      range = { from: Math.min(range.from, offset + start), to: Math.max(range.to, offset + start + node.nodeSize) };
    }
  });
  return { ...range, href: mark.attrs.href };
}

/** What people type for an address: with its scheme left out, too. */
function address(typed) {
  const href = typed.trim();
  if (/^(https?:|mailto:|tel:|\/|#)/i.test(href)) {
    return href;
  }
  return href.includes('@') ? `mailto:${href}` : `https://${href}`;
}

export function askForLink(view, texts) {
  if (!view) {
    return true;
  }
  const { from, to, href } = linkAt(view.state);
  const before = view.state.doc.textBetween(from, to, ' ');
  ask(view, texts, texts['e-link'], [
    { name: 'href', label: texts['e-address'], value: href, type: 'text', inputMode: 'url', required: true, placeholder: 'https://' },
    { name: 'words', label: texts['e-words'], value: before, type: 'text' },
  ], [
    { label: href ? texts['e-update'] : texts['e-insert'], act: (typed) => {
      const link = marks.link.create({ href: address(typed.href) });
      const { tr } = view.state;
      if (typed.words === before && before) {
        tr.removeMark(from, to, marks.link).addMark(from, to, link);
      } else {
        tr.replaceWith(from, to, schema.text(typed.words.trim() || typed.href.trim(), [link]));
      }
      view.dispatch(tr.scrollIntoView());
    } },
    ...(href ? [{ label: texts['e-unlink'], isPlain: true, act: () => view.dispatch(view.state.tr.removeMark(from, to, marks.link)) }] : []),
  ]);
  return true;
}

function newTable(rows, columns) {
  const row = (type) => nodes.table_row.create(null, Array.from({ length: columns }, () => type.createAndFill()));
  return nodes.table.create(null, Array.from({ length: rows }, (one, n) => row(n ? nodes.table_cell : nodes.table_header)));
}

export function askForTable(view, texts) {
  if (!view) {
    return true;
  }
  if (!isInTable(view.state)) {
    const count = (name, label) => ({ name, label, value: 3, type: 'number', min: 1, max: 30, required: true });
    ask(view, texts, texts['e-table'], [count('rows', texts['e-rows']), count('columns', texts['e-columns'])], [
      { label: texts['e-insert'], act: ({ rows, columns }) => {
        const { tr } = view.state;
        const { from } = tr.selection;
        tr.replaceSelectionWith(newTable(Number(rows), Number(columns)));
        // The first from here on: within a line it goes behind what stood before the cursor.
        let made = null;
        tr.doc.nodesBetween(from, tr.doc.content.size, (node, at) => {
          made ??= node.type === nodes.table && at >= from - 1 ? at : null;
          return made === null;
        });
        tr.setSelection(TextSelection.near(tr.doc.resolve(made)));
        view.dispatch(tr.scrollIntoView());
      } },
    ]);
    return true;
  }
  const table = around(view.state, nodes.table);
  const step = (key, command) => ({ label: texts[`e-${key}`], isPlain: true, act: () => command(view.state, view.dispatch), command });
  const words = captionText(table.node);
  ask(view, texts, texts['e-table'], [{ name: 'caption', label: texts['e-caption'], value: words, type: 'text' }], [
    { label: texts['e-caption-save'], act: ({ caption }) => caption.trim() !== words
      && view.dispatch(view.state.tr.setNodeAttribute(table.pos, 'caption', captionOf(caption.trim()))) },
    ...[
      step('add-row-above', addRowBefore),
      step('add-row-below', addRowAfter),
      step('add-column-before', addColumnBefore),
      step('add-column-after', addColumnAfter),
      step('header-row', toggleHeader('row')),
      step('header-column', toggleHeader('column')),
      step('merge-cells', mergeCells),
      step('split-cell', splitCell),
      step('delete-row', deleteRow),
      step('delete-column', deleteColumn),
      step('delete-table', deleteTable),
    ].filter(({ command }) => command(view.state)),
  ]);
  return true;
}
