// Nothing here is needed: it only shows the colour while it is typed, and takes a colour without sending the form.
const typed = document.querySelector("#id_brand_colour");
const sheet = document.querySelector("[data-trial]");
if (typed && sheet) {
  const show = () => {
    const colour = typed.value.trim().toLowerCase();
    if (/^#[0-9a-f]{6}$/.test(colour)) sheet.href = sheet.dataset.trial.replace("000000", colour.slice(1));
  };
  typed.addEventListener("input", show);
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[name=use_colour]");
    if (!button) return;
    event.preventDefault();
    typed.value = button.value;
    show();
    typed.dispatchEvent(new CustomEvent("colour"));
    typed.focus();
  });
}
