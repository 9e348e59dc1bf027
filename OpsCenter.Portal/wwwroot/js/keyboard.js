// "?" lists the keys; j, k and the arrows walk the rows of the nearest data-list; Ctrl/⌘-Enter presses the primary button.
// Rows are real links (data-row), so Enter, Ctrl-click and the context menu are the browser's own.
const typing = "input, textarea, select, [contenteditable=true], [role=combobox], [role=menu], [role=listbox], [role=slider]";
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
  const at = rows.indexOf(document.activeElement);
  // Arrows scroll the page until the reader has entered the list.
  if (at < 0 && event.key.startsWith("Arrow")) return;
  event.preventDefault();
  const next = at < 0 ? 0 : Math.min(Math.max(at + steps[event.key], 0), rows.length - 1);
  rows[next].focus();
  rows[next].scrollIntoView({ block: "nearest" });
}

function submit(event) {
  const primary = event.target.closest?.("form, dialog, .mud-dialog, [data-submit-scope]")?.querySelector("[data-primary]:not(:disabled)");
  if (!primary) return;
  event.preventDefault();
  primary.click();
}
