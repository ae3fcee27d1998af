// Leads to a field of the editor that is open, whichever tab, list or block it is in: for links from other screens, whose
// address ends in #:w:contentpath=… as Wagtail's own do, and for what is said beside the form.
(() => {
  const HASH = "#:w:contentpath=";

  // Rows that are crossed out stay in the form, unseen, and rows that were moved stay where they were written.
  const inline = (relation, number, field) => {
    const rows = [...document.querySelectorAll(`#id_${CSS.escape(relation)}-FORMS > [data-inline-panel-child]`)];
    const input = (row, name) => row.querySelector(`[name^="${relation}-"][name$="-${name}"]`);
    const order = (row) => Number(input(row, "ORDER")?.value ?? 0);
    const kept = rows.filter((row) => input(row, "DELETE")?.value !== "1").sort((a, b) => order(a) - order(b));
    return kept[number] && (input(kept[number], field ?? "")?.closest("[data-field], .w-field") ?? kept[number]);
  };
  const place = (path) => {
    const [first, ...rest] = path.split(".");
    // A list without that row: the button that adds one.
    if (document.getElementById(`id_${first}-FORMS`)) return inline(first, Number(rest[0]), rest[1]) ?? document.getElementById(`id_${first}-ADD`);
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

  const enter = (node, quote) => {
    const fields = 'input:not([type="hidden"]), textarea, select, [contenteditable="true"]';
    stepAside(node);
    const first = (parts) => [...node.querySelectorAll(parts)].find((found) => found.offsetParent !== null);
    // Where there is nothing to type in yet: the button that chooses something, or adds a block.
    const field = first(fields) ?? first("button") ?? node;
    field.focus({ preventScroll: true });
    select(field, quote).scrollIntoView({ block: "center" });
  };

  const go = (path, quote) => {
    const node = place(path);
    if (!node) return;
    uncover(node);
    // A tab that was pressed shows what is in it only after this.
    requestAnimationFrame(() => enter(node, quote));
  };

  window.goToField = go;
  const asked = decodeURIComponent(window.location.hash);
  if (asked.startsWith(HASH)) window.addEventListener("load", () => go(asked.slice(HASH.length), ""));
})();
