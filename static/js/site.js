// Nothing here is needed: it only shows the print button where printing works.
document.querySelectorAll("[data-print]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
});

// The menu closes where the reader goes on: outside it, or with Esc.
const menu = document.querySelector("[data-menu]");
if (menu) {
  const close = () => {
    menu.open = false;
  };
  document.addEventListener("click", (event) => menu.contains(event.target) || close());
  menu.addEventListener("focusout", (event) => event.relatedTarget && !menu.contains(event.relatedTarget) && close());
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    close();
    menu.querySelector("summary").focus();
  });
}

// Folded details are opened on paper.
addEventListener("beforeprint", () => {
  document.querySelectorAll("details:not([open], [data-menu])").forEach((details) => {
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

// The reader's own list: short codes, kept in this browser alone. It is never sent, but in an address the reader opens.
const MOST = 60;
const stored = (store, name, value) => {
  try {
    if (value === undefined) return store().getItem(name) || "";
    if (value) store().setItem(name, value);
    else store().removeItem(name);
  } catch {
    // Storage may be forbidden or full; the list then lives in addresses only.
  }
  return "";
};
const myList = {
  codes: () => stored(() => localStorage, "my-list").split(".").filter(Boolean),
  // The day since which the reader wants to know of changes: that of the first page kept, or when they saw them last.
  day: (value) => stored(() => localStorage, "my-list-day", value),
  keep(codes, day = new Date().toISOString().slice(0, 10)) {
    if (!codes.length) myList.day("");
    else if (!myList.codes().length) myList.day(day);
    stored(() => localStorage, "my-list", codes.slice(0, MOST).join("."));
    myList.show();
  },
  address() {
    const codes = myList.codes();
    return codes.length ? `?i=${codes.join(".")}${myList.day() ? `&d=${myList.day()}` : ""}` : "";
  },
  session: (name, value) => stored(() => sessionStorage, name, value),
  show() {
    const codes = myList.codes();
    document.querySelectorAll("[data-my-list]").forEach((link) => {
      link.search = myList.address();
      link.querySelectorAll("[data-my-list-count]").forEach((count) => {
        count.hidden = !codes.length;
        count.querySelector("[data-number]").textContent = codes.length;
      });
    });
  },
};
myList.show();
addEventListener("storage", myList.show);
addEventListener("pageshow", myList.show);

// "Add to my list" becomes a button that puts the page on the list and takes it off, without leaving the page.
document.querySelectorAll("[data-add-to-list]").forEach((link) => {
  const button = document.createElement("button");
  button.type = "button";
  button.className = link.className;
  button.append(...link.childNodes);
  const { addToList: code, wordsAdd, wordsRemove, wordsAdded, wordsRemoved, wordsFull } = link.dataset;
  const said = link.nextElementSibling;
  const isIn = () => myList.codes().includes(code);
  const show = () => {
    button.querySelector("[data-words]").textContent = isIn() ? wordsRemove : wordsAdd;
    button.classList.toggle("button--quiet", isIn());
  };
  button.addEventListener("click", () => {
    const codes = myList.codes();
    if (!isIn() && codes.length >= MOST) {
      said.textContent = wordsFull;
      said.classList.remove("visually-hidden");
      return;
    }
    said.textContent = isIn() ? wordsRemoved : wordsAdded;
    myList.keep(isIn() ? codes.filter((other) => other !== code) : [...codes, code]);
    show();
  });
  link.replaceWith(button);
  show();
  addEventListener("storage", show);
});

// The urgent notice can be closed, these words only, until the browser's tab is: it is urgent again on the next visit.
const notice = document.querySelector("[data-urgent-notice]");
if (notice) {
  const session = (value) => stored(() => sessionStorage, "notice-closed", value);
  const button = notice.querySelector("[data-close-notice]");
  notice.hidden = session() === notice.dataset.urgentNotice;
  button.hidden = false;
  button.addEventListener("click", () => {
    session(notice.dataset.urgentNotice);
    notice.hidden = true;
    document.querySelector("main").focus({ preventScroll: true });
  });
}

// “Was this page useful?” is answered on the page: the answer goes out, and thanks stand in the question's place.
// Whatever goes wrong on the way, the form is sent as it would be without this.
document.querySelectorAll("[data-useful]").forEach((place) => {
  const status = place.querySelector("[data-useful-status]");
  const send = async (form, button) => {
    const fields = new FormData(form, button);
    const answer = await fetch(form.action, { method: "POST", body: fields, headers: { "X-In-Place": "1" } });
    const parts = new DOMParser().parseFromString(await answer.text(), "text/html");
    const said = parts.querySelector("#useful");
    const trouble = parts.querySelector("[data-useful-trouble]");
    if (said) {
      form.closest(".useful-said, .useful").replaceWith(said);
      const wrong = said.querySelector(".errors");
      (wrong || said).focus({ preventScroll: !wrong });
      if (!wrong) status.textContent = said.querySelector("[data-useful-thanks]").textContent.trim();
    } else if (trouble) {
      form.querySelector("[data-useful-trouble]")?.remove();
      form.append(trouble);
      status.textContent = trouble.textContent.trim();
    } else throw new Error("This is no answer of ours.");
  };
  let sending = false;
  place.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("[data-useful-form]")) return;
    event.preventDefault();
    if (sending) return;
    sending = true;
    send(form, event.submitter)
      .catch(() => {
        const { name, value } = event.submitter;
        if (name) form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
        HTMLFormElement.prototype.submit.call(form);
      })
      .finally(() => (sending = false));
  });
});

// The page of a list, made quicker: Enter adds the first page found, arrows walk through what was found, the link is
// copied, and the list that the browser keeps follows what is done here. All of it works without this, by links.
const page = document.querySelector("[data-my-list-page]");
if (page) {
  const EDITED = "my-list-edited";

  // A change made here is one to the reader's own list; a list that came by a link is not, until the reader says so.
  const shown = page.dataset.myListPage ? page.dataset.myListPage.split(".") : [];
  const own = myList.codes();
  const edited = myList.session(EDITED) === "1";
  myList.session(EDITED, "");
  if (edited || (shown.length && !own.length)) {
    myList.keep(shown, new URLSearchParams(location.search).get("d") || undefined);
  } else if (!shown.length && own.length && !location.search) {
    location.replace(myList.address());
  } else if (shown.length && own.join(".") !== shown.join(".")) {
    page.querySelector("[data-list-other]").hidden = false;
    page.querySelector("[data-list-merge]").href = `?i=${own.join(".")}&add=${shown.join(".")}`;
  }
  page.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (link && link.hasAttribute("data-list-edit")) myList.session(EDITED, "1");
    if (link && link.hasAttribute("data-list-empty")) myList.keep([]);
    if (link && link.dataset.listSeen && own.join(".") === shown.join(".")) myList.day(link.dataset.listSeen);
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
    myList.session(EDITED, "1");
    const typed = asTyped();
    if (waiting || !field.dataset.htmx) return; // Pressed again, or nothing to wait for: the server answers.
    if (!typed) {
      event.preventDefault();
    } else if (shownQuery() !== typed) {
      event.preventDefault();
      waiting = true;
      if (!window.htmx) field.dispatchEvent(new Event("input", { bubbles: true })); // It is asked when it has come.
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
}

// With htmx a form answers while it is filled in. It comes when the reader first touches the form, not with the page.
const smoother = document.querySelector("[data-htmx]");
if (smoother) {
  const changes = ["input", "change"];
  const touches = ["pointerover", "pointerdown", "keydown", ...changes];
  let missed;
  const note = (event) => {
    missed = event;
  };
  const bring = () => {
    const script = document.createElement("script");
    script.src = smoother.dataset.htmx;
    script.addEventListener("load", () => {
      changes.forEach((change) => smoother.removeEventListener(change, note));
      if (missed) missed.target.dispatchEvent(new Event(missed.type, { bubbles: true }));
    });
    script.addEventListener("error", () => {
      delete smoother.dataset.htmx;
      smoother.dispatchEvent(new Event("htmx:sendError", { bubbles: true }));
    });
    document.head.append(script);
  };
  // htmx waits for the page's own beginning, unless the page is all there.
  const begin = () => {
    touches.forEach((touch) => smoother.removeEventListener(touch, begin));
    if (document.readyState === "complete") bring();
    else addEventListener("load", bring);
  };
  changes.forEach((change) => smoother.addEventListener(change, note));
  touches.forEach((touch) => smoother.addEventListener(touch, begin));
  // No answer comes: what is shown may be old, and that is said.
  const unreached = document.querySelector("[data-not-reached]");
  const said = document.getElementById("found");
  for (const failed of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
    document.addEventListener(failed, () => {
      if (!unreached) return;
      unreached.hidden = false;
      if (said) said.textContent = unreached.textContent.trim();
    });
  }
  document.addEventListener("htmx:afterSettle", () => {
    if (unreached) unreached.hidden = true;
  });
  // Back to an answer that htmx fetched, on a page that has no htmx yet.
  addEventListener("popstate", (event) => {
    if (event.state && event.state.htmx && !window.htmx) location.reload();
  });
  // htmx notes the last address in the tab's storage. Here it may hold somebody's answers: the address bar is enough.
  for (const noted of ["htmx:pushedIntoHistory", "htmx:replacedInHistory"]) {
    document.addEventListener(noted, () => sessionStorage.removeItem("htmx-current-path-for-history"));
  }
  addEventListener("pagehide", () => sessionStorage.removeItem("htmx-current-path-for-history"));
}

// What an answer changed is said beside the box that was ticked, where the list is on another screen.
const finder = document.querySelector(".find__form");
if (finder) {
  // What is saved or sent on is the answer alone, not what it was before nor what a form left empty.
  if (finder.dataset.clean) history.replaceState(history.state, "", finder.dataset.clean);
  const said = finder.querySelector("[data-changed]");
  let asked;
  for (const answered of ["input", "change"]) {
    finder.addEventListener(answered, (event) => {
      asked = event.target;
    });
  }
  // Without care there is no end of it: what was said of that is taken back before anybody is asked.
  finder.addEventListener(
    "change",
    (event) => {
      const ended = finder.querySelector("[data-ended] input[value='']");
      if (ended && event.target.closest("[data-looked-after]") && event.target.value !== "yes") ended.checked = true;
    },
    true,
  );
  document.addEventListener("htmx:afterSettle", () => {
    if (!asked) return;
    (asked.closest(".chip") || asked).after(said);
    said.textContent = document.getElementById("found").textContent.trim();
    const problem = document.getElementById(asked.dataset.problem);
    if (problem) asked.setAttribute("aria-invalid", String(Boolean(problem.textContent)));
    said.hidden = Boolean(problem && problem.textContent) || !said.textContent;
  });
}

// A text of this page is copied with one press.
document.querySelectorAll("[data-copy-from]").forEach((button) => {
  if (!navigator.clipboard) return;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copyFrom).value);
    button.querySelector("[data-words]").hidden = true;
    const done = button.querySelector("[data-words-done]");
    done.hidden = false;
    document.querySelector("[data-copy-said]").textContent = done.textContent;
  });
});

// What is typed stands in the letter at once, so that it prints from the form too.
document.querySelectorAll(".letter-form__blanks :is(input, textarea)").forEach((field) => {
  const show = () =>
    document.querySelectorAll(`[data-blank="${field.name}"]`).forEach((room) => {
      room.toggleAttribute("data-typed", Boolean(field.value.trim()));
      room.firstElementChild.textContent = field.value.trim();
      room.firstElementChild.dir = "auto";
    });
  field.addEventListener("input", show);
  show();
});
