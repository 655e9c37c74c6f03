import type { QueryError, QueryFault } from './query.ts';

/** A query that can not be understood. Only within this folder: `parseQuery` gives it as a value. */
export class QueryProblem extends Error {
  override readonly name = 'QueryProblem';
  constructor(readonly error: QueryError) {
    super(`${error.fault} at ${error.at}`);
  }
}

/** @param length 0: something is missing there */
export const faultAt = (fault: QueryFault, at: number, length: number): QueryProblem =>
  new QueryProblem({ fault, at, length });
