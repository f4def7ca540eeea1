// Copies the citation of a page.

const button = document.querySelector("button.copy");
const status = document.querySelector(".copied");

button.addEventListener("click", async () => {
  const text = document.querySelector(".cite").textContent.trim().replace(/\s+/g, " ");
  try {
    await navigator.clipboard.writeText(text);
    status.textContent = button.dataset.done;
  } catch {
    getSelection().selectAllChildren(document.querySelector(".cite"));
    status.textContent = button.dataset.failed;
  }
});
