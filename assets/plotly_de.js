// German for interactive charts: plotly takes up what stands in PlotlyLocales when it is loaded.
(window.PlotlyLocales = window.PlotlyLocales || []).push({
  moduleType: "locale",
  name: "de",
  dictionary: {
    "Autoscale": "Ausschnitt anpassen",
    "Box Select": "Rechteck auswählen",
    "Compare data on hover": "Werte vergleichen",
    "Double-click to zoom back out": "Doppelklick: ganze Ansicht",
    "Download plot": "Diagramm herunterladen",
    "Download plot as a PNG": "Diagramm als Bild (PNG) herunterladen",
    "Lasso Select": "Bereich auswählen",
    "Pan": "Verschieben",
    "Produced with Plotly.js": "Erstellt mit Plotly.js",
    "Reset": "Zurücksetzen",
    "Reset axes": "Achsen zurücksetzen",
    "Show closest data on hover": "Nächsten Wert zeigen",
    "Taking snapshot - this may take a few seconds": "Bild wird erstellt",
    "Toggle Spike Lines": "Hilfslinien ein- oder ausblenden",
    "Zoom": "Vergrößern",
    "Zoom in": "Vergrößern",
    "Zoom out": "Verkleinern"
  },
  format: {
    days: ["Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"],
    shortDays: ["So", "Mo", "Di", "Mi", "Do", "Fr", "Sa"],
    months: ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"],
    shortMonths: ["Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez"],
    date: "%d.%m.%Y",
    decimal: ",",
    thousands: "."
  }
});
