// Ctrl/⌘-K opens the search. The focus stays in its text; arrows choose among the results, Enter opens the chosen one, Ctrl/⌘-Enter in a new tab.
// What was typed last may still be sought when Enter is pressed: then the first result opens as soon as it is there.
let waiting = null;

const dialog = () => document.querySelector("[data-search]");
const text = () => document.getElementById("search-text");
const list = () => document.getElementById("search-results");
const results = () => [...list().querySelectorAll("[data-result]")];
const chosen = () => results().find(result => result.getAttribute("aria-selected") === "true");
const isCurrent = () => list().dataset.for === text().value.trim();

document.addEventListener("keydown", event => {
  if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey) return toggle(event);
  if (event.target.id !== "search-text") return;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") return move(event);
  if (event.key === "Enter") return enter(event);
}, true);

document.addEventListener("click", event => {
  if (event.target.closest("[data-open-search]")) return open();
  if (event.target === dialog()) return dialog().close();
  const result = event.target.closest("[data-result]");
  if (!result) return;
  if (!event.ctrlKey && !event.metaKey) dialog().close();
  if (result.dataset.script === "theme") switchTheme();
  if (result.dataset.script === "keys") document.getElementById("keys").showModal();
});

function toggle(event) {
  const search = dialog();
  if (!search) return;
  event.preventDefault();
  if (search.open) search.close();
  else if (!document.querySelector("dialog[open], .mud-dialog")) open();
}

function open() {
  const search = dialog();
  if (!search || search.open) return;
  waiting = null;
  search.showModal();
  text().focus();
  text().select();
  watch();
  choose(chosen() ?? results()[0]);
}

// Results come from the server; the list says what text they are for.
function watch() {
  if (list().watched) return;
  list().watched = true;
  new MutationObserver(() => {
    if (results().length > 0 && !chosen()) choose(results()[0]);
  }).observe(list(), { childList: true, subtree: true });
  new MutationObserver(() => {
    choose(results()[0]);
    if (waiting && isCurrent()) go(waiting);
  }).observe(list(), { attributes: true, attributeFilter: ["data-for"] });
  text().addEventListener("input", () => { waiting = null; });
}

function choose(next) {
  results().forEach(result => result.setAttribute("aria-selected", result === next));
  if (next) text().setAttribute("aria-activedescendant", next.id);
  else text().removeAttribute("aria-activedescendant");
  next?.scrollIntoView({ block: "nearest" });
}

function move(event) {
  event.preventDefault();
  const all = results();
  if (all.length === 0) return;
  const step = event.key === "ArrowDown" ? 1 : -1;
  choose(all[(all.indexOf(chosen()) + step + all.length) % all.length]);
}

function enter(event) {
  event.preventDefault();
  event.stopPropagation();
  const how = { newTab: event.ctrlKey || event.metaKey };
  if (isCurrent()) go(how);
  else waiting = how;
}

function go(how) {
  waiting = null;
  const result = chosen();
  if (!result) return;
  if (how.newTab && result.href) window.open(result.href, "_blank", "noopener");
  else result.click();
}

function switchTheme() {
  const radio = document.querySelector(`input[name=theme][value=${document.documentElement.dataset.theme === "dark" ? "light" : "dark"}]`);
  radio.checked = true;
  radio.dispatchEvent(new Event("change", { bubbles: true }));
}
