/** Minutes east of UTC on this machine at an instant (epoch ms). */
export const zoneOffsetMin = (at: number): number => -new Date(at).getTimezoneOffset();
