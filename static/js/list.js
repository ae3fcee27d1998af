// The page of a list, made quicker: Enter adds the first page found, arrows walk through what was found, the link is
// copied, and the list that the browser keeps follows what is done here. All of it works without this, by links.
const page = document.querySelector("[data-my-list-page]");
const EDITED = "my-list-edited";

// A change made here is one to the reader's own list; a list that came by a link is not, until the reader says so.
const shown = page.dataset.myListPage ? page.dataset.myListPage.split(".") : [];
const own = window.myList.codes();
const edited = window.myList.session(EDITED) === "1";
window.myList.session(EDITED, "");
if (edited || (shown.length && !own.length)) {
  window.myList.keep(shown, new URLSearchParams(location.search).get("d") || undefined);
} else if (!shown.length && own.length && !location.search) {
  location.replace(window.myList.address());
} else if (shown.length && own.join(".") !== shown.join(".")) {
  page.querySelector("[data-list-other]").hidden = false;
  page.querySelector("[data-list-merge]").href = `?i=${own.join(".")}&add=${shown.join(".")}`;
}
page.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (link && link.hasAttribute("data-list-edit")) window.myList.session(EDITED, "1");
  if (link && link.hasAttribute("data-list-empty")) window.myList.keep([]);
  if (link && link.dataset.listSeen && own.join(".") === shown.join(".")) window.myList.day(link.dataset.listSeen);
});

// Adding: the form still works if a search fails on the way.
const form = page.querySelector("[data-quick-add]");
const field = form.elements.q;
const asTyped = () => field.value.trim().replace(/\s+/g, " ");
const choices = () => [...page.querySelectorAll("[data-choice]")];
const shownQuery = () => page.querySelector("#choices").dataset.query;
let waiting = false;
const addFirst = () => {
  const [first] = choices();
  waiting = false;
  if (first) first.click();
};
form.addEventListener("submit", (event) => {
  window.myList.session(EDITED, "1");
  const typed = asTyped();
  if (waiting) return; // Pressed again: the server answers.
  if (!typed) {
    event.preventDefault();
  } else if (shownQuery() !== typed) {
    event.preventDefault();
    waiting = true;
  } else if (choices().length) {
    event.preventDefault();
    addFirst();
  }
});
page.addEventListener("htmx:afterSettle", () => {
  const said = page.querySelector("#choices [data-said]");
  page.querySelector("[data-choices-said]").textContent = said ? said.textContent : "";
  if (waiting && shownQuery() === asTyped()) addFirst();
});
for (const failed of ["htmx:sendError", "htmx:responseError"]) {
  page.addEventListener(failed, () => {
    if (waiting) HTMLFormElement.prototype.submit.call(form);
  });
}
page.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const stops = [field, ...choices()];
  const at = stops.indexOf(document.activeElement);
  if (!step || at < 0 || stops.length < 2) return;
  event.preventDefault();
  stops[(at + step + stops.length) % stops.length].focus();
});

for (const button of page.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) break;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.querySelector("[data-words]").textContent = button.dataset.wordsDone;
    page.querySelector("[data-copy-said]").textContent = button.dataset.wordsDone;
  });
}
