// "?" lists the keys; j, k and the arrows walk the rows of the nearest data-list; Ctrl/⌘-Enter presses the primary button.
// Rows are real links (data-row), so Enter, Ctrl-click and the context menu are the browser's own.
const typing = "input, textarea, select, [contenteditable=true], [role=combobox], [role=menu], [role=listbox], [role=slider]";
const scopes = "form, dialog, .mud-dialog, [data-submit-scope]";
const steps = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

document.addEventListener("keydown", event => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) return submit(event);
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.(typing)) return;
  if (event.key === "?") return openKeys(event);
  if (event.key in steps && !document.querySelector("dialog[open], .mud-dialog")) return step(event);
});

document.addEventListener("click", event => {
  if (event.target.closest("[data-open-keys]")) openKeys(event);
});

function openKeys(event) {
  const keys = document.getElementById("keys");
  if (!keys || keys.open) return;
  event.preventDefault();
  keys.showModal();
}

function step(event) {
  const list = event.target.closest?.("[data-list]") ?? document.querySelector("[data-list]");
  const rows = [...(list?.querySelectorAll("[data-row]") ?? [])];
  if (rows.length === 0) return;
  const at = rows.findIndex(row => row === document.activeElement || row.closest("tr")?.contains(document.activeElement));
  // Arrows scroll the page until the reader has entered the list.
  if (at < 0 && event.key.startsWith("Arrow")) return;
  event.preventDefault();
  const next = at < 0 ? 0 : Math.min(Math.max(at + steps[event.key], 0), rows.length - 1);
  rows[next].focus();
  rows[next].scrollIntoView({ block: "nearest" });
}

function submit(event) {
  // The button of a dialog stands outside its form, so the search goes outwards.
  for (let scope = event.target.closest?.(scopes); scope; scope = scope.parentElement?.closest(scopes)) {
    const primary = scope.querySelector("[data-primary]:not(:disabled)");
    if (!primary) continue;
    event.preventDefault();
    return primary.click();
  }
}
