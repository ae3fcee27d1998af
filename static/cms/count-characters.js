// Tells an editor how many characters are left in a field that has a limit.
document.querySelectorAll("[data-counts-characters]").forEach((field) => {
  const limit = Number(field.dataset.countsCharacters);
  const note = document.createElement("output");
  note.className = "help";
  note.setAttribute("for", field.id);
  const count = () => {
    note.textContent = `${field.value.length} of ${limit} characters`;
  };
  field.after(note);
  field.addEventListener("input", count);
  count();
});
