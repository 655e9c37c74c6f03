export function electronBinary(): string | null;
export function fetchElectron(): string | null;
