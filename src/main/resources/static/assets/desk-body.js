// What a body can hold, as the editor knows it: the same elements and attributes that the server keeps (prakat.screening.html.HtmlBody).

import { DOMParser as Parser, DOMSerializer, Fragment, Schema } from 'prosemirror-model';

const MOST_SPANNED = 1000;

/** Before the name of the attachment that a picture is. */
export const ATTACHMENT = 'attachment:';

const spanned = (dom, name) => Math.min(Math.max(Number.parseInt(dom.getAttribute(name), 10) || 1, 1), MOST_SPANNED);

const block = (tag, content, more = {}) => ({ content, group: 'block', defining: true, parseDOM: [{ tag }], toDOM: () => [tag, 0], ...more });

const cell = (tag, tableRole) => ({
  content: 'block+',
  tableRole,
  isolating: true,
  attrs: { colspan: { default: 1 }, rowspan: { default: 1 }, colwidth: { default: null }, scope: { default: null } },
  parseDOM: [{ tag, getAttrs: (dom) => ({ colspan: spanned(dom, 'colspan'), rowspan: spanned(dom, 'rowspan'), scope: dom.getAttribute('scope') }) }],
  toDOM: ({ attrs }) => [tag, {
    ...(attrs.colspan > 1 && { colspan: attrs.colspan }),
    ...(attrs.rowspan > 1 && { rowspan: attrs.rowspan }),
    ...(attrs.scope && tag === 'th' && { scope: attrs.scope }),
  }, 0],
});

const mark = (tag, ...others) => ({ parseDOM: [tag, ...others].map((name) => ({ tag: name })), toDOM: () => [tag, 0] });

export const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: block('p', 'inline*', { defining: false }),
    heading: block('h2', 'inline*', {
      attrs: { level: { default: 2 } },
      parseDOM: [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level: Math.min(Math.max(level, 2), 4) } })),
      toDOM: ({ attrs }) => [`h${attrs.level}`, 0],
    }),
    blockquote: block('blockquote', 'block+'),
    pre: block('pre', 'inline*', { parseDOM: [{ tag: 'pre', preserveWhitespace: 'full' }], code: true }),
    horizontal_rule: { group: 'block', parseDOM: [{ tag: 'hr' }], toDOM: () => ['hr'] },
    bullet_list: block('ul', 'list_item+', { defining: false }),
    ordered_list: block('ol', 'list_item+', {
      defining: false,
      attrs: { start: { default: 1 } },
      parseDOM: [{ tag: 'ol', getAttrs: (dom) => ({ start: dom.hasAttribute('start') ? dom.start : 1 }) }],
      toDOM: ({ attrs }) => ['ol', attrs.start === 1 ? {} : { start: attrs.start }, 0],
    }),
    list_item: block('li', 'block+', { group: '' }),
    definition_list: block('dl', '(definition_term | definition)+', { defining: false }),
    definition_term: block('dt', 'block+', { group: '' }),
    definition: block('dd', 'block+', { group: '' }),
    table: {
      content: 'table_row+',
      tableRole: 'table',
      isolating: true,
      group: 'block',
      // A caption is no row, which is all that a table holds here; it goes along as it is.
      attrs: { caption: { default: null } },
      parseDOM: [{ tag: 'table', getAttrs: (dom) => ({ caption: dom.caption && inline(dom.caption).toJSON() }) }, { tag: 'caption', ignore: true }],
      toDOM: ({ attrs }) => ['table', ...(attrs.caption ? [caption(attrs.caption)] : []), ['tbody', 0]],
    },
    table_row: {
      content: '(table_cell | table_header)*',
      tableRole: 'row',
      attrs: { foot: { default: false } },
      parseDOM: [{ tag: 'tr', getAttrs: (dom) => ({ foot: dom.parentElement.localName === 'tfoot' }) }],
      toDOM: ({ attrs }) => ['tr', attrs.foot ? { 'data-foot': '' } : {}, 0],
    },
    table_cell: cell('td', 'cell'),
    table_header: cell('th', 'header_cell'),
    // An attachment, by its name: what is said of it is said there. Its own view shows it.
    picture: {
      group: 'block',
      draggable: true,
      attrs: { name: {} },
      parseDOM: [{ tag: `img[src^="${ATTACHMENT}"]`, getAttrs: (dom) => ({ name: dom.getAttribute('src').slice(ATTACHMENT.length) }) }],
      toDOM: ({ attrs }) => ['figure', ['img', { src: ATTACHMENT + attrs.name }]],
    },
    hard_break: { inline: true, group: 'inline', selectable: false, linebreakReplacement: true, parseDOM: [{ tag: 'br' }], toDOM: () => ['br'] },
    text: { group: 'inline' },
  },
  marks: {
    link: {
      attrs: { href: {}, title: { default: null } },
      inclusive: false,
      parseDOM: [{ tag: 'a[href]', getAttrs: (dom) => ({ href: dom.getAttribute('href'), title: dom.getAttribute('title') }) }],
      toDOM: ({ attrs }) => ['a', { href: attrs.href, ...(attrs.title && { title: attrs.title }), rel: 'noopener nofollow' }, 0],
    },
    strong: mark('strong', 'b'),
    em: mark('em', 'i'),
    underline: mark('u'),
    strike: mark('s', 'del', 'strike'),
    sub: mark('sub'),
    sup: mark('sup'),
    code: mark('code'),
  },
});

const parser = Parser.fromSchema(schema);
const serializer = DOMSerializer.fromSchema(schema);

function inline(element) {
  return parser.parse(element, { topNode: schema.nodes.paragraph.create() }).content;
}

function caption(json) {
  const element = document.createElement('caption');
  element.contentEditable = 'false';
  element.append(serializer.serializeFragment(Fragment.fromJSON(schema, json)));
  return element;
}

/** A caption of plain words, as a table keeps it; null for none. */
export const captionOf = (words) => (words ? Fragment.from(schema.text(words)).toJSON() : null);

/** The words of a table's caption. */
export const captionText = ({ attrs }) => caption(attrs.caption).textContent;

/** The document that a body is; a body without markup is lines of text. */
export function read(html) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  return html.includes('<') ? parser.parse(page.body) : schema.node('doc', null, lines(page.body.textContent).content);
}

/** Text as paragraphs, with an empty line between them. */
export function lines(text, marks = []) {
  const paragraphs = text.replaceAll(/\r\n?/g, '\n').split(/\n(?:[ \t]*\n)+/).filter((words) => words.trim());
  return Fragment.from((paragraphs.length ? paragraphs : ['']).map((words) => schema.node('paragraph', null,
    words.split('\n').flatMap((line, n) => [...(n ? [schema.node('hard_break')] : []), ...linked(line.replaceAll(/[ \t]+/g, ' '), marks)]))));
}

const ADDRESS = /\bhttps?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]}’”]/g;

/** Text in which addresses of pages are links. */
function linked(line, marks) {
  const parts = [];
  let end = 0;
  for (const { 0: href, index } of line.matchAll(ADDRESS)) {
    parts.push([line.slice(end, index), marks], [href, schema.marks.link.create({ href }).addToSet(marks)]);
    end = index + href.length;
  }
  parts.push([line.slice(end), marks]);
  return parts.filter(([words]) => words).map(([words, all]) => schema.text(words, all));
}

/** The body that a document is, as the server keeps it; "" for one without content. */
export function write(doc) {
  if (doc.childCount === 1 && doc.firstChild.type === schema.nodes.paragraph && !doc.firstChild.childCount) {
    return '';
  }
  const page = document.implementation.createHTMLDocument('').body;
  page.append(serializer.serializeFragment(doc.content));
  // A line that stands first in an item or a cell, and alone but for further lists, needs no paragraph.
  for (const line of page.querySelectorAll(':is(li, td, th, dt, dd) > p:first-child')) {
    if ([...line.parentElement.children].slice(1).every((next) => next.matches('ul, ol'))) {
      line.replaceWith(...line.childNodes);
    }
  }
  page.querySelectorAll('caption').forEach((element) => element.removeAttribute('contenteditable'));
  page.querySelectorAll('table').forEach(group);
  return page.innerHTML;
}

const ends = (rows, from, to) => rows.slice(from, to).every((row, n) => [...row.cells].every((one) => from + n + one.rowSpan <= to));

/** Puts header rows into the table's head, and the rows of its foot into that, where no cell reaches across. */
function group(table) {
  const rows = [...table.tBodies[0].rows];
  const body = rows.findIndex((row) => [...row.cells].some((one) => one.localName !== 'th') || !row.cells.length);
  const heads = body < 0 ? rows.length : body;
  const feet = rows.length - [...rows].reverse().findIndex((row) => !('foot' in row.dataset));
  rows.forEach((row) => row.removeAttribute('data-foot'));
  if (heads && ends(rows, 0, heads)) {
    table.createTHead().append(...rows.slice(0, heads));
  }
  if (feet > heads && feet < rows.length && ends(rows, heads, feet)) {
    table.createTFoot().append(...rows.slice(feet));
  }
  if (!table.tBodies[0].rows.length) {
    table.tBodies[0].remove();
  }
}
