import type { CustomerPackage } from '../customer-package.ts'

/** The customer packages that one unit of work knows: as they are, and as their rows stand in the database. */
export class Packs {
  readonly #byId = new Map<number, CustomerPackage>()
  readonly #idByRef = new Map<string, number>()
  readonly #written = new Map<number, CustomerPackage>()

  get size(): number {
    return this.#byId.size
  }

  get(id: number): CustomerPackage | undefined {
    return this.#byId.get(id)
  }

  byRef(ref: string): CustomerPackage | undefined {
    const id = this.#idByRef.get(ref)
    return id === undefined ? undefined : this.#byId.get(id)
  }

  of(ids: Iterable<number>): CustomerPackage[] {
    return [...ids].flatMap((id) => this.#byId.get(id) ?? [])
  }

  keep(pack: CustomerPackage): void {
    this.#byId.set(pack.id, pack)
    this.#idByRef.set(pack.ref, pack.id)
  }

  /** Keeps a package that was read; answers what is known of it, which may be newer. */
  keepRead(pack: CustomerPackage): CustomerPackage {
    const known = this.#byId.get(pack.id)
    if (known) return known
    this.keep(pack)
    this.#written.set(pack.id, pack)
    return pack
  }

  /** As the package's row stands; undefined where it has none yet. */
  written(id: number): CustomerPackage | undefined {
    return this.#written.get(id)
  }

  wrote(pack: CustomerPackage): void {
    this.#written.set(pack.id, pack)
  }

  clear(): void {
    this.#byId.clear()
    this.#idByRef.clear()
    this.#written.clear()
  }
}
