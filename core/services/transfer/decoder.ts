/** What 0x80 to 0x9F mean in windows-1252, from the first on; the five without a meaning stay as they are. */
const WESTERN_SIGNS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

interface Decoder {
  decode(bytes: Uint8Array, options?: { readonly stream?: boolean }): string;
}

/**
 * Decodes text as the WHATWG standard says. Node's own decoder takes windows-1252 for Latin-1 in some versions: curly quotes, dashes, œ
 * and € would become control characters.
 * @param label one of the standard @throws RangeError for another
 */
export function decoderOf(label: string, isFatal = false): Decoder {
  const decoder = new TextDecoder(label, { fatal: isFatal });
  if (decoder.encoding !== 'windows-1252') return decoder;
  return {
    decode: (bytes, options) =>
      decoder.decode(bytes, options).replaceAll(/[\x80-\x9f]/g, (sign) => WESTERN_SIGNS[sign.charCodeAt(0) - 0x80]!),
  };
}
