"use strict";
const $ = (id) => document.getElementById(id);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const data = (id) => JSON.parse($(id).textContent);
/** The name at the end of the page's address; of a whole IRI, its end. */
const asked = () => {
  let name = location.hash.slice(1);
  try { name = decodeURIComponent(name); } catch { /* it is taken as it stands */ }
  return (name.match(/[/#]((?:att|art|clm|lnk|dis)_[a-z2-7]+)$/) || [, name])[1];
};
/** Say on the page that nothing on it is called so, or that all is well. */
const miss = (words) => { $("lost").textContent = words; $("lost").hidden = !words; };
const say = (words) => { $("status").textContent = words; };
