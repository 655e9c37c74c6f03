// Plants a fault: a Vite plugin that changes one text of one source while it is read.

/**
 * @typedef {object} Fault
 * @property {string} name
 * @property {string} file source the change is in
 * @property {string} find text that must stand there exactly once
 * @property {string} replace
 */

/** @param {Fault} fault */
export function plant(fault) {
  return {
    name: 'plant-fault',
    enforce: /** @type {const} */ ('pre'),
    transform(/** @type {string} */ code, /** @type {string} */ id) {
      if (!id.endsWith(`/${fault.file}`)) return null;
      const parts = code.split(fault.find);
      if (parts.length !== 2)
        throw new Error(`${fault.name}: "${fault.find}" stands ${parts.length - 1} times in ${id}`);
      return parts.join(fault.replace);
    },
  };
}
