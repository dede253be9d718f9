/** What is wrong with a row of activity.csv. */
export const activity_csv = {
  unused: '{action} does not use {columns}. Leave it empty there.',
  refund_without_code: 'Without a code the whole invoice is refunded: leave {columns} empty, or write the code.',
  in_row: 'In row {row}: {problems}',
  the_rows_of_one_invoice_have_different: 'The rows of one invoice have different {columns}.',
  there_is_no_user: 'There is no user {username}.',
  column_must_be_more_than_0: '{column} must be more than 0.',
  column_must_not_be_0: '{column} must not be 0.',
  the_file_is_not_utf_8_text_save_it_again: 'The file is not UTF-8 text. Save it again as "CSV UTF-8".',
  a_quotation_mark_is_out_of_place_put_the:
    'A quotation mark is out of place. Put the whole field in quotation marks and double those inside it.',
  the_reference_ref_stands_in_an_earlier: 'The reference {ref} stands in an earlier row already. Give it another.',
  ref_is_in_the_school_already_with_other:
    '{ref} is in the school already, with other content. Give it another reference, or take the row out.',
  a_school_has_one_row_add_it:
    'It has no row below the names of its columns. Add the one with the name and currency of the school, or take the file out.',
  a_school_has_one_row_remove_this_one: 'A school has one row. Remove this one.',
  the_school_here_has_other_content_shown:
    'The school here has other content: {shown}. Take school.csv out of the folder, or choose another data folder.',
  my_flight_school: 'My flight school',
  the_folder_has_none_of_the_files_of_a: 'The folder has none of the files of a school, like customers.csv.',
  there_is_no_hour_type_or_item_with_the: 'There is no hour type or item with the code {code}.',
  the_package_package_is_in_the_school:
    'The package {package} is in the school already, without this line. Bring it in under another code.',
  there_is_no_package_with_the_code: 'There is no package with the code {code}.',
  its_fields_are_separated_by_separator: 'Its fields are separated by {separator}. Save it again as CSV with commas.',
  the_column_column_is_not_known_here: 'The column "{column}" is not known here.',
  the_column_column_stands_twice: 'The column {column} stands twice.',
  the_column_column_is_missing: 'The column {column} is missing.',
  the_columns_are: 'The columns are: {columns}.',
  the_row_has_other_fields_than_the_header:
    'The row has {fields} fields, the header {header}. Put fields that hold a comma in quotation marks.',
  column_is_empty: '{column} is empty.',
  none_of_words: '{column}: "{shown}" is none of {words}.',
  not_a_whole_number: '{column}: "{shown}" is not a whole number from 1 to {most}.',
  stands_in_an_earlier_row: '"{shown}" stands in row {row} already. Keep one of the two.',
  there_with_other_content:
    '"{shown}" is in the school already, with other content. Give it another name, or take the row out.',
  not_a_currency: 'currency: "{shown}" is not a currency (write three letters of ISO 4217, like USD).',
  not_a_time_zone: 'time_zone: "{shown}" is not a time zone (write one like America/Denver).',
  not_a_locale: 'locale: "{shown}" is not a locale (write one like en-US).',
  field_too_long: 'has {length} characters; at most {most} are kept',
  field_broken: 'holds half a sign that cannot be kept. Write it again',
  field_control: 'has a control character that no spreadsheet shows. Remove it',
  field_invisible: 'has nothing that can be seen. Write something, or leave it empty',
  the_field_has_a_problem: 'The field {column} {problem}.',
} as const
