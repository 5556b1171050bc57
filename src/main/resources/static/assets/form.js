// The print button is there only where a script can press it; the browser's own print does the same.
const button = document.getElementById("print");
button.hidden = false;
button.addEventListener("click", () => window.print());
