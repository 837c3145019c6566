(() => {
  const form = $("claim-filters"), table = document.querySelector("table.claims"), body = table.tBodies[0];
  const rows = [...body.rows];
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  let texts = null;

  function apply() {
    texts ??= new Map(rows.map((row) => [row, plain(row.textContent)]));
    const words = plain(form.words.value).split(/\s+/).filter(Boolean);
    let count = 0;
    for (const row of rows) {
      const fits = (!form.who.value || row.dataset.who.split("\n").includes(form.who.value))
        && (!form.stance.value || row.cells[2].textContent.trim() === form.stance.value)
        && (!form.tied.checked || "tied" in row.dataset)
        && words.every((word) => texts.get(row).includes(word));
      row.hidden = !fits;
      count += fits;
    }
    $("claim-count").textContent = count === rows.length ? `${count} claims` : `${count} of ${rows.length} claims`;
  }

  const key = (row, column) => column === 5 ? Number(row.cells[column].textContent) : row.cells[column].textContent;
  const compare = (a, b) => typeof a === "number" ? a - b : a.localeCompare(b);

  function sort(head) {
    const up = head.getAttribute("aria-sort") !== "ascending", column = head.cellIndex;
    for (const one of table.tHead.rows[0].cells) one.setAttribute("aria-sort", "none");
    head.setAttribute("aria-sort", up ? "ascending" : "descending");
    const keyed = [...body.rows].map((row) => [key(row, column), row]);
    keyed.sort((a, b) => (up ? 1 : -1) * compare(a[0], b[0]));
    body.append(...keyed.map(([, row]) => row));
  }

  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  table.tHead.addEventListener("click", (event) => { if (event.target.closest(".sort")) sort(event.target.closest("th")); });
  $("claim-count").textContent = `${rows.length} claims`;
})();
