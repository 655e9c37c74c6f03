// Loaded into real Electron before the app (`-r`): an error box would wait for a person, so it is written out instead.
/* eslint-disable @typescript-eslint/no-require-imports, no-undef -- Electron's -r takes CommonJS only */
const { dialog } = require('electron');

dialog.showErrorBox = (title, content) => console.log(`BOX ${JSON.stringify(`${title}\n${content}`)}`);
