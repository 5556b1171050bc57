// Shows the pages of a PDF, or of the one that is made of an Office document, in place: browsers of telephones do not do so by
// themselves. A page is drawn when it comes into sight, with its text for screen readers, for copying and for searching.

/** Of a page that is drawn: telephones show no picture that is larger. */
const MOST_PIXELS = 8_000_000;

/** How wide pages are, in widths of their frame; a sheet may have forty columns. */
const ZOOMS = [1, 1.5, 2, 3, 5];

/** In pixels to a point: a sheet of two columns is not made as wide as its frame. */
const MOST_SCALE = 2;

const FILLED = 'data-filled';

/** One for all files of a page. */
let library;

function load({ dataset }) {
  library ??= import(dataset.library).then((pdfjs) => {
    pdfjs.GlobalWorkerOptions.workerSrc = dataset.worker;
    return { pdfjs, worker: new pdfjs.PDFWorker() };
  });
  return library;
}

const pause = (seconds) => new Promise((done) => { setTimeout(done, seconds * 1000); });

/** Why there is no preview, in the reader's language. */
class NotMade extends Error {}

/** Waits until what is made of an Office document is there; an error says why it is not. */
async function made({ dataset }) {
  for (;;) {
    const answer = await fetch(dataset.pdf, {
      // A byte of it, where it is there.
      headers: { Range: 'bytes=0-0', 'Accept-Language': document.documentElement.lang },
      credentials: 'same-origin',
    });
    if (answer.status === 206) {
      return;
    }
    if (answer.status !== 202) {
      throw new NotMade((await answer.json()).detail);
    }
    await pause(Number(answer.headers.get('Retry-After') ?? 5));
  }
}

async function open({ dataset }) {
  const { pdfjs, worker } = await load({ dataset });
  return pdfjs.getDocument({
    url: dataset.pdf,
    worker,
    standardFontDataUrl: dataset.parts + 'fonts/',
    wasmUrl: dataset.parts + 'decoders/',
    // The policy of our pages lets no code in that is not a script.
    useWasm: false,
    // What is looked at is asked for, and no more.
    disableAutoFetch: true,
    disableStream: true,
    rangeChunkSize: 2 ** 18,
  }).promise;
}

async function draw(pdf, sheet) {
  const { pdfjs } = await library;
  const page = await pdf.getPage(Number(sheet.dataset.page));
  const { width, height } = page.getViewport({ scale: 1 });
  fit(sheet, width, height);
  const viewport = page.getViewport({ scale: sheet.clientWidth / width });
  const ratio = Math.min(window.devicePixelRatio, Math.sqrt(MOST_PIXELS / (viewport.width * viewport.height)));
  const canvas = document.createElement('canvas');
  // An empty sheet has no height.
  canvas.width = Math.ceil(viewport.width * ratio);
  canvas.height = Math.ceil(viewport.height * ratio);
  canvas.ariaHidden = 'true';
  const container = document.createElement('div');
  container.className = 'textLayer';
  container.style.setProperty('--total-scale-factor', viewport.scale);
  sheet.replaceChildren(canvas, container);
  const drawing = page.render({ canvas, viewport, transform: [ratio, 0, 0, ratio, 0, 0] });
  const text = new pdfjs.TextLayer({ textContentSource: page.streamTextContent(), container, viewport });
  await Promise.all([drawing.promise, text.render()]);
}

/** Makes room for a page of that size. */
function fit(sheet, width, height) {
  sheet.style.aspectRatio = `${width} / ${height}`;
  sheet.style.setProperty('--widest', `${width * MOST_SCALE}px`);
}

/** Draws sheets that are near to what is seen of the box, and empties the others. */
function drawWhatIsSeen(pdf, box) {
  const observer = new IntersectionObserver((entries) => entries.forEach(({ target, isIntersecting }) => {
    if (isIntersecting && !target.hasAttribute(FILLED)) {
      target.setAttribute(FILLED, '');
      draw(pdf, target).catch((failure) => console.error(failure));
    } else if (!isIntersecting) {
      target.removeAttribute(FILLED);
      target.replaceChildren();
    }
  }), { root: box, rootMargin: '100% 0px' });
  const again = () => [...box.children].forEach((sheet) => {
    observer.unobserve(sheet);
    sheet.removeAttribute(FILLED);
    observer.observe(sheet);
  });
  let width = 0;
  new ResizeObserver(() => {
    if (box.clientWidth !== width) {
      width = box.clientWidth;
      again();
    }
  }).observe(box);
  return again;
}

const words = (pattern, ...values) => values.reduce((text, value, n) => text.replace(`{${n}}`, value), pattern);

async function show(frame) {
  const { dataset } = frame;
  const said = frame.querySelector('[role=status]');
  const box = frame.querySelector('.viewer-box');
  if (dataset.making) {
    said.textContent = dataset.making;
    await made(frame);
  }
  said.textContent = dataset.loading;
  await inSight(frame);
  const pdf = await open(frame);
  const first = (await pdf.getPage(1)).getViewport({ scale: 1 });
  box.replaceChildren(...Array.from({ length: pdf.numPages }, (_, index) => {
    const sheet = document.createElement('div');
    sheet.className = 'viewer-page';
    sheet.role = 'group';
    sheet.dataset.page = index + 1;
    sheet.ariaLabel = words(dataset.page, index + 1, pdf.numPages);
    fit(sheet, first.width, first.height);
    return sheet;
  }));
  said.textContent = pdf.numPages >= Number(dataset.most) ? words(dataset.cut, pdf.numPages) : dataset.made ?? '';
  frame.querySelector('.viewer-tools').hidden = false;
  const drawAgain = drawWhatIsSeen(pdf, box);
  tools(frame, box, pdf.numPages, drawAgain);
}

const inSight = (frame) => new Promise((done) => {
  new IntersectionObserver((entries, observer) => {
    if (entries.some((entry) => entry.isIntersecting)) {
      observer.disconnect();
      done();
    }
  }, { rootMargin: '100% 0px' }).observe(frame);
});

function tools(frame, box, pages, drawAgain) {
  const number = frame.querySelector('input');
  number.max = pages;
  frame.querySelector('.viewer-of').textContent = words(frame.dataset.of, pages);
  const sheet = () => [...box.children].findLast((one) => one.offsetTop <= box.scrollTop + box.clientHeight / 2) ?? box.firstElementChild;
  box.addEventListener('scroll', () => {
    if (document.activeElement !== number) {
      number.value = sheet().dataset.page;
    }
  });
  number.addEventListener('change', () => turn(box, number.value));
  const [out, into] = frame.querySelectorAll('button');
  let zoom = 0;
  function zoomBy(step) {
    const before = ZOOMS[zoom];
    const top = box.scrollTop;
    zoom = Math.min(Math.max(zoom + step, 0), ZOOMS.length - 1);
    out.disabled = zoom === 0;
    into.disabled = zoom === ZOOMS.length - 1;
    box.style.setProperty('--zoom', ZOOMS[zoom]);
    box.scrollTop = top * ZOOMS[zoom] / before;
    drawAgain();
  }
  out.addEventListener('click', () => zoomBy(-1));
  into.addEventListener('click', () => zoomBy(1));
  box.addEventListener('keydown', (event) => {
    const step = { '+': 1, '=': 1, '-': -1 }[event.key];
    if (step && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      zoomBy(step);
    }
  });
  zoomBy(0);
}

function turn(box, page) {
  const sheet = box.querySelector(`[data-page="${Number(page)}"]`);
  if (sheet) {
    box.scrollTop = sheet.offsetTop;
  }
}

/** A link to a page of a file that is shown here turns to it, instead of opening the file beside. */
function follow(event, frames) {
  const link = event.target.closest('a[href*="#page="]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) {
    return;
  }
  const [file, page] = link.getAttribute('href').split('#page=');
  const found = frames.find(({ frame }) => frame.dataset.file === file);
  if (found) {
    event.preventDefault();
    const folded = found.frame.closest('details');
    if (folded) {
      folded.open = true;
    }
    found.frame.scrollIntoView();
    found.begin().then(() => {
      const box = found.frame.querySelector('.viewer-box');
      turn(box, page);
      box.focus({ preventScroll: true });
    });
  }
}

/** Fills the frames for pages in a page of the desk, or in a part of it that Tasklist shows. */
export function showPages(root) {
  const frames = [...root.querySelectorAll('.viewer')].map((frame) => {
    let shown;
    const begin = () => {
      shown ??= show(frame).catch((failure) => {
        frame.querySelector('.viewer-box').hidden = true;
        frame.querySelector('[role=status]').textContent = failure instanceof NotMade ? failure.message : frame.dataset.failed;
      });
      return shown;
    };
    frame.hidden = false;
    const folded = frame.closest('details:not([open])');
    if (folded) {
      folded.addEventListener('toggle', begin, { once: true });
    } else {
      begin();
    }
    return { frame, begin };
  });
  if (frames.length > 0) {
    frames[0].frame.closest('.decision, main').addEventListener('click', (event) => follow(event, frames));
  }
}

showPages(document);
