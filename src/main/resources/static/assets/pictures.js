// Shows the pictures of an article one after the other over the page: by mouse, finger or keyboard. Without this, each
// picture's link leads to a page of its own, with the same in it.
const SWIPE = 40;

const dialog = document.querySelector("dialog.lightbox");
const links = [...document.querySelectorAll(".pictures figure > a")];
const figure = dialog.querySelector("figure");
const place = dialog.querySelector(".place");
const full = dialog.querySelector(".full");
let shown = 0;
let touched = null;

function large(link) {
  const small = link.querySelector("img");
  const picture = new Image(small.getAttribute("width") ?? undefined, small.getAttribute("height") ?? undefined);
  picture.alt = small.alt;
  picture.lang = small.lang;
  picture.sizes = "100vw";
  picture.srcset = small.srcset;
  picture.src = small.src;
  return picture;
}

function show(which) {
  shown = (which + links.length) % links.length;
  const link = links[shown];
  const caption = link.parentElement.querySelector("figcaption");
  figure.replaceChildren(large(link), ...(caption ? [caption.cloneNode(true)] : []));
  place.textContent = link.dataset.place;
  full.href = link.dataset.full;
  // The next one is there when it is asked for.
  large(links[(shown + 1) % links.length]);
}

links.forEach((link, which) => link.addEventListener("click", event => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) {
    return;
  }
  event.preventDefault();
  show(which);
  dialog.showModal();
}));

dialog.querySelector(".previous").addEventListener("click", () => show(shown - 1));
dialog.querySelector(".next").addEventListener("click", () => show(shown + 1));
dialog.querySelectorAll(".previous, .next").forEach(button => { button.hidden = links.length === 1; });

dialog.addEventListener("keydown", event => {
  const to = { ArrowLeft: shown - 1, ArrowRight: shown + 1, Home: 0, End: links.length - 1 }[event.key];
  if (to !== undefined && !event.altKey && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    show(to);
  }
});

// Beside the picture is out of it.
dialog.addEventListener("click", event => {
  if (event.target === dialog || event.target === figure) {
    dialog.close();
  }
});

dialog.addEventListener("touchstart", event => {
  touched = event.touches.length === 1 && (window.visualViewport?.scale ?? 1) <= 1 ? event.touches[0] : null;
}, { passive: true });
dialog.addEventListener("touchend", event => {
  const across = touched ? event.changedTouches[0].clientX - touched.clientX : 0;
  const down = touched ? event.changedTouches[0].clientY - touched.clientY : 0;
  if (Math.abs(across) > SWIPE && Math.abs(across) > Math.abs(down)) {
    show(shown - Math.sign(across));
  }
});

dialog.addEventListener("close", () => {
  figure.replaceChildren();
  links[shown].focus();
});
