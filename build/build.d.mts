export function build(logLevel: 'silent' | 'warn'): Promise<void>;
