// The leaflet studio: shows the sheet anew a moment after the last key. Without this, a button does the same.
const button = document.querySelector("[data-preview]");
if (button) {
  let waiting;
  button.form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => button.form.requestSubmit(button), 600);
  });
}
