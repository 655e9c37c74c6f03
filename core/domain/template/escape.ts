/** Plain text as HTML. */
export const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Plain text, or HTML, as the value of an attribute in double quotes that reads the same. */
export const escapeAttribute = (text: string): string => escapeText(text).replaceAll('"', '&quot;');
