// Native popovers close on Esc and on a click beside them, but not when a link inside them is followed without leaving the document.
document.addEventListener("click", event => {
  const open = event.target.closest("a[href]")?.closest("[popover]");
  if (open?.matches(":popover-open")) open.hidePopover();
});

// Blazor handles in-page links itself and only scrolls; the skip link must move the focus as well.
document.addEventListener("click", event => {
  if (event.target.closest(".oc-skip")) document.getElementById("content").focus();
});
