const numbers = new Intl.NumberFormat('en-GB');
const n = (value: number) => numbers.format(value);
const plural = (count: number, one: string, many: string) => `${n(count)} ${count === 1 ? one : many}`;

/** Texts of the history and of the work on the data as a whole. */
export const enData = {
  'nav.history': 'History',

  'notice.journal-missing': (count: number) =>
    `${plural(count, 'file of your journal is', 'files of your journal are')} gone or shorter than before. What was known of them is kept. “Check the data” looks for the rest in your backups.`,
  'notice.device-mended': (_count: number) =>
    'The file that names this device was damaged. It has been set aside and written anew; your history is all here. Please look whether the second backup folder is still set.',
  'notice.devices-left-out': (count: number) =>
    `Your data folder holds journals of more devices than Jamdai can follow. ${plural(count, 'one was', 'were')} left alone; nothing was deleted.`,

  'notice.events-missing': (count: number) =>
    `${plural(count, 'answer or change is', 'answers or changes are')} missing. What is known of them is kept. “Check the data” looks for them in your backups.`,
  'notice.missing': (days: string, count: number) =>
    `Missing: ${days}, ${plural(count, 'answer or change', 'answers or changes')}. What is known of them is kept. “Check the data” looks for them in your backups.`,
  'notice.ahead': (count: number, days: string, today: string) =>
    `${plural(count, 'entry', 'entries')} of your history: dated ${days}, though today is ${today}. If the date of this machine is right, its clock ran ahead before, and this can be put right: the entries then count at their true time, in the order you made them, and what you studied comes due near today. Nothing is deleted, and History can undo it. If the date is wrong, please set it first.`,
  'notice.ahead.do': 'Put right',
  'notice.ahead.done': (count: number) =>
    `Put right: ${plural(count, 'entry counts', 'entries count')} at their true time. History can undo it.`,
  'notice.journal-sorted': (count: number) =>
    `${plural(count, 'file of your journal was', 'files of your journal were')} mixed up and put in order again. Nothing was lost.`,
  'notice.copies-taken-in': (count: number) =>
    `A synchroniser had left ${plural(count, 'copy', 'copies')} beside your journal. The answers in them were taken in; the copies are in “quarantine”.`,
  'notice.lock-impossible': (_count: number) =>
    'The data folder cannot be locked on this disk. Please open it in one Jamdai at a time.',

  'history.title': 'History',
  'history.sub':
    'What you did, day by day. All of the last 90 days can be undone here, except a merge, which only adds.',
  'history.reviews': (count: number) => plural(count, 'review', 'reviews'),
  'history.practice': (count: number) => plural(count, 'practice answer', 'practice answers'),
  'history.suspended': (count: number) => `Suspended ${plural(count, 'card', 'cards')}`,
  'history.unsuspended': (count: number) => `Took up ${plural(count, 'card', 'cards')} again`,
  'history.buried': (count: number) => `Put off ${plural(count, 'card', 'cards')} until the next day`,
  'history.unburied': (count: number) => `Brought ${plural(count, 'card', 'cards')} back to the day`,
  'history.flagged': (count: number) => `Flagged ${plural(count, 'card', 'cards')}`,
  'history.unflagged': (count: number) => `Took the flag off ${plural(count, 'card', 'cards')}`,
  'history.marked': (count: number) => `Marked ${plural(count, 'card', 'cards')}`,
  'history.unmarked': (count: number) => `Unmarked ${plural(count, 'card', 'cards')}`,
  'history.reset': (count: number) => `Forgot ${plural(count, 'card', 'cards')}: new again`,
  'history.sectionRead': (count: number) => `Read ${plural(count, 'section', 'sections')}`,
  'history.lessonOpen': 'Opened the questions of a lesson early',
  'history.settingChange': (name: string, from: string, to: string) => `${name} ${from} → ${to}`,
  'history.setting': (names: string) => `Changed: ${names}`,
  'history.importCards': (count: number) => `Imported ${plural(count, 'card', 'cards')}`,
  'history.import': (count: number) => `Imported ${plural(count, 'entry', 'entries')}`,
  'history.deck-added': (name: string) => `Deck made: “${name.split('::').join(' › ')}”`,
  'history.deck-named': (name: string, decks: number) =>
    `Deck renamed or moved: “${name.split('::').join(' › ')}”${decks > 1 ? `, with ${plural(decks - 1, 'deck', 'decks')} inside` : ''}`,
  'history.deck-removed': (name: string, decks: number) =>
    `Deck removed: “${name.split('::').join(' › ')}”${decks > 1 ? `, with ${plural(decks - 1, 'deck', 'decks')} inside` : ''}`,
  'history.someDeck': 'a deck that is not known here',
  'history.noteChange': (count: number) => (count === 1 ? 'Note changed' : `${plural(count, 'note', 'notes')} changed`),
  'history.noteAdded': (count: number) => (count === 1 ? 'Note written' : `${plural(count, 'note', 'notes')} written`),
  'history.noteRemoved': (count: number) =>
    count === 1 ? 'Note deleted' : `${plural(count, 'note', 'notes')} deleted`,
  'history.noteType': 'Note type changed',
  'history.course-added': 'Course made',
  'history.course-change': 'Course changed',
  'history.course-removed': 'Course removed',
  'history.lesson-added': 'Lesson made',
  'history.lesson-change': 'Lesson changed',
  'history.lesson-removed': 'Lesson removed',
  'history.report': 'Report',
  'history.reportLabel': (name: string) => `Report of the import of ${name}`,
  'history.restore': (count: number) => `Restored a backup: ${plural(count, 'event', 'events')} taken back`,
  'history.dueSet': (count: number) => `Due day set for ${plural(count, 'card', 'cards')}`,
  'history.preset': 'Study options changed',
  'history.goal': 'Goal changed',
  'history.parameters': 'Parameters changed',
  'history.exam': 'Exam',
  'history.lesson-check': 'Lesson check',
  'history.clock': (count: number) => `Date put right: ${plural(count, 'entry', 'entries')} count at their true time`,
  'history.merge': (count: number) => `Merged ${plural(count, 'event', 'events')}`,
  'history.from': (name: string) => `from ${name}`,
  'history.on': (name: string) => `on ${name}`,
  'history.otherDevice': 'another device',
  'history.about': (what: string) => `“${what}”`,
  'history.undone': 'undone',
  'history.undo': 'Undo',
  'history.undoLabel': (what: string) => `Undo: ${what}`,
  'history.bringBack': 'Bring back',
  'history.bringBackLabel': (what: string) => `Bring back: ${what}`,
  'history.didUndo': (what: string) => `Undone: ${what}`,
  'history.didBringBack': (what: string) => `Brought back: ${what}`,
  'history.show': 'Show the answers',
  'history.hide': 'Hide the answers',
  'history.showRows': 'Show each',
  'history.hideRows': 'Hide them',
  'history.lessonsOpened': (count: number) => `${plural(count, 'lesson', 'lessons')} opened early`,
  'history.settings': (count: number) => `${plural(count, 'setting', 'settings')} changed`,
  'history.cardChanges': (count: number) => `${plural(count, 'question', 'questions')} changed`,
  'history.showLabel': (show: string, what: string, day: string) => `${show}: ${what}, ${day}`,
  'history.interval': (span: string) => `comes again after ${span}`,
  'history.answerLabel': (prompt: string, grade: string) => `${grade}: ${prompt}`,
  'history.gone': 'a question that is not in the library any more',
  'history.older': 'Show older days',
  'history.end': 'Undoing goes back 90 days. What is older still counts, and stays in your journal.',
  'history.together': 'This was taken back together with other things.',
  'history.togetherDo': 'Undo the restore instead; it stands in the history too.',
  'history.empty': 'Nothing yet. Your first answer will stand here.',

  'data.title': 'Backups and transfer',
  'data.sub': 'Keep your progress safe, and take it to another computer.',
  'data.back': 'Settings',
  'data.link': 'Backups and transfer',
  'data.linkHelp': 'Back up and restore, merge with another computer, export, check.',

  'backup.title': 'Backups',
  'backup.help':
    'Made by itself before anything you did is half an hour old, and before anything big. Each is read again and proved before an older one goes.',
  'backup.last': (when: string) => `The last one: ${when}`,
  'backup.none': 'There is none yet. The first comes by itself within half an hour of use.',
  'backup.failed': (why: string) => `The last automatic backup failed: ${why}`,
  'backup.now': 'Back up now',
  'backup.made': (size: string) => `Backed up and proved: ${size}`,
  'backup.reason.automatic': 'by itself',
  'backup.reason.asked': 'asked for',
  'backup.reason.before-merge': 'before a merge',
  'backup.reason.before-restore': 'before a restore',
  'backup.row': (reviews: number, size: string) => `${plural(reviews, 'review', 'reviews')} · ${size}`,
  'backup.stored': (size: string) => `All together they take ${size}: what does not change is kept once.`,
  'backup.leftOut': (names: string) =>
    `Left out, since they are no plain files or have names other systems can not have: ${names}`,
  'backup.second': 'in the second folder',
  'backup.restore': 'Restore …',
  'backup.restoreLabel': (when: string, why: string) => `Restore the backup of ${when}, ${why}`,
  'backup.list': 'Backups that are there',
  'backup.all': (count: number) => `Show all ${n(count)}`,
  'backup.fewer': 'Show fewer',
  'backup.gone': 'This backup is not there any more.',
  'backup.goneDo': 'Choose another one; nothing was changed.',

  'restore.title': (when: string) => `Go back to ${when}?`,
  'restore.looking': 'Looking what would change …',
  'restore.same': 'Your progress is the same as in this backup. Nothing would change.',
  'restore.takenBack': (count: number) => `${plural(count, 'thing', 'things')} you did since will count as never done.`,
  'restore.added': (count: number) => `${plural(count, 'event', 'events')} that had been lost will come back.`,
  'restore.cards': (count: number) =>
    `${plural(count, 'card', 'cards')} will be remembered as ${count === 1 ? 'it was' : 'they were'} then.`,
  'restore.reviews': (before: number, after: number) => `Reviews: ${n(before)} now, ${n(after)} afterwards.`,
  'restore.media': (count: number) => `${plural(count, 'file', 'files')} of the library will come back.`,
  'restore.safe':
    'A backup of now is made first, nothing is deleted, and one undo in the history takes the restore back.',
  'restore.do': 'Restore',
  'restore.cancel': 'Keep what is now',
  'restore.done': (when: string) => `Restored: your progress is as it was on ${when}.`,
  'restore.history': 'Undo in the history',

  'second.title': 'Second folder',
  'second.help': 'A stick, another disk or a folder that is synchronised: every backup is copied there too.',
  'second.path': 'Folder',
  'second.other': 'Another folder instead',
  'second.set': 'Use this folder',
  'second.remove': 'Stop copying',
  'second.on': (path: string) => `Copied to ${path}`,
  'second.off': 'None is set: backups are in the data folder only.',
  'second.did': 'Set. The next backup is copied there.',
  'second.removed': 'Backups are not copied any more. What is there stays there.',

  'merge.title': 'Merge with another computer',
  'merge.help':
    'Takes in everything from another data folder, or from an export of it. Nothing on either side is lost, and both can be merged again at any time.',
  'merge.path': 'Data folder or archive',
  'merge.look': 'Look first',
  'merge.do': 'Merge',
  'merge.nothing': 'Everything in there is here already.',
  'merge.would': (events: number, reviews: number) =>
    `${plural(events, 'event', 'events')} would come, ${plural(reviews, 'review', 'reviews')} among them.`,
  'merge.did': (events: number, reviews: number) =>
    `Merged: ${plural(events, 'event', 'events')}, ${plural(reviews, 'review', 'reviews')} among them.`,
  'merge.device': (name: string, events: number) => `${name}: ${plural(events, 'event', 'events')}`,
  'merge.media': (count: number) => `${plural(count, 'file', 'files')} of the library`,

  'export.title': 'Export everything',
  'export.help': 'One archive with all your answers, settings and files, for another computer or to keep.',
  'export.path': 'Write it to',
  'export.do': 'Export',
  'export.did': (path: string, size: string, events: number, reviews: number) =>
    `Written to ${path}: ${plural(events, 'event', 'events')}, ${plural(reviews, 'review', 'reviews')} among them, ${size}.`,

  'check.title': 'Check the data',
  'check.help': 'Reads everything again, compares it, and mends what can be mended without loss.',
  'check.do': 'Check now',
  'check.right': (events: number, files: number, backups: number) =>
    [
      `All is right: ${plural(events, 'event', 'events')} read, and your progress is what they make.`,
      ...(files > 0 ? [`${plural(files, 'file', 'files')} of the library whole.`] : []),
      ...(backups > 0 ? [`${plural(backups, 'backup', 'backups')} readable.`] : []),
    ].join(' '),
  'check.read': (events: number) => `${plural(events, 'event', 'events')} read.`,
  'check.damaged': (count: number) =>
    `${plural(count, 'damaged place', 'damaged places')} in the journal, set aside in “quarantine”.`,
  'check.missing': (count: number) => `${plural(count, 'file', 'files')} of the journal gone or shorter than before.`,
  'check.recovered': (count: number) => `${plural(count, 'event', 'events')} brought back from backups.`,
  'check.lost': (days: string, count: number) =>
    `Missing: ${days}, ${plural(count, 'answer or change', 'answers or changes')}; no backup has them.`,
  'check.rebuilt': 'Your progress did not agree with the journal and was made again from it.',
  'check.kept': 'Some events are in no journal and no backup any more. What was known of them is kept.',
  'check.orphans': (count: number) =>
    `${plural(count, 'imported file that no deck uses is', 'imported files that no deck uses are')} kept: an import that was taken back can be brought back.`,
  'check.media': (damaged: number, recovered: number) =>
    `${plural(damaged, 'damaged file', 'damaged files')} in the library, ${n(recovered)} brought back.`,
  'check.backups': (names: string) => `Backups that cannot be read: ${names}`,

  'date.withTime': (date: string, time: string) => `${date}, ${time}`,
  'path.choose': 'Choose …',
  'path.chooseFolder': 'Choose a folder …',
  'path.chooseArchive': 'Choose an archive …',
  'path.chooseLabel': (choose: string, what: string) => `${choose} (${what})`,
  'path.none': 'There is nothing at that path.',
  'path.noneDo': 'Check how it is written; it has to be the whole path.',
  'path.own': 'That is the data folder in use, or lies inside it.',
  'path.ownDo': 'Choose another place.',
  'path.refused': 'Nothing can be written there.',
  'path.refusedDo': 'Check that the folder exists and may be written to.',
  'work.backup': 'Backing up',
  'work.merge': 'Merging',
  'work.restore': 'Restoring',
  'work.export': 'Exporting',
  'work.check': 'Checking',
  'work.going': (what: string, share: string) => `${what} … ${share}`,
  'work.cancel': 'Cancel',
};
