(() => {
  const form = $("graph-filters"), place = $("canvas");
  const byTouch = matchMedia("(pointer: coarse)").matches;
  let held = null, drawn = null;
  const resolved = (value) => {
    const probe = document.createElement("canvas").getContext("2d");
    probe.fillStyle = value;
    probe.fillRect(0, 0, 1, 1);
    const [r, g, b] = probe.getImageData(0, 0, 1, 1).data;
    return `rgb(${r},${g},${b})`;
  };
  const colour = (name) => resolved(getComputedStyle(document.querySelector(name)).color);

  /** The colours of speakers, as the text has them. */
  function tones() {
    const swatch = $("swatch");
    return Array.from({ length: 11 }, (_, tone) => {
      swatch.className = `swatch t${tone}`;
      const { color, backgroundColor } = getComputedStyle(swatch);
      return [
        { selector: `node[kind = "speaker"][tone = ${tone}]`, style: { "background-color": resolved(color) } },
        { selector: `node[kind = "claim"][tone = ${tone}]`, style: { "background-color": resolved(backgroundColor), "border-color": resolved(color) } },
      ];
    }).flat();
  }

  function styles() {
    const ink = colour("body"), muted = colour(".small"), narrow = place.clientWidth < 600;
    const dark = matchMedia("(prefers-color-scheme: dark)").matches && document.documentElement.dataset.theme !== "light" || document.documentElement.dataset.theme === "dark";
    const lines = dark ? { bad: "#ff8a80", good: "#6fd09b", relay: "#b9a9ff" } : { bad: "#b3202c", good: "#1f7a4a", relay: "#6b5bb0" };
    const line = (kind, hue, style, arrow) => ({ selector: `edge[kind = "${kind}"]`, style: { width: 2.5, "line-color": hue, "line-style": style, "target-arrow-color": hue, "target-arrow-shape": arrow } });
    return [
      { selector: "node", style: { label: "data(label)", color: ink, "font-size": 11, "text-wrap": "wrap", "text-max-width": 180, "min-zoomed-font-size": 6 } },
      { selector: 'node[kind = "speaker"]', style: { width: 30, height: 30, "font-size": narrow ? 20 : 16, "font-weight": "bold", "text-valign": "bottom", "text-margin-y": 4, "text-max-width": 160 } },
      { selector: 'node[kind = "claim"]', style: { shape: "round-rectangle", "border-width": 1.5, width: narrow ? 170 : 190, height: narrow ? 92 : 56, "text-valign": "center", "text-max-width": narrow ? 158 : 176, label: "data(short)", "font-size": narrow ? 16 : 12 } },
      ...tones(),
      { selector: "edge", style: { width: 1, "line-color": muted, "curve-style": "bezier", "target-arrow-shape": "none", "line-opacity": 0.7 } },
      line("contradicts", lines.bad, "solid", "none"), line("disputes", lines.bad, "dashed", "triangle"),
      line("supports", lines.good, "solid", "triangle"), line("same", lines.good, "dotted", "none"), line("relays", lines.relay, "dashed", "triangle"),
      { selector: ".far", style: { opacity: 0.15 } },
    ];
  }

  function chosen() {
    const kinds = new Set(all("[name=kind]:checked", form).map((one) => one.value)), least = Number(form.score.value) || 0;
    let edges = held.edges.filter((one) => one.score >= least && (one.kind === "said" || kinds.has(one.kind)));
    let nodes = new Map(held.nodes.map((one) => [one.id, one]));
    if (form.show.value === "tied") {
      const tied = new Set(edges.filter((one) => one.kind !== "said").flatMap((one) => [one.s, one.t]));
      for (const one of edges) if (one.kind === "said" && tied.has(one.t)) tied.add(one.s);
      for (const id of [...nodes.keys()]) if (!tied.has(id)) nodes.delete(id);
    }
    if (form.show.value === "speakers") [nodes, edges] = folded(nodes, edges);
    edges = edges.filter((one) => nodes.has(one.s) && nodes.has(one.t));
    if (form.who.value) [nodes, edges] = around(`p:${form.who.value}`, nodes, edges);
    return [[...nodes.values()], edges];
  }

  /** What is between claims as what is between those who make them. */
  function folded(nodes, edges) {
    const own = (one) => one.s.startsWith("p:") && one.to.startsWith("att_"), makers = Map.groupBy(edges.filter(own), (one) => one.t);
    const ends = (id) => id.startsWith("p:") ? [id] : (makers.get(id) || []).map((one) => one.s);
    const between = edges.filter((one) => !own(one)).flatMap((one) => ends(one.s).flatMap((s) => ends(one.t).map((t) => ({ ...one, s, t }))));
    const joined = between.filter((one) => one.s !== one.t), parties = new Set(joined.flatMap((one) => [one.s, one.t]));
    return [new Map([...nodes].filter(([id]) => parties.has(id))), joined];
  }

  function around(id, nodes, edges) {
    let near = new Set([id]);
    for (let i = 0; i < 3; i += 1) near = new Set([...near, ...edges.filter((one) => near.has(one.s) || near.has(one.t)).flatMap((one) => [one.s, one.t])]);
    return [new Map([...nodes].filter(([one]) => near.has(one))), edges.filter((one) => near.has(one.s) && near.has(one.t))];
  }

  const short = (text) => text.length > 64 ? `${text.slice(0, 62)}…` : text;

  function draw() {
    held ??= data("graph-data");
    const [nodes, edges] = chosen(), most = 500, kept = new Set(nodes.slice(0, most).map((one) => one.id));
    drawn?.destroy();
    drawn = cytoscape({
      container: place,
      elements: [
        ...nodes.slice(0, most).map((one) => ({ data: { ...one, short: short(one.label) } })),
        ...edges.filter((one) => kept.has(one.s) && kept.has(one.t)).map((one, i) => ({ data: { ...one, id: `e${i}`, source: one.s, target: one.t } })),
      ],
      style: styles(), minZoom: 0.1, maxZoom: 3, userZoomingEnabled: place.classList.contains("live"), userPanningEnabled: !byTouch || place.classList.contains("live"),
      layout: { name: "cose", animate: false, randomize: false, nodeDimensionsIncludeLabels: true, idealEdgeLength: () => 30, nodeRepulsion: () => 8000, nodeOverlap: 12, gravity: 0.6, componentSpacing: 50, numIter: nodes.length > 150 ? 300 : 1000, padding: 20 },
    });
    spread();
    drawn.on("tap", 'node[kind = "claim"]', (event) => window.kgShow(event.target.data("to")));
    drawn.on("tap", 'node[kind = "speaker"]', (event) => dim(event.target));
    drawn.on("tap", "edge", (event) => { if (event.target.data("to").startsWith("att_")) window.kgShow(event.target.data("to")); else location.hash = event.target.data("to"); });
    drawn.on("tap", (event) => { if (event.target === drawn) drawn.elements().removeClass("far"); });
    const cut = nodes.length > most ? ` (the first ${most} are drawn: choose a speaker to see others)` : "";
    $("graph-count").textContent = nodes.length ? `${nodes.length} nodes, ${edges.length} lines${cut}. ${byTouch ? "Tap it, then drag to move and pinch to zoom" : "Drag to move; click, then turn the wheel to zoom"}.` : "Nothing fits these filters.";
    place.dataset.nodes = nodes.length;
  }

  /** Turn what was laid out, and draw it together or apart, so that it fills the place. */
  function spread() {
    const nodes = drawn.nodes(), wanted = place.clientWidth / place.clientHeight, box = drawn.elements().boundingBox();
    if (!nodes.length) return;
    const turned = (wanted > 1) !== (box.w > box.h), [w, h] = turned ? [box.h, box.w] : [box.w, box.h];
    const room = 2.4 * nodes.reduce((sum, one) => { const { w: a, h: b } = one.boundingBox(); return sum + (a + 30) * (b + 30); }, 0);
    const across = Math.sqrt(room * wanted) / w, down = Math.sqrt(room / wanted) / h;
    nodes.positions((one) => { const { x, y } = one.position(); return turned ? { x: y * across, y: x * down } : { x: x * across, y: y * down }; });
    if (nodes.length < 200) apart(nodes);
    whole();
  }

  /** Push boxes that lie on each other aside. */
  function apart(nodes) {
    const boxes = nodes.map((node) => {
      const { x1, y1, w, h } = node.boundingBox(), at = node.position(), x = x1 + w / 2, y = y1 + h / 2;
      return { node, x, y, w: w + 14, h: h + 12, dx: at.x - x, dy: at.y - y };
    });
    for (let moved = true, rounds = 0; moved && rounds < 300; rounds += 1) {
      moved = false;
      boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => {
        const over = (a.w + b.w) / 2 - Math.abs(a.x - b.x), under = (a.h + b.h) / 2 - Math.abs(a.y - b.y);
        if (over <= 0 || under <= 0) return;
        const axis = over < under ? "x" : "y", by = (Math.min(over, under) / 2 + 0.5) * (a[axis] <= b[axis] ? 1 : -1);
        a[axis] -= by; b[axis] += by; moved = true;
      }));
    }
    for (const one of boxes) one.node.position({ x: one.x + one.dx, y: one.y + one.dy });
  }

  function whole() {
    drawn.fit(undefined, 20);
    if (drawn.zoom() > 1.3) drawn.zoom(1.3), drawn.center();
  }

  function dim(node) {
    drawn.elements().addClass("far");
    node.closedNeighborhood().closedNeighborhood().removeClass("far");
  }

  form.addEventListener("change", draw);
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("kg-theme", () => drawn?.style(styles()));
  const live = (is) => { place.classList.toggle("live", is); drawn?.userZoomingEnabled(is); if (byTouch) drawn?.userPanningEnabled(is); };
  place.addEventListener("click", () => live(true));
  place.addEventListener("mouseleave", () => live(false));
  for (const one of all("#graph [data-zoom]")) one.addEventListener("click", () => {
    if (!one.dataset.zoom) return whole();
    drawn?.zoom({ level: drawn.zoom() * Number(one.dataset.zoom), renderedPosition: { x: place.clientWidth / 2, y: place.clientHeight / 2 } });
  });
  new IntersectionObserver((seen, observer) => {
    if (!seen.some((one) => one.isIntersecting)) return;
    observer.disconnect();
    const tied = data("graph-data").nodes.filter((one) => one.tied).length;
    if (!tied) form.show.value = "all";
    else if (tied > 120) form.show.value = "speakers";
    draw();
  }, { rootMargin: "200px" }).observe(place);
})();
