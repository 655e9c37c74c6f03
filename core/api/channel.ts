/** The one IPC channel between preload and main. */
export const API_CHANNEL = 'jamdai:call';
