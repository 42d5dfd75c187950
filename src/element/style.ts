/** Light and dark by the reader's setting; every colour of text has a contrast of 4.5 or more on its ground. Parts can be styled from outside. */
export const STYLE = `
:host { display: block; color-scheme: light dark; container-type: inline-size;
  --ground: #ffffff; --text: #1b2a20; --quiet: #4c5d52; --line: #c9d4cc; --live: #14532d; --proposed: #6b3a00;
  --bad: #a11616; --burn: #b3400f; --validator: #1f5f99; --community: #2f7d4a; --agent: #7a4b9c;
  font: 1rem/1.5 system-ui, sans-serif; color: var(--text); background: var(--ground) }
@media (prefers-color-scheme: dark) { :host {
  --ground: #121a15; --text: #e6efe8; --quiet: #a9bbaf; --line: #3a4a40; --live: #8fe0ad; --proposed: #f0c58a;
  --bad: #ff9d94; --burn: #e8845a; --validator: #7db4e6; --community: #7cc796; --agent: #c79be6 } }
:host([hidden]) { display: none }
article { padding: 1rem; border: 1px solid var(--line); border-radius: .5rem; display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr); overflow-wrap: anywhere }
h2, h3, p, ul, dl, table { margin: 0; padding: 0 }
h2 { font-size: 1.1rem } h3 { font-size: 1rem }
ul { list-style: none; display: grid; gap: .35rem }
.sides { display: grid; gap: 1rem; grid-template-columns: 1fr 1fr }
@container (max-width: 34rem) { .sides { grid-template-columns: minmax(0, 1fr) } }
section { border-top: 4px solid var(--line); padding-top: .5rem; display: grid; gap: .5rem; align-content: start; grid-template-columns: minmax(0, 1fr) }
section.live { border-color: var(--live) } section.live h3 { color: var(--live) }
section.proposed { border-style: dashed; border-color: var(--proposed); border-width: 4px 0 0 } section.proposed h3 { color: var(--proposed) }
.quiet { color: var(--quiet); font-size: .9rem }
dl { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: .2rem 1rem } dd { margin: 0; text-align: end; font-variant-numeric: tabular-nums } dt { min-width: 0; overflow-wrap: anywhere }
@container (max-width: 24rem) { dl { grid-template-columns: minmax(0, 1fr) } dd { text-align: start } }
.bar { display: flex; height: .9rem; border-radius: .45rem; overflow: hidden; gap: 2px; background: var(--line) } .bar span { display: block }
.key::before { content: ''; display: inline-block; width: .7em; height: .7em; margin-inline-end: .4em; border-radius: 2px; background: var(--pool) }
.bad { color: var(--bad); font-weight: 600 }
.scroll { overflow-x: auto } .scroll:focus-visible, button:focus-visible { outline: 3px solid var(--validator); outline-offset: 2px }
table { border-collapse: collapse; width: 100%; overflow-wrap: normal } tbody td:nth-child(2) { min-width: 8rem } tbody td:nth-child(5) { min-width: 6rem } caption { text-align: start; font-weight: 600; padding-bottom: .4rem }
th, td { text-align: start; padding: .35rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top } th { color: var(--quiet); font-weight: 600 }
td.number, th.number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap }
@container (max-width: 34rem) {
  table, caption, tbody { display: block } thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
  tbody tr { display: grid; padding: .5rem 0; border-bottom: 1px solid var(--line) }
  tbody th, tbody td, td.number { display: flex; justify-content: space-between; gap: 1rem; padding: .1rem 0; border: 0; white-space: normal; text-align: end; overflow-wrap: anywhere }
  tbody :is(th, td)::before { content: attr(data-head); flex: none; color: var(--quiet); font-weight: 400 } tbody td:last-child::before { content: none }
  tbody td:last-child { justify-content: end } }
button { font: inherit; color: inherit; background: transparent; border: 1px solid currentColor; border-radius: .4rem; padding: .15rem .6rem; cursor: pointer }
`
