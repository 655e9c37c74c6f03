/** Colours a passage can be marked in: those of the app's identity, so that they are seen in light and dark. */
export const HIGHLIGHT_COLOURS = ['amber', 'indigo', 'green', 'red'] as const;
export type HighlightColour = (typeof HIGHLIGHT_COLOURS)[number];
