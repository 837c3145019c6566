(() => {
  const panel = $("panel"), title = $("panel-title"), body = $("panel-body");
  const order = all(".facts").map((one) => one.id);
  let current = null, from = null;

  const marks = (id) => all(`.text .m[href="#${CSS.escape(id)}"], .text .m[data-to="${CSS.escape(id)}"]`);
  const without = (node) => { for (const one of all("[id]", node)) one.removeAttribute("id"); return node; };

  function show(id, focus) {
    const facts = $(id), article = facts.closest("article");
    for (const one of all(".m.current")) one.classList.remove("current");
    for (const one of marks(id)) one.classList.add("current");
    const head = facts.closest("details").querySelector("summary").cloneNode(true);
    title.replaceChildren(...head.childNodes);
    const origin = article.querySelector(".origin dl").cloneNode(true);
    const label = document.createElement("h3");
    label.textContent = "Where this comes from";
    body.replaceChildren(without(facts.querySelector("dl").cloneNode(true)), label, without(origin));
    panel.hidden = false;
    document.documentElement.classList.add("with-panel");
    current = id;
    if (focus) title.focus({ preventScroll: true });
  }

  function close() {
    panel.hidden = true;
    document.documentElement.classList.remove("with-panel");
    for (const one of all(".m.current")) one.classList.remove("current");
    if (from && from.isConnected) from.focus({ preventScroll: true });
    from = current = null;
  }

  function go(id, focus = true) {
    if (location.hash !== `#${id}`) history.pushState(null, "", `#${id}`);
    show(id, focus);
    const mark = marks(id)[0];
    if (mark) mark.scrollIntoView({ block: "center" });
  }

  function step(by) {
    const next = order[order.indexOf(current) + by];
    if (next) go(next, false);
  }

  function followed() {
    const name = decodeURIComponent(location.hash.slice(1));
    const target = name && $(name);
    if (!target) return;
    const facts = target.closest(".facts");
    for (let one = target.closest("details"); one; one = one.parentElement.closest("details")) one.open = true;
    if (facts) show(facts.id, false);
    target.scrollIntoView({ block: facts ? "center" : "start" });
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
    if (panel.getBoundingClientRect().left === 0 && mark.getBoundingClientRect().bottom > panel.getBoundingClientRect().top) mark.scrollIntoView({ block: "start", behavior: "instant" });
    history.pushState(null, "", `#${id}`);
  });
  $("panel-close").addEventListener("click", close);
  $("panel-next").addEventListener("click", () => step(1));
  $("panel-back").addEventListener("click", () => step(-1));
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && !panel.hidden) close(); });
  addEventListener("hashchange", followed);
  addEventListener("popstate", followed);
  followed();
  window.kgShow = go;
})();
