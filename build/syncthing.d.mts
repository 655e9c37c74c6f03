export function findSyncthing(): string | null;
export function provideSyncthing(): void;
