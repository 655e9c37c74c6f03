import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { toWireError } from '../core/api/wire.ts';
import { AppError } from '../core/domain/errors.ts';
import { PAGE_HEADERS } from '../core/services/interface/csp.ts';
import type { FaceDoor } from '../core/services/face/face-door.ts';
import type { FindFile } from '../core/services/interface/interface-files.ts';
import type { Router } from '../core/services/router.ts';
import { answerDoor } from './door.ts';
import { refuse, refuseHost } from './guard.ts';

/** A request's body may hold this many bytes: far more than any input of the contract. */
const MAX_BODY = 1_000_000;

export interface WebServer {
  readonly port: number;
  close(): Promise<void>;
}

/** Serves the interface and the contract on 127.0.0.1. @throws NodeJS.ErrnoException `EADDRINUSE` when the port is taken */
export async function startServer(options: {
  readonly router: Router;
  readonly findFile: FindFile;
  readonly door: FaceDoor;
  readonly port: number;
  readonly token: string;
}): Promise<WebServer> {
  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const pathname = pathOf(request.url ?? '/');
    if (pathname === null) return end(response, 400, {});
    const refusal = pathname.startsWith('/api/')
      ? refuse(request.headers, port, options.token)
      : refuseHost(request.headers, port);
    if (refusal) return end(response, refusal.status, { refused: refusal.reason });
    if (pathname.startsWith('/api/'))
      return request.method === 'POST'
        ? call(request, response, pathname.slice('/api/'.length))
        : end(response, 405, {});
    if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405, {});
    if (pathname === '/readyz') return end(response, 200, { ready: true });
    if (answerDoor(options.door, request, response, { pathname, port })) return;
    const file = options.findFile(pathname);
    if (!file) return end(response, 404, {});
    response.writeHead(200, {
      ...PAGE_HEADERS,
      'content-type': file.type,
      'cache-control': file.path.endsWith('.html') ? 'no-store' : 'max-age=31536000, immutable',
    });
    if (request.method === 'HEAD') return void response.end();
    createReadStream(file.path)
      .on('error', () => response.destroy())
      .pipe(response);
  }

  async function call(request: IncomingMessage, response: ServerResponse, method: string): Promise<void> {
    let input: unknown;
    try {
      input = JSON.parse(await readBody(request));
    } catch {
      return end(
        response,
        200,
        toWireError(
          new AppError('bad-input', 'the body is no JSON or too large', {
            method: method.slice(0, 80),
            field: '',
            reason: 'body',
          }),
        ),
      );
    }
    end(response, 200, await options.router(decoded(method), input));
  }

  return { port, close: () => closeServer(server) };
}

/** The path a request line asks for, its query aside; null when it is no path (`*`, another address, a broken one). */
function pathOf(target: string): string | null {
  const url = `http://127.0.0.1${target}`;
  return target.startsWith('/') && URL.canParse(url) ? new URL(url).pathname : null;
}

/** A method's name; as it stands where its percents are broken, and then the router knows no such method. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    // What is too much is read and dropped: leaving off would cut the connection before the reply.
    if (size <= MAX_BODY) chunks.push(chunk);
  }
  if (size > MAX_BODY) throw new RangeError('body too large');
  return Buffer.concat(chunks).toString('utf8');
}

function end(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(JSON.stringify(body));
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
