import { createContext, Script } from 'node:vm';
import { AppError } from '../../domain/errors.ts';
import { MAX_FIELD } from '../../domain/history/limits.ts';

/** What is looked for in fields, and what is put in its place. */
export interface Replacement {
  readonly find: string;
  readonly replace: string;
  readonly isRegex: boolean;
  readonly isCaseSensitive: boolean;
}

/** What becomes of some texts; null of one that would be too long. @throws AppError `bad-pattern` */
export type Replace = (texts: readonly string[]) => (string | null)[];

/** Some texts together, and one alone, may take so long. */
const TOGETHER_MS = 60;
const ALONE_MS = 250;
/** Characters that may come of one text before it is looked whether it is too long. */
const MOST_MADE = 20_000_000;

/** @throws AppError `bad-pattern` where the expression is none */
export function replacing({ find, replace, isRegex, isCaseSensitive }: Replacement): Replace {
  const flags = isCaseSensitive ? 'gu' : 'giu';
  if (isRegex) return inTime(patternOf(find, flags), replace);
  const pattern = new RegExp(find.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&'), flags);
  // As it stands, `$&` included.
  const literal = replace.replaceAll('$', '$$$$');
  return (texts) => texts.map((text) => made(text, pattern, literal));
}

function patternOf(find: string, flags: string): RegExp {
  try {
    return new RegExp(find, flags);
  } catch (cause) {
    throw new AppError('bad-pattern', 'not a regular expression', { reason: 'syntax' }, { cause });
  }
}

/**
 * A regular expression may take longer than the world is old. The engine hears of the end of its time in the midst of one, which it does
 * only for what runs as a script of its own.
 */
function inTime(pattern: RegExp, replace: string): Replace {
  const script = new Script('run()');
  const within = (texts: readonly string[], timeout: number): (string | null)[] => {
    const context = createContext({ run: () => texts.map((text) => made(text, pattern, replace)) });
    return script.runInContext(context, { timeout }) as (string | null)[];
  };
  return (texts) => {
    try {
      return within(texts, TOGETHER_MS);
    } catch (cause) {
      if (!isTimeout(cause)) throw cause;
    }
    return texts.map((text) => {
      try {
        return within([text], ALONE_MS)[0]!;
      } catch (cause) {
        if (!isTimeout(cause)) throw cause;
        throw new AppError('bad-pattern', 'a regular expression takes too long', { reason: 'too-slow' }, { cause });
      }
    });
  };
}

const isTimeout = (cause: unknown): boolean =>
  (cause as { readonly code?: unknown }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';

function made(text: string, pattern: RegExp, replace: string): string | null {
  const found = text.match(pattern)?.length ?? 0;
  if (found === 0) return text;
  // A short pattern that matches everywhere, with a long replacement, would fill the memory before anyone saw how long it is.
  const references = replace.split('$').length - 1;
  if (found * (replace.length + references * text.length) > MOST_MADE) return null;
  const result = text.replace(pattern, replace);
  return result.length > MAX_FIELD ? null : result;
}
