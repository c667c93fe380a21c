import type { Population } from '../engine/measures/rate.ts'

/**
 * Numbers of residents that rates are given of. The mid-year estimate of children aged 0 to 17, by which published rates
 * are made, is not in the partnership's report; it is added here, with its vintage, when the partnership has it from ONS.
 */
export const populations: readonly Population[] = [
  {
    area: 'Islington',
    ages: '0 to 19',
    value: 41_200,
    vintage: 'approximate, without a date',
    source: 'Islington Safeguarding Children Partnership, annual report 2021 to 2022, page 8',
    from: '2021-01-01',
    to: '2022-12-31',
  },
]
