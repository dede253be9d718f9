const FIRST_DAY = Date.UTC(2025, 0, 1)
/** The present business of the school, which does not grow with its past. */
const PRESENT = 10
const PRESENT_DAY = '2026-01-20'

/**
 * A school of so many customers, each with a package, a deposit, a payment on it, a paid invoice and an open one. The
 * first ten of them fly at present, two of them with little left, in a school of any size.
 */
export function growingSchool(customers: number): Record<string, string> {
  const people = ['number,name,email,phone']
  const activity = ['date,user,action,ref,customer,package,code,quantity,amount,method,status,to,note']
  for (let index = 1; index <= customers; index++) {
    const past = new Date(FIRST_DAY + (index % 240) * 86_400_000).toISOString().slice(0, 10)
    const day = index <= PRESENT ? PRESENT_DAY : past
    const number = `C-${String(index).padStart(6, '0')}`
    const pack = `CP-${index}`
    people.push(`${number},Name${index % 211} Family${index},person${index}@example.org,+1 555 ${100_000 + index}`)
    activity.push(
      `${day},desk,add_to_package,${pack},${number},PPL,,,,,,,`,
      `${day},desk,package_payment,PAY-${index},,${pack},,,${(index % 50) * 20 + 900}.00,card,,,`,
      `${day},desk,account_deposit,DEP-${index},${number},,,,50.00,cash,,,`,
      `${day},desk,invoice,INV-${index},${number},${pack},C172,${index <= 2 ? '6.00' : '1.30'},,,,,`,
      `${day},desk,invoice_payment,INV-${index},,,,,,package,,,`,
      `${day},desk,invoice,OPEN-${index},${number},,C172,1.00,,,,,`,
    )
  }
  return {
    'school.csv': 'name,currency,time_zone,locale,address\nGrowing,USD,America/Denver,en-US,\n',
    'hour_types.csv': 'code,name,rate,tax_percent\nC172,Cessna 172,199.00,6.5\nDUAL,Instruction,90.00,0\n',
    'items.csv': 'code,name,kind,price,tax_percent\nKIT,Kit,product,259.00,6.5\n',
    'packages.csv': 'code,name,active\nPPL,Private pilot,yes\nKITS,Kits,yes\n',
    'package_lines.csv': 'package,code,quantity,rate\nPPL,C172,10,185.00\nPPL,DUAL,10,85.00\nKITS,KIT,2,250.00\n',
    'users.csv': 'username,name,role\nadmin,Admin,administrator\ndesk,Desk,front_desk\n',
    'customers.csv': `${people.join('\n')}\n`,
    'activity.csv': `${activity.join('\n')}\n`,
  }
}
