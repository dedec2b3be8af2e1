// Solves the small task that a form may carry while the portal is under attack. Nobody clicks or waits for it:
// who is quicker than the solver is sent as soon as it is done, and without this file staff read the form first.

const LONGEST_SECONDS = 60;

/** The solution of a task, found in the background. */
function solve(solver, challenge) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(solver);
    worker.addEventListener("message", ({ data }) => (data?.derivedKey ? resolve(data) : reject(data)));
    worker.addEventListener("error", reject);
    worker.postMessage({ type: "work", challenge, counterStart: 0, counterStep: 1, timeout: LONGEST_SECONDS * 1000 });
  });
}

for (const form of document.querySelectorAll("form[data-task]")) {
  const challenge = JSON.parse(form.dataset.task);
  let done = false;
  const solved = solve(form.dataset.solver, challenge)
    .then((solution) => {
      form.elements.proof.value = btoa(JSON.stringify({ challenge, solution }));
    })
    // A form without a solution is read by staff; nobody is kept from sending it.
    .catch(() => {})
    .finally(() => {
      done = true;
    });
  form.addEventListener(
    "submit",
    (event) => {
      if (done) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      solved.then(() => form.requestSubmit(event.submitter));
    },
    { capture: true },
  );
}
