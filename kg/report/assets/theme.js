"use strict";
(() => {
  const root = document.documentElement;
  const stored = () => { try { return localStorage.getItem("kg-theme"); } catch { return null; } };
  root.classList.add("js");
  if (stored()) root.dataset.theme = stored();
  const isDark = () => (root.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  addEventListener("DOMContentLoaded", () => {
    const button = document.getElementById("theme");
    const show = () => button.setAttribute("aria-pressed", String(isDark()));
    show();
    button.addEventListener("click", () => {
      root.dataset.theme = isDark() ? "light" : "dark";
      try { localStorage.setItem("kg-theme", root.dataset.theme); } catch { /* a page may be shown where nothing can be kept */ }
      show();
      dispatchEvent(new Event("kg-theme"));
    });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { show(); dispatchEvent(new Event("kg-theme")); });
  });
})();
