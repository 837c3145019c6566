(() => {
  const panel = $("panel"), title = $("panel-title"), body = $("panel-body");
  const order = all(".facts").map((one) => one.id);
  let current = null, from = null;

  const marks = (id) => all(`.text .m[href="#${CSS.escape(id)}"], .text .m[data-to="${CSS.escape(id)}"]`);
  const without = (node) => { for (const one of all("[id]", node)) one.removeAttribute("id"); return node; };

  function point(id) {
    for (const one of all(".current")) one.classList.remove("current");
    if (id) for (const one of [...marks(id), ...all(`[data-of="${CSS.escape(id)}"], tr[data-id="${CSS.escape(id)}"]`)]) one.classList.add("current");
  }

  function show(id, focus) {
    const facts = $(id), article = facts.closest("article");
    point(id);
    const head = facts.closest("details").querySelector("summary").cloneNode(true);
    title.replaceChildren(...head.childNodes);
    const origin = article.querySelector(".origin dl").cloneNode(true);
    const label = document.createElement("h3");
    label.textContent = "Where this comes from";
    body.replaceChildren(without(facts.querySelector("dl").cloneNode(true)), label, without(origin));
    panel.hidden = false;
    panel.scrollTop = 0;
    document.documentElement.classList.add("with-panel");
    current = id;
    if (focus) title.focus({ preventScroll: true });
  }

  function close() {
    panel.hidden = true;
    document.documentElement.classList.remove("with-panel");
    point(null);
    if (from && from.isConnected) from.focus({ preventScroll: true });
    from = current = null;
  }

  /** Scroll to a node; what is above it may first get its height when it comes into sight. */
  function bring(node, block) {
    let times = 0;
    const again = () => { node.scrollIntoView({ block, behavior: "instant" }); if ((times += 1) < 4) requestAnimationFrame(again); };
    again();
  }

  /** To the words in the text or, where the text is not there, to the card in the list. */
  function reach(id) {
    const mark = marks(id).find((one) => one.href) || marks(id)[0], card = $(id).closest("details");
    card.open = !mark;
    if (!mark) card.closest(".cards").open = true;
    bring(mark || card, "center");
  }

  function go(id, focus = true) {
    if (location.hash !== `#${id}`) history.pushState(null, "", `#${id}`);
    show(id, focus);
    reach(id);
  }

  function step(by) {
    const next = order[order.indexOf(current) + by];
    if (next) go(next, false);
  }

  function followed() {
    const name = asked(), target = name && $(name), isName = /^(att|art|clm|lnk|dis)_/.test(name);
    miss(isName && !target ? `Nothing on this page is called ${name}: it may stand on another, or was retracted, rejected or replaced; kg provenance ${name} says more.` : "");
    const facts = target && target.closest(".facts");
    if (!facts && !panel.hidden) from = null, close();
    if (!target) return;
    if (facts) return show(facts.id, false), reach(facts.id);
    for (let one = target.closest("details"); one; one = one.parentElement.closest("details")) one.open = true;
    bring(target, "start");
  }

  document.addEventListener("click", (event) => {
    const mark = event.target.closest(".text .m");
    if (!mark || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const id = mark.dataset.to || mark.getAttribute("href").slice(1);
    from = marks(id).find((one) => one.href) || mark;
    const before = mark.getBoundingClientRect().top;
    show(id, true);
    scrollBy({ top: mark.getBoundingClientRect().top - before, behavior: "instant" });
    if (panel.getBoundingClientRect().left === 0 && mark.getBoundingClientRect().bottom > panel.getBoundingClientRect().top) bring(mark, "center");
    history.pushState(null, "", `#${id}`);
  });
  $("panel-close").addEventListener("click", close);
  $("panel-next").addEventListener("click", () => step(1));
  $("panel-back").addEventListener("click", () => step(-1));
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && !panel.hidden) close(); });
  addEventListener("hashchange", followed);
  addEventListener("popstate", followed);
  addEventListener("load", () => { if (location.hash) setTimeout(followed); });
  followed();
  window.kgShow = go;
})();
