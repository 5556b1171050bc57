// Draws what stands in the tables of the overview. The tables stay; on a narrow screen they are closed until somebody opens them.
const { Chart } = window;
const root = getComputedStyle(document.documentElement);
const ink = root.getPropertyValue('--ink').trim();
const line = root.getPropertyValue('--line').trim();
const accent = root.getPropertyValue('--accent').trim();
const narrow = matchMedia('(max-width: 50rem)').matches;

/** A fill of stripes, so that nobody has to tell two bars apart by their colours. */
function striped(colour, width) {
  const tile = document.createElement('canvas');
  tile.width = 8;
  tile.height = 8;
  const pen = tile.getContext('2d');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, 8, 8);
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  for (const shift of [-8, 0, 8]) {
    pen.beginPath();
    pen.moveTo(shift, 8);
    pen.lineTo(shift + 8, 0);
    pen.stroke();
  }
  return pen.createPattern(tile, 'repeat');
}

const looks = [
  { borderColor: accent, backgroundColor: accent },
  { borderColor: '#a4262c', backgroundColor: striped('#a4262c', 3) },
  { borderColor: '#1d6b3a', backgroundColor: '#bfe3cc' },
];

function draw(box) {
  const table = document.getElementById(box.dataset.table);
  const heads = [...table.tHead.rows[0].cells];
  const drawn = heads.map((head, column) => ({ head, column })).filter(({ head }) => 'drawn' in head.dataset);
  const lying = box.dataset.kind === 'bars';
  const number = (row, column) => Number(row.cells[column].textContent.replace(/[^0-9]/g, ''));
  // A group without anything takes room in the table alone; a month without anything says something.
  const rows = [...table.tBodies[0].rows].filter((row) => !lying || drawn.some(({ column }) => number(row, column) > 0));
  if (rows.length === 0) {
    return;
  }
  box.hidden = false;
  box.style.height = lying ? `${rows.length * (drawn.length * 16 + 16) + 80}px` : '20rem';
  new Chart(box.firstElementChild, {
    type: 'bar',
    data: {
      labels: rows.map((row) => row.cells[0].textContent.trim()),
      datasets: drawn.map(({ head, column }, n) => ({
        label: head.textContent.trim(), data: rows.map((row) => number(row, column)), borderWidth: 1.5, ...looks[n],
      })),
    },
    options: {
      indexAxis: lying ? 'y' : 'x',
      maintainAspectRatio: false,
      animation: false,
      locale: document.documentElement.lang,
      plugins: { legend: { display: drawn.length > 1, labels: { color: ink } } },
      scales: {
        [lying ? 'x' : 'y']: { beginAtZero: true, ticks: { precision: 0, color: ink }, grid: { color: line } },
        [lying ? 'y' : 'x']: { ticks: { autoSkip: false, color: ink, maxRotation: 60 }, grid: { display: false } },
      },
    },
  });
  table.closest('details').open = !narrow;
}

await document.fonts.load('1rem Sarabun', 'ก');
Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
Chart.defaults.font.size = narrow ? 12 : 14;
document.querySelectorAll('.chart').forEach(draw);
