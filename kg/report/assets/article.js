(() => {
  document.addEventListener("click", (event) => {
    const chip = event.target.closest(".chip");
    if (!chip) return;
    const article = chip.closest("article"), text = article.querySelector(".text");
    chip.setAttribute("aria-pressed", String(chip.getAttribute("aria-pressed") !== "true"));
    const kept = new Set(all(".chip[aria-pressed=true]", article).map((one) => one.dataset.who));
    const said = new Set(all(".card", article).filter((one) => one.dataset.who.split("\n").some((who) => kept.has(who))).map((one) => one.querySelector(".facts").id));
    text.classList.toggle("only", kept.size > 0);
    for (const mark of all(".m", text)) mark.classList.toggle("kept", said.has(mark.dataset.to || mark.hash.slice(1)));
    say(kept.size ? "Only the marks of the chosen speakers are shown." : "All marks are shown.");
  });
})();
