/**
 * Values over CDP, which carries text: JSON that keeps undefined, dates, bytes and numbers without a JSON form. As source
 * text, because one half of it runs in the page.
 */
export const CODEC = `
const encode = (v) => {
  if (v === undefined) return { $: 'u' };
  if (typeof v === 'number' && !Number.isFinite(v)) return { $: 'n', v: String(v) };
  if (typeof v === 'bigint') return { $: 'i', v: String(v) };
  if (v instanceof Date) return { $: 'd', v: v.getTime() };
  if (v instanceof Uint8Array) { let s = ''; for (const b of v) s += String.fromCharCode(b); return { $: 'b', v: btoa(s) }; }
  if (Array.isArray(v)) return v.map(encode);
  if (typeof v === 'object' && v !== null) {
    const name = Object.prototype.toString.call(v);
    if (name !== '[object Object]') throw new Error('the stand-in can not carry ' + name);
    return { $: 'o', v: Object.entries(v).map(([k, x]) => [k, encode(x)]) };
  }
  return v;
};
const decode = (v) => {
  if (Array.isArray(v)) return v.map(decode);
  if (typeof v !== 'object' || v === null) return v;
  switch (v.$) {
    case 'u': return undefined;
    case 'n': return Number(v.v);
    case 'i': return BigInt(v.v);
    case 'd': return new Date(v.v);
    case 'b': return Uint8Array.from(atob(v.v), (c) => c.charCodeAt(0));
    default: return Object.fromEntries(v.v.map(([k, x]) => [k, decode(x)]));
  }
};`;

type Convert = (value: unknown) => unknown;
export const { encode, decode } = new Function(`${CODEC} return { encode, decode };`)() as {
  encode: Convert;
  decode: Convert;
};
