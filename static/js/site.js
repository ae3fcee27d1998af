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

// “Leave this page” is a link. Here it also leaves no way back to the page, and Esc pressed three times does the same.
const leave = document.querySelector("[data-leave]");
if (leave) {
  const go = () => {
    document.body.hidden = true;
    document.title = "";
    location.replace(leave.href);
  };
  leave.addEventListener("click", (event) => {
    event.preventDefault();
    go();
  });
  document.querySelector("[data-leave-keys]").hidden = false;
  let pressed = [];
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape") pressed = [];
    else if (!event.repeat) pressed = [...pressed, event.timeStamp].slice(-3);
    if (pressed.length === 3 && pressed[2] - pressed[0] < 3000) go();
  });
  addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
}
