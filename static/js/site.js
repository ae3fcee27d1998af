// Nothing here is needed: it only shows the print button where printing works.
document.querySelectorAll("[data-print]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
});

// Folded details are opened on paper.
addEventListener("beforeprint", () => {
  document.querySelectorAll("details:not([open])").forEach((details) => {
    details.open = true;
    details.dataset.openedForPrint = "";
  });
});
addEventListener("afterprint", () => {
  document.querySelectorAll("[data-opened-for-print]").forEach((details) => {
    details.open = false;
    delete details.dataset.openedForPrint;
  });
});
