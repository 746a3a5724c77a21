/** What the calls about the public page answer: the types of the server's own schemas. Types only. */
export type {
  PublicationChoices,
  PublicationsView,
  PublicationView,
} from '../../server/index/publish/schemas.ts'
