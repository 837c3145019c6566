(() => {
  const chosen = () => all("table.claims tbody tr").filter((row) => !row.hidden).map((row) => row.dataset.id);

  function give(text, type, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }

  $("csv").addEventListener("click", () => {
    const held = data("download-data");
    give(`${held.columns}\r\n${chosen().map((id) => held.lines[id]).join("")}`, "text/csv", "claims.csv");
  });
  $("turtle").addEventListener("click", () => {
    const held = data("download-data");
    const needed = new Set(chosen().flatMap((id) => held.needs[id]));
    give(`${held.prologue}\n\n${[...needed].map((name) => held.nodes[name]).join("\n")}\n`, "text/turtle", "claims.ttl");
  });
})();
