// A button beside each fact that copies it, where the browser can. Without it people mark and copy as ever.

/** A button that copies the text of one fact and says so to screen readers too. */
function offer(fact, status) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "govuk-button govuk-button--secondary";
  button.textContent = "Kopiér";
  button.setAttribute("aria-label", `Kopiér ${fact.dataset.copy}`);
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(fact.textContent);
    status.textContent = `${fact.dataset.copy} er kopieret.`;
  });
  fact.after(" ", button);
}

/** All facts of one list. */
function prepare(list) {
  const status = document.createElement("p");
  status.setAttribute("role", "status");
  list.after(status);
  list.querySelectorAll("[data-copy]").forEach((fact) => offer(fact, status));
}

if (navigator.clipboard) document.querySelectorAll("[data-copying]").forEach(prepare);
