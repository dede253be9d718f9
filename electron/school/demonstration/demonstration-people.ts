/** Those with a story of their own in demonstration-stories.ts, in the order of their numbers from C-001. */
const WITH_A_STORY = [
  'Pat Quimby',
  'Ellis Byrne',
  'Noor Haddad',
  "O'Neil, Pat",
  'Jonas "Jo" Weber',
  'Maya Lindgren',
  'Victor Hale',
  'Björn Ångström',
  'Lucía Fernández',
  'Theo Marchetti',
]

const OTHERS = [
  'Amelia Osei|Jun Tanaka|Priya Nair|Mateo Silva|Aisha Okafor|Oliver Nowak|Chloé Dubois|Grace Murphy|Kofi Mensah',
  'Hana Kim|Diego Rossi|Ingrid Solberg|Ravi Patel|Sofia Almeida|Liam Johnson|Mei Nguyen|Zoë Schmidt|Tomasz Kowalski',
  'Carla Jiménez|Ethan Brooks|Leila Farahani|Marcus Bell|Anneke de Vries|Samuel Ortiz|Beatrice Conti|Yusuf Demir',
  'Nora Gallagher|Dmitri Volkov|Imani Walker|Peter Hallgren|Renée Fontaine|Caleb Stone|Akira Mori|Elena Petrova',
  'Jack Thornton|Fatima Zahra|Gabriel Costa|Hazel Whitman|Ivan Horvat|Joy Adeyemi|Karl Brandt|Lena Fischer',
  'Miguel Santos|Naomi Fraser|Owen Price|Paula Reyna|Quinn Avery|Rosa Delgado|Sven Eriksson|Tara Singh',
].flatMap((names) => names.split('|'))

/** With stories of a package's life, in demonstration-life-stories.ts; after the others, whose chances stay theirs. */
const WITH_A_LIFE = ['Wren Castellano', 'Rowan Pike', 'Ash Pike', 'Marion Pike', 'Marion A. Pike', 'Sasha Lind']

export interface DemonstrationCustomer {
  readonly number: string
  readonly name: string
  readonly email: string
  readonly phone: string
}

/** The customers of the demonstration; addresses and numbers are of those that nobody can have. */
export const DEMONSTRATION_CUSTOMERS: readonly DemonstrationCustomer[] = [
  ...WITH_A_STORY,
  ...OTHERS,
  ...WITH_A_LIFE,
].map((name, index) => ({
  number: `C-${String(index + 1).padStart(3, '0')}`,
  name,
  email: `${addressOf(name)}@example.test`,
  phone: `303-555-01${String(index).padStart(2, '0')}`,
}))

function addressOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[^A-Za-z ]/g, '')
    .trim()
    .toLowerCase()
    .replace(/ +/g, '.')
}
