// Wagtail's rich text editor has no name of its own: it gets the words of its label, for screen readers.
const labelOf = (editor) => {
  const field = editor.closest(".w-field__input")?.querySelector("input[id], textarea[id]");
  const own = field && document.querySelector(`label[for="${CSS.escape(field.id)}"]`);
  // Within a block the label stands before the field and names none.
  return own ?? editor.closest("[data-contentpath]")?.querySelector("label");
};
const nameEditors = () => {
  document.querySelectorAll(".public-DraftEditor-content:not([aria-label])").forEach((editor) => {
    const label = labelOf(editor);
    if (label) {
      editor.setAttribute("aria-label", label.textContent.replace("*", "").trim());
    }
  });
};
// Editors are drawn by script, and more of them come with each new block.
new MutationObserver(nameEditors).observe(document.body, { childList: true, subtree: true });
nameEditors();
