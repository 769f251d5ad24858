"use strict";
(() => {
const root = document.documentElement;
const words = document.body.dataset;
const themeButton = document.getElementById(":theme");
const themes = ["auto", "light", "dark"];
const showTheme = () => {
const name = words[root.dataset.theme || "auto"];
themeButton.title = name;
};
themeButton.addEventListener("click", () => {
const current = themes.indexOf(root.dataset.theme || "auto");
const theme = themes[(current + 1) % themes.length];
if (theme === "auto") delete root.dataset.theme;
else root.dataset.theme = theme;
try {
if (theme === "auto") localStorage.removeItem("trama-theme");
else localStorage.setItem("trama-theme", theme);
} catch {
}
showTheme();
});
showTheme();
const full = document.getElementById(":full");
full.hidden = !document.fullscreenEnabled;
full.addEventListener("click", () => {
if (document.fullscreenElement) document.exitFullscreen();
else root.requestFullscreen();
});
const menus = document.querySelectorAll(".options");
const closeMenus = (except) => {
for (const menu of menus) {
if (menu === except || !menu.open) continue;
menu.open = false;
if (!except && menu.contains(document.activeElement)) menu.firstElementChild.focus();
}
};
addEventListener("click", (event) => closeMenus(event.target.closest(".options summary")?.parentElement));
document.getElementById(":print")?.addEventListener("click", () => print());
const copy = async (text) => {
try {
await navigator.clipboard.writeText(text);
} catch {
const area = document.createElement("textarea");
area.value = text;
document.body.append(area);
area.select();
document.execCommand("copy");
area.remove();
}
};
for (const pre of document.querySelectorAll("pre:not(:has(samp))")) {
const box = document.createElement("div");
box.className = "copyable";
const button = document.createElement("button");
button.type = "button";
button.className = "button copy";
button.title = words.copy;
button.innerHTML = '<span class="unseen" role="status"></span>';
const label = button.lastChild;
label.textContent = words.copy;
button.addEventListener("click", async () => {
await copy(pre.textContent);
button.classList.add("done");
label.textContent = words.copied;
setTimeout(() => {
button.classList.remove("done");
label.textContent = words.copy;
}, 1600);
});
pre.replaceWith(box);
box.append(pre, button);
}
for (const quiz of document.querySelectorAll(".quiz")) {
const fields = [...quiz.querySelectorAll("fieldset")];
const score = quiz.querySelector(".score");
const verdicts = new Map();
let passing = false;
let passed = null;
const judge = (field) => {
const options = [...field.querySelectorAll("input")];
const isRight = options.every((option) => option.checked === option.hasAttribute("data-right"));
const isWrong = options.some((option) => option.checked && !option.hasAttribute("data-right"));
passed = null;
if ((isRight || isWrong) && !verdicts.has(field)) verdicts.set(field, isRight);
if (isRight) field.querySelector("details").open = true;
const right = [...verdicts.values()].filter(Boolean).length;
const sum = quiz.dataset.score.replace("%r", right).replace("%n", fields.length);
const verdict = isRight ? quiz.dataset.right : isWrong ? quiz.dataset.wrong : "";
score.textContent = verdict ? `${verdict}. ${sum}` : sum;
};
quiz.addEventListener("keydown", (event) => {
passing = event.key.startsWith("Arrow");
if (passed && (event.key === " " || event.key === "Enter")) judge(passed);
});
quiz.addEventListener("pointerdown", () => {
passing = false;
});
quiz.addEventListener("change", (event) => {
const field = event.target.closest("fieldset");
if (passing && !verdicts.has(field)) passed = field;
else judge(field);
});
quiz.addEventListener("focusout", (event) => {
const next = event.relatedTarget;
if (passed && !(next?.matches("input") && passed.contains(next))) judge(passed);
});
}
for (const box of document.querySelectorAll(".slider")) {
const inputs = [...box.querySelectorAll("input")];
let data;
const show = () => {
if (!data) return;
const [values, lines, frames] = data;
let frame = 0;
for (const [index, input] of inputs.entries()) {
const text = values[index][input.value];
input.ariaValueText = input.parentElement.nextElementSibling.textContent = text;
frame = frame * values[index].length + Number(input.value);
}
while (box.nextSibling) box.nextSibling.remove();
box.insertAdjacentHTML("afterend", frames[frame].map((line) => lines[line]).join(""));
reachable();
};
let script;
const load = () => {
if (script) return;
script = document.createElement("script");
script.src = box.dataset.frames;
script.onload = () => {
data = tramaFrames;
show();
};
document.head.append(script);
};
for (const event of ["pointerover", "focusin", "input"]) box.addEventListener(event, load);
box.addEventListener("input", show);
for (const input of inputs) input.value = input.defaultValue;
box.hidden = false;
}
const signs = { "\u2212": "-", "\u2032": "'" };
const commands = "×times ⋅cdot ≈approx →to ⟹implies ≤le ≥ge ∂partial ∇nabla ∞infty αalpha βbeta γgamma ηeta θtheta λlambda μmu πpi σsigma ΔDelta";
for (const command of commands.split(" ")) signs[command[0]] = `\\${command.slice(1)} `;
const tex = (node) => {
const parts = Array.from(node.children, tex);
const text = node.textContent;
switch (node.localName) {
case "mfrac": return `\\frac{${parts.join("}{")}}`;
case "msub": return `${parts[0]}_${braced(parts[1])}`;
case "msup": return `${parts[0]}^${braced(parts[1])}`;
case "mtr": return parts.join("&");
case "mtable": return `\\begin{aligned}${parts.join("\\\\")}\\end{aligned}`;
case "mtext": return `\\text{${text}}`;
default: return parts.length ? parts.join("") : signs[text] ?? text;
}
};
const braced = (tex) => tex.length === 1 ? tex : `{${tex}}`;
document.addEventListener("copy", (event) => {
const selection = getSelection();
if (!selection.rangeCount || !event.clipboardData) return;
const fragment = selection.getRangeAt(0).cloneContents();
const formulas = fragment.querySelectorAll("math");
if (!formulas.length) return;
for (const formula of formulas) {
const mark = formula.getAttribute("display") === "block" ? "$$" : "$";
formula.replaceWith(mark + (formula.dataset.tex ?? tex(formula)) + mark);
}
const box = document.createElement("div");
box.style.cssText = "position:absolute;left:-99999px;white-space:normal";
box.append(fragment);
document.body.append(box);
event.clipboardData.setData("text/plain", box.innerText);
box.remove();
event.preventDefault();
});
const reachable = () => {
for (const box of document.querySelectorAll("pre, .equation, p, li")) {
const scrolls = getComputedStyle(box).overflowX !== "visible"
&& (box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight + 1);
if (scrolls) box.tabIndex = 0;
else box.removeAttribute("tabindex");
}
};
reachable();
addEventListener("resize", reachable);
const toggles = document.querySelectorAll(`[id=":nav"], [id=":toc"]`);
for (const toggle of toggles) toggle.checked = false;
const isNarrow = (toggle) =>
getComputedStyle(document.querySelector(`.veil[for="${toggle.id}"]`)).display !== "none";
const closeDrawers = () => {
for (const toggle of toggles) {
if (toggle.checked && isNarrow(toggle)) {
toggle.checked = false;
toggle.focus({ preventScroll: true });
}
}
};
addEventListener("keydown", (event) => {
if (event.key !== "Escape") return;
closeMenus();
closeDrawers();
});
addEventListener("hashchange", closeDrawers);
document.querySelector(".page-contents")?.addEventListener("click", (event) => {
if (event.target.closest("a")) closeDrawers();
});
const sidebar = document.querySelector(".sidebar");
const lesson = sidebar.querySelector("ol [aria-current]");
if (lesson && lesson.offsetTop > sidebar.clientHeight * 0.8) {
sidebar.scrollTop = lesson.offsetTop - sidebar.clientHeight / 2;
}
const links = new Map();
for (const link of document.querySelectorAll(".page-contents a")) {
const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
if (heading) links.set(heading, link);
}
const headings = [...links.keys()];
let current = null;
const follow = () => {
let heading = null;
for (const candidate of headings) {
if (candidate.getBoundingClientRect().top > 120) break;
heading = candidate;
}
if (innerHeight + scrollY >= root.scrollHeight - 2 && scrollY > 0) heading = headings.at(-1) ?? null;
if (heading === current) return;
links.get(current)?.removeAttribute("aria-current");
links.get(heading)?.setAttribute("aria-current", "true");
current = heading;
};
let waiting = false;
addEventListener("scroll", () => {
if (waiting) return;
waiting = true;
requestAnimationFrame(() => {
waiting = false;
follow();
});
}, { passive: true });
follow();
})();
"use strict";
(() => {
const button = document.getElementById(":search");
if (!button) return;
const shown = 40;
const longest = 100;
const word = /[\p{L}\p{M}\p{N}_]+/gu;
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const weights = { title: 9, heading: 4, text: 1, inherited: 0 };
const prepare = (data, root) => {
const sections = [];
const terms = new Map();
const add = (text, weight) => {
const number = sections.length - 1;
for (const [found] of text.matchAll(word)) {
const term = fold(found);
if (!terms.has(term)) terms.set(term, new Map());
const places = terms.get(term);
places.set(number, Math.max(places.get(number) ?? 0, weight) + weight / 1000);
}
};
for (const [path, title, language, parts] of data.lessons) {
for (const [fragment, heading, text] of parts) {
sections.push({ address: root + path + fragment, title, language, heading, text });
add(title, fragment ? weights.inherited : weights.title);
add(heading, weights.heading);
add(text, weights.text);
}
}
return { sections, terms, words: data.words };
};
let index = null;
const load = () => {
index ??= new Promise((resolve, reject) => {
const script = document.createElement("script");
script.src = button.dataset.index;
script.onload = () => resolve(prepare(self.tramaSearch, new URL("..", script.src).href));
script.onerror = () => {
index = null;
script.remove();
reject();
};
document.head.append(script);
});
return index;
};
const edits = (a, b, most) => {
if (Math.abs(a.length - b.length) > most) return most + 1;
let before = [];
let last = Array.from({ length: b.length + 1 }, (_, column) => column);
for (let i = 1; i <= a.length; i++) {
const row = [i];
let least = i;
for (let j = 1; j <= b.length; j++) {
let edited = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
edited = Math.min(edited, before[j - 2] + 1);
}
row.push(edited);
least = Math.min(least, edited);
}
if (least > most) return most + 1;
[before, last] = [last, row];
}
return last[b.length];
};
const likeness = (wanted, term) => {
if (term === wanted) return 1;
if (term.startsWith(wanted)) return 0.5;
const allowed = wanted.length < 4 ? 0 : wanted.length < 8 ? 1 : 2;
return allowed > 0 && edits(wanted, term, allowed) <= allowed ? 0.1 : 0;
};
const search = ({ sections, terms }, query) => {
const matched = new Set();
let scores = null;
for (const wanted of new Set(Array.from(query.matchAll(word), ([found]) => fold(found)))) {
const found = new Map();
for (const [term, places] of terms) {
const quality = likeness(wanted, term);
if (quality === 0) continue;
matched.add(term);
for (const [number, weight] of places) {
if (scores && !scores.has(number)) continue;
found.set(number, Math.max(found.get(number) ?? 0, quality * weight));
}
}
for (const [number, score] of found) found.set(number, score + (scores?.get(number) ?? 0));
scores = found;
}
const results = [...scores ?? []].filter(([, score]) => score > 0)
.sort(([a, score], [b, other]) => other - score || a - b).map(([number]) => sections[number]);
return { results, matched };
};
const marked = (name, text, matched) => {
const element = document.createElement(name);
let end = 0;
for (const hit of text.matchAll(word)) {
if (!matched.has(fold(hit[0]))) continue;
const mark = document.createElement("mark");
mark.textContent = hit[0];
element.append(text.slice(end, hit.index), mark);
end = hit.index + hit[0].length;
}
element.append(text.slice(end));
return element;
};
const excerpt = (text, matched) => {
const length = 180;
const first = Array.from(text.matchAll(word)).find(([found]) => matched.has(fold(found)))?.index ?? 0;
let start = first < length / 2 ? 0 : text.lastIndexOf(" ", first - length / 4) + 1;
if (first - start > length / 2) start = first;
let end = text.indexOf(" ", start + length);
if (end < 0 || end > start + length * 2) end = Math.min(text.length, start + length * 2);
return (start > 0 ? "… " : "") + text.slice(start, end) + (end < text.length ? " …" : "");
};
const result = (section, matched) => {
const item = document.createElement("li");
if (section.language !== document.documentElement.lang) item.lang = section.language;
const link = document.createElement("a");
link.href = section.address;
link.append(marked("b", section.title, matched));
if (section.heading) link.append(" › ", marked("span", section.heading, matched));
link.append(marked("small", excerpt(section.text, matched), matched));
item.append(link);
return item;
};
const mount = (box, changed = () => {}) => {
const input = box.querySelector("input");
const status = box.querySelector("[role=status]");
const list = box.querySelector("ol");
const update = async () => {
if (input.value.trim() === "") {
status.textContent = "";
list.replaceChildren();
changed(false);
return;
}
try {
const loaded = await load();
const { results, matched } = search(loaded, input.value.slice(0, longest));
const { none, one, many, best } = loaded.words;
const count = results.length;
const phrase = count === 0 ? none : count === 1 ? one : count <= shown ? many : best;
status.textContent = phrase.replace("#", count).replace("%", shown);
list.replaceChildren(...results.slice(0, shown).map((section) => result(section, matched)));
changed(true);
} catch {
status.textContent = button.dataset.failed;
}
};
input.addEventListener("input", update);
box.addEventListener("keydown", (event) => {
const stops = [input, ...list.querySelectorAll("a")];
const place = stops.indexOf(document.activeElement);
const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
if (place < 0) return;
if (step) {
event.preventDefault();
stops[place + step]?.focus();
} else if (place > 0 && event.key.length === 1 && event.key !== " "
&& !event.ctrlKey && !event.metaKey && !event.altKey) {
input.focus();
}
});
return { input, list, update };
};
const page = document.getElementById(":find");
const field = page && mount(page, (searches) => {
document.querySelector(".catalogue")?.toggleAttribute("hidden", searches);
});
if (field) {
field.input.value = new URLSearchParams(location.search).get("q") ?? "";
field.update();
}
let dialog = null;
const build = () => {
const element = document.createElement("dialog");
element.className = "search";
element.setAttribute("aria-label", button.title);
element.innerHTML = '<form><input type="search" name="q" autocomplete="off" spellcheck="false">'
+ '<button class="button close" type="button"></button></form>'
+ '<p role="status"></p><ol class="results"></ol>';
document.body.append(element);
const { input, list, update } = mount(element);
input.placeholder = button.title;
input.maxLength = longest;
input.setAttribute("aria-label", button.title);
const close = element.querySelector("button");
close.title = button.dataset.close;
close.setAttribute("aria-label", close.title);
close.addEventListener("click", () => element.close());
element.querySelector("form").addEventListener("submit", (event) => {
event.preventDefault();
list.querySelector("a")?.click();
});
element.addEventListener("click", (event) => {
if (event.target === element || event.target.closest("a")) element.close();
});
element.addEventListener("keydown", (event) => {
if (event.key !== "Escape") return;
event.preventDefault();
event.stopPropagation();
element.close();
});
return { element, input, update };
};
const open = (query) => {
if (field) {
if (query) field.input.value = query;
field.input.focus();
field.update();
return;
}
dialog ??= build();
if (!dialog.element.open) dialog.element.showModal();
if (query) dialog.input.value = query;
dialog.input.focus();
dialog.input.select();
dialog.update();
};
button.setAttribute("aria-keyshortcuts", "/ Control+K Meta+K");
button.addEventListener("click", (event) => {
if (event.ctrlKey || event.metaKey || event.shiftKey) return;
event.preventDefault();
open("");
});
const side = document.querySelector(".find");
side?.addEventListener("submit", (event) => {
event.preventDefault();
open(side.elements.q.value);
});
side?.elements.q.addEventListener("click", () => open(side.elements.q.value));
addEventListener("keydown", (event) => {
const typing = event.target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]");
const isSlash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
const isK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey)
&& !event.altKey && !event.shiftKey;
if (!isSlash && !isK) return;
event.preventDefault();
open("");
});
})();
