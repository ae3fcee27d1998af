// Keeps the hints about plain words true while an officer types, and leads to the place of each.
(() => {
  const PAUSE = 800;
  const HASH = "#:w:contentpath=";
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
    if (read === null) read = now;
    if (now === seen && now !== read) {
      read = now;
      ask(now);
    }
    seen = now;
  }, PAUSE);

  // Rows that are crossed out stay in the form, unseen, and rows that were moved stay where they were written.
  const inline = (relation, number, field) => {
    const rows = [...document.querySelectorAll(`#id_${CSS.escape(relation)}-FORMS > [data-inline-panel-child]`)];
    const input = (row, name) => row.querySelector(`[name^="${relation}-"][name$="-${name}"]`);
    const order = (row) => Number(input(row, "ORDER")?.value ?? 0);
    const kept = rows.filter((row) => input(row, "DELETE")?.value !== "1").sort((a, b) => order(a) - order(b));
    return kept[number] && (input(kept[number], field)?.closest("[data-field], .w-field") ?? kept[number]);
  };
  const place = (path) => {
    const [first, ...rest] = path.split(".");
    if (rest.length === 2 && document.getElementById(`id_${first}-FORMS`)) return inline(first, Number(rest[0]), rest[1]);
    let node = document.querySelector(`[data-contentpath="${CSS.escape(first)}"]`);
    for (const name of rest) {
      const within = node?.querySelector(`[data-contentpath="${CSS.escape(name)}"]`);
      if (!within) break;
      node = within;
    }
    return node;
  };

  const uncover = (node) => {
    const tab = node.closest("[role=tabpanel]");
    if (tab?.hidden) document.querySelector(`[role=tab][href="#${tab.id}"], [role=tab][aria-controls="${tab.id}"]`)?.click();
    for (let part = node.parentElement; part; part = part.parentElement) {
      const toggle = part.querySelector(":scope > .w-panel__header [data-panel-toggle]");
      if (toggle?.getAttribute("aria-expanded") === "false") toggle.click();
    }
  };

  const select = (field, quote) => {
    if (field.setSelectionRange && quote) {
      const at = field.value.indexOf(quote);
      if (at >= 0) field.setSelectionRange(at, at + quote.length);
    } else if (field.isContentEditable && quote) {
      const texts = document.createTreeWalker(field, NodeFilter.SHOW_TEXT);
      const start = quote.slice(0, 25);
      while (texts.nextNode()) {
        const at = texts.currentNode.data.indexOf(start);
        if (at < 0) continue;
        window.getSelection().setBaseAndExtent(texts.currentNode, at, texts.currentNode, Math.min(at + quote.length, texts.currentNode.length));
        return texts.currentNode.parentElement;
      }
    }
    return field;
  };

  // On a narrow screen the hints lie over the form.
  const stepAside = (node) => {
    const hints = document.querySelector(".form-side--open")?.getBoundingClientRect();
    const place = node.getBoundingClientRect();
    if (hints && hints.left < (place.left + place.right) / 2) document.querySelector("[data-form-side-close-button]")?.click();
  };

  const go = (path, quote) => {
    const node = place(path);
    if (!node) return;
    uncover(node);
    const fields = 'input:not([type="hidden"]), textarea, select, [contenteditable="true"]';
    stepAside(node);
    const field = [...node.querySelectorAll(fields)].find((found) => found.offsetParent !== null) ?? node;
    field.focus({ preventScroll: true });
    select(field, quote).scrollIntoView({ block: "center" });
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-plain-words-go]");
    if (!button) return;
    go(button.dataset.plainWordsGo, button.dataset.plainWordsQuote);
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
  const asked = decodeURIComponent(window.location.hash);
  if (asked.startsWith(HASH)) window.addEventListener("load", () => go(asked.slice(HASH.length), ""));
})();
