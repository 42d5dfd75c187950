/** The look of the report; colours have a contrast of 4.5 or more, in light and dark. */
export const PAGE_STYLE = `
:root{color-scheme:light dark;--ink:#1b1f1d;--paper:#fff;--line:#0b5d4b;--grid:#d5dad7}
@media(prefers-color-scheme:dark){:root{--ink:#e9eeec;--paper:#141816;--line:#6fd3b8;--grid:#3a423f}}
body{font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);margin:0}
main{max-width:60rem;margin:0 auto;padding:1rem}
main>table{border-collapse:collapse;margin:1rem 0;width:100%;font-size:.9rem}
main>table caption{text-align:left;font-weight:600;padding:.25rem 0}
main>table :is(th,td){text-align:left;vertical-align:top;border-bottom:1px solid var(--grid);padding:.25rem 1rem .25rem 0}
@media(max-width:40rem){main>table thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
main>table tbody :is(tr,th,td){display:block;border:0;padding:.1rem 0}main>table tbody tr{border-bottom:1px solid var(--grid);padding:.5rem 0}
main>table td:empty{display:none}main>table td::before{content:attr(data-head) ': ';opacity:.85}}
h1,h2,h3,li,p,td,th{overflow-wrap:break-word}h2{margin-top:2rem}
.chart{width:100%;overflow:hidden}.hashes{font:12px/1.6 monospace;overflow-wrap:anywhere}
`

/** Draws every chart into its place: the median as a line, two bands around it. */
export const CHART_SCRIPT = `
const style=getComputedStyle(document.documentElement),ink=style.getPropertyValue('--ink').trim(),line=style.getPropertyValue('--line').trim(),grid=style.getPropertyValue('--grid').trim()
charts.forEach(({title,unit,bands},i)=>{
const place=document.getElementById('c'+i),axis={stroke:ink,grid:{stroke:grid},ticks:{stroke:grid}}
const draw=()=>{place.replaceChildren();new uPlot({width:place.clientWidth||800,height:280,cursor:{drag:{x:true,y:false}},scales:{x:{time:false}},
axes:[{...axis,label:'period'},{...axis,label:unit,size:70}],
series:[{label:'period'},{label:'5 %',stroke:'transparent'},{label:'25 %',stroke:'transparent'},{label:'median',stroke:line,width:2},{label:'75 %',stroke:'transparent'},{label:'95 %',stroke:'transparent'}],
bands:[{series:[5,1],fill:line+'33'},{series:[4,2],fill:line+'55'}]},
[bands[0].map((_,period)=>period),...bands],place)}
draw();addEventListener('resize',draw)})
`
