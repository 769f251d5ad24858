"use strict";
// Search. Without this script the button and the field lead to the search page, which lists the lessons.
(() => {
  const button = document.getElementById(":search");
  if (!button) return;
  const shown = 40;
  const longest = 100;
  const word = /[\p{L}\p{M}\p{N}_]+/gu;
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  // The index: every term with the sections that hold it and how much it weighs there.
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
        // The second summand lets sections that say a word often come first among equals.
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

  // The insertions, deletions, replacements and swaps of neighbours that make one word of another (the optimal
  // string alignment distance); more than `most` where it is known to be.
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

  // The sections that hold all words of a query, the best first, and the terms that stand for these words.
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

  // An element with a text in which the matched words are marked.
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
  // A piece of a text around the first matched word, cut between words.
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

  // A field with its results, in the dialog and on the search page.
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
        // What is typed on a result goes on with the query.
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
      // A click beside the dialog has the dialog itself as its target.
      if (event.target === element || event.target.closest("a")) element.close();
    });
    element.addEventListener("keydown", (event) => {
      // Some browsers would only empty the field.
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
