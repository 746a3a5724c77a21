/**
 * Finds the person a row is about among people known so far: the same phone, or the same e-mail and the same name
 * (offices share e-mail addresses, so an address alone says nothing). Different office codes keep namesakes apart. Pure.
 */
import { isSameName, type NameKey } from './person-name.ts'

export type Identity = { nameKey: NameKey; email: string | null; phone: string | null; externalCode: string | null }

/** `conflict`: the people who cannot all be right together with this one. */
export type Finding<T> = { match: T | null } | { conflict: 'other-name' | 'two-people'; with: T[] }

export type PersonIndex<T extends Identity> = {
  find(identity: Identity): Finding<T>
  /** Someone else with this e-mail, if any. */
  sharesEmail(person: T): T | undefined
  add(person: T): void
  /** To be called before a person's phone or e-mail changes; `add` again afterwards. */
  remove(person: T): void
}

export function createPersonIndex<T extends Identity>(): PersonIndex<T> {
  const byPhone = new Map<string, T>()
  const byEmail = new Map<string, Map<string, Set<T>>>()

  const namesakes = ({ nameKey, email, externalCode }: Identity): T[] =>
    [...(email ? (byEmail.get(email)?.get(nameKey.bare) ?? []) : [])].filter(
      (person) =>
        isSameName(person.nameKey, nameKey) &&
        (person.externalCode === externalCode || person.externalCode === null || externalCode === null),
    )

  return {
    find(identity) {
      const byNumber = identity.phone ? byPhone.get(identity.phone) : undefined
      if (byNumber && !isSameName(byNumber.nameKey, identity.nameKey))
        return { conflict: 'other-name', with: [byNumber] }
      const found = new Set([...(byNumber ? [byNumber] : []), ...namesakes(identity)])
      if (found.size > 1) return { conflict: 'two-people', with: [...found] }
      return { match: [...found][0] ?? null }
    },
    sharesEmail(person) {
      for (const people of byEmail.get(person.email ?? '')?.values() ?? []) {
        for (const other of people) if (other !== person) return other
      }
      return undefined
    },
    add(person) {
      if (person.phone) byPhone.set(person.phone, person)
      if (!person.email) return
      const names = byEmail.get(person.email) ?? new Map<string, Set<T>>()
      const people = names.get(person.nameKey.bare) ?? new Set<T>()
      byEmail.set(person.email, names.set(person.nameKey.bare, people.add(person)))
    },
    remove(person) {
      if (person.phone && byPhone.get(person.phone) === person) byPhone.delete(person.phone)
      if (person.email) byEmail.get(person.email)?.get(person.nameKey.bare)?.delete(person)
    },
  }
}
