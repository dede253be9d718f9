/** What can be wrong with a school's data: what it is, and what to do. Each is a screen of its own at the start. */
export const trouble = {
  damaged: 'The data file {file} is damaged, or is not a Blocktime file. It was left as it is.',
  damaged_remedy:
    'Restore the last good backup with "blocktime restore FILE", or choose another data folder with --data.',
  unprotected: 'The data file {file} has lost its protection against changes ({missing}).',
  unprotected_remedy:
    'Somebody changed it with another program: restore the last good backup, or ask for help before you go on.',
  foreign: '{file} is not a Blocktime file. It was left as it is.',
  foreign_remedy: 'Choose another data folder with --data, or restore the last good backup.',
  newer: '{file} was written by a newer Blocktime than this one. It was left as it is.',
  newer_remedy: 'Install the newer Blocktime on this computer, then open it again.',
  locked: 'The data file {file} is in use by another program.',
  locked_remedy: 'Close the other program that uses this data folder (a backup or another Blocktime), then try again.',
  full: 'The disk is full; nothing of this action was recorded.',
  full_remedy: 'Make room on the disk, then do it again.',
  read_only: 'The data folder {folder} cannot be written.',
  read_only_remedy: 'Give yourself write permission on the folder, or choose another with --data.',
  disk: 'The disk did not read or write {file}.',
  disk_remedy: 'Check the disk, then try again; nothing of this action was recorded.',
  no_folder: '{folder} is a file, or lies below one; the data needs a folder.',
  no_folder_remedy: 'Choose a folder with --data.',
  folder_in_place: '{file} is a folder, where the data file should be.',
  folder_in_place_remedy: 'Move it away, or choose another data folder with --data.',
  moved:
    'The data file {file} was deleted, moved or exchanged while Blocktime had it open. Nothing more is recorded, and what was recorded last may be lost.',
  moved_remedy: 'Put the folder back as it was and start Blocktime again, or restore the last good backup.',
  missing:
    '{folder} held a school with {entries, plural, one {# entry} other {# entries}}, and its data file {name} is missing.',
  missing_remedy:
    'Put the file back, or restore the last good backup with "blocktime restore FILE". For a new school choose another folder with --data.',
  empty:
    '{folder} held a school with {entries, plural, one {# entry} other {# entries}}, and its data file {name} is empty.',
  empty_remedy:
    'Put the file back, or restore the last good backup with "blocktime restore FILE". For a new school choose another folder with --data.',
  older:
    'The data file in {folder} ends with entry {there}, and there were {entries} when it was last seen: {lost, plural, one {# entry is} other {# entries are}} missing. An older copy was put in its place, or its newest part ({name}-wal) was lost.',
  older_remedy:
    'Put the newer file back with everything that lay beside it, or restore a backup that has more entries.',
  rewritten:
    'The ledger in {folder} is not the one that was there: entry {entries} has other contents than when it was last seen.',
  rewritten_remedy: 'Put the right file back, or restore the last good backup.',
  log_lost:
    'The newest part of the data, {name}-wal in {folder}, was deleted while Blocktime had not closed it. What was recorded last is missing.',
  log_lost_remedy: 'Put that file back beside the data file, or restore the last good backup.',
} as const
