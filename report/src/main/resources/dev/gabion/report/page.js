"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const findings = data.findings;
  const controls = data.controls;
  const SEVERITIES = ["critical", "high", "medium", "low", "info"];
  const VERDICTS = ["fail", "undecided", "excepted"];
  const GROUPS = 60;
  const ITEMS = 25;
  const PRINTED = 500;
  const NONE = "(none)";

  // Elements are made of text only, so nothing in a manifest becomes markup.
  const make = (tag, cssClass, ...children) => {
    const element = document.createElement(tag);
    if (cssClass) element.className = cssClass;
    for (const child of children) {
      if (child !== null && child !== undefined && child !== "") element.append(child);
    }
    return element;
  };
  const plural = (n, noun) => `${n} ${noun}${n === 1 ? "" : "s"}`;
  const controlId = (f) => (f.c < 0 ? f.i : controls[f.c].id);
  const objectName = (f) => `${f.k} ${f.ns ? f.ns + "/" : ""}${f.n || "(no name)"}`;
  const rank = (f) => SEVERITIES.indexOf(f.s);
  const namespaceOf = (f) => f.ns || NONE;

  const searchable = (f) => {
    if (f.text === undefined) {
      const title = f.c < 0 ? "" : controls[f.c].title;
      f.text = [controlId(f), title, objectName(f), f.ct, f.m, f.f, f.p, f.w, f.e].join(" ").toLowerCase();
    }
    return f.text;
  };

  const state = {
    severities: new Set(SEVERITIES),
    verdicts: new Set(VERDICTS),
    namespace: "",
    control: "",
    framework: "",
    requirement: "",
    baseline: "",
    words: [],
    by: "control",
  };

  // A framework of the report names its controls; without one, what controls say they answer stands in for it.
  const frameworks = new Map();
  for (const framework of data.frameworks) {
    const own = new Set();
    for (const row of framework.requirements) row.controls.forEach((c) => own.add(c));
    frameworks.set(framework.id, { title: framework.title, controls: own, rows: framework.requirements });
  }
  const FAMILIES = { nsa: "NSA/CISA", cis: "CIS", pss: "Pod Security Standards", mitre: "ATT&CK", rbac: "RBAC risks" };
  for (const [family, title] of Object.entries(FAMILIES)) {
    const own = new Set();
    controls.forEach((control, i) => control.families.includes(family) && own.add(i));
    if (own.size > 0 && !frameworks.has(family)) frameworks.set(family, { title, controls: own, rows: [] });
  }

  const wantedControls = () => {
    const framework = frameworks.get(state.framework);
    if (!framework) return null;
    const row = framework.rows.find((r) => r.id === state.requirement);
    return row ? new Set(row.controls) : framework.controls;
  };

  const matching = () => {
    const wanted = wantedControls();
    return findings.filter(
      (f) =>
        state.severities.has(f.s) &&
        state.verdicts.has(f.v) &&
        (!state.namespace || namespaceOf(f) === state.namespace) &&
        (!state.control || controlId(f) === state.control) &&
        (!state.baseline || f.b === state.baseline) &&
        (!wanted || wanted.has(f.c)) &&
        state.words.every((word) => searchable(f).includes(word)),
    );
  };

  const groupsOf = (list) => {
    const groups = new Map();
    for (const f of list) {
      const key = state.by === "control" ? controlId(f) : `${f.a} ${objectName(f)} ${f.f ? f.f.replace(/:\d.*$/, "") : ""}`;
      const group = groups.get(key);
      if (group) group.push(f);
      else groups.set(key, [f]);
    }
    const all = [...groups.values()];
    if (state.by === "object") {
      const weight = (group) => {
        let worst = 9;
        for (const f of group) if (f.v === "fail") worst = Math.min(worst, rank(f));
        return worst;
      };
      const weighed = all.map((group) => [weight(group), group]);
      weighed.sort((a, b) => a[0] - b[0] || b[1].length - a[1].length);
      return weighed.map((pair) => pair[1]);
    }
    return all;
  };

  const excerpt = (x) => {
    const [first, marked, from, to, lines] = x;
    const pre = make("pre", "excerpt");
    pre.tabIndex = 0;
    lines.forEach((line, i) => {
      const row = make("span", i === marked ? "line hit" : "line");
      row.dataset.line = first + i;
      if (i === marked) row.append(line.slice(0, from), make("mark", "", line.slice(from, to)), line.slice(to));
      else row.append(line);
      pre.append(row);
    });
    return pre;
  };

  const fact = (list, name, ...values) => {
    if (values.length > 0 && values[0]) list.append(make("dt", "", name), ...values.map((v) => make("dd", "", make("code", "", v))));
  };

  const item = (f) => {
    const where = make("p", "where", f.f && make("code", "", f.f));
    if (state.by === "object") {
      where.append(make("span", `badge ${f.s}`, f.s), make("span", "id", controlId(f)));
    } else {
      where.append(make("span", "", objectName(f) + (f.ct ? `, container ${f.ct}` : "")));
    }
    if (f.v !== "fail") where.append(make("span", `tag v-${f.v}`, f.v));
    if (f.b) where.append(make("span", `tag ${f.b}`, f.b));
    const li = make("li", "finding", where, make("p", "message", f.m));
    if (f.w) li.append(make("p", "why", f.w));
    if (f.x) li.append(excerpt(f.x));
    const facts = make("dl", "facts");
    fact(facts, "Field", f.p + (f.mi ? " (absent)" : ""));
    if (!f.x || f.mi) fact(facts, "Value", f.va);
    fact(facts, "Wanted", f.ex);
    fact(facts, "Fix", ...(f.fx || []));
    fact(facts, "Exception", f.e);
    fact(facts, "Comes from", ...(f.pr || []));
    if (state.by === "object" && f.ct) fact(facts, "Container", f.ct);
    li.append(facts);
    return li;
  };

  const about = (control) => {
    const box = make("div", "about");
    if (control.rationale) box.append(make("p", "", control.rationale));
    if (control.remedy) box.append(make("p", "", make("b", "", "Remedy "), control.remedy));
    if (control.answers) box.append(make("p", "muted", `Answers ${control.answers}`));
    if (control.docs && /^https?:\/\//.test(control.docs)) {
      const link = make("a", "", control.docs);
      link.href = control.docs;
      link.rel = "noreferrer";
      box.append(make("p", "", link));
    } else if (control.docs) {
      box.append(make("p", "muted", control.docs));
    }
    return box;
  };

  // Fills a list as far as asked, and offers the rest.
  const fill = (list, all, shown, step, one, noun) => {
    const end = Math.min(shown + step, all.length);
    const part = document.createDocumentFragment();
    for (let i = shown; i < end; i++) part.append(one(all[i]));
    list.append(part);
    if (end < all.length) {
      const more = make("button", "more", `Show ${Math.min(step, all.length - end)} more of ${plural(all.length, noun)}`);
      more.type = "button";
      more.addEventListener("click", () => {
        more.remove();
        const before = list.children.length;
        fill(list, all, end, step, one, noun);
        const target = list.children[before];
        const focusable = target && (target.querySelector("summary") || target);
        if (focusable) {
          if (focusable === target) target.tabIndex = -1;
          focusable.focus({ preventScroll: true });
        }
      });
      list.append(more);
    }
  };

  const groupElement = (group) => {
    const first = group[0];
    const details = make("details", "group");
    const failing = group.filter((f) => f.v === "fail").length;
    const number = failing === group.length ? `${failing}` : `${failing} of ${group.length} failing`;
    const summary = make("summary", "");
    if (state.by === "control") {
      const title = first.c < 0 ? "" : controls[first.c].title;
      summary.append(
        make("span", `badge ${first.s}`, first.s),
        make("span", "id", controlId(first)),
        make("span", "title", title),
      );
    } else {
      const worst = group.reduce((w, f) => Math.min(w, rank(f)), 9);
      summary.append(
        make("span", `badge ${SEVERITIES[worst]}`, SEVERITIES[worst]),
        make("span", "id", first.k),
        make("span", "title", (first.ns ? `${first.ns}/` : "") + (first.n || "(no name)")),
      );
    }
    summary.append(make("span", "number", number));
    details.append(summary);
    details.load = (items) => {
      if (details.loaded) return;
      details.loaded = true;
      const body = make("div", "body");
      if (state.by === "control" && first.c >= 0) body.append(about(controls[first.c]));
      const list = make("ol", "list");
      fill(list, group, 0, items, item, "finding");
      body.append(list);
      details.append(body);
    };
    details.addEventListener("toggle", () => details.open && details.load(ITEMS));
    return details;
  };

  const explorer = document.getElementById("explorer");
  const status = make("p", "grow");
  status.setAttribute("role", "status");
  const list = make("div", "groups");

  const render = () => {
    const found = matching();
    const groups = groupsOf(found);
    list.replaceChildren();
    const total = findings.length + data.left;
    status.textContent =
      found.length === 0
        ? total === 0 ? "Nothing was found." : "No finding matches the filters."
        : `${plural(found.length, "finding")} of ${total} in ${plural(groups.length, state.by)}`;
    fill(list, groups, 0, GROUPS, groupElement, state.by);
    if (groups.length === 1) list.firstElementChild.open = true;
  };

  let pending = 0;
  const soon = () => {
    clearTimeout(pending);
    pending = setTimeout(render, 120);
  };

  const chips = (legend, entries, chosen) => {
    const box = make("fieldset", "", make("legend", "", legend));
    for (const [value, label, number] of entries) {
      const input = make("input");
      input.type = "checkbox";
      input.checked = true;
      input.addEventListener("change", () => {
        if (input.checked) chosen.add(value);
        else chosen.delete(value);
        render();
      });
      box.append(make("label", "chip", input, label, " ", make("b", "", String(number))));
    }
    return box;
  };

  const count = (test) => findings.reduce((n, f) => n + (test(f) ? 1 : 0), 0);

  const select = (label, options, change) => {
    const box = make("select");
    for (const [value, text] of [["", "all"], ...options]) {
      const option = make("option", "", text);
      option.value = value;
      box.append(option);
    }
    box.addEventListener("change", () => {
      change(box.value);
      render();
    });
    return make("label", "field", label, box);
  };

  const distinct = (key) => [...new Set(findings.map(key))].sort();

  const build = () => {
    const form = make("form", "filters");
    form.setAttribute("role", "search");
    form.setAttribute("aria-label", "Filter findings");
    form.addEventListener("submit", (event) => event.preventDefault());
    form.append(
      chips("Severity", SEVERITIES.map((s) => [s, s, count((f) => f.s === s)]), state.severities),
      chips("Verdict", VERDICTS.map((v) => [v, v, count((f) => f.v === v)]), state.verdicts),
    );
    const selects = make("div", "selects");
    const search = make("input");
    search.type = "search";
    search.placeholder = "name, file, field";
    search.addEventListener("input", () => {
      state.words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
      soon();
    });
    selects.append(make("label", "field", "Text", search));
    selects.append(select("Namespace", distinct(namespaceOf).map((n) => [n, n]), (v) => (state.namespace = v)));
    selects.append(select("Control", distinct(controlId).map((c) => [c, c]), (v) => (state.control = v)));
    const frameworkOptions = [...frameworks].map(([id, f]) => [id, f.title]);
    const frameworkField = select("Framework", frameworkOptions, (v) => {
      state.framework = v;
      state.requirement = "";
      chip.hidden = true;
    });
    selects.append(frameworkField);
    if (findings.some((f) => f.b)) {
      selects.append(select("Baseline", [["new", "new"], ["unchanged", "unchanged"]], (v) => (state.baseline = v)));
    }
    selects.append(groupBy());
    form.append(selects);

    const chip = make("button", "requirement");
    chip.type = "button";
    chip.hidden = true;
    chip.addEventListener("click", () => {
      state.requirement = "";
      chip.hidden = true;
      render();
    });
    const reset = make("button", "", "Reset");
    reset.type = "button";
    reset.addEventListener("click", () => {
      form.reset();
      form.querySelectorAll("input[type=checkbox]").forEach((box) => (box.checked = true));
      Object.assign(state, { namespace: "", control: "", framework: "", requirement: "", baseline: "", words: [], by: "control" });
      SEVERITIES.forEach((s) => state.severities.add(s));
      VERDICTS.forEach((v) => state.verdicts.add(v));
      chip.hidden = true;
      render();
    });
    const expand = make("button", "", "Open all");
    expand.type = "button";
    expand.addEventListener("click", () => {
      const all = [...list.querySelectorAll("details.group")];
      const open = all.some((d) => !d.open);
      all.forEach((d) => (d.open = open));
      expand.textContent = open ? "Close all" : "Open all";
    });
    explorer.replaceChildren(form, make("div", "bar-line", status, chip, expand, reset), list);
    if (data.left > 0) {
      explorer.append(make("p", "hint", `${data.left} more findings are counted above and not listed on this page.`));
    }
    shortcuts(search);
    requirementLinks(frameworkField.querySelector("select"), chip);
  };

  const groupBy = () => {
    const box = make("select");
    for (const by of ["control", "object"]) {
      const option = make("option", "", by);
      option.value = by;
      box.append(option);
    }
    box.addEventListener("change", () => {
      state.by = box.value;
      render();
    });
    return make("label", "field", "Group by", box);
  };

  const shortcuts = (search) => {
    document.addEventListener("keydown", (event) => {
      const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
      if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        search.focus();
      }
    });
  };

  const requirementLinks = (frameworkSelect, chip) => {
    document.addEventListener("click", (event) => {
      const link = event.target.closest("a[data-requirement]");
      if (!link || !frameworks.has(link.dataset.framework)) return;
      state.framework = link.dataset.framework;
      state.requirement = link.dataset.requirement;
      frameworkSelect.value = state.framework;
      chip.textContent = `${state.requirement} \u00d7`;
      chip.setAttribute("aria-label", `Stop filtering by ${state.requirement}`);
      chip.hidden = false;
      render();
    });
  };

  // Paper shows what is open: open what was asked for, as far as paper goes.
  window.addEventListener("beforeprint", () => {
    let left = PRINTED;
    document.querySelectorAll("details.framework").forEach((d) => (d.open = true));
    for (const details of list.querySelectorAll("details.group")) {
      if (left <= 0) break;
      details.load(left);
      details.open = true;
      left -= details.querySelectorAll(".finding").length;
    }
  });

  build();
  render();
})();
