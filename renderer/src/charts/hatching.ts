/** Amber stripes: what is late. Told apart from a full tone without any colour. */
export const HATCH = 'url(#chart-hatch)';
