// Draws models as SVG, each beside its model, and as PNG where there is one, for programs that know no SVG; with bpmn-js in
// Debian's Chromium: node render.mjs model.bpmn…
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';

const FONTS = "Sarabun, 'Noto Sans Thai', 'Leelawadee UI', Thonburi, Loma, Garuda, Tahoma, sans-serif";

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  for (const model of process.argv.slice(2)) {
    const svg = await draw(readFileSync(model, 'utf8'));
    writeFileSync(model.replace(/\.bpmn$/, '.svg'), svg);
    const png = model.replace(/\.bpmn$/, '.png');
    if (existsSync(png)) writeFileSync(png, await pictureOf(svg));
  }
} finally {
  await browser.close();
}

/** Sharp enough to be printed across A4. */
async function pictureOf(svg) {
  const page = await browser.newPage();
  await page.setViewport({ width: 2200, height: 1000 });
  await page.setContent(`<!doctype html><meta charset="utf-8"><style>body { margin: 0; background: #fff }
    svg { width: 2200px; height: auto; display: block }</style>${svg.slice(svg.indexOf('<svg'))}`);
  const picture = await (await page.$('svg')).screenshot();
  await page.close();
  return picture;
}

async function draw(model) {
  const page = await browser.newPage();
  await page.setContent('<!doctype html><meta charset="utf-8"><div id="c" style="width:1900px;height:800px"></div>');
  await page.addScriptTag({
    path: fileURLToPath(new URL('./node_modules/bpmn-js/dist/bpmn-viewer.production.min.js', import.meta.url)),
  });
  const drawn = await page.evaluate(async (xml, fonts) => {
    const viewer = new BpmnJS({
      container: '#c',
      textRenderer: { defaultStyle: { fontFamily: fonts, fontSize: 13.5 }, externalStyle: { fontSize: 13 } },
    });
    const { warnings } = await viewer.importXML(xml);
    if (warnings.length) throw new Error(warnings.join('\n'));
    const { svg } = await viewer.saveSVG();
    const holder = document.createElement('div');
    holder.innerHTML = svg.slice(svg.indexOf('<svg'));
    document.body.appendChild(holder);
    // Centred by anchor, so that it stays centred in whichever Thai font the reader has.
    for (const text of holder.querySelectorAll('tspan')) {
      const id = text.closest('[data-element-id]').getAttribute('data-element-id');
      if (viewer.get('elementRegistry').get(id).type === 'bpmn:TextAnnotation') continue;
      const middle = parseFloat(text.getAttribute('x')) + text.getComputedTextLength() / 2;
      text.setAttribute('x', String(Math.round(middle * 10) / 10));
      text.setAttribute('text-anchor', 'middle');
    }
    const picture = holder.querySelector('svg');
    const name = viewer.get('canvas').getRootElement().businessObject.name;
    picture.setAttribute('role', 'img');
    picture.setAttribute('aria-label', `แผนภาพกระบวนการ ${name}`);
    return new XMLSerializer().serializeToString(picture);
  }, model, FONTS);
  await page.close();

  // Marker ids are random: numbered, so that the picture changes only when the model does.
  const markers = [...new Set([...drawn.matchAll(/id="(marker-[^"]+)"/g)].map((match) => match[1]))];
  const svg = markers
    .reduce((text, marker, i) => text.split(marker).join(`marker-${i + 1}`), drawn)
    .replace(/<!--[\s\S]*?-->/g, '');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`;
}
