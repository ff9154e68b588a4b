(function () {
  "use strict";
  var figures = JSON.parse(document.getElementById("figures").textContent);
  var dark = window.matchMedia("(prefers-color-scheme: dark)");
  function draw() {
    var figure = dark.matches ? figures.dark : figures.light;
    Plotly.react("map", figure.data, figure.layout, { responsive: true, displayModeBar: false });
  }
  dark.addEventListener("change", draw);
  draw();
})();
