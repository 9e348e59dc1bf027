// Arrows and Enter walk a column, Escape takes back what was typed since the cell was entered. All of it happens in the browser:
// only what is typed goes over the wire. A block that is pasted, undo and redo are for the server.
export function listen(root, server) {
  root.addEventListener("focusin", event => {
    if (isField(event.target)) event.target.dataset.before = event.target.value;
  });

  root.addEventListener("keydown", event => {
    const field = event.target;
    if (!isField(field) || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Enter" || event.key === "ArrowDown") step(event, field, event.key === "Enter" && event.shiftKey ? -1 : 1);
    else if (event.key === "ArrowUp") step(event, field, -1);
    else if (event.key === "Escape") restore(event, field);
  });

  root.addEventListener("paste", event => {
    const field = event.target;
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (!isField(field) || !needsReading(field, text)) return;
    event.preventDefault();
    const stream = DotNet.createJSStreamReference(new TextEncoder().encode(text));
    server.invokeMethodAsync("PasteAsync", field.closest("[data-cells]").dataset.cells, field.closest("[data-row]").dataset.row, field.dataset.column, stream);
  });

  const undo = event => {
    const key = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== "z" && key !== "y") || !isOurs(root, event.target)) return;
    event.preventDefault();
    server.invokeMethodAsync(key === "y" || event.shiftKey ? "Redo" : "Undo");
  };
  document.addEventListener("keydown", undo);

  root.addEventListener("click", event => {
    if (event.target.closest("[data-show-invalid]")) root.querySelector("[aria-invalid=true]")?.focus();
  });

  return { leave: () => document.removeEventListener("keydown", undo) };
}

// A single plain number or word is the browser's to paste; a block, or a number in its finery, is read by the server.
function needsReading(field, text) {
  const trimmed = text.trim();
  return /[\t\n]/.test(trimmed) || (field.inputMode === "decimal" && trimmed !== "" && !/^[\d.]+$/.test(trimmed));
}

// Elsewhere, as in a dialog or in a search field, these keys are not about the draft.
function isOurs(root, target) {
  return root.contains(target) ? target.closest("[data-own-undo]") === null : !target.closest?.("input, textarea, select, [contenteditable], [role=dialog], dialog");
}

function isField(element) {
  return element.matches?.("[data-cells] input[data-column]");
}

function step(event, field, direction) {
  const column = [...field.closest("[data-cells]").querySelectorAll(`input[data-column="${field.dataset.column}"]`)];
  const next = column[column.indexOf(field) + direction];
  event.preventDefault();
  if (next) {
    next.focus();
    next.select();
  }
}

function restore(event, field) {
  if (field.value === field.dataset.before) return field.blur();
  event.preventDefault();
  field.value = field.dataset.before;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
