/** Why files may not be written into a folder that somebody named. */
export const folders = {
  not_whole: 'The folder is not written as a whole path.',
  not_whole_remedy: 'Write it from the root of the disk on, or leave it empty.',
  no_answer: 'The disk of {folder} does not answer.',
  no_answer_remedy: 'See whether it is connected, or choose another folder.',
  not_writable: '{folder} cannot be written.',
  not_writable_remedy: 'Choose another folder, or leave it empty.',
  system: '{folder} belongs to the system of this computer.',
  system_remedy: 'Choose a folder of your own, like one in Documents, or leave it empty.',
  data: '{folder} is where Blocktime keeps the school itself.',
  data_remedy: 'Choose another folder, or leave it empty.',
  not_own: '{folder} is not among your own folders.',
  not_own_remedy: 'Choose one below your home folder, or leave it empty; whoever manages the settings may choose any.',
} as const
