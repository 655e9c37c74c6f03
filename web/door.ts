import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FaceDoor } from '../core/services/face/face-door.ts';

/** Answers where the frame of cards, or a file of a card, is asked for. @returns whether it was */
export function answerDoor(
  door: FaceDoor,
  { headers, method }: IncomingMessage,
  response: ServerResponse,
  { pathname, port }: { readonly pathname: string; readonly port: number },
): boolean {
  const one = (name: string) => headers[name]?.toString();
  const reply = door.answer({
    pathname,
    origin: `http://127.0.0.1:${port}`,
    range: one('range'),
    ifNoneMatch: one('if-none-match'),
    fetch: { site: one('sec-fetch-site'), dest: one('sec-fetch-dest') },
  });
  if (reply === null) return false;
  response.writeHead(reply.status, reply.headers);
  const { body } = reply;
  if (method === 'HEAD' || body === null) response.end();
  else if (typeof body === 'string') response.end(body);
  else if (body.from === body.to) response.end();
  else
    createReadStream(body.path, { start: body.from, end: body.to - 1 })
      .on('error', () => response.destroy())
      .pipe(response);
  return true;
}
