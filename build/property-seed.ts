import fc from 'fast-check';

/**
 * Properties are tried on the same inputs in every `npm test`: what it says of a commit is the same tomorrow. The long run takes new
 * inputs each time; what it finds becomes a test of its own.
 */
if (process.env['JAMDAI_LONG'] === undefined) fc.configureGlobal({ seed: 20_261_129 });
