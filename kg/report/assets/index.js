(() => {
  const form = $("find"), topics = all(".topics > li"), plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  function follow() {
    const name = decodeURIComponent(location.hash.slice(1));
    if (!/^(att|art)_/.test(name)) return;
    const home = Object.entries(data("homes")).find(([, held]) => held.split(" ").includes(name));
    if (home) location.replace(`${home[0]}#${name}`);
  }

  form.addEventListener("input", () => {
    const words = plain(form.words.value).split(/\s+/).filter(Boolean), fits = (node) => words.every((word) => plain(node.textContent).includes(word));
    let count = 0;
    for (const topic of topics) {
      const titled = fits(topic.querySelector("h3"));
      const articles = all("details li", topic);
      for (const one of articles) one.hidden = words.length > 0 && !titled && !fits(one);
      topic.hidden = !titled && articles.every((one) => one.hidden);
      topic.querySelector("details").open = words.length > 0 && !topic.hidden && !titled;
      count += !topic.hidden;
    }
    $("found").textContent = words.length ? `${count} of ${topics.length} topics` : "";
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", follow);
  follow();
})();
