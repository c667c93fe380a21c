/** The look of a report that is a file of its own, on screen and on paper. No quotation marks and angles: it stands inside the document. */
export const style = `
body{margin:0;color:#0b0c0c;background:#fff;font:1.1875rem/1.45 Arial,Helvetica,sans-serif;overflow-wrap:break-word}
main{max-width:60rem;margin:0 auto;padding:2rem 1rem}
h1{font-size:2.25rem;line-height:1.15}
h1 span{display:block;color:#484949;font-size:1.3rem;font-weight:400}
h2{margin-top:3rem;font-size:1.75rem}
h3{margin-top:2rem;font-size:1.35rem}
a{color:#1a65a6}
sup{font-size:.75em;line-height:0}
figure{margin:2rem 0 1rem}
.canopy-chart__drawing{overflow-x:auto;margin-top:1rem}
.canopy-chart__drawing svg{min-width:30rem;max-width:100%;height:auto}
.canopy-scroll{position:relative;overflow-x:auto;margin:1.5rem 0}
table{width:100%;border-collapse:collapse;font-size:1rem}
caption{padding-bottom:.5rem;text-align:left;font-weight:700}
th,td{padding:.4rem .75rem .4rem 0;border-bottom:1px solid #b1b4b6;text-align:left;vertical-align:top}
tbody th{font-weight:400}
.report-total th,.report-total td{font-weight:700}
.govuk-table__header--numeric,.govuk-table__cell--numeric{text-align:right;font-variant-numeric:tabular-nums}
.report-notes li{margin-bottom:.75rem}
.govuk-visually-hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@page{margin:18mm 15mm 20mm;@bottom-right{content:counter(page) / counter(pages);font:9pt Arial,sans-serif}}
@media print{
body{font-size:11pt}
main{max-width:none;padding:0}
h1,h2,h3,figcaption,caption,thead{break-after:avoid}
figure,tr,li{break-inside:avoid}
.canopy-scroll,.canopy-chart__drawing{overflow:visible}
.canopy-chart__drawing svg{min-width:0;width:100%;max-width:160mm}
table{font-size:9.5pt}
a{color:inherit;text-decoration:none}
}`
