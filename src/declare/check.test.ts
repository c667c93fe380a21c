import { describe, expect, it } from 'vitest'
import { smallRegister } from '../../test/support/smallRegister.ts'
import { links } from '../app/links.ts'
import { registers } from '../app/registers.ts'
import { roles } from '../app/roles.ts'
import { checkDeclarations, declarationFaults } from './check.ts'
import type { Register } from './register.ts'

// biome-ignore lint/suspicious/noExplicitAny: a broken declaration is one the types would refuse
type Broken = any

/** The small declaration with one part broken, and what the developer is told. */
const broken = (spoil: (register: Broken) => void, more: Broken = {}): readonly string[] => {
  const register = copy(smallRegister)
  spoil(register)
  return declarationFaults({
    registers: [register as Register, ...(more.registers ?? [])],
    links: more.links?.(register) ?? [],
    roles,
  })
}

/** A deep copy that keeps functions. */
const copy = (value: Broken): Broken =>
  Array.isArray(value)
    ? value.map(copy)
    : value !== null && typeof value === 'object'
      ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, copy(one)]))
      : value

const date = smallRegister.record.fields.toldOn
const text = smallRegister.record.fields.name
const sample = (...faults: readonly string[]) => faults.map(fault => `sample_case: ${fault}`)

const cases: readonly [string, (register: Broken) => void, readonly string[]][] = [
  // The pathway.
  [
    'a state nobody reaches',
    r => (r.pathway.states.lost = { label: 'Lost', closed: true }),
    sample('the state “lost” cannot be reached: no action leads to it from “told”'),
  ],
  [
    'a state reached only from itself',
    r => {
      r.pathway.states.lost = { label: 'Lost', closed: true }
      r.pathway.actions.see.from = ['lost', 'told']
      r.pathway.actions.lose = { label: 'Lose', from: ['lost'], to: 'lost', by: ['screener'] }
    },
    sample('the state “lost” cannot be reached: no action leads to it from “told”'),
  ],
  [
    'an open state without a way out',
    r => {
      r.pathway.actions.end.from = ['told']
    },
    sample('the state “seen” is open and has no way out. Add an action, or close it'),
  ],
  [
    'an open state that only leads to itself',
    r => {
      r.pathway.actions.end.from = ['told']
      r.pathway.actions.addVisit.to = 'seen'
    },
    sample('the state “seen” is open and has no way out. Add an action, or close it'),
  ],
  [
    'a telling of nobody, with a key that is none and words of none',
    r => {
      r.pathway.actions.see.tells = [{ key: 'seenIt', words: ' ', to: [] }]
    },
    sample(
      'the telling of “see” has the key “seenIt”. Write it in snake_case',
      'the telling of “see” has no words',
      'the telling of “see” tells nobody',
    ),
  ],
  [
    'a telling of people that fields do not hold',
    r => {
      r.pathway.start.tells = [
        {
          key: 'overdue',
          words: 'It is told.',
          to: [
            { person: 'name' },
            { person: 'createdBy', through: 'name' },
            { holders: ['screener'], agency: 'writtenBy', team: 'agencyId' },
          ],
        },
      ]
    },
    sample(
      'the telling of “start” has the key “overdue”, which the engine gives to reminders',
      'the telling of “start” ends with a full stop: the reference follows the words',
      'the telling of “start” tells “name”, which holds no member of staff',
      'the telling of “start” goes through “name”, which is no field that points at a record',
      'the telling of “start” tells those of “writtenBy”, which holds no agency',
      'the telling of “start” tells those of “agencyId”, which holds no team',
    ),
  ],
  [
    'a telling with a number that has no words for some, or ends with a full stop',
    r => {
      r.pathway.actions.see.tells = [
        {
          ...{ key: 'seen', words: 'It is seen', to: [{ person: 'createdBy' }] },
          counts: { of: () => 1, words: (n: number) => (n === 0 ? '' : n === 1 ? '1 is left.' : `${n} are left`) },
        },
      ]
    },
    sample(
      'the telling of “see” has no words for 0',
      'the telling of “see” ends with a full stop for 1: the reference follows the words',
    ),
  ],
  [
    'a telling of roles that cannot be told, and one key for two sentences',
    r => {
      r.pathway.actions.see.tells = [
        { key: 'seen', words: 'It is seen', to: [{ holders: ['nobody', 'analyst'] }, { holders: [] }] },
      ]
      r.pathway.actions.end.tells = [{ key: 'seen', words: 'It has ended', to: [{ person: 'createdBy' }] }]
    },
    sample(
      'the telling of “see” tells the role “nobody”, which does not exist',
      'the telling of “see” tells the role “analyst”, which may not read the register',
      'the telling of “see” tells holders of no role',
      'the key “seen” stands for two different sentences',
    ),
  ],
  [
    '“from” that is no state',
    r => r.pathway.actions.end.from.push('gone'),
    sample('the action “end” starts from “gone”, which is no state'),
  ],
  [
    '“from” that is empty',
    r => {
      r.pathway.actions.addVisit.from = []
    },
    sample('the action “addVisit” starts from no state'),
  ],
  [
    '“to” that is no state',
    r => {
      r.pathway.actions.addVisit.to = 'gone'
    },
    sample('the action “addVisit” leads to “gone”, which is no state'),
  ],
  [
    '“starts” that is no state',
    r => {
      r.pathway.starts = 'gone'
      r.pathway.actions.see.from = ['gone']
      r.pathway.actions.end.from = ['seen', 'told']
    },
    [
      ...sample('the pathway starts in “gone”, which is no state'),
      ...sample('the state “told” cannot be reached: no action leads to it from “gone”'),
      ...sample('the action “see” starts from “gone”, which is no state'),
    ],
  ],
  [
    'a later beginning that is no state',
    r => {
      r.pathway.start.later = { states: ['gone'], of: () => null }
    },
    sample('the pathway starts in “gone”, which is no state'),
  ],
  [
    'an asked field that is not of the record',
    r => r.pathway.actions.see.asks[0].fields.push('gone'),
    sample('the action “see” asks for “gone”, which is no field of the record'),
  ],
  [
    'a start that asks what is not of the record',
    r => r.pathway.start.asks[0].fields.push('gone'),
    sample('the start asks for “gone”, which is no field of the record'),
  ],
  [
    'a field asked twice',
    r => r.pathway.start.asks.push({ title: 'Again', fields: ['name'] }),
    sample('the start asks for “name” twice'),
  ],
  [
    'six questions on a page',
    r => {
      r.pathway.start.asks[0].fields = ['name', 'toldOn', 'kind', 'writtenBy', 'seenOn', 'endedOn']
    },
    sample('the start asks 6 questions on the page “The case”. Ask at most 5'),
  ],
  [
    'a page that asks nothing',
    r => {
      r.pathway.actions.see.asks[0].fields = []
    },
    sample('the action “see” has a page “Seen” that asks nothing'),
  ],
  [
    'a page without a title',
    r => {
      r.pathway.actions.see.asks[0].title = ' '
    },
    sample('the action “see” has a page without a title'),
  ],
  [
    'a deed that adds a line about somebody and changes the record',
    r => {
      r.record.lines.visits.fields.person = { kind: 'related', question: 'Who?', register: 'sample_case', about: true }
      r.pathway.actions.addVisit.sets = () => ({})
    },
    sample(
      'the action “addVisit” adds a line about somebody and changes the record too: who may not know of them could tell from the change',
    ),
  ],
  [
    'two deeds that add lines about somebody to one group',
    r => {
      r.record.lines.visits.fields.person = { kind: 'related', question: 'Who?', register: 'sample_case', about: true }
      r.pathway.actions.addAnother = { label: 'Another', from: ['told'], by: ['screener'], adds: 'visits' }
    },
    sample(
      'the actions “addVisit” and “addAnother” both add to “visits”, whose lines are about somebody: one deed adds them',
    ),
  ],
  [
    '“adds” without the group',
    r => {
      r.pathway.actions.addVisit.adds = 'gone'
    },
    sample('the action “addVisit” adds to “gone”, which is no group of the record'),
  ],
  [
    'one name for two answers',
    r => {
      r.record.lines.visits.fields.seenOn = { ...date }
      r.pathway.actions.addVisit.asks = [{ title: 'Seen', fields: ['seenOn'] }]
    },
    sample('the action “addVisit” asks for “seenOn” of the record and of “visits”: one name cannot hold two answers'),
  ],
  [
    'an owner who is nobody',
    r => {
      r.owner = { person: 'name', agency: 'gone' }
    },
    sample(
      'the owner is told by “name”, which names no colleague',
      'the owner is told by “gone”, which names no agency',
    ),
  ],
  [
    'what stands first told by an answer nobody can give, and by fields that are none',
    r => {
      r.record.fields.kind = { kind: 'choice', label: 'Kind', question: 'Kind?', options: { a: { label: 'A' } } }
      r.list.first = { field: 'kind', answers: ['b'], until: 'gone', words: ' ' }
    },
    sample(
      'what stands first in the list names the field “gone”, which does not exist',
      'what stands first in the list has “b”, which is no answer to “kind”',
      'what stands first in the list is not said in words',
    ),
  ],
  [
    'a state that nobody awaits',
    r => {
      r.pathway.states.seen.awaitedBy = ['nobody']
    },
    sample('the state “seen” is awaited by the role “nobody”, which does not exist'),
  ],
  [
    'own work judged by a field that is nobody',
    r => {
      r.pathway.actions.see.notOwnWork = 'name'
    },
    sample('the action “see”: “notOwnWork” names “name”, which is no field for a member of staff'),
  ],
  [
    'two actions with one label',
    r => {
      r.pathway.actions.end.label = 'Record a visit'
    },
    sample('two actions have the label “Record a visit”, so a person cannot tell them apart'),
  ],
  [
    'two states with one label',
    r => {
      r.pathway.states.seen.label = 'Told'
    },
    sample('two states have the label “Told”, so a person cannot tell them apart'),
  ],
  [
    'an action called start',
    r => {
      r.pathway.actions.start = { label: 'Begin', from: ['told'], by: ['screener'] }
    },
    sample('an action may not be called “start”: that is the deed that makes the record'),
  ],
  [
    'an action for a role that does not exist',
    r => {
      r.pathway.actions.end.by = ['screning_manager']
    },
    sample('the action “end” is for the role “screning_manager”, which does not exist'),
  ],
  [
    'a start for a role that does not exist',
    r => {
      r.pathway.start.by = ['screner']
    },
    sample('the start is for the role “screner”, which does not exist'),
  ],
  [
    'an action for nobody',
    r => {
      r.pathway.actions.addVisit.by = []
    },
    sample('nobody may do the action “addVisit”, and no link performs it'),
  ],
  [
    'a start for nobody',
    r => {
      r.pathway.start.by = []
    },
    sample('nobody may start a record, no link opens one, and nobody may import any'),
  ],
  [
    'an action without a label',
    r => {
      r.pathway.actions.end.label = ''
    },
    sample('the action “end” has no label'),
  ],
  [
    'a start without a label',
    r => {
      r.pathway.start.label = ' '
    },
    sample('the start has no label'),
  ],
  [
    'a state without a label',
    r => {
      r.pathway.states.seen.label = ''
    },
    sample('the state “seen” has no label'),
  ],
  [
    'one per nothing',
    r => {
      r.pathway.onePer = { fields: [], told: ' ' }
    },
    [...sample('“onePer” names no field'), ...sample('“onePer” does not say what a person is told')],
  ],
  [
    'one per what cannot be compared, but for a state that is none',
    r => {
      r.record.fields.story = { kind: 'longText', question: 'What?', required: false, maxLength: 9, rows: 2 }
      r.pathway.onePer = { fields: ['name', 'story', 'gone'], except: ['lost'], told: 'There is one' }
    },
    [
      ...sample('“onePer” names “story”, which is no field that can be compared'),
      ...sample('“onePer” names “gone”, which is no field that can be compared'),
      ...sample('“onePer” excepts “lost”, which is no state'),
    ],
  ],
  // Codes.
  [
    'a field in snake_case',
    r => {
      r.record.fields.seen_by = { ...text }
    },
    sample('the field “seen_by” does not survive the way from camelCase to snake_case and back. Write it in camelCase'),
  ],
  [
    'a state in snake_case',
    r => {
      r.pathway.states.half_seen = { label: 'Half', closed: true }
      r.pathway.actions.addVisit.to = 'half_seen'
    },
    sample(
      'the state “half_seen” does not survive the way from camelCase to snake_case and back. Write it in camelCase',
    ),
  ],
  [
    'an action with a capital',
    r => {
      r.pathway.actions.AddMore = { label: 'More', from: ['told'], by: ['screener'] }
    },
    sample(
      'the action “AddMore” does not survive the way from camelCase to snake_case and back. Write it in camelCase',
    ),
  ],
  [
    'a group in snake_case',
    r => {
      r.record.lines.the_calls = copy(r.record.lines.visits)
    },
    sample(
      'the group “the_calls” does not survive the way from camelCase to snake_case and back. Write it in camelCase',
    ),
  ],
  [
    'a key in camelCase',
    r => {
      r.record.key = 'sampleCase'
    },
    ['sampleCase: the key “sampleCase” cannot be a table name. Write it in snake_case, and not as a word of SQL'],
  ],
  [
    'a key that is a word of SQL',
    r => {
      r.record.key = 'order'
    },
    ['order: the key “order” cannot be a table name. Write it in snake_case, and not as a word of SQL'],
  ],
  [
    'a field that is a word of SQL',
    r => {
      r.record.fields.end = { ...text }
    },
    sample('the field “end” has a name that PostgreSQL keeps for itself'),
  ],
  [
    'a field of the engine',
    r => {
      r.record.fields.state = { ...text }
    },
    sample('the field “state” has the name of a column the engine keeps itself'),
  ],
  [
    'a field of a line of the engine',
    r => {
      r.record.lines.visits.fields.recordId = { ...text }
    },
    sample('the field “visits.recordId” has the name of a column the engine keeps itself'),
  ],
  [
    'a group of the engine',
    r => {
      r.record.lines.clock = copy(r.record.lines.visits)
    },
    [
      ...sample('the group “clock” has the name of a table the engine keeps itself'),
      'two tables would be called “sample_case_clock”',
    ],
  ],
  [
    'a reference in small letters',
    r => {
      r.record.reference = 'smp'
    },
    sample('the reference “smp” must be a capital letter and 1 to 4 more, or digits'),
  ],
  [
    'a choice that splits in a file',
    r => {
      r.record.fields.kind.options['a; b'] = 'Both'
    },
    sample('the field “kind”: the code “a; b” may hold letters, digits, - . and _ only'),
  ],
  [
    'a choice that ends before it begins',
    r => {
      r.record.fields.kind.options.far.to = '2020-01-01'
    },
    sample('the field “kind”: the code “far” ends before it begins'),
  ],
  [
    'a choice of which only some codes are in a group',
    r => {
      r.record.fields.kind.options.far.group = 'Away'
    },
    sample('the field “kind”: some codes are in a group and others are not'),
  ],
  [
    'a choice without a label',
    r => {
      r.record.fields.kind.options.near = ''
    },
    sample('the field “kind”: the code “near” has no label'),
  ],
  [
    'a choice of nothing',
    r => {
      r.record.fields.kind.options = {}
    },
    sample('the field “kind” is a choice without anything to choose'),
  ],
  // The record and its list.
  [
    'a field without a question',
    r => {
      r.record.fields.name.question = ''
    },
    sample('the field “name” has no question'),
  ],
  [
    'an empty label',
    r => {
      r.record.fields.name.label = ' '
    },
    sample('the field “name” has an empty label'),
  ],
  [
    'a record without a plural',
    r => {
      r.record.plural = ''
    },
    sample('the record has no title, or no plural'),
  ],
  [
    'a group without a title',
    r => {
      r.record.lines.visits.title = ''
    },
    sample('the group “visits” has no title, or no word for one line'),
  ],
  [
    'a group without fields',
    r => {
      r.record.lines.calls = { title: 'Calls', one: 'call', fields: {} }
    },
    sample('the group “calls” has no fields'),
  ],
  [
    'a text without room',
    r => {
      r.record.fields.name.maxLength = 0
    },
    sample('the field “name” leaves no room for a text: its longest length is 0'),
  ],
  [
    'numbers the wrong way round',
    r => {
      r.record.fields.howMany = { kind: 'wholeNumber', question: 'How many?', required: true, min: 5, max: 1 }
    },
    sample('the field “howMany”: the smallest number 5 is above the largest 1'),
  ],
  [
    'numbers too large to store',
    r => {
      r.record.fields.howMany = { kind: 'wholeNumber', question: 'How many?', required: true, min: 0, max: 3e9 }
    },
    sample('the field “howMany”: numbers from -2,147,483,648 to 2,147,483,647 can be stored'),
  ],
  [
    'a field that points at no register',
    r => {
      r.record.fields.other = { kind: 'related', question: 'Which?', required: true, register: 'gone' }
    },
    sample('the field “other” points at “gone”, which is no register'),
  ],
  [
    'a field for a role that does not exist',
    r => {
      r.record.fields.writtenBy.holding = ['screner']
    },
    sample('the field “writtenBy” asks for people with the role “screner”, which does not exist'),
  ],
  [
    'an event that is no field',
    r => {
      r.record.eventOn = 'gone'
    },
    sample('“eventOn” names the field “gone”, which does not exist'),
  ],
  [
    'an event that is no date',
    r => {
      r.record.eventOn = 'name'
    },
    sample('“eventOn” names the field “name”, which is no date or moment'),
  ],
  [
    '“about” that is no field',
    r => {
      r.record.about = ['gone']
    },
    sample('“about” names the field “gone”, which does not exist'),
  ],
  [
    '“about” that is empty',
    r => {
      r.record.about = []
    },
    sample('“about” is empty, so a reader of the list cannot tell the rows apart'),
  ],
  [
    'a column that is no field',
    r => r.list.columns.push('gone'),
    sample('the columns of the list names the field “gone”, which does not exist'),
  ],
  [
    'a filter that is no field',
    r => r.list.filters.push('gone'),
    sample('the filters of the list names the field “gone”, which does not exist'),
  ],
  [
    'taking by no action',
    r => {
      r.list.takes = 'gone'
    },
    sample('the list takes the next one by “gone”, which is no action'),
  ],
  // Clocks.
  [
    'a clock without a basis',
    r => {
      r.clocks[0].basis = ''
    },
    sample('the clock “see” has no basis. Name the law with its section, or write “Local policy”'),
  ],
  [
    'a clock without a rule',
    r => {
      r.clocks[0].rule = ''
    },
    sample('the clock “see” names no rule of the rulebook'),
  ],
  [
    'a clock without a label',
    r => {
      r.clocks[0].label = ''
    },
    sample('the clock “see” has no label'),
  ],
  [
    'a clock that starts on text',
    r => {
      r.clocks[0].starts = 'name'
    },
    sample('the clock “see” names the field “name”, which is no date or moment'),
  ],
  [
    'a clock that starts nowhere',
    r => {
      r.clocks[0].starts = 'gone'
    },
    sample('the clock “see” names the field “gone”, which does not exist'),
  ],
  [
    'a clock met by text',
    r => {
      r.clocks[0].meets = 'kind'
    },
    sample('the clock “see” names the field “kind”, which is no date or moment'),
  ],
  [
    'a recurring clock that ends on text',
    r => {
      r.clocks[1].ends = 'name'
    },
    sample('the clock “next_visit” names the field “name”, which is no date or moment'),
  ],
  [
    'a recurring clock without its group',
    r => {
      r.clocks[1].met.line = 'gone'
    },
    sample('the clock “next_visit” is met by the group “gone”, which does not exist'),
  ],
  [
    'a recurring clock met by yes or no',
    r => {
      r.clocks[1].met.on = 'alone'
    },
    sample('the clock “next_visit”, in the group “visits”, names the field “alone”, which is no date or moment'),
  ],
  [
    'a clock paused in no state',
    r => {
      r.clocks[0].pausedIn = ['gone']
    },
    sample('the clock “see” stands still in “gone”, which is no state'),
  ],
  [
    'a clock due by no setting',
    r => {
      r.clocks[0].due = { unit: 'days', setting: 'gone' }
    },
    sample('the clock “see” is due by the setting “gone”, which nobody declares'),
  ],
  [
    'a clock due before it starts',
    r => {
      r.clocks[0].due = { unit: 'days', n: -1 }
    },
    sample('the clock “see” is due in -1 days'),
  ],
  [
    'a clock by the school days of no field',
    r => {
      r.clocks[0].due = { unit: 'nextSchoolDay', school: 'gone' }
    },
    sample('the clock “see” counts in school days by the field “gone”, which does not exist'),
  ],
  [
    'a clock valid the wrong way round',
    r => {
      Object.assign(r.clocks[0], { validFrom: '2026-01-01', validTo: '2025-01-01' })
    },
    sample('the clock “see” stops being valid before it begins'),
  ],
  [
    'two clocks with one key',
    r => {
      r.clocks[1].key = 'see'
    },
    sample('two clocks have the key “see”'),
  ],
  [
    'a clock key in camelCase',
    r => {
      r.clocks[1].key = 'nextVisit'
    },
    sample('the clock “nextVisit” must have a key in snake_case'),
  ],
  // Access.
  [
    'reading by a role that does not exist',
    r => {
      r.access.read.screner = r.access.read.screener
    },
    sample('“read” names the role “screner”, which does not exist'),
  ],
  [
    'reading without words',
    r => {
      r.access.read.screener.words = ''
    },
    sample('“read” of the role “screener” has no condition, or no words for the matrix'),
  ],
  [
    'hiding a field that does not exist',
    r => {
      r.access.hide.gone = ['screener']
    },
    sample('“hide” names the field “gone”, which does not exist'),
  ],
  [
    'files that make no sense',
    r => {
      r.access.pseudonymised = ['screening_manager']
      r.files = { by: ['screner', 'analyst', 'screening_manager'], from: ['gone'], hide: ['nobody'] }
    },
    [
      ...sample('“files” names the role “screner”, which does not exist'),
      ...sample('“files” names the role “nobody”, which does not exist'),
      ...sample('“files” are added by the role “analyst”, which may not see them'),
      ...sample('“files” are added by the role “screening_manager”, which may not see them'),
      ...sample('“files” are taken in “gone”, which is no state'),
    ],
  ],
  [
    'files for nobody and never',
    r => {
      r.files = { by: [], from: [] }
    },
    [...sample('“files” is for nobody'), ...sample('“files” are taken in no state')],
  ],
  [
    'an action called as what is done with files',
    r => {
      r.pathway.actions.addFile = { label: 'Attach', from: ['told'], by: ['screener'] }
    },
    sample('an action may not be called “addFile”: that is done with files'),
  ],
  [
    'hiding a field of a line that does not exist',
    r => {
      r.access.hide['visits.gone'] = ['screener']
    },
    sample('“hide” names the field “visits.gone”, which does not exist'),
  ],
  [
    'hiding from a role that does not exist',
    r => {
      r.access.hide.name = ['screner']
    },
    sample('“hide” of “name” names the role “screner”, which does not exist'),
  ],
  [
    'exports by a role that does not exist',
    r => {
      r.access.exports = ['screner']
    },
    sample('“exports” names the role “screner”, which does not exist'),
  ],
  [
    'exports by a role that sees nothing',
    r => {
      r.access.exports = ['analyst']
    },
    sample('“exports” names the role “analyst”, which may not read anything'),
  ],
  [
    'imports by a role that does not exist',
    r => {
      r.access.imports = ['screner']
    },
    sample('“imports” names the role “screner”, which does not exist'),
  ],
  [
    'pseudonyms for a role that does not exist',
    r => {
      r.access.pseudonymised = ['screner']
    },
    sample('“pseudonymised” names the role “screner”, which does not exist'),
  ],
  [
    'an action of a role that sees nothing',
    r => {
      r.pathway.actions.end.by = ['analyst']
    },
    sample('“end” is for the role “analyst”, which may not read anything'),
  ],
  [
    'a start by a role that sees nothing',
    r => {
      r.pathway.start.by = ['analyst']
    },
    sample('“start” is for the role “analyst”, which may not read anything'),
  ],
  [
    'imports by a role that sees nothing',
    r => {
      r.access.imports = ['analyst']
    },
    sample('“imports” names the role “analyst”, which may not read anything'),
  ],
  [
    'addressing a role that sees everything',
    r => {
      r.access.addressed = ['screener']
    },
    sample('“addressed” names the role “screener”, which sees every row: nothing is given to it on purpose'),
  ],
  [
    'addressing a role that sees the people themselves',
    r => {
      r.access.read.screener = { sql: 'agency_id is not null', words: 'some' }
      r.access.addressed = ['screener']
      r.record.lines.visits.fields.after = {
        kind: 'related',
        question: 'After which?',
        required: false,
        register: 'sample_case',
        about: true,
      }
    },
    sample('“addressed” names the role “screener”, which reads “sample_case” that it is about'),
  ],
  [
    'pairs of records that it is not about',
    r => {
      r.record.fields.one = { kind: 'related', question: 'One?', required: false, register: 'sample_case', about: true }
      r.record.fields.other = { ...r.record.fields.one, about: false }
      r.pathway.start.asks[0].fields.push('one', 'other')
      r.matching = { pair: ['one', 'other'], suggests: () => ({}) }
    },
    sample('“matching” needs two fields that say about which records of one register it is'),
  ],
  [
    'pairs of one field',
    r => {
      r.record.fields.one = { kind: 'related', question: 'One?', required: false, register: 'sample_case', about: true }
      r.pathway.start.asks[0].fields.push('one')
      r.matching = { pair: ['one', 'one'], suggests: () => ({}) }
    },
    sample('“matching” needs two fields that say about which records of one register it is'),
  ],
  // Measures and settings.
  [
    'a measure without a definition',
    r => {
      r.measures[0].definition = ''
    },
    sample('the measure “sample_cases” has no definition'),
  ],
  [
    'a measure without a label',
    r => {
      r.measures[0].label = ''
    },
    sample('the measure “sample_cases” has no label'),
  ],
  [
    'a measure without a numerator',
    r => {
      r.measures[0].numerator = ''
    },
    sample('the measure “sample_cases” does not say what its numerator counts'),
  ],
  [
    'a measure without a source',
    r => {
      r.measures[0].source = ''
    },
    sample('the measure “sample_cases” has no source'),
  ],
  [
    'a measure without a case',
    r => {
      r.measures[0].of = ''
    },
    sample('the measure “sample_cases” does not say what one case is'),
  ],
  [
    'a percentage of nothing',
    r => {
      r.measures[0].unit = 'percent'
    },
    sample('the measure “sample_cases” is a percentage and does not say of what'),
  ],
  [
    'a measure by no field',
    r => {
      r.measures[0].by = ['gone']
    },
    sample('the measure “sample_cases” is broken down by “gone”, which is no field'),
  ],
  [
    'a measure key in camelCase',
    r => {
      r.measures[0].key = 'sampleCases'
    },
    sample('the measure “sampleCases” must have a key in snake_case'),
  ],
  ['a measure key twice', r => r.measures.push(copy(r.measures[0])), ['two measures have the key “sample_cases”']],
  [
    'a setting twice with two defaults',
    r => r.settings.push({ ...r.settings[0], default: 6 }),
    ['the setting “sample_days” is declared twice with different defaults'],
  ],
  [
    'a setting without a source',
    r => {
      r.settings[0].source = ''
    },
    sample('the setting “sample_days” has no source. Local policy is a source'),
  ],
  [
    'a setting without a unit',
    r => {
      r.settings[0].unit = ''
    },
    sample('the setting “sample_days” has no label, or no unit'),
  ],
  [
    'a setting key in camelCase',
    r => {
      r.settings.push({ ...r.settings[0], key: 'sampleDays' })
    },
    sample('the setting “sampleDays” must have a key in snake_case'),
  ],
]

describe('the check at the start', () => {
  it('finds nothing wrong with the small declaration, and nothing with the product', () => {
    expect(broken(() => {})).toEqual([])
    expect(declarationFaults({ registers, links, roles })).toEqual([])
  })

  it.each(cases)('refuses %s', (_name, spoil, faults) => {
    expect(broken(spoil)).toEqual(faults)
  })

  it('takes a setting that two registers share with one default', () => {
    expect(broken(r => r.settings.push({ ...r.settings[0] }))).toEqual([])
  })

  it('refuses two registers with one key, one reference, one table', () => {
    expect(broken(() => {}, { registers: [{ ...smallRegister, measures: [] }] })).toEqual([
      'two registers have the key “sample_case”',
      'two registers have the reference “SMP”',
    ])
    const other = {
      ...smallRegister,
      measures: [],
      record: { ...smallRegister.record, key: 'sample_case_visits', reference: 'OTH' },
    }
    expect(broken(() => {}, { registers: [other] })).toEqual(['two tables would be called “sample_case_visits”'])
    expect(
      broken(r => {
        r.record.key = 'account'
      }),
    ).toEqual(['two tables would be called “account”'])
  })

  it('refuses links that lead nowhere', () => {
    const link = (make: (register: Register) => object) => broken(() => {}, { links: (r: Register) => [make(r)] })
    const carries = () => []
    const elsewhere = { ...smallRegister, record: { ...smallRegister.record, key: 'elsewhere' } }
    expect(link(r => ({ from: r, on: 'end', opens: r, carries }))).toEqual([])
    expect(link(r => ({ from: r, on: 'gone', opens: r, carries }))).toEqual([
      'the link from “sample_case” on “gone”: “sample_case” has no action “gone”',
    ])
    expect(link(r => ({ from: r, on: 'end', opens: elsewhere, carries }))).toEqual([
      'the link from “sample_case” on “end” names the register “elsewhere”, which is not in the list of registers',
    ])
    expect(link(r => ({ from: r, on: 'end', through: 'name', performs: { register: r, action: 'gone' } }))).toEqual([
      'the link from “sample_case” on “end” performs “gone”, which is no action of “sample_case”',
      'the link from “sample_case” on “end” goes through “name”, which is no field that points at “sample_case”',
    ])
  })

  it('stops the start with all faults at once', () => {
    const spoiled = copy(smallRegister)
    spoiled.clocks[0].basis = ''
    spoiled.list.takes = 'gone'
    expect(() => checkDeclarations({ registers: [spoiled], links: [], roles })).toThrow(
      [
        'Canopy cannot start. The declarations have faults:',
        '- sample_case: the list takes the next one by “gone”, which is no action',
        '- sample_case: the clock “see” has no basis. Name the law with its section, or write “Local policy”',
      ].join('\n'),
    )
  })
})
