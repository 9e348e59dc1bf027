// Arrows and Enter walk a column, Escape takes back what was typed since the cell was entered. All of it happens in the browser:
// only what is typed goes over the wire.
export function listen(root) {
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

  root.addEventListener("click", event => {
    if (event.target.closest("[data-show-invalid]")) root.querySelector("[aria-invalid=true]")?.focus();
  });
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
