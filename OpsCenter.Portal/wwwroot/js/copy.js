// Buttons with data-copy put that text on the clipboard and say so, on static and interactive pages alike.
const shownFor = 1500;

document.addEventListener("click", async event => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const done = await write(button.dataset.copy);
  const status = button.parentElement.querySelector("[role=status]");
  status.textContent = done ? "Copied" : "Not copied";
  button.dataset.copied = done;
  setTimeout(() => {
    status.textContent = "";
    delete button.dataset.copied;
  }, shownFor);
});

async function write(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // No clipboard without https or permission; the button then says that nothing was copied.
    return false;
  }
}
