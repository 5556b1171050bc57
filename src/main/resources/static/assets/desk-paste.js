// What is pasted or dropped into the body. The server makes of it what a body can hold, as it does for programs; pictures become
// attachments, which stand in the body where they were put.

import { Fragment, Slice } from 'prosemirror-model';
import { Plugin, Selection } from 'prosemirror-state';
import { ATTACHMENT, lines, schema } from './desk-body.js';
import { renewed, token } from './desk-session.js';

const TYPES = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp' };
const PICTURE = /<img\b[^>]*>/gi;
const DATA = /\bsrc\s*=\s*["']?data:(image\/[a-z+.-]+);base64,([a-z0-9+/=\s]+)/i;
const IN_A_FILE = /\bsrc\s*=\s*["']?file:/i;
/** Marks that turn the writing around; the server takes them out as well. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * @param attach takes files as attachments, and answers with the names under which they are attached, null for one that is not
 * @param unused a name like that one which no attachment has
 * @param say tells the writer something
 * @param texts words in the page's language
 */
export function pasting({ attach, unused, say, texts }) {
  let waiting = [];
  let pasted = Promise.resolve();
  let plain = false;

  /** Ctrl+Shift+V asks for the text alone; Shift+Insert is just another key for pasting. */
  const holdsShift = (view, event) => {
    plain = event.shiftKey && event.key !== 'Insert';
    return false;
  };

  const file = (bytes, type, name = `${texts.picture}.${TYPES[type]}`) => new File([bytes], unused(name), { type });

  /** The files of pictures that stand in the body already, by the names that they were given. */
  async function attached(view, files) {
    (await attach(files)).forEach((name, n) => rename(view, files[n].name, name));
  }

  /** Text, files or HTML of a clipboard or of what was dropped; answers whether there was any. */
  function take(view, data, asText) {
    const html = asText || view.state.selection.$from.parent.type.spec.code ? '' : data.getData('text/html');
    const words = data.getData('text/plain').replaceAll(TURNING, '');
    const files = [...data.files];
    const isPicture = files.length && !words.trim() && !html.replaceAll(/<[^>]*>/g, '').trim();
    if (isPicture) {
      const named = files.map((one) => (TYPES[one.type] ? file(one, one.type, /^image\.\w+$/.test(one.name) ? undefined : one.name) : one));
      putPictures(view, named.filter((one) => TYPES[one.type]).map((one) => one.name));
      attached(view, named);
      say(texts.attached.replace('{0}', files.length));
    } else if (html) {
      const place = { bookmark: view.state.selection.getBookmark() };
      waiting.push(place);
      const found = withoutPictures(html, data.getData('text/rtf'), file);
      pasted = pasted.then(() => put(view, place, found, words)).finally(() => {
        waiting = waiting.filter((one) => one !== place);
      });
    } else if (words) {
      view.pasteText(words);
      say('');
    }
    return true;
  }

  async function put(view, place, { html, files }, words) {
    const answer = await ask(html, texts);
    const { tr } = view.state;
    view.dispatch(tr.setSelection(place.bookmark.resolve(tr.doc)));
    if (answer.html) {
      view.pasteHTML(answer.html);
    } else if (!answer.refused && words) {
      view.pasteText(words);
    }
    if (files.length) {
      attached(view, files);
    }
    say([files.length ? texts.attached.replace('{0}', files.length) : '', answer.said].filter(Boolean).join(' · '));
  }

  return new Plugin({
    state: {
      init: () => null,
      // What is typed while the server answers does not move the place at which it will be put in.
      apply: (tr) => {
        waiting.forEach((place) => {
          place.bookmark = place.bookmark.map(tr.mapping);
        });
        return null;
      },
    },
    props: {
      clipboardTextParser: (text, $context) => Slice.maxOpen(lines(text, $context.marks())),
      handleDOMEvents: {
        keydown: holdsShift,
        keyup: holdsShift,
        paste: (view, event) => {
          if (!event.clipboardData || isOurs(event.clipboardData)) {
            return false;
          }
          event.preventDefault();
          return take(view, event.clipboardData, plain);
        },
        drop: (view, event) => {
          if (view.dragging || !event.dataTransfer) {
            return false;
          }
          event.preventDefault();
          const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
          if (at) {
            const { tr } = view.state;
            view.dispatch(tr.setSelection(Selection.near(tr.doc.resolve(at.pos))));
          }
          return take(view, event.dataTransfer, false);
        },
      },
    },
  });
}

/** Puts pictures where the cursor is, which goes on behind them; a picture that is there stays before them. */
export function putPictures(view, names) {
  if (!names.length) {
    return;
  }
  const { tr, selection } = view.state;
  const pictures = Fragment.from(names.map((name) => schema.node('picture', { name })));
  if (selection.node) {
    tr.insert(selection.to, pictures);
  } else {
    tr.replaceSelection(new Slice(pictures, 0, 0));
  }
  const end = tr.mapping.map(selection.to);
  const after = tr.doc.resolve(end);
  if (!after.parent.inlineContent && !after.nodeAfter?.isTextblock) {
    tr.insert(end, schema.node('paragraph'));
  }
  view.dispatch(tr.setSelection(Selection.near(tr.doc.resolve(end))).scrollIntoView());
}

/** Calls a picture of the body by another name; where there is none, it is taken out. */
export function rename(view, name, now) {
  const found = [];
  view.state.doc.descendants((node, pos) => {
    if (node.type === schema.nodes.picture && node.attrs.name === name) {
      found.push([pos, node.nodeSize]);
    }
  });
  if (!found.length || name === now) {
    return;
  }
  const { tr } = view.state;
  found.reverse().forEach(([pos, size]) => (now ? tr.setNodeAttribute(pos, 'name', now) : tr.delete(pos, pos + size)));
  view.dispatch(tr);
}

/** From this editor, which needs no help. */
function isOurs(data) {
  const html = data.getData('text/html');
  return html.includes('data-pm-slice') && !/\s(?:style|class)=/.test(html) && !data.files.length;
}

/** HTML in which pictures whose bytes came along are attachments, and those. Word has them in its Rich Text, in the same order. */
function withoutPictures(html, richText, file) {
  const files = [];
  const placed = (picture) => {
    files.push(picture);
    return `<figure><img src="${ATTACHMENT}${picture.name}"></figure>`;
  };
  const inRichText = picturesOf(richText);
  const isComplete = inRichText.length === (html.match(PICTURE) || []).filter((tag) => IN_A_FILE.test(tag)).length;
  const left = html.replaceAll(PICTURE, (tag) => {
    const data = DATA.exec(tag);
    if (data && TYPES[data[1].toLowerCase()]) {
      return placed(file(Uint8Array.from(atob(data[2].replaceAll(/\s/g, '')), (c) => c.charCodeAt(0)), data[1].toLowerCase()));
    }
    if (isComplete && IN_A_FILE.test(tag)) {
      const { type, digits } = inRichText.shift();
      return placed(file(Uint8Array.from(digits, (byte) => Number.parseInt(byte, 16)), type));
    }
    // A picture that cannot be attached is named by the server; its bytes need not go there.
    return tag.replace(/(\bsrc\s*=\s*["']?data:)[^"'\s>]*/i, '$1');
  });
  return { html: left, files };
}

/** What stands in the group itself, and not in one within. */
function withoutGroups(richText) {
  const outer = richText.replaceAll(/\{[^{}]*\}/g, ' ');
  return outer === richText ? outer : withoutGroups(outer);
}

function picturesOf(richText) {
  return richText.split('{\\pict').slice(1).flatMap((group) => {
    const [picture] = withoutGroups(group).split('}');
    const type = /\\(png|jpeg)blip/.exec(picture);
    const digits = picture.replaceAll(/\\[a-z]+-?\d*|\s/gi, '').match(/[0-9a-f]{2}/gi);
    return type && digits ? [{ type: `image/${type[1]}`, digits }] : [];
  });
}

/** What the server makes of it: its HTML, and what there is to say; where it refuses, or cannot be reached, no HTML. */
async function ask(html, texts, again = false) {
  try {
    const answer = await fetch('/desk/pasted', { method: 'POST', body: html, redirect: 'manual',
      headers: { 'Content-Type': 'text/html;charset=UTF-8', 'X-PRAKAT-CSRF': token(), Accept: 'application/json' } });
    if (answer.ok) {
      const { html: kept, leftOut } = await answer.json();
      return { html: kept, said: leftOut, refused: !kept };
    }
    if (answer.status === 413 || answer.status === 503) {
      return { said: (await answer.json()).detail, refused: true };
    }
    if (!again && (answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 403) && await renewed(true)) {
      return ask(html, texts, true);
    }
  } catch (failure) {
    // Offline: the words at least are there.
  }
  return { said: texts.plain };
}
