// The editor of the body: ProseMirror with the body's schema, and a toolbar.

import { baseKeymap, chainCommands, exitCode, lift, setBlockType, toggleMark, wrapIn } from 'prosemirror-commands';
import { gapCursor } from 'prosemirror-gapcursor';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { liftListItem, sinkListItem, splitListItem, wrapInList } from 'prosemirror-schema-list';
import { EditorState } from 'prosemirror-state';
import { goToNextCell, isInTable, tableEditing } from 'prosemirror-tables';
import { EditorView } from 'prosemirror-view';
import { read, schema, write } from './desk-body.js';
import { around, askForLink, askForTable } from './desk-dialogs.js';
import { pasting, putPictures, rename } from './desk-paste.js';

const { nodes, marks } = schema;

/** The toolbar's pictures, as lines in a square of 24. */
const ICONS = {
  ul: 'M4 6h.01M4 12h.01M4 18h.01M9 6h11M9 12h11M9 18h11',
  ol: 'M10 6h10M10 12h10M10 18h10M4 4h1v4M3.5 8h3M3.5 14h3l-3 4.5h3',
  outdent: 'M4 5h16M11 10h9M11 14h9M4 19h16M8 9l-3 3 3 3',
  indent: 'M4 5h16M11 10h9M11 14h9M4 19h16M4.5 9l3 3-3 3',
  quote: 'M10 8H5v5h5V8c0 5-1 7-4 8M19 8h-5v5h5V8c0 5-1 7-4 8',
  link: 'M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1',
  table: 'M4 5h16v14H4zM4 10h16M4 14.5h16M10 5v14M15 5v14',
  clear: 'M6 5h12M12 5l-2 14M4 20L20 4',
  undo: 'M8 5L4 9l4 4M4 9h10a5 5 0 0 1 0 10h-3',
  redo: 'M16 5l4 4-4 4M20 9H10a5 5 0 0 0 0 10h3',
};

/**
 * Puts the editor into the place of a textarea, whose value it shows.
 *
 * @param field the textarea
 * @param texts words in the page's language, by key
 * @param attach takes pasted and dropped files, and answers with the names under which they are attached, null for one that is not
 * @param unused a name like that one which no attachment has
 * @param picture the attached picture of a name: its address, alternative text and caption; nothing where there is none
 * @param say tells the writer something
 * @param changed is called after each change
 */
export function edit(field, { texts, attach, unused, picture, say, changed }) {
  const holder = document.createElement('div');
  holder.className = 'editor';
  field.hidden = true;
  field.after(holder);
  const begin = (html) => EditorState.create({ doc: read(html), plugins });
  const plugins = [
    pasting({ attach, unused, say, texts }),
    keymap(keys(texts)),
    keymap(baseKeymap),
    history(),
    gapCursor(),
    tableEditing(),
  ];
  const figures = new Set();
  const view = new EditorView(holder, {
    state: begin(field.value),
    nodeViews: { picture: (node) => figure(node, picture, figures) },
    attributes: ({ doc }) => ({
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-labelledby': `label-${field.id}`,
      'aria-describedby': field.getAttribute('aria-describedby'),
      'aria-placeholder': texts['e-placeholder'],
      lang: field.lang,
      class: doc.childCount === 1 && doc.firstChild.isTextblock && !doc.firstChild.childCount ? 'body empty' : 'body',
      ...(field.getAttribute('aria-invalid') && { 'aria-invalid': 'true' }),
    }),
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction));
      bar.update();
      if (transaction.docChanged) {
        changed();
      }
    },
  });
  const bar = toolbar(view, texts);
  holder.prepend(bar.element);
  bar.update();
  return {
    get value() {
      return write(view.state.doc);
    },
    set value(html) {
      view.updateState(begin(html));
      bar.update();
    },
    /** Puts an attached picture where the cursor is. */
    put(name) {
      putPictures(view, [name]);
      view.focus();
    },
    /** What an attached picture is called, or what is said of it, has changed, or it is gone: then there is no new name. */
    rename: (name, now) => rename(view, name, now),
    /** What is said of pictures has changed. */
    refresh: () => figures.forEach((show) => show()),
    focus: () => view.focus(),
    element: view.dom,
  };
}

/** A picture as readers will see it; its name where there is none yet. */
function figure(node, picture, figures) {
  const dom = document.createElement('figure');
  dom.contentEditable = 'false';
  const show = () => {
    const { href, alternativeText, caption } = picture(node.attrs.name) || {};
    const words = Object.assign(document.createElement('figcaption'), { textContent: href ? caption : node.attrs.name });
    dom.replaceChildren(words);
    if (href) {
      words.before(Object.assign(document.createElement('img'), { src: `${href}?width=960`, alt: alternativeText || node.attrs.name, loading: 'lazy' }));
    }
  };
  show();
  figures.add(show);
  return { dom, destroy: () => figures.delete(show) };
}

// ---- Commands

const hasMark = (state, type) => {
  const { from, to, empty, $from } = state.selection;
  return empty ? Boolean(type.isInSet(state.storedMarks || $from.marks())) : state.doc.rangeHasMark(from, to, type);
};

const list = (type) => (state, dispatch) => {
  const inner = around(state, nodes.bullet_list, nodes.ordered_list);
  if (!inner) {
    return wrapInList(type)(state, dispatch);
  }
  if (inner.node.type === type) {
    return liftListItem(nodes.list_item)(state, dispatch);
  }
  dispatch?.(state.tr.setNodeMarkup(inner.pos, type));
  return true;
};

const quote = (state, dispatch) => (around(state, nodes.blockquote) ? lift : wrapIn(nodes.blockquote))(state, dispatch);

function clear(state, dispatch) {
  const { from, to } = state.selection;
  dispatch?.(state.tr.removeMark(from, to).setBlockType(from, to, nodes.paragraph).setStoredMarks([]));
  return true;
}

function breakLine(state, dispatch) {
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  return true;
}

function keys(texts) {
  const marked = { 'Mod-b': toggleMark(marks.strong), 'Mod-i': toggleMark(marks.em), 'Mod-u': toggleMark(marks.underline) };
  return {
    ...marked,
    'Mod-z': undo,
    'Mod-y': redo,
    'Shift-Mod-z': redo,
    'Mod-]': sinkListItem(nodes.list_item),
    'Mod-[': liftListItem(nodes.list_item),
    'Mod-k': (state, dispatch, view) => askForLink(view, texts),
    Enter: splitListItem(nodes.list_item),
    'Shift-Enter': chainCommands(exitCode, breakLine),
    'Mod-Enter': chainCommands(exitCode, breakLine),
    Tab: goToNextCell(1),
    'Shift-Tab': goToNextCell(-1),
    'Alt-F10': (state, dispatch, view) => {
      view.dom.parentElement.querySelector('.editor-bar [tabindex="0"]').focus();
      return true;
    },
  };
}

// ---- The toolbar

/** One stop for the tab key; within it, the arrows go from one to the next. */
function toolbar(view, texts) {
  const element = document.createElement('div');
  element.className = 'editor-bar';
  element.setAttribute('role', 'toolbar');
  element.setAttribute('aria-label', texts['e-toolbar']);
  const updates = [];

  const kinds = document.createElement('select');
  kinds.setAttribute('aria-label', texts['e-kind']);
  kinds.title = texts['e-kind'];
  kinds.append(...['paragraph', 'heading2', 'heading3', 'heading4'].map((kind) => new Option(texts[`e-${kind}`], kind)));
  kinds.addEventListener('change', (event) => {
    event.stopPropagation();
    const level = Number(kinds.value.slice(-1));
    (level ? setBlockType(nodes.heading, { level }) : setBlockType(nodes.paragraph))(view.state, view.dispatch);
    view.focus();
  });
  updates.push((state) => {
    const { parent } = state.selection.$from;
    kinds.value = parent.type === nodes.heading ? `heading${parent.attrs.level}` : 'paragraph';
  });
  element.append(kinds);

  const button = (key, act, isOn, sign) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.title = texts[`e-${key}`];
    made.setAttribute('aria-label', texts[`e-${key}`]);
    made.innerHTML = sign || `<svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true"><path d="${ICONS[key]}"/></svg>`;
    // The selection stays where it is.
    made.addEventListener('mousedown', (event) => event.preventDefault());
    made.addEventListener('click', () => {
      if (made.getAttribute('aria-disabled') !== 'true') {
        view.focus();
        act(view.state, view.dispatch, view);
      }
    });
    updates.push((state) => {
      if (isOn) {
        made.setAttribute('aria-pressed', String(Boolean(isOn(state))));
      }
      made.setAttribute('aria-disabled', String(!act(state)));
    });
    element.append(made);
  };
  const apart = () => element.append(Object.assign(document.createElement('span'), { className: 'apart' }));
  const marked = (key, type, sign) => button(key, toggleMark(type), (state) => hasMark(state, type), sign);
  const inside = (...types) => (state) => around(state, ...types);
  const innermost = (type) => (state) => around(state, nodes.bullet_list, nodes.ordered_list)?.node.type === type;

  marked('bold', marks.strong, '<b>B</b>');
  marked('italic', marks.em, '<i>I</i>');
  marked('underline', marks.underline, '<u>U</u>');
  apart();
  button('ul', list(nodes.bullet_list), innermost(nodes.bullet_list));
  button('ol', list(nodes.ordered_list), innermost(nodes.ordered_list));
  button('outdent', liftListItem(nodes.list_item));
  button('indent', sinkListItem(nodes.list_item));
  button('quote', quote, inside(nodes.blockquote));
  apart();
  button('link', (state, dispatch, shown) => askForLink(shown, texts), (state) => hasMark(state, marks.link));
  button('table', (state, dispatch, shown) => askForTable(shown, texts), isInTable);
  apart();
  button('clear', clear);
  button('undo', undo);
  button('redo', redo);
  const stops = [...element.children].filter((child) => child.matches('button, select'));
  const stop = (chosen) => stops.forEach((one) => {
    one.tabIndex = one === chosen ? 0 : -1;
  });
  stop(kinds);
  element.addEventListener('focusin', ({ target }) => stop(target));
  element.addEventListener('keydown', (event) => {
    const at = stops.indexOf(event.target);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: stops.length - 1 }[event.key];
    if (event.key === 'Escape') {
      view.focus();
    } else if (to !== undefined && stops[to]) {
      event.preventDefault();
      stops[to].focus();
    }
  });
  return { element, update: () => updates.forEach((update) => update(view.state)) };
}
