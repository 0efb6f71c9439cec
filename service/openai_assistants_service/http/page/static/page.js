"use strict";

// A citation that was fetched is shown in the dialog, which brings the focus back when it is closed.
document.addEventListener("htmx:afterSwap", (event) => {
  const dialog = document.getElementById("dialog");
  if (event.detail.target === dialog && !dialog.open) {
    dialog.showModal();
  }
});

// What is replaced while a run moves stays as open as it was.
document.addEventListener("htmx:oobBeforeSwap", (event) => {
  for (const details of event.detail.target.querySelectorAll("details[open]")) {
    const replacement = event.detail.fragment.querySelector(`#${CSS.escape(details.id)}`);
    if (replacement) {
      replacement.open = true;
    }
  }
});

// A text is sent with Ctrl+Enter, as by the first button of its form.
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.form) {
    event.target.form.querySelector("button").click();
  }
});
