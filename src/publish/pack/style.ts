/** The look of the file, on screen and on paper: as on the pages of Canopy, without its style sheet. */
export const style = `
body{margin:0;color:#0b0c0c;background:#fff;font:1.1875rem/1.45 Arial,Helvetica,sans-serif;overflow-wrap:break-word}
main{max-width:66rem;margin:0 auto;padding:1.5rem 1rem}
h1{font-size:2.25rem;line-height:1.15}
h2{margin-top:3rem;font-size:1.5rem}
h3{margin:0 0 .5rem;font-size:1.1875rem}
a{color:#1a65a6}
a:focus,button:focus,input:focus{outline:3px solid #fd0;box-shadow:0 0 0 5px #0b0c0c}
h1:focus{outline:none}
[hidden]{display:none!important}
.pack-label{display:block;font-weight:700}
.pack-hint{margin:.25rem 0;color:#484949}
.pack-problem{margin:.25rem 0;color:#b10e1e;font-weight:700}
.pack-problem:empty{display:none}
.pack-group--error{padding-left:1rem;border-left:5px solid #b10e1e}
.pack-input{box-sizing:border-box;width:100%;max-width:26rem;padding:.4rem;border:2px solid #0b0c0c;font:inherit}
.pack-button{padding:.5rem 1rem;border:0;color:#fff;background:#1a65a6;font:inherit;font-weight:700;cursor:pointer}
.pack-contents ul{padding-left:1.2rem}
.govuk-summary-card{margin:1rem 0;padding:1rem;border:1px solid #b1b4b6}
dl{margin:0}
dl div{display:grid;grid-template-columns:14rem 1fr;gap:.25rem 1rem;padding:.25rem 0;border-bottom:1px solid #d7d7d7}
dt{font-weight:700}
dd{margin:0}
table{width:100%;border-collapse:collapse;font-size:1rem}
th,td{padding:.4rem .75rem .4rem 0;border-bottom:1px solid #b1b4b6;text-align:left;vertical-align:top}
.govuk-visually-hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media screen and (max-width:39.99em){
h1{font-size:1.75rem}
body{overflow-wrap:anywhere}
dl div{grid-template-columns:1fr;gap:0}
table,tbody,tr,th,td,caption{display:block}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
tr{padding:.5rem 0;border-bottom:2px solid #1a65a6}
th,td{padding:.25rem 0;border:0}
td{display:grid;grid-template-columns:8rem 1fr;gap:.5rem}
td::before{font-weight:700;content:attr(data-label) / ""}
}
@page{margin:20mm 15mm;@bottom-right{content:"Page " counter(page) " of " counter(pages);font:9pt Arial,sans-serif}}
@media print{
body{font-size:11pt}
main{max-width:none;padding:0}
.pack-screen,.pack-contents{display:none}
h1,h2,h3{break-after:avoid}
thead{display:table-header-group}
tr,.govuk-summary-card{break-inside:avoid}
table{font-size:9.5pt}
a{color:inherit;text-decoration:none}
}`
