// Shows the way of a request on its model. Without this, or where it fails, the page's list of steps says the same.
(function () {
  'use strict';

  const STEP = 1.25;
  const SMALLEST = 0.15;
  const LARGEST = 2;
  const MARGIN = 16;
  // The watermark's own line below the drawing.
  const FOOT = 40;
  const COLOURS = {
    passed: { stroke: '#1d6b3a', fill: '#eff8f2' },
    active: { stroke: '#8a4b00', fill: '#fff1d6' },
    interrupted: { stroke: '#a4262c', fill: '#fdf1f1' },
  };
  const SIGNS = { passed: '✓', interrupted: '✕' };
  const COLOUR_NAMES = 'http://bpmn.io/schema/bpmn/biocolor/1.0';

  const diagram = document.getElementById('diagram');
  if (diagram && window.BpmnJS) {
    // Folded away there is no width to fit it to.
    const progress = diagram.closest('details');
    progress.addEventListener('toggle', function () {
      if (progress.open && diagram.hidden) {
        show(diagram).catch(function (failure) {
          diagram.hidden = true;
          console.error(failure);
        });
      }
    });
  }

  async function show(diagram) {
    const [model, progress] = await Promise.all([
      read(diagram.dataset.model).then((answer) => answer.text()),
      read(diagram.dataset.progress).then((answer) => answer.json()),
      document.fonts.load('13px Sarabun', 'กa'),
    ]);
    diagram.hidden = false;
    const box = diagram.querySelector('.diagram-box');
    const canvasElement = diagram.querySelector('.diagram-canvas');
    const viewer = new window.BpmnJS({
      container: canvasElement,
      bpmnRenderer: { defaultStrokeColor: '#6b7685', defaultLabelColor: '#1c2430' },
      textRenderer: {
        defaultStyle: { fontFamily: 'Sarabun, "Noto Sans Thai", sans-serif', fontSize: 13.5 },
        externalStyle: { fontSize: 13 },
      },
    });
    await viewer.importXML(coloured(model, progress));
    const canvas = viewer.get('canvas');
    const inner = canvas.viewbox().inner;
    const drawing = canvasElement.querySelector('svg');
    // Readers who do not see it have the list of steps.
    drawing.setAttribute('aria-hidden', 'true');
    drawing.setAttribute('tabindex', '-1');
    canvasElement.querySelector('.djs-overlay-container').setAttribute('aria-hidden', 'true');
    sign(viewer, progress, diagram.dataset);

    let zoom = 1;
    const fitting = () => (box.clientWidth - 2 * MARGIN) / inner.width;
    const zoomTo = function (wanted) {
      const before = zoom;
      const middle = {
        x: (box.scrollLeft + box.clientWidth / 2 - MARGIN) / before,
        y: (box.scrollTop + box.clientHeight / 2 - MARGIN) / before,
      };
      zoom = Math.min(LARGEST, Math.max(SMALLEST, wanted));
      const width = Math.max(inner.width * zoom + 2 * MARGIN, box.clientWidth);
      const height = inner.height * zoom + 2 * MARGIN + FOOT;
      canvasElement.style.width = width + 'px';
      canvasElement.style.height = height + 'px';
      canvas.resized();
      canvas.viewbox({
        x: inner.x - MARGIN / zoom,
        y: inner.y - MARGIN / zoom,
        width: width / zoom,
        height: height / zoom,
      });
      box.scrollLeft = middle.x * zoom + MARGIN - box.clientWidth / 2;
      box.scrollTop = middle.y * zoom + MARGIN - box.clientHeight / 2;
    };
    const showPresent = function () {
      const element = progress.active.map((id) => viewer.get('elementRegistry').get(id)).find(Boolean);
      if (element) {
        box.scrollLeft = (element.x + element.width / 2 - inner.x) * zoom + MARGIN - box.clientWidth / 2;
        box.scrollTop = (element.y + element.height / 2 - inner.y) * zoom + MARGIN - box.clientHeight / 2;
      }
    };
    const steps = {
      in: () => zoomTo(zoom * STEP),
      out: () => zoomTo(zoom / STEP),
      fit: () => zoomTo(fitting()),
    };
    const keys = { '+': 'in', '=': 'in', '-': 'out', 0: 'fit' };

    zoomTo(Math.min(1, fitting()));
    showPresent();
    diagram.querySelectorAll('[data-zoom]').forEach(function (button) {
      button.addEventListener('click', () => steps[button.dataset.zoom]());
    });
    box.addEventListener('keydown', function (event) {
      if (keys[event.key] && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        steps[keys[event.key]]();
      }
    });
    window.addEventListener('resize', () => zoomTo(zoom));
  }

  async function read(address) {
    const answer = await fetch(address, { credentials: 'same-origin' });
    if (!answer.ok || answer.redirected) {
      throw new Error(address + ': ' + answer.status);
    }
    return answer;
  }

  /** The model with its elements in the colours of their states, and its Thai names ready to be broken between words. */
  function coloured(model, progress) {
    const document = new DOMParser().parseFromString(model, 'application/xml');
    const colours = new Map();
    progress.flows.forEach((id) => colours.set(id, { stroke: COLOURS.passed.stroke }));
    ['passed', 'interrupted', 'active'].forEach((state) =>
      progress[state].forEach((id) => colours.set(id, COLOURS[state])),
    );
    for (const drawn of document.querySelectorAll('[bpmnElement]')) {
      const colour = colours.get(drawn.getAttribute('bpmnElement'));
      if (colour) {
        Object.keys(colour).forEach((name) => drawn.setAttributeNS(COLOUR_NAMES, 'bioc:' + name, colour[name]));
      }
    }
    for (const named of document.querySelectorAll('[name]')) {
      named.setAttribute('name', breakable(named.getAttribute('name')));
    }
    return new XMLSerializer().serializeToString(document);
  }

  /** bpmn-js breaks lines at white space only. Thai has none; this one is not seen, and is white space to scripts. */
  function breakable(name) {
    if (!window.Intl || !Intl.Segmenter) {
      return name;
    }
    const words = Array.from(new Intl.Segmenter('th', { granularity: 'word' }).segment(name), (word) => word.segment);
    return words.join('\uFEFF').replace(/\uFEFF(?=[?!.,)”])/g, '');
  }

  /** Signs besides the colours, for those to whom colours say nothing. */
  function sign(viewer, progress, words) {
    const overlays = viewer.get('overlays');
    const elements = viewer.get('elementRegistry');
    ['passed', 'interrupted', 'active'].forEach(function (state) {
      progress[state].filter((id) => elements.get(id)).forEach(function (id) {
        const element = elements.get(id);
        const small = element.width < 60;
        const mark = document.createElement('span');
        mark.className = 'diagram-sign is-' + state;
        mark.textContent = SIGNS[state] || words[state];
        if (state === 'active') {
          viewer.get('canvas').addMarker(id, 'present');
        }
        if (state === 'active' || !small) {
          overlays.add(id, { position: { top: -10, right: small ? 10 : state === 'active' ? 48 : 26 }, html: mark });
        }
      });
    });
  }
})();
