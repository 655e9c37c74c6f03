import { standInApp } from './app.ts';
import { needs, strict } from './strict.ts';

export interface CustomScheme {
  readonly scheme: string;
  readonly privileges?: { readonly standard?: boolean; readonly secure?: boolean; readonly bypassCSP?: boolean };
}
type Handler = (request: Request) => Response | Promise<Response>;

let schemes: readonly CustomScheme[] = [];
const handlers = new Map<string, Handler>();

export const privileged = (): readonly CustomScheme[] => schemes;
export const handlerOf = (scheme: string): Handler | undefined => handlers.get(scheme);

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged(list: readonly CustomScheme[]): void {
    needs(!standInApp.isReady(), 'protocol.registerSchemesAsPrivileged should be called before app is ready');
    for (const { scheme, privileges = {} } of list)
      needs(
        privileges.standard && privileges.secure && !privileges.bypassCSP,
        `the stand-in can play only a standard and secure scheme: ${scheme}`,
      );
    schemes = list;
  },
  handle(scheme: string, handler: Handler): void {
    needs(!handlers.has(scheme), `Failed to register protocol: ${scheme}`);
    handlers.set(scheme, handler);
  },
});
