/** The heads of columns that more than one screen, file or paper has. */
export const columns = {
  package_ref: 'Reference',
  customer_number: 'Customer number',
  customer: 'Customer',
  package: 'Package',
  status: 'Status',
  hours_included: 'Hours included',
  hours_remaining: 'Hours remaining',
  hours_of:
    '{category, select, aircraft {Aircraft} instruction {Instruction} ground {Ground} simulator {Simulator} other {Other hours}}',
  price: 'Price',
  paid: 'Paid',
  owed: 'Owed',
  funds: 'Package funds',
  last_valid: 'Last valid day',
  last_activity: 'Last activity',
} as const
