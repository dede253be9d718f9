export const server_place = {
  fixed: 'This desk was started at a server, or its school was moved there.',
  fixed_remedy:
    'Start Blocktime with --data and another folder or address; "blocktime move --to FOLDER" brings the school back.',
  same: 'This desk works there already.',
  same_remedy: 'Choose another place, or go on working.',
  not_to_move: 'The school can only be moved from a folder to a place where there is none.',
  not_to_move_remedy: 'Choose a database without a school, or work with the one that is there.',
  certificate: 'The certificate is named by the whole path of its file.',
  certificate_remedy: 'Write the path from the beginning of the disk on.',
  form: 'This is no name of a server, or none of a database.',
  form_remedy: 'Write the name or the number of the computer alone, and the name of the database alone.',
} as const
