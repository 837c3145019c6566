"use strict";
const $ = (id) => document.getElementById(id);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const data = (id) => JSON.parse($(id).textContent);
const say = (words) => { $("status").textContent = words; };
