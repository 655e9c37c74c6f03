import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

const listed = (names: readonly unknown[]): string => names.map((name) => `"${String(name)}"`).join(', ');

/** What is wrong with a field and what to write there, in plain words. */
export function issueText(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? `is missing: ${wanted(issue.expected)} belongs here`
        : `is not ${wanted(issue.expected)}`;
    case 'unrecognized_keys':
      return `${listed(issue.keys)} is no field that is known here: mind its spelling, or take it out`;
    case 'invalid_value':
      return `must be ${issue.values.length > 1 ? 'one of ' : ''}${listed(issue.values)}`;
    case 'invalid_union':
      return issue.discriminator === undefined
        ? 'is none of what may stand here'
        : `"${issue.discriminator}" says nothing that is known: mind its spelling`;
    case 'too_small':
      return `has too little: ${issue.minimum} ${unitOf(issue.origin)} at least`;
    case 'too_big':
      return `has too much: ${issue.maximum} ${unitOf(issue.origin)} at most`;
    default:
      return issue.message;
  }
}

function wanted(type: string): string {
  switch (type) {
    case 'string':
      return 'a text';
    case 'int':
      return 'a whole number';
    case 'array':
    case 'tuple':
      return 'a list';
    case 'object':
    case 'record':
      return 'a group of fields';
    default:
      return `a ${type}`;
  }
}

const unitOf = (origin: string): string =>
  origin === 'array' ? 'entries' : origin === 'string' ? 'characters' : 'is the number';
