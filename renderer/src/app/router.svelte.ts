import { href, parseRoute, sessionOf, withSession, type Route } from './address.ts';
import { ScrollPlaces } from './scroll-places.ts';

/** The route of the address bar. Back and forward work because every move is a step in the history. */
export class Router {
  route = $state.raw<Route>({ name: 'today' });
  readonly #page: Window;
  #arriving = false;
  /** Moves since the page was loaded: there is a step back within the app. */
  #moves = 0;
  readonly #scrolls: ScrollPlaces;

  constructor(page: Window) {
    this.#page = page;
    this.#scrolls = new ScrollPlaces(page);
    this.route = parseRoute(page.location.hash);
  }

  /** Follows the address; returns the way to stop. */
  readonly listen = (): (() => void) => {
    const follow = () => {
      this.arrive();
      this.#moves += 1;
      this.route = parseRoute(this.#page.location.hash);
    };
    this.#page.addEventListener('hashchange', follow);
    const end = this.#scrolls.listen();
    return () => {
      this.#page.removeEventListener('hashchange', follow);
      end();
    };
  };

  readonly go = (to: Route | string): void => {
    this.#page.location.hash = typeof to === 'string' ? to : href(to);
  };

  /** Back to where one came from; where the page began here, to what it belongs to. */
  readonly back = (otherwise: Route | string): void => {
    if (this.#moves > 0) this.#page.history.back();
    else this.go(otherwise);
  };

  /** Changes the address without a step in the history: for addresses that only say more exactly where one is. */
  readonly settle = (to: Route): void => {
    this.#page.history.replaceState(this.#page.history.state, '', href(to));
    this.route = to;
  };

  /** The session that the address names: after the page was loaded again it can be gone on with. */
  get session(): string | null {
    return sessionOf(this.#page.location.hash);
  }

  /** Names the session in the address, without a step in the history. */
  readonly settleSession = (sessionId: string): void => {
    const { hash } = this.#page.location;
    this.#page.history.replaceState(null, '', withSession(hash || href(this.route), sessionId));
  };

  /** A move that the address does not show: the next heading takes the focus. */
  readonly arrive = (): void => {
    this.#arriving = true;
  };

  /** Attached to a view's heading: takes the focus after a move. Reading starts at the top of a new view, and where it was left on the way back. */
  readonly welcome = (heading: HTMLElement): void => {
    if (!this.#arriving) return;
    this.#arriving = false;
    this.#scrolls.arrive();
    heading.focus({ preventScroll: true });
  };
}
