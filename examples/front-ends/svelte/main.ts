import { connectRegen } from 'regen-fees/client'
import { defineElements } from 'regen-fees/element'
import { mount } from 'svelte'
import App from './App.svelte'

const buyer = 'regen160z6t8z08nj5ja38xrkat09r5thqyyat9aa2qg'

defineElements()
const regen = await connectRegen('https://regen-rpc.publicnode.com')
// All orders, the fees in force, and what the buyer holds, at one height: from here on everything is computed in the page.
const book = await regen.snapshot('everything', { accounts: [buyer] })
mount(App, { target: document.getElementById('app') as HTMLElement, props: { book, buyer } })
