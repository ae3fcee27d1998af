// Offers the words in braces while an officer types “{” in a field or in running text. Without it they can be typed.
(() => {
  const data = document.getElementById("words-in-braces");
  const main = document.querySelector("main");
  if (!data || !main) return;

  const { words, facts, label, said } = JSON.parse(data.textContent);
  const BEGUN = /\{([a-z ]*|fact:[a-z0-9 _-]*)$/i;
  const BY_NAME = "fact:";
  const FIELDS = 'input[type="text"], input:not([type]), textarea';
  const RUNNING = ".public-DraftEditor-content";

  const list = document.createElement("ul");
  list.id = "words-in-braces-list";
  list.className = "words-offered";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", label);
  list.hidden = true;
  const status = document.createElement("p");
  status.className = "w-sr-only";
  status.setAttribute("role", "status");
  main.append(list, status);

  let owner = null;
  let choose = null;
  let where = null;
  let active = 0;

  const mark = (number) => {
    const options = [...list.children];
    active = (number + options.length) % options.length;
    options.forEach((option, at) => option.setAttribute("aria-selected", String(at === active)));
    options[active].scrollIntoView({ block: "nearest" });
    owner.setAttribute("aria-activedescendant", options[active].id);
  };

  const close = () => {
    if (!owner) return;
    for (const name of ["aria-activedescendant", "aria-controls"]) owner.removeAttribute(name);
    owner = choose = where = null;
    list.hidden = true;
    status.textContent = "";
  };

  const optionOf = (word, at) => {
    const option = document.createElement("li");
    const name = document.createElement("code");
    const today = document.createElement("span");
    name.textContent = `{${word.name}}`;
    today.textContent = word.today;
    option.append(name, " ", today);
    option.id = `words-in-braces-${at}`;
    option.setAttribute("role", "option");
    // Not a click: the field keeps the focus, and what is written in it its place.
    option.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      choose(word.name);
    });
    return option;
  };

  // A dated fact is found by its name or by what it is. Running text has a button for it.
  const factsFitting = (begun, isRunning) => {
    const wanted = begun.toLowerCase();
    if (isRunning || !wanted) return [];
    if (BY_NAME.startsWith(wanted)) return facts;
    if (!wanted.startsWith(BY_NAME)) return [];
    const part = wanted.slice(BY_NAME.length).trim();
    return facts.filter(({ name, today }) => `${name.slice(BY_NAME.length)} ${today}`.toLowerCase().includes(part));
  };

  // The words that begin like `begun`; with a capital when that has one.
  const fitting = (begun, isRunning) => {
    const capital = /^[A-Z]/.test(begun);
    const raise = (text) => (capital ? text.charAt(0).toUpperCase() + text.slice(1) : text);
    const begins = words.filter(({ name }) => name.startsWith(begun.toLowerCase()));
    return [...begins, ...factsFitting(begun, isRunning)]
      .map(({ name, today }) => ({ name: raise(name), today: raise(today) }));
  };

  const put = () => {
    const { top, bottom, left } = where();
    const { height, width } = list.getBoundingClientRect();
    const below = bottom + height < window.innerHeight;
    list.style.top = `${Math.max(0, below ? bottom : top - height)}px`;
    list.style.left = `${Math.max(0, Math.min(left, window.innerWidth - width))}px`;
  };

  // Shows the words at the place that `whereNow` gives; `chosen` is told the name of the one that is taken.
  const offer = (field, begun, whereNow, chosen) => {
    const offered = fitting(begun, field.matches(RUNNING));
    if (!offered.length) return close();
    if (owner !== field) close();
    const isNew = !owner;
    owner = field;
    where = whereNow;
    choose = (name) => {
      close();
      chosen(name);
    };
    list.replaceChildren(...offered.map(optionOf));
    list.hidden = false;
    owner.setAttribute("aria-controls", list.id);
    mark(0);
    put();
    if (isNew) status.textContent = said;
  };

  const inField = (field) => {
    const caret = field.selectionStart;
    const begun = caret === field.selectionEnd && field.value.slice(0, caret).match(BEGUN);
    if (!begun) return close();
    offer(field, begun[1], () => field.getBoundingClientRect(), (name) => {
      field.setRangeText(`${name}}`, caret - begun[1].length, caret, "end");
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
  };

  const inRunningText = (field) => {
    const { anchorNode: node, anchorOffset: caret, isCollapsed } = window.getSelection();
    const begun = isCollapsed && node?.nodeType === Node.TEXT_NODE && node.data.slice(0, caret).match(BEGUN);
    if (!begun) return close();
    offer(field, begun[1], () => window.getSelection().getRangeAt(0).getBoundingClientRect(), (name) => {
      // The editor hears of this as of any other typing.
      document.execCommand("insertText", false, `${name.slice(begun[1].length)}}`);
    });
  };

  // After the editor has drawn what was typed, and has put the caret behind it.
  const later = (field, pause = 0) => window.setTimeout(() => field === document.activeElement && inRunningText(field), pause);

  document.addEventListener("input", ({ target }) => {
    if (target.matches(FIELDS) && target.closest("main form")) inField(target);
  });
  document.addEventListener("keyup", ({ target, key }) => {
    const field = target.closest?.(RUNNING);
    if (field && (key.length === 1 || key === "Backspace" || key === "Shift" || key === "AltGraph")) later(field);
  });

  // The button “Words for the council” types the brace, and gives the focus back.
  document.addEventListener("focusin", ({ target }) => target.matches(RUNNING) && later(target, 50));

  const KEYS = {
    ArrowDown: () => mark(active + 1),
    ArrowUp: () => mark(active - 1),
    Enter: () => list.children[active].dispatchEvent(new Event("pointerdown", { cancelable: true })),
    Escape: close,
  };
  // Before the field's own handler, which would begin a line or send the form.
  const pressed = (event) => {
    if (!owner || !KEYS[event.key]) return;
    event.preventDefault();
    event.stopPropagation();
    KEYS[event.key]();
  };
  document.addEventListener("keydown", pressed, true);
  document.addEventListener("focusout", ({ target }) => target === owner && close());
  // What is being written moves when the form is scrolled, or grows above it: the list goes with it.
  const follow = ({ target }) => {
    if (!owner || target === list) return;
    const { top, bottom } = where();
    if (bottom < 0 || top > window.innerHeight) close();
    else put();
  };
  window.addEventListener("scroll", follow, true);
})();
