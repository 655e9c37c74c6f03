// `npm run dev`: the app in the browser while it is being written. A changed component appears in the page; a changed service
// restarts the host and reloads the page. Arguments go to the web shell: `npm run dev -- --data FOLDER --now EPOCH_MS`.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { request } from 'node:http';
import { createInterface } from 'node:readline';
import { build, createServer } from 'vite';

const HOST_FOLDER = 'dist/dev';
const args = process.argv.slice(2);

/** The running web shell, or null while it is being built or has failed to start. */
let host = null;
let hostIsReady = promised();

function promised() {
  let resolve;
  const promise = new Promise((done) => (resolve = done));
  return { promise, resolve };
}

async function stopHost() {
  if (!host) return;
  const { child } = host;
  host = null;
  hostIsReady = promised();
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

async function startHost() {
  await stopHost();
  const child = spawn(process.execPath, [`${HOST_FOLDER}/web.js`, '--port', '0', '--no-open', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  host = { child, port: 0, token: '' };
  const [line] = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line'),
    once(child, 'exit').then(() => [null]),
  ]);
  if (line === null) return console.error('the host did not start; it is tried again when a file changes');
  Object.assign(host, JSON.parse(line));
  hostIsReady.resolve();
}

/** Passes a call of the page on to the host with its token, and waits while it is being restarted. */
async function passOn(incoming, outgoing) {
  await hostIsReady.promise;
  const own = `127.0.0.1:${host.port}`;
  const call = request(
    {
      host: '127.0.0.1',
      port: host.port,
      path: `/api${incoming.url}`,
      method: incoming.method,
      headers: {
        ...incoming.headers,
        host: own,
        authorization: `Bearer ${host.token}`,
        // Only the page of this server may call: what another site sends keeps its origin, and the host refuses it.
        ...(incoming.headers.origin === `http://${incoming.headers.host}` && { origin: `http://${own}` }),
      },
    },
    (reply) => {
      outgoing.writeHead(reply.statusCode, reply.headers);
      reply.pipe(outgoing);
    },
  );
  call.on('error', () => outgoing.destroy());
  incoming.pipe(call);
}

const compileCourses = () =>
  spawnSync(process.execPath, [`${HOST_FOLDER}/course.js`, 'compile', 'dist/courses'], { stdio: 'inherit' });

// The host serves what was built last; here the page comes from vite, so an empty folder will do.
mkdirSync('dist/renderer', { recursive: true });

const page = await createServer({
  configFile: 'vite.config.ts',
  server: { host: '127.0.0.1', port: 5173, cors: false },
  plugins: [
    {
      name: 'jamdai-host',
      configureServer: (server) => {
        server.middlewares.use('/api', (incoming, outgoing) => void passOn(incoming, outgoing));
      },
    },
  ],
});

const watcher = await build({
  configFile: false,
  logLevel: 'warn',
  ssr: { noExternal: true },
  build: {
    ssr: true,
    watch: {},
    outDir: HOST_FOLDER,
    emptyOutDir: false,
    target: 'node20',
    minify: false,
    rolldownOptions: {
      input: { web: 'web/main.ts', course: 'core/compiler/main.ts' },
      external: ['electron'],
      output: { entryFileNames: '[name].js' },
    },
  },
});

let isFirst = true;
watcher.on('event', async ({ code, error, result }) => {
  if (error) console.error(error.message);
  if (code === 'BUNDLE_END') {
    await result?.close();
    if (isFirst) compileCourses();
    await startHost();
    if (isFirst) {
      await page.listen();
      console.log(JSON.stringify({ url: page.resolvedUrls.local[0] }));
    } else page.ws.send({ type: 'full-reload' });
    isFirst = false;
  }
});

// Vite would end the process before the host has closed its data folder.
process.removeAllListeners('SIGTERM');
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, async () => {
    await stopHost();
    await watcher.close();
    await page.close();
    process.exit(0);
  });
}
