(() => {
  const form = $("find"), topics = all(".topics > li"), plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase(), shown = 20;
  let held = null;

  /** Whether a page holds the name that begins so: it has the beginnings of its names in a row. */
  function holds(names, stem) {
    for (let at = names.indexOf(stem); at >= 0; at = names.indexOf(stem, at + 1)) if (at % stem.length === 0) return true;
    return false;
  }

  function follow() {
    const name = asked(), [, stem] = name.match(/^(?:att|art|clm|lnk|dis)_([a-z2-7]{6})/) || [];
    miss("");
    if (!stem) return;
    const home = Object.entries(data("homes")).find(([, names]) => holds(names, stem));
    if (home) location.replace(`${home[0]}#${name}`);
    else miss(`No page holds ${name}: it may have been retracted, rejected or replaced; kg provenance ${name} says more.`);
  }

  function headlines(topic, found) {
    topic.querySelector("ul")?.remove();
    if (!found.length) return;
    const list = document.createElement("ul");
    for (const [id, title, day] of found.slice(0, shown)) {
      const item = document.createElement("li"), link = document.createElement("a"), words = document.createElement("bdi");
      link.href = `${topic.dataset.page}#${id}`;
      words.textContent = title;
      link.append(words);
      item.append(link, ` ${day}`);
      list.append(item);
    }
    if (found.length > shown) list.append(Object.assign(document.createElement("li"), { textContent: `${found.length - shown} more` }));
    topic.append(list);
  }

  function search() {
    held ??= new Map(Object.entries(data("headlines")).map(([page, articles]) => [page, articles.map((one) => [plain(one[1]), one])]));
    const words = plain(form.words.value).split(/\s+/).filter(Boolean), fits = (text) => words.every((word) => text.includes(word));
    let count = 0, articles = 0;
    for (const topic of topics) {
      const found = words.length ? held.get(topic.dataset.page).filter(([text]) => fits(text)).map(([, one]) => one) : [];
      headlines(topic, found);
      topic.hidden = words.length > 0 && !found.length && !fits(plain(topic.querySelector("h3").textContent));
      count += !topic.hidden;
      articles += found.length;
    }
    $("found").textContent = words.length ? `${count} of ${topics.length} pages, ${articles} headlines` : "";
  }

  form.addEventListener("input", search);
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", follow);
  follow();
})();
