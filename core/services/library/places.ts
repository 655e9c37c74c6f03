/** Where things of the library are, below the data folder. */
export const PACKS = 'library/packs';
export const MEDIA = 'library/media';
/** Made again from the packs whenever it is missing. */
export const INDEX = 'library/index';

export const packPath = (sha256: string): string => `${PACKS}/${sha256}.ndjson`;
export const columnsPath = (sha256: string): string => `${INDEX}/${sha256}.columns`;
export const mediaPath = (sha256: string): string => `${MEDIA}/${sha256.slice(0, 2)}/${sha256}`;
