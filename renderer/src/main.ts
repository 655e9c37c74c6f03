import { mount } from 'svelte';
import Root from './App.svelte';
import { hostTransport, pathOfFile } from './host.ts';
import { fetchViews } from './routes.ts';
import { App } from './app/app.svelte.ts';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';

// The token leaves the address before the router reads it.
const transport = hostTransport(window);
mount(Root, { target: document.body, props: { app: new App(transport, (file) => pathOfFile(window, file)) } });
window.addEventListener('load', fetchViews);
