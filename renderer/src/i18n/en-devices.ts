const numbers = new Intl.NumberFormat('en-GB');
const n = (value: number) => numbers.format(value);
const plural = (count: number, one: string, many: string) => `${n(count)} ${count === 1 ? one : many}`;

/** Texts of several devices over one folder. */
export const enDevices = {
  'devices.title': 'Several devices',
  'devices.sub':
    'Study on several computers. All it takes is a folder that Syncthing, Dropbox, OneDrive, a network drive or a USB stick carries between them: no account, and no server of ours.',
  'devices.linkHelp': 'Keep this computer in step with your others, over a folder.',
  'today.elsewhere': 'You already use Jamdai on another computer?',
  'today.elsewhereDo': 'Bring your progress here',

  'setUp.title': 'Set up this computer',
  'setUp.help':
    'Choose the folder that is carried between your computers. Jamdai makes a folder “jamdai-sync” in it; your data itself stays where it is.',
  'setUp.folder': 'Folder',
  'setUp.look': 'Look into it',
  'setUp.looking': 'Looking …',
  'setUp.none': 'There is no folder at that path.',
  'setUp.noneDo': 'Check how it is written; it has to be the whole path of a folder that is there.',
  'setUp.place': 'This folder can not be used: it lies in the data folder, or the data folder lies in it.',
  'setUp.placeDo': 'Choose a folder beside it. The data folder itself must never be mirrored.',
  'setUp.nobody':
    'Nobody is there yet: this computer will be the first. Afterwards choose the same folder on the others.',
  'setUp.found': (devices: number, size: string) =>
    `${plural(devices, 'device is', 'devices are')} there, with ${size} in all.`,
  'setUp.joins': 'What was done here and there is brought together: nothing is asked, and nothing is lost.',
  'setUp.locked': 'This folder is sealed. Enter the passphrase that it was set up with.',
  'setUp.open': 'Open',
  'setUp.opening': 'Opening …',
  'setUp.begin': 'Begin',
  'setUp.beginning': 'Beginning …',
  'setUp.did': 'This computer is set up. You can study while the rest goes on by itself.',

  'seal.title': 'Who can read this folder?',
  'seal.plain': 'Whoever has it',
  'seal.plainHelp': 'For folders that only you have: a stick, your own network, Syncthing between your computers.',
  'seal.sealed': 'Only who knows a passphrase',
  'seal.sealedHelp': 'For folders on a server of others, such as Dropbox or OneDrive.',
  'seal.passphrase': 'Passphrase',
  'seal.new': 'New passphrase',
  'seal.again': 'The same once more',
  'seal.show': 'Show',
  'seal.hide': 'Hide',
  'seal.showLabel': 'Show the passphrase',
  'seal.advice': 'Four or more words that have nothing to do with each other do well.',
  'seal.weak': 'Weak: it would be guessed within days. Add words.',
  'seal.fair': 'Fair: it stops whoever looks by chance, but not who means it. One or two words more make it good.',
  'seal.good': 'Good: nobody guesses this.',
  'seal.short': 'Please use at least 8 characters.',
  'seal.differs': 'The two are not the same.',
  'seal.suggest': 'Suggest one',
  'seal.suggested': 'Write it down now, or keep it in a password manager.',
  'seal.forgotten':
    'You need it once for each further computer. If it is forgotten, nobody can open the folder, we neither. Your progress is not lost by that: it is whole on each of your computers, and they can begin anew with another folder.',

  'sync.title': 'How it goes',
  'sync.devices': 'Devices in this folder',
  'sync.folder': 'The folder',
  'sync.own': 'this computer',
  'sync.unnamed': 'A device without a name',
  'sync.seen': (when: string) => `last seen ${when}`,
  'sync.unread': 'has not arrived whole yet',
  'sync.coming': (events: number) => `${plural(events, 'change', 'changes')} on the way`,
  'sync.looking': 'Looking into the folder',
  'sync.taking-in': 'Taking in what was done on your other devices',
  'sync.writing': 'Writing what was done here',
  'sync.library': 'Bringing decks, pictures and sounds',
  'sync.first': 'The first round is about to begin.',
  'sync.inStep': (when: string) => `All in step, ${when}`,
  'sync.last': (when: string) => `Last looked through ${when}.`,
  'sync.events': (count: number) => plural(count, 'change', 'changes'),
  'sync.packs': (count: number) => plural(count, 'deck', 'decks'),
  'sync.media': (count: number) => plural(count, 'picture or sound', 'pictures and sounds'),
  'sync.onTheWay': (what: string) =>
    `On the way: ${what}. They come by themselves as soon as the folder has them. Until then such cards are not asked.`,
  'sync.unwritten': (count: number) =>
    `${plural(count, 'change of this computer is', 'changes of this computer are')} not in the folder yet.`,
  'sync.since': (when: string) => `Since ${when}.`,
  'sync.goesOn': 'You can go on studying: everything is safe here, and is caught up later.',
  'sync.parted': (when: string) =>
    `Another copy of this data folder was in use under the same name. Since ${when} this one is a device of its own, and nothing was lost.`,
  'sync.now': 'Sync now',
  'sync.doing': 'Syncing …',
  'sync.sealed': 'Sealed with a passphrase: without it nothing in there can be read.',
  'sync.plain': 'Not sealed: whoever has the folder can read what is in it.',
  'sync.lookInto': 'See what to do',

  'trouble.folder-missing': 'The sync folder is not there.',
  'trouble.folder-missing.do':
    'Plug in the stick or connect the drive. If the folder has moved, leave, and begin again with its new place.',
  'trouble.not-readable': 'The sync folder can not be read.',
  'trouble.not-readable.do': 'Check that it may be opened, and that the network drive is connected.',
  'trouble.not-writable': 'Nothing can be written to the sync folder.',
  'trouble.not-writable.do': 'Check that you may write there; a stick may have a lock.',
  'trouble.disk-full': 'The disk is full.',
  'trouble.disk-full.do':
    'Make room where the sync folder is, and on this computer. Everything goes on as soon as there is some.',
  'trouble.passphrase': 'There is something in the folder that the passphrase does not open.',
  'trouble.passphrase.do':
    'Another device was set up with another passphrase, or with none. Leave and begin again with one passphrase on all of them.',
  'trouble.too-new': 'Another device has a newer Jamdai.',
  'trouble.too-new.do': 'Bring Jamdai up to date on this computer too.',
  'trouble.damaged': 'Something in the folder is not whole.',
  'trouble.damaged.do':
    'Mostly it is still on its way. If this stays, open Jamdai on the device it comes from: it writes its part again.',
  'trouble.failed': 'Syncing did not work.',
  'trouble.failed.do': 'It is tried again by itself. If this stays, restart Jamdai.',

  'leave.ask': 'Leave this folder …',
  'leave.title': 'Leave this folder?',
  'leave.here': 'What came in from your other devices stays here.',
  'leave.there': 'What this computer put into the folder stays there, and the others go on.',
  'leave.again': 'You can begin again with it at any time.',
  'leave.cancel': 'Stay',
  'leave.do': 'Leave',
  'leave.did': 'This computer has left the folder. “Look into it” brings it back.',

  'ago.now': 'just now',
  'ago.on': (date: string) => `on ${date}`,
};
