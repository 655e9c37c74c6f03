/** Pieces of a text in which `**words**` are emphasised: every second one is. */
export const emphasised = (text: string): string[] => text.split(/\*\*(.+?)\*\*/);
