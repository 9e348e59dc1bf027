const modal = document.getElementById("components-reconnect-modal");

function show(state) {
  modal.dataset.state = state;
  if (!modal.open) modal.showModal();
}

modal.addEventListener("components-reconnect-state-changed", event => {
  const state = event.detail.state;
  if (state === "hide") {
    modal.close();
  } else if (state === "rejected") {
    // The server answered but no longer knows this circuit.
    location.reload();
  } else {
    show(state);
    if (state === "failed") document.addEventListener("visibilitychange", retryWhenVisible);
  }
});

// The page behind is dead while the dialog is open, so Esc must not close it.
modal.addEventListener("cancel", event => event.preventDefault());

modal.addEventListener("click", event => {
  const act = event.target.closest("[data-act]")?.dataset.act;
  if (act === "reload") location.reload();
  if (act === "retry") retry();
  if (act === "resume") resume();
});

async function retry() {
  document.removeEventListener("visibilitychange", retryWhenVisible);
  show("show");
  try {
    if (await Blazor.reconnect() || await Blazor.resumeCircuit()) modal.close();
    else location.reload();
  } catch {
    // The server is out of reach: say so and try again when the reader comes back to the tab.
    show("failed");
    document.addEventListener("visibilitychange", retryWhenVisible);
  }
}

async function resume() {
  try {
    if (await Blazor.resumeCircuit()) modal.close();
    else location.reload();
  } catch {
    show("resume-failed");
  }
}

function retryWhenVisible() {
  if (document.visibilityState === "visible") retry();
}
