"use strict";
(() => {
  // Charts take their colours from the style sheet, which knows light, dark and print.
  const drawn = [];

  function theme() {
    const style = getComputedStyle(document.documentElement);
    const colour = (name) => style.getPropertyValue("--" + name).trim();
    const axis = {
      axisLine: { lineStyle: { color: colour("quiet") } },
      axisTick: { lineStyle: { color: colour("quiet") } },
      axisLabel: { color: colour("quiet") },
      nameTextStyle: { color: colour("quiet") },
      splitLine: { lineStyle: { color: colour("line") } },
    };
    return {
      color: [1, 2, 3, 4, 5, 6].map((n) => colour("series-" + n)),
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
      valueAxis: axis,
      categoryAxis: { ...axis, splitLine: { show: false } },
      legend: { textStyle: { color: colour("ink") }, pageTextStyle: { color: colour("quiet") } },
      tooltip: {
        backgroundColor: colour("surface"),
        borderColor: colour("line"),
        textStyle: { color: colour("ink") },
      },
      markLine: {
        lineStyle: { color: colour("quiet") },
        label: { color: colour("ink") },
      },
    };
  }

  function shown(value) {
    return value === null || value === undefined || Number.isNaN(value)
      ? "–"
      : String(Number(Number(value).toPrecision(4)));
  }

  function draw() {
    drawn.splice(0).forEach((chart) => chart.dispose());
    const colours = theme();
    document.querySelectorAll("script[data-chart]").forEach((script) => {
      const options = JSON.parse(script.textContent);
      options.tooltip.valueFormatter = shown;
      options.series
        .filter((series) => series.markLine)
        .forEach(({ markLine }) => {
          Object.assign(markLine.lineStyle, colours.markLine.lineStyle);
          markLine.label = colours.markLine.label;
        });
      const chart = echarts.init(document.getElementById(script.dataset.chart), colours, {
        renderer: "svg",
      });
      chart.setOption(options);
      drawn.push(chart);
    });
  }

  function compare(left, right, figures) {
    if (left === "" || right === "") {
      return (left === "") - (right === "");
    }
    return figures ? Number(left) - Number(right) : left.localeCompare(right, "en");
  }

  // What has no value stays below whatever the order.
  function sort(table, column, header) {
    const descending = header.getAttribute("aria-sort") === "ascending";
    const figures = header.classList.contains("figure");
    const key = (row) => row.cells[column].dataset.sort;
    const rows = [...table.tBodies[0].rows];
    rows.sort((a, b) => {
      const order = compare(key(a), key(b), figures);
      return descending && key(a) !== "" && key(b) !== "" ? -order : order;
    });
    table.querySelectorAll("[aria-sort]").forEach((th) => th.removeAttribute("aria-sort"));
    header.setAttribute("aria-sort", descending ? "descending" : "ascending");
    table.tBodies[0].append(...rows);
  }

  document.querySelectorAll("table").forEach((table) => {
    if (table.tBodies[0].rows.length < 2) {
      return;
    }
    [...table.tHead.rows[0].cells].forEach((header, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...header.childNodes);
      button.addEventListener("click", () => sort(table, column, header));
      header.append(button);
    });
  });

  if (document.querySelector("script[data-chart]")) {
    draw();
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
    matchMedia("print").addEventListener("change", draw);
    addEventListener("resize", () => drawn.forEach((chart) => chart.resize()));
  }
})();
