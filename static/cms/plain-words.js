// Keeps the hints about plain words true while an officer types, and leads to the place of each (go-to-field.js).
(() => {
  const PAUSE = 800;
  const line = document.querySelector("[data-plain-words]");
  const form = document.querySelector("form[data-edit-form]");
  if (!line || !form) return;

  const summary = line.querySelector("[data-plain-words-summary]");
  const said = line.querySelector("[data-plain-words-said]");
  const panel = document.querySelector("[data-plain-words-panel]");
  const sidePanel = document.querySelector('[data-side-panel="checks"]');

  const show = (html) => {
    const answer = new DOMParser().parseFromString(html, "text/html");
    const part = (name) => answer.querySelector(`[data-plain-words-${name}]`);
    if (!part("summary") || !part("list")) return;
    const count = (node) => node.querySelector("[data-plain-words-count]")?.textContent ?? "";
    const before = count(summary);
    summary.replaceChildren(...part("summary").childNodes);
    panel?.replaceChildren(...part("list").childNodes);
    if (count(summary) !== before) said.textContent = count(summary);
  };

  // What stands in the form, and what of it was read last. Two looks in a row must agree: the officer pauses.
  const typed = () => {
    const data = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === "string") data.append(name, value);
    return data.toString();
  };
  let seen = typed();
  let read = null;
  let busy = false;
  let touched = false; // before the first look, while the editor is still filling in its own fields
  form.addEventListener("input", () => (touched = true), { once: true });

  const ask = async (data) => {
    busy = true;
    try {
      // The form's own address changes when a new page is saved for the first time.
      const address = new URL("plain-words/", new URL(form.action, window.location.href));
      const headers = { "Content-Type": "application/x-www-form-urlencoded" };
      const answer = await fetch(address, { method: "POST", headers, body: data });
      if (answer.ok && !answer.redirected) show(await answer.text());
    } catch {
      // Without a connection the last hints stay.
    }
    busy = false;
  };

  window.setInterval(() => {
    if (document.hidden || busy) return;
    const now = typed();
    if (read === null) read = touched ? "" : now;
    if (now === seen && now !== read) {
      read = now;
      ask(now);
    }
    seen = now;
  }, PAUSE);

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-plain-words-go]");
    if (!button) return;
    window.goToField(button.dataset.plainWordsGo, button.dataset.plainWordsQuote);
  });

  const open = line.querySelector("[data-plain-words-show]");
  if (panel && sidePanel) {
    open.hidden = false;
    open.addEventListener("click", () => {
      sidePanel.dispatchEvent(new CustomEvent("open"));
      document.getElementById("plain-words-title").focus();
    });
  }

  show(document.querySelector("[data-plain-words-first]").textContent);
})();
