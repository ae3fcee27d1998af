// htmx notes the last address in the tab's storage. Here it holds somebody's answers or words: the address bar is enough.
["htmx:pushedIntoHistory", "htmx:replacedInHistory"].forEach((event) => {
  document.addEventListener(event, () => sessionStorage.removeItem("htmx-current-path-for-history"));
});
