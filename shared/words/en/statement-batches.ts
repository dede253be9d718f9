/** Statements of many packages that were broken off, and how they are finished. */
export const statement_batches = {
  papers_missing: 'Statements of an earlier batch have a number, and their paper is missing.',
  papers_missing_remedy: 'Write the missing ones first, or let them go.',
  nothing_left: 'No batch of statements was broken off.',
  nothing_left_remedy: 'Look into the folder: they are there.',
  broken_off:
    'The statements were broken off: {done} of {total} are in {into}. {missing, plural, =0 {} one {One has a number, and its paper is missing.} other {# have a number, and their paper is missing.}}',
  write_rest: 'Write the missing ones',
  let_go: 'Let them go',
  drafts_need_a_pdf_each: 'Drafts of e-mails need a PDF each: choose a folder or a ZIP file.',
  strange_paper: 'In {folder} lies {paper}, a statement with a number that this school has not issued yet.',
  strange_paper_remedy: 'Choose another folder: the papers of two schools must not be taken for each other.',
  archive_name: 'Statements {day}.zip',
  archive_gone: 'The ZIP file is not there any more.',
  archive_gone_remedy: 'Write the statements again.',
} as const
