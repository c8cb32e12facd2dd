// Generated from register.yaml by npm run generate. Do not edit.

export type ClauseId =
  | 'JCCP-IN-1'
  | 'JCCP-IN-2'
  | 'JCCP-IN-3'
  | 'JCCP-IN-4'
  | 'JCCP-IN-5'
  | 'JCCP-IN-6'
  | 'JCCP-IN-7'
  | 'JCCP-IN-8'
  | 'JCCP-IN-9'
  | 'JCCP-IN-10'
  | 'JCCP-IN-11'
  | 'JCCP-IN-12'
  | 'JCCP-KA-1'
  | 'JCCP-KA-2'
  | 'JCCP-KA-3'
  | 'JCCP-KA-4'
  | 'JCCP-KA-5'
  | 'JCCP-KA-6'
  | 'JCCP-KA-7'
  | 'JCCP-KA-8'
  | 'JCCP-UG-1'
  | 'JCCP-UG-2'
  | 'JCCP-KR-1'
  | 'JCCP-KR-2'
  | 'JCCP-KR-3'
  | 'JCCP-KR-3.1'
  | 'JCCP-KR-4'
  | 'JCCP-KR-5'
  | 'JCCP-KR-6'
  | 'JCCP-KR-7'
  | 'JCCP-KR-8'
  | 'JCCP-KR-9'
  | 'JCCP-KR-10'
  | 'JCCP-KR-11'
  | 'JCCP-KR-12'
  | 'JCCP-KR-13'
  | 'JCCP-KR-14'
  | 'JCCP-KR-15'
  | 'JCCP-KR-16'
  | 'JCCP-KR-17'
  | 'JCCP-KR-18'
  | 'JCCP-KR-19'
  | 'JCCP-KR-20'
  | 'JCCP-KR-21'
  | 'JCCP-KR-22'
  | 'JCCP-KR-23'
  | 'JCCP-KR-24'
  | 'JCCP-KR-25'
  | 'JCCP-KR-26'
  | 'JCCP-KR-27'
  | 'JCCP-OV-1'
  | 'JCCP-OV-2'
  | 'JCCP-OV-3'
  | 'JCCP-OV-4'
  | 'JCCP-OV-5'
  | 'JCCP-OV-6.1'
  | 'JCCP-OV-6.2'
  | 'JCCP-OV-6.3'
  | 'JCCP-PX-1'
  | 'JCCP-PX-2'
  | 'JCCP-PX-3'
  | 'JCCP-PX-3.1'
  | 'JCCP-PX-4'
  | 'JCCP-PX-4.1'
  | 'JCCP-PX-4.2'
  | 'JCCP-PX-5'
  | 'JCCP-PX-6'
  | 'JCCP-PX-7'
  | 'JCCP-PX-8'
  | 'JCCP-PX-9'
  | 'JCCP-PX-10'
  | 'JCCP-PX-11'
  | 'JCCP-PX-12'
  | 'JCCP-PX-13'
  | 'JCCP-PX-14'
  | 'JCCP-PX-15'
  | 'JCCP-TR-1'
  | 'JCCP-TR-2'
  | 'JCCP-TR-3'
  | 'JCCP-1'
  | 'JCCP-2'
  | 'JCCP-3'
  | 'JCCP-4'
  | 'JCCP-5'
  | 'JCCP-6'
  | 'JCCP-7'
  | 'JCCP-7a'
  | 'JCCP-7b'
  | 'JCCP-7c'
  | 'JCCP-7d'
  | 'JCCP-7e'
  | 'JCCP-8'
  | 'JCCP-9'
  | 'JCCP-10'
  | 'JCCP-11'
  | 'JCCP-11.1'
  | 'JCCP-11.2'
  | 'JCCP-12'
  | 'JCCP-13'
  | 'JCCP-14'
  | 'JCCP-14.1'
  | 'JCCP-15'
  | 'JCCP-16'
  | 'JCCP-16.1'
  | 'JCCP-16.2'
  | 'JCCP-16.3'
  | 'JCCP-17'
  | 'JCCP-18'
  | 'JCCP-18.1'
  | 'JCCP-18.2'
  | 'JCCP-19'
  | 'JCCP-19.1'
  | 'JCCP-19.2'
  | 'JCCP-20'
  | 'JCCP-21'
  | 'JCCP-22'
  | 'JCCP-23'
  | 'JCCP-24'
  | 'JCCP-24.1'
  | 'JCCP-25'
  | 'JCCP-26'
  | 'JCCP-27'
  | 'JCCP-28'
  | 'JCCP-28.1'
  | 'JCCP-28.2'
  | 'JCCP-28.3'
  | 'JCCP-29'
  | 'JCCP-30'
  | 'JCCP-31'
  | 'JCCP-32'
  | 'JCCP-33'
  | 'JCCP-33.1'
  | 'JCCP-34'
  | 'JCCP-34.1'
  | 'JCCP-35'
  | 'JCCP-36'
  | 'JCCP-37'
  | 'JCCP-38'
  | 'JCCP-39'
  | 'JCCP-39.1'
  | 'JCCP-39.2'
  | 'JCCP-40'
  | 'JCCP-41'
  | 'JCCP-41a'
  | 'JCCP-41b'
  | 'JCCP-41c'
  | 'JCCP-FN-1'
  | 'JCCP-FN-2'
  | 'JCCP-FN-3'
  | 'JCCP-FN-4'
  | 'JCCP-42'
  | 'JCCP-43'
  | 'JCCP-44'
  | 'JCCP-45'
  | 'JCCP-46'
  | 'JCCP-46.1'
  | 'JCCP-47'
  | 'JCCP-48'
  | 'JCCP-49'
  | 'JCCP-50'
  | 'JCCP-51'
  | 'JCCP-52'
  | 'JCCP-53'
  | 'JCCP-54'
  | 'JCCP-55'
  | 'JCCP-56'
  | 'JCCP-57'
  | 'JCCP-58'
  | 'JCCP-59'
  | 'JCCP-REF-1'
  | 'JCCP-XREF-1'
  | 'JCCP-AX-GOOD-0'
  | 'JCCP-AX-GOOD-1'
  | 'JCCP-AX-GOOD-2'
  | 'JCCP-AX-GOOD-3'
  | 'JCCP-AX-GOOD-4'
  | 'JCCP-AX-GOOD-5'
  | 'JCCP-AX-GOOD-6'
  | 'JCCP-AX-GOOD-7'
  | 'JCCP-AX-GOOD-8'
  | 'JCCP-AX-GOOD-9'
  | 'JCCP-AX-GOOD-10'
  | 'JCCP-AX-GOOD-11'
  | 'JCCP-AX-GOOD-12'
  | 'JCCP-AX-GOOD-13'
  | 'JCCP-AX-GOOD-14'
  | 'JCCP-AX-GOOD-15'
  | 'JCCP-AX-GOOD-16'
  | 'JCCP-AX-GOOD-17'
  | 'JCCP-AX-RX-1'
  | 'JCCP-AX-RX-2'
  | 'JCCP-AX-RX-3'
  | 'JCCP-AX-RX-4'
  | 'JCCP-AX-RX-5'
  | 'JCCP-AX-RX-6'
  | 'JCCP-AX-RX-7'
  | 'JCCP-AX-CONCERN-1'
  | 'JCCP-AX-CONCERN-2'
  | 'JCCP-AX-CONCERN-3'
  | 'JCCP-AX-CONCERN-4'
  | 'JCCP-AX-CONCERN-5'
  | 'JCCP-AX-OBST-1'
  | 'JCCP-AX-OBST-2'
  | 'JCCP-AX-OBST-3'
  | 'JCCP-AX-OBST-4'
  | 'JCCP-AX-LEAD-1'
  | 'JCCP-AX-LEAD-2'
  | 'JCCP-AX-LEAD-3'
  | 'JCCP-AX-LEAD-4'
  | 'JCCP-AX-LEAD-5'
  | 'JCCP-AX-LEAD-6'
  | 'JCCP-AX-INFO-1'
  | 'JCCP-AX-INFO-2'
  | 'JCCP-AX-INFO-3'
  | 'JCCP-AX-INFO-4'
  | 'JCCP-AX-INFO-5'
  | 'JCCP-AX-INFO-6'
  | 'JCCP-AX-INFO-7'
  | 'JCCP-AX-INFO-7.1'
  | 'JCCP-AX-INFO-8'
  | 'JCCP-AX-INV-1'
  | 'JCCP-AX-RISK-1'
  | 'JCCP-AX-RISK-2'
  | 'JCCP-AX-RISK-3'
  | 'JCCP-AX-RISK-4'
  | 'JCCP-AX-RISK-5'
  | 'JCCP-AX-RISK-6'
  | 'JCCP-AX-RISK-6.1'
  | 'JCCP-AX-RISK-7'
  | 'JCCP-AX-RISK-8'
  | 'JCCP-AX-RISK-8.1'
  | 'JCCP-AX-RISK-9'
  | 'JCCP-AX-RISK-10'
  | 'JCCP-AX-RISK-11'
  | 'JCCP-AX-VOL-1'
  | 'JCCP-AX-VOL-2'
  | 'JCCP-AX-VOL-3'
  | 'JCCP-AX-EXPR-1'
  | 'JCCP-AX-EXPR-2'
  | 'JCCP-AX-EXPR-3'
  | 'JCCP-AX-EXPR-4'
  | 'JCCP-AX-EXPR-5'
  | 'JCCP-AX-REV-1'
  | 'JCCP-AX-REV-1.1'
  | 'JCCP-AX-REV-2'
  | 'JCCP-AX-REV-3'
  | 'JCCP-AX-CAP-1'
  | 'JCCP-AX-CAP-2'
  | 'JCCP-AX-CAP-3'
  | 'JCCP-AX-CAP-4'
  | 'JCCP-AX-CAP-5'
  | 'JCCP-AX-CAP-6'
  | 'JCCP-AX-CAP-7'
  | 'JCCP-AX-CAP-8'
  | 'JCCP-AX-CAP-9'
  | 'JCCP-AX-CAP-10'
  | 'JCCP-AX-CAP-11'
  | 'JCCP-AX-CAP-12'
  | 'JCCP-AX-CAP-13'
  | 'JCCP-AX-CAP-14'
  | 'JCCP-AX-CAP-15'
  | 'JCCP-AX-CONF-1'
  | 'JCCP-AX-CONF-2'
  | 'JCCP-AX-CONF-3'
  | 'JCCP-AX-CONF-4'
  | 'JCCP-AX-CONF-5'
  | 'JCCP-AX-CONF-6'
  | 'JCCP-AX-CONF-7'
  | 'JCCP-AX-CONF-8'
  | 'JCCP-AX-SM-0'
  | 'JCCP-AX-SM-1'
  | 'JCCP-AX-SM-2'
  | 'JCCP-AX-SM-3'
  | 'JCCP-AX-SM-4'
  | 'JCCP-AX-SM-5'
  | 'JCCP-AX-SM-6'
  | 'JCCP-AX-SM-7'
  | 'JCCP-AX-SM-8'
  | 'JCCP-AX-SM-9'
  | 'JCCP-AX-SHARE-1'
  | 'JCCP-AX-SHARE-2'
  | 'JCCP-AX-SHARE-3'
  | 'JCCP-AX-YP-1'
  | 'JCCP-AX-YP-2'
  | 'JCCP-AX-YP-3'
  | 'JCCP-AX-YP-4'
  | 'JCCP-AX-YP-5'
  | 'JCCP-AX-DIS-1'
  | 'JCCP-AX-DIS-2'
  | 'JCCP-AX-INFO-0'
  | 'SM-1'
  | 'SM-2'
  | 'SM-3'
  | 'SM-4'
  | 'SM-5'
  | 'SM-6'
  | 'SM-7'
  | 'SM-8'
  | 'SM-9'
  | 'SM-10'
  | 'SM-11'
  | 'SM-12'
  | 'SM-13'
  | 'SM-14'
  | 'SM-15'
  | 'SM-16'
  | 'SM-17'
  | 'SM-18'
  | 'SM-19'
  | 'SM-20'
  | 'SM-21'
  | 'SM-22'
  | 'SM-23'
  | 'SM-24'
  | 'SM-25'
  | 'SM-26'
  | 'SM-27'
  | 'SM-28'
  | 'SM-29'
  | 'SM-30'
  | 'SM-31'
  | 'SAFE-1'
  | 'SAFE-2'
  | 'SAFE-3'
  | 'SAFE-4'
  | 'SAFE-5'
  | 'SAFE-6'
  | 'SAFE-7'
  | 'SAFE-8'
  | 'SAFE-9'
  | 'SAFE-10'
  | 'SAFE-11'
  | 'SAFE-12'
  | 'SAFE-13'
  | 'SAFE-14'
  | 'SAFE-15'
  | 'SAFE-16'
  | 'SAFE-17'
  | 'SAFE-18'
  | 'SAFE-19'
  | 'SAFE-20'
  | 'SAFE-21'
  | 'SAFE-22'
  | 'SAFE-23'
  | 'SAFE-24'
  | 'SAFE-25'
  | 'SAFE-26'
  | 'SAFE-27'
  | 'SAFE-28'
  | 'SAFE-29'
  | 'SAFE-30'
  | 'SAFE-31'
  | 'SAFE-32'
  | 'SAFE-33'
  | 'SAFE-34'
  | 'SAFE-35'
  | 'SAFE-36'
  | 'SAFE-37'
  | 'SAFE-38'
  | 'SAFE-39'
  | 'SAFE-40'
  | 'SAFE-41'
  | 'SAFE-42'
  | 'SAFE-43'
  | 'SAFE-44'
  | 'SAFE-45'
  | 'SAFE-46'
  | 'SAFE-47'
  | 'SAFE-48'
  | 'SAFE-49'
  | 'SAFE-50'
  | 'SAFE-51'
  | 'SAFE-52'
  | 'SAFE-53'
  | 'SAFE-54'
  | 'SAFE-55'
  | 'SAFE-56'
  | 'SAFE-57'
  | 'COSRT-D-0'
  | 'COSRT-D-1'
  | 'COSRT-D-2'
  | 'COSRT-D-3'
  | 'COSRT-D-4'
  | 'COSRT-1'
  | 'COSRT-2'
  | 'COSRT-3'
  | 'COSRT-4'
  | 'COSRT-5'
  | 'COSRT-6'
  | 'COSRT-7'
  | 'COSRT-8'
  | 'COSRT-9'
  | 'COSRT-10'
  | 'COSRT-11'
  | 'COSRT-12'
  | 'COSRT-13'
  | 'COSRT-14'
  | 'COSRT-15'
  | 'COSRT-16'
  | 'COSRT-17'
  | 'COSRT-18'
  | 'COSRT-19'
  | 'COSRT-20'
  | 'COSRT-20a'
  | 'COSRT-21'
  | 'COSRT-21a'
  | 'COSRT-21b'
  | 'COSRT-21c'
  | 'COSRT-22'
  | 'COSRT-22a'
  | 'COSRT-22b'
  | 'COSRT-22c'
  | 'COSRT-22d'
  | 'COSRT-22e'
  | 'COSRT-22f'
  | 'COSRT-22g'
  | 'COSRT-23'
  | 'COSRT-24'
  | 'COSRT-25'
  | 'COSRT-26'
  | 'COSRT-27'
  | 'COSRT-28'
  | 'COSRT-29'
  | 'COSRT-30'
  | 'COSRT-31'
  | 'COSRT-32'
  | 'COSRT-33'
  | 'COSRT-34'
  | 'COSRT-35'
  | 'COSRT-36'
  | 'COSRT-36a'
  | 'COSRT-36b'
  | 'COSRT-36c'
  | 'COSRT-36d'
  | 'COSRT-37'
  | 'COSRT-38'
  | 'COSRT-38.1'
  | 'COSRT-39'
  | 'COSRT-40'
  | 'COSRT-40a'
  | 'COSRT-40b'
  | 'COSRT-40c'
  | 'COSRT-40d'
  | 'COSRT-41'
  | 'COSRT-42'
  | 'COSRT-43'
  | 'COSRT-44'
  | 'COSRT-45'
  | 'COSRT-46'
  | 'COSRT-47'
  | 'COSRT-48'
  | 'COSRT-49'
  | 'COSRT-49.1'
  | 'COSRT-49.2'
  | 'COSRT-50'
  | 'COSRT-51'
  | 'COSRT-52'
  | 'COSRT-53'
  | 'COSRT-54'
  | 'COSRT-55'
  | 'COSRT-56'
  | 'COSRT-57'
  | 'COSRT-58'
  | 'COSRT-59'
  | 'COSRT-60'
  | 'COSRT-61'
  | 'COSRT-62'
  | 'COSRT-63'
  | 'COSRT-64'
  | 'COSRT-65'
  | 'COSRT-66'
  | 'COSRT-67'
  | 'COSRT-68'
  | 'COSRT-69'
  | 'COSRT-70'
  | 'COSRT-71'
  | 'COSRT-72'
  | 'COSRT-73'
  | 'COSRT-74'
  | 'COSRT-75'
  | 'COSRT-76'
  | 'COSRT-77'
  | 'COSRT-77a'
  | 'COSRT-77b'
  | 'COSRT-77c'
  | 'COSRT-78'
  | 'COSRT-79'
  | 'COSRT-80'
  | 'COSRT-81'
  | 'COSRT-82'
  | 'COSRT-82.1'
  | 'COSRT-83'
  | 'COSRT-84'
  | 'COSRT-84d'
  | 'COSRT-84e'
  | 'COSRT-85'
  | 'COSRT-86'
  | 'COSRT-87'
  | 'COSRT-88'
  | 'COSRT-89'
  | 'COSRT-89f'
  | 'COSRT-89g'
  | 'COSRT-89h'
  | 'COSRT-90'
  | 'COSRT-91'
  | 'COSRT-91i'
  | 'COSRT-91j'
  | 'COSRT-92'
  | 'COSRT-93'
  | 'COSRT-94'
  | 'COSRT-95'
  | 'COSRT-96'
  | 'COSRT-97'
  | 'COSRT-98'
  | 'COSRT-98k'
  | 'COSRT-98l'
  | 'COSRT-99'
  | 'COSRT-100'
  | 'COSRT-101'
  | 'COSRT-102'
  | 'COSRT-103'
  | 'COSRT-104'
  | 'COSRT-105'
  | 'COSRT-106'
  | 'COSRT-107'
  | 'COSRT-107m'
  | 'COSRT-107n'
  | 'COSRT-107o'
  | 'COSRT-108'
  | 'COSRT-109'
  | 'COSRT-110'
  | 'COSRT-111'
  | 'COSRT-112'
  | 'COSRT-113'
  | 'COSRT-114'
  | 'COSRT-115'
  | 'HCPC-1'
  | 'HCPC-2'
  | 'HCPC-3'
  | 'HCPC-4'
  | 'HCPC-5'
  | 'HCPC-6'
  | 'HCPC-7'
  | 'HCPC-8'
  | 'HCPC-9'
  | 'HCPC-10'
  | 'HCPC-11'
  | 'HCPC-12'
  | 'HCPC-13'
  | 'HCPC-14'
  | 'HCPC-15'
  | 'HCPC-16'
  | 'HCPC-17'
  | 'HCPC-18'
  | 'HCPC-19'
  | 'HCPC-20'
  | 'HCPC-21'
  | 'HCPC-22'
  | 'HCPC-23'
  | 'HCPC-24'
  | 'HCPC-25'
  | 'HCPC-26'
  | 'HCPC-27'
  | 'HCPC-28'
  | 'HCPC-28.1'
  | 'HCPC-29'
  | 'HCPC-30'
  | 'HCPC-31'
  | 'HCPC-32'
  | 'HCPC-33'
  | 'HCPC-34'
  | 'HCPC-35'
  | 'HCPC-36'
  | 'HCPC-37'
  | 'HCPC-38'
  | 'HCPC-39'
  | 'HCPC-40'
  | 'HCPC-41'
  | 'HCPC-42'

/** A clause as a record or a page names it. The gist is our note, not a quotation. */
export interface Clause {
  readonly duty: 'must' | 'should' | 'principle' | 'fact'
  readonly source: string
  readonly gist: string
}

export const CLAUSES: Readonly<Record<ClauseId, Clause>> = {
  'JCCP-IN-1': { duty: 'fact', source: 'JCCP/CPSA guidance 2nd ed. 2020, Introduction', gist: 'A cosmetic intervention is one done mainly to alter looks; the non-surgical kind is included and every one of them is to some extent invasive and risky.' },
  'JCCP-IN-2': { duty: 'fact', source: 'JCCP/CPSA guidance 2nd ed. 2020, Introduction', gist: 'JCCP and CPSA are charities, not statutory regulators; the document is best practice rather than enforceable law.' },
  'JCCP-IN-3': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Introduction', gist: 'Registered clinicians stay bound by their own regulator; where this guidance covers extra ground it is followed on top.' },
  'JCCP-IN-4': { duty: 'fact', source: 'JCCP/CPSA guidance 2nd ed. 2020, Introduction', gist: 'JCCP has agreements with the statutory regulators and will pass on practitioner details if codes are broken or the public is at risk.' },
  'JCCP-IN-5': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Introduction', gist: 'Practitioners need the right skills, products need clinical validation and a suitable licence, and patients need correct information before deciding.' },
  'JCCP-IN-6': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Introduction', gist: 'Physical and psychological health, and thus suitability, is to be evaluated every single time.' },
  'JCCP-IN-7': { duty: 'principle', source: 'JCCP/CPSA guidance 2nd ed. 2020, Introduction', gist: 'The standard applies alike to registered clinicians and to practitioners with no statutory register, at any attainment level, and rests on GMC guidance.' },
  'JCCP-IN-8': { duty: 'principle', source: 'JCCP/CPSA guidance 2nd ed. 2020, Introduction', gist: 'After Keogh, patients are owed the strongest protection and the guidance is not to be watered down.' },
  'JCCP-IN-9': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Introduction', gist: 'Everyone providing cosmetic work audits yearly and takes part in appraisal, revalidation and CPD.' },
  'JCCP-IN-10': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Introduction', gist: 'Trainers and assessors need regulator accreditation where defined, or a recognised teaching qualification (held or demonstrably under way) at the level taught.' },
  'JCCP-IN-11': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Introduction', gist: 'Trainers hold indemnity and liability cover fitting the role.' },
  'JCCP-IN-12': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Introduction', gist: 'A non-clinical practitioner overseeing others (not training them) must be JCCP-recognised as competent and insured for it.' },
  'JCCP-KA-1': { duty: 'principle', source: 'JCCP/CPSA guidance 2nd ed. 2020, Key aims', gist: 'Practitioners should be trained and experienced to the JCCP 2018 Competency Framework and CPSA 2019 standards.' },
  'JCCP-KA-2': { duty: 'principle', source: 'JCCP/CPSA guidance 2nd ed. 2020, Key aims', gist: 'Overseers should know the extra duties the role carries.' },
  'JCCP-KA-3': { duty: 'principle', source: 'JCCP/CPSA guidance 2nd ed. 2020, Key aims', gist: 'Prescribers should know the extra duties of prescribing.' },
  'JCCP-KA-4': { duty: 'principle', source: 'JCCP/CPSA guidance 2nd ed. 2020, Key aims', gist: 'Trainers and assessors should know their extra duties.' },
  'JCCP-KA-5': { duty: 'principle', source: 'JCCP/CPSA guidance 2nd ed. 2020, Key aims', gist: 'Work individually so that expectations are realistic, decisions fully informed and consent proper.' },
  'JCCP-KA-6': { duty: 'principle', source: 'JCCP/CPSA guidance 2nd ed. 2020, Key aims', gist: 'Follow current protocols for safe and effective provision.' },
  'JCCP-KA-7': { duty: 'principle', source: 'JCCP/CPSA guidance 2nd ed. 2020, Key aims', gist: 'Physical, social, emotional and psychological needs are considered before treatment starts.' },
  'JCCP-KA-8': { duty: 'principle', source: 'JCCP/CPSA guidance 2nd ed. 2020, Key aims', gist: 'Commercial or financial interests must not harm standards of care.' },
  'JCCP-UG-1': { duty: 'fact', source: 'JCCP/CPSA guidance 2nd ed. 2020, Using this guidance', gist: 'The structure follows GMC Good Medical Practice and in places goes further because of sector risks.' },
  'JCCP-UG-2': { duty: 'fact', source: 'JCCP/CPSA guidance 2nd ed. 2020, Using this guidance', gist: 'Must/shall marks an overriding duty (shall also explains how a duty is met); should marks duties that may not fit every case or lie outside one\'s control.' },
  'JCCP-KR-1': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Key responsibilities b1', gist: 'Promote safety, wellbeing and public confidence, and do not discredit the profession.' },
  'JCCP-KR-2': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Key responsibilities b2', gist: 'Consent is sought personally by the practitioner; the task is not handed to anyone else.' },
  'JCCP-KR-3': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Key responsibilities b3', gist: 'Enough time and information must come first, and it is the patient who judges what is enough, not the practitioner.' },
  'JCCP-KR-3.1': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Key responsibilities b3', gist: 'Information includes evidence-based written material supporting continuity, covering medicines or devices used and their benefits and risks.' },
  'JCCP-KR-4': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Key responsibilities b4', gist: 'Consider psychological and emotional needs and whether to refer to another experienced professional.' },
  'JCCP-KR-5': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Key responsibilities b5', gist: 'Refuse treatment that is not in the patient\'s best interest or could cause serious physical, psychological or emotional harm.' },
  'JCCP-KR-6': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Key responsibilities b6', gist: 'Refuse where there are grounds to suspect coercion or that the wish is not the patient\'s own.' },
  'JCCP-KR-7': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Key responsibilities b7', gist: 'Finish required training before any treatment, stay in scope and take advice from a qualified supervisor when needed.' },
  'JCCP-KR-8': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Key responsibilities b8', gist: 'Never work past the limits of competence.' },
  'JCCP-KR-9': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Key responsibilities b9', gist: 'Act lawfully, take special care with consent at 16-17, and as a rule do not treat under-16s unless medically required.' },
  'JCCP-KR-10': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Key responsibilities b10', gist: 'Market responsibly: no unsupported claims about results, qualifications or experience, no playing down of risk, no tactics that rush people; follow ASA/CAP and JCCP/CPSA rules.' },
  'JCCP-KR-11': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Key responsibilities b11', gist: 'Keep regulator, professional-body and JCCP/CPSA registrations live.' },
  'JCCP-KR-12': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Key responsibilities b12', gist: 'Take part in nationally required audits and data collection.' },
  'JCCP-KR-13': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Key responsibilities b13', gist: 'Take yearly appraisal of one\'s own practice, plus peer review and supervision.' },
  'JCCP-KR-14': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Key responsibilities b14', gist: 'Survey the satisfaction of at least twenty patients a year and put the results into appraisal.' },
  'JCCP-KR-15': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Key responsibilities b15', gist: 'Hold indemnity and liability insurance for the whole scope, including training, assessing, overseeing and managing.' },
  'JCCP-KR-16': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Key responsibilities b16', gist: 'Do regular relevant CPD.' },
  'JCCP-KR-17': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Key responsibilities b17', gist: 'Practise from premises that meet the JCCP safe-premises standard.' },
  'JCCP-KR-18': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Key responsibilities b18', gist: 'Keep patients safe, improve safety and report concerns and adverse events to the right authority (such as MHRA) as soon as known.' },
  'JCCP-KR-19': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Key responsibilities b19', gist: 'Work in partnership, with respect and dignity.' },
  'JCCP-KR-20': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Key responsibilities b20', gist: 'Work well with colleagues.' },
  'JCCP-KR-21': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Key responsibilities b21', gist: 'Keep current with, and follow, law and guidance.' },
  'JCCP-KR-22': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Key responsibilities b22', gist: 'Be frank about one\'s abilities and track record, what it costs, and any interests that conflict.' },
  'JCCP-KR-23': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Key responsibilities b23', gist: 'All information, advice and treatment must rest on evidence.' },
  'JCCP-KR-24': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Key responsibilities b24', gist: 'Exercise the duty of candour without delay.' },
  'JCCP-KR-25': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Key responsibilities b25', gist: 'Whistle-blow when safety concerns are not taken seriously; the CQC-aligned national speaking-up office can advise.' },
  'JCCP-KR-26': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Key responsibilities b26', gist: 'Have open, robust complaints and redress policies and tell every patient about them.' },
  'JCCP-KR-27': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Key responsibilities b27', gist: 'Comply with this code and, if registered, with one\'s own professional code.' },
  'JCCP-OV-1': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Oversight b1', gist: 'Overseer makes sure supervisees are trained by modality and level, qualified, insured and competent, having seen their yearly audit, appraisal, CPD and patient surveys.' },
  'JCCP-OV-2': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Oversight b2', gist: 'Overseer ensures the practitioner meets this guidance, the law and their own regulator.' },
  'JCCP-OV-3': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Oversight b3', gist: 'Report poor, harmful or dangerous practice, probity or health problems that endanger the public.' },
  'JCCP-OV-4': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Oversight b4', gist: 'Have remediation policies and plans for poor performance.' },
  'JCCP-OV-5': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Oversight b5', gist: 'Delegate only within the other\'s competence, check they understand instructions, and require outcomes to be reported back.' },
  'JCCP-OV-6.1': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Oversight b6', gist: 'Confirm the results of delegated tasks and follow the law and JCCP prescribing and dispensing guidance.' },
  'JCCP-OV-6.2': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Oversight b6', gist: 'Be particularly alert to over-prescribing and repeats.' },
  'JCCP-OV-6.3': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Oversight b6', gist: 'All repeats are reviewed after six prescriptions and/or six months.' },
  'JCCP-PX-1': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Prescribing b1', gist: 'Prescribers must be trained, qualified, insured and registered for what they issue.' },
  'JCCP-PX-2': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Prescribing b2', gist: 'Advising, prescribing, supplying and administering stays within training, competence, law and policy.' },
  'JCCP-PX-3': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Prescribing b3', gist: 'Prescribe only for patients under direct care after meeting them in person; electronic communication and social media never count.' },
  'JCCP-PX-3.1': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Prescribing b3', gist: 'The prescriber needs enough history to choose safely without harming other medical care or psychological wellbeing.' },
  'JCCP-PX-4': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Prescribing b4', gist: 'A prescriber delegating administration keeps overall, continuing responsibility including outcomes and incidents; delegating to a regulated practitioner is preferred, though others are possible.' },
  'JCCP-PX-4.1': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Prescribing b4', gist: 'The prescriber must be satisfied that the delegate is competent and proficient before agreeing to prescribe.' },
  'JCCP-PX-4.2': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Prescribing b4', gist: 'Delegation to statutorily regulated practitioners is preferred wherever possible, though not exclusive.' },
  'JCCP-PX-5': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Prescribing b5', gist: 'Delegation follows an in-person consultation and needs satisfaction about safe administration, premises and storage; with a non-registered delegate, legal and professional liability stays with the prescriber.' },
  'JCCP-PX-6': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Prescribing b6', gist: 'The prescriber stays fully accountable for every prescription they authorise.' },
  'JCCP-PX-7': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Prescribing b7', gist: 'If a medicine could interact with or change an existing treatment, the GP is told and a positive answer received before treatment by oneself or by supervisees.' },
  'JCCP-PX-8': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Prescribing b8', gist: 'Encourage patients to ask their GP or pharmacist about interactions with current medicines.' },
  'JCCP-PX-9': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Prescribing b9', gist: 'Report poor prescribing or probity problems.' },
  'JCCP-PX-10': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Prescribing b10', gist: 'Meet the law on prescribing of the country where one works.' },
  'JCCP-PX-11': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Prescribing b11', gist: 'Only doctors and dentists may hold undispensed stock of prescription medicines and need a patient-specific direction when injecting from it; no stock in advance for others; MHRA allows supply from stock only to a delegate in the same employer; they answer for use and storage.' },
  'JCCP-PX-12': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Prescribing b12', gist: 'Adverts for non-prescription medicines stay within their marketing authorisation.' },
  'JCCP-PX-13': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Prescribing b13', gist: 'Do not let any organisation one works for, represents or owns advertise prescription-only medicines to the public, which is treated as illegal.' },
  'JCCP-PX-14': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Prescribing b14', gist: 'Follow CAP guidance on advertising prescription-only medicines.' },
  'JCCP-PX-15': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Prescribing b15', gist: 'Recognise competing interests, put the patient first, be transparent, and let shared decisions take in psychological needs and vulnerability without personal gain.' },
  'JCCP-TR-1': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Training b1', gist: 'Trainers must be trained, qualified, insured and registered for the level they teach or assess.' },
  'JCCP-TR-2': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Training b2', gist: 'Teach the duties of this guidance and make sure trainees understand them.' },
  'JCCP-TR-3': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Training b3', gist: 'Audit the results of one\'s training or assessing.' },
  'JCCP-1': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Knowledge ¶1', gist: 'Recognise one\'s limits and refer on whoever cannot be treated safely.' },
  'JCCP-2': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Knowledge ¶2', gist: 'Before doing or overseeing something for the first time, be sure it is safe and that one can manage its complications.' },
  'JCCP-3': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Knowledge ¶3', gist: 'CPD covers the full range of practice.' },
  'JCCP-4': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Knowledge ¶4', gist: 'Follow every legal, clinical, professional and ethical rule and all regulator, JCCP and CPSA guidance relevant to the work.' },
  'JCCP-5': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Knowledge ¶5', gist: 'Seek and act on patient feedback, covering satisfaction and physical, emotional and psychological results; reflect through audit and appraisal.' },
  'JCCP-6': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Knowledge ¶6', gist: 'Yearly appraisal over the whole scope; where the regulator asks more, that prevails; if it sets no period, evidence is due at least every three years at JCCP renewal.' },
  'JCCP-7': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Safety ¶7', gist: 'Take part in quality-assurance and improvement systems.' },
  'JCCP-7a': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Safety ¶7a', gist: 'Meet statutory MHRA reporting duties.' },
  'JCCP-7b': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Safety ¶7b', gist: 'Contribute to national outcome programmes and relevant device registries.' },
  'JCCP-7c': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Safety ¶7c', gist: 'Monitor outcomes routinely, including delegated ones, audit yearly and discuss at appraisal.' },
  'JCCP-7d': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Safety ¶7d', gist: 'Worries about a product\'s safety go to whichever regulator covers it.' },
  'JCCP-7e': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Safety ¶7e', gist: 'The complaints procedure includes an independent or external review stage.' },
  'JCCP-8': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Safety ¶8', gist: 'Share outcome insights with others offering similar work (a data publisher working with JCCP/CPSA is named).' },
  'JCCP-9': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Safety ¶9', gist: 'Patients are told the way to report a complication or bad reaction.' },
  'JCCP-10': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Safety ¶10', gist: 'Be open and honest when something goes wrong and harm or distress follows or may follow.' },
  'JCCP-11': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Safety ¶11', gist: 'Full history plus an in-person physical and emotional-wellbeing examination precede any injectable cosmetic prescription or other invasive procedure.' },
  'JCCP-11.1': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Safety ¶11', gist: 'No prescribing by phone, video, social media or online, nor at another\'s request for a patient not examined in person.' },
  'JCCP-11.2': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Safety ¶11', gist: 'Repeats need the prescriber\'s full knowledge of current medical and drug history; any change needs a fresh in-person consultation and examination.' },
  'JCCP-12': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Safety ¶12', gist: 'Seek and act on evidence about effectiveness, side effects and risk, and offer only interventions resting on best current evidence.' },
  'JCCP-13': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Safety ¶13', gist: 'The place of practice is safe, equipped, staffed and compliant.' },
  'JCCP-14': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Communication ¶14', gist: 'Communicate clearly and respectfully, listen, and consider support needed to take part in decisions.' },
  'JCCP-14.1': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Communication ¶14', gist: 'Discuss why the person wants the intervention and what they expect, with honest evidence-based advice on risk and benefit and regard for emotional wellbeing.' },
  'JCCP-15': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Consent ¶15', gist: 'Know the GMC shared-decision consent guidance, on which the following points draw.' },
  'JCCP-16': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Consent ¶16', gist: 'The person doing the procedure (or supervising its performance by another) discusses it and obtains consent; no delegation.' },
  'JCCP-16.1': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Consent ¶16', gist: 'A performer absent when the supervisor took consent must check again that this treatment is what the patient expects and agreed, and that they wish to go ahead.' },
  'JCCP-16.2': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Consent ¶16', gist: 'Where clinical oversight is needed, the patient is told in writing who the overseeing clinician is and where they work.' },
  'JCCP-16.3': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Consent ¶16', gist: 'Someone doing level 6+ procedures under supervision checks the consent was completed correctly.' },
  'JCCP-17': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Requests ¶17', gist: 'Consider clinical history, and ask why the person wants it and what result they hope for, before judging suitability.' },
  'JCCP-18': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Requests ¶18', gist: 'If it is unlikely to give the hoped result or overall benefit, discuss and explain; if that view remains afterwards, do not provide it.' },
  'JCCP-18.1': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Requests ¶18', gist: 'Discuss other options and respect the right to a second opinion.' },
  'JCCP-18.2': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Requests ¶18', gist: 'Record these discussions in clinical notes at the time.' },
  'JCCP-19': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Requests ¶19', gist: 'Consider vulnerability, psychological and emotional needs when discussing options.' },
  'JCCP-19.1': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Requests ¶19', gist: 'Be satisfied that the request is voluntary.' },
  'JCCP-19.2': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Requests ¶19', gist: 'With any concern of emotional, psychological or physical harm, do not treat; advise the patient to see GP, psychologist or suitable professional for assessment first.' },
  'JCCP-20': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Requests ¶20', gist: 'Explain from the outset monitoring, follow-up and likely cost; say if implanted devices will need removal or replacement and when.' },
  'JCCP-21': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Requests ¶21', gist: 'Tell the patient when one lacks knowledge, skill, competence or confidence for what they need.' },
  'JCCP-22': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Requests ¶22', gist: 'Know and discuss accepted alternatives that could serve or lower risk, including other practitioners.' },
  'JCCP-23': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Risk ¶23', gist: 'Give clear, correct risk information on the intervention, linked procedures, anaesthesia or sedation and any other medicine used or advised.' },
  'JCCP-24': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Risk ¶24', gist: 'Talk through adverse outcomes, especially those most worrying the patient.' },
  'JCCP-24.1': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Risk ¶24', gist: 'Discuss possible physical, emotional and psychological effects of it going wrong or disappointing.' },
  'JCCP-25': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Cooling off ¶25', gist: 'Give the time and information needed for a voluntary, informed decision.' },
  'JCCP-26': { duty: 'principle', source: 'JCCP/CPSA guidance 2nd ed. 2020, Cooling off ¶26', gist: 'Time and information depend on the person\'s state and emotional wellbeing, invasiveness, complexity, permanence, risk, number of options and how much is already considered.' },
  'JCCP-27': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Cooling off ¶27', gist: 'Tell the patient that withdrawing is open to them throughout.' },
  'JCCP-28': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Cooling off ¶28', gist: 'Consider whether the GP or other professional must be consulted to inform the risk-benefit discussion.' },
  'JCCP-28.1': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Cooling off ¶28', gist: 'If so, ask permission; on refusal explore reasons and encourage.' },
  'JCCP-28.2': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Cooling off ¶28', gist: 'With a settled refusal, note it, weigh what it does to risk and benefit, and decide whether to proceed.' },
  'JCCP-28.3': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Cooling off ¶28', gist: 'Whatever is decided about GP access, prescribe or treat only with assured adequate knowledge of medical and medicines history.' },
  'JCCP-29': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Fees ¶29', gist: 'Explain fees so the patient sees the cost of going on or of pulling out at each stage.' },
  'JCCP-30': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Fees ¶30', gist: 'Say what quoted prices include and what else may be charged, such as revisions and routine follow-up.' },
  'JCCP-31': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Capacity ¶31', gist: 'For adults without capacity, follow the GMC consent paragraphs that reflect UK law.' },
  'JCCP-32': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Capacity ¶32', gist: 'Seek views of those close and known wishes, feelings, beliefs and values, sharing information only as guidance allows.' },
  'JCCP-33': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Young people ¶33', gist: 'Under-16s should not have non-surgical cosmetic work unless specific medical reasons exist.' },
  'JCCP-33.1': { duty: 'fact', source: 'JCCP/CPSA guidance 2nd ed. 2020, Young people ¶33', gist: 'At 16-17 treatment may be given with competent own consent, or parent\'s or court\'s.' },
  'JCCP-34': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Young people ¶34', gist: 'Only interventions in the young person\'s best interest.' },
  'JCCP-34.1': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Young people ¶34', gist: 'Encourage even a competent young person to involve parents.' },
  'JCCP-35': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Young people ¶35', gist: 'Marketing must not be aimed at children or young people by content or placement.' },
  'JCCP-36': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Continuity ¶36', gist: 'Consider whether a review is needed and make sure the patient knows if a follow-up is advised.' },
  'JCCP-37': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Continuity ¶37', gist: 'Tell the patient of medicines or equipment needed for self-care.' },
  'JCCP-38': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Continuity ¶38', gist: 'Patients know how to reach the practitioner or another named qualified person out of hours.' },
  'JCCP-39': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Continuity ¶39', gist: 'Give verbal/written information detailed enough for another practitioner to take over, with medicines, devices and products used.' },
  'JCCP-39.1': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Continuity ¶39', gist: 'With consent, send it to GP and others treating when relevant to future health or wellbeing.' },
  'JCCP-39.2': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Continuity ¶39', gist: 'If the patient objects, note it, and the practitioner takes on their follow-up care.' },
  'JCCP-40': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Continuity ¶40', gist: 'Records let one trace everyone who had a given product, for safety alerts or regulator queries.' },
  'JCCP-41': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Continuity ¶41', gist: 'Records with personal data are kept secure.' },
  'JCCP-41a': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Continuity ¶41a', gist: 'In line with data-protection requirements.' },
  'JCCP-41b': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Continuity ¶41b', gist: 'In line with JCCP/CPSA confidentiality guidance.' },
  'JCCP-41c': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Continuity ¶41c', gist: 'In line with UK health department guidance even outside the NHS.' },
  'JCCP-FN-1': { duty: 'fact', source: 'JCCP/CPSA guidance 2nd ed. 2020, Footnotes', gist: 'Footnotes point to GMC 0-18 guidance for young people and best-interest assessment; parents means those with parental responsibility.' },
  'JCCP-FN-2': { duty: 'fact', source: 'JCCP/CPSA guidance 2nd ed. 2020, Footnote', gist: 'Risk discussion follows the 2015 Supreme Court decision on material risk (Montgomery).' },
  'JCCP-FN-3': { duty: 'fact', source: 'JCCP/CPSA guidance 2nd ed. 2020, Footnotes', gist: 'Pointers: MHRA regulates medicines and devices; GMC/NMC openness guidance; anaesthesia college sedation standards.' },
  'JCCP-FN-4': { duty: 'fact', source: 'JCCP/CPSA guidance 2nd ed. 2020, Footnotes', gist: 'Colleagues means everyone a practitioner works with, in or out of team; pointers to delegation, advertising and JCCP advertising policy.' },
  'JCCP-42': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Colleagues ¶42', gist: 'Anyone delegated care has needed knowledge, skill, competence, capability, training and supervision.' },
  'JCCP-43': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Colleagues ¶43', gist: 'Work well with others in care and respect multidisciplinary colleagues.' },
  'JCCP-44': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Colleagues ¶44', gist: 'Ask colleagues\' advice when a health condition (physical or psychological) outside one\'s scope may matter to the intervention or the expectations.' },
  'JCCP-45': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Colleagues ¶45', gist: 'Build a support network of able colleagues.' },
  'JCCP-46': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Colleagues ¶46', gist: 'Take colleagues\' advice where someone could need an expert assessment, psychological or otherwise.' },
  'JCCP-46.1': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Colleagues', gist: 'Non-medical and provisionally registered practitioners and trainees are supervised for level 6+ work.' },
  'JCCP-47': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Probity ¶47', gist: 'Be honest, never misleading, on skills, experience, qualifications, status and role.' },
  'JCCP-48': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Advertising ¶48', gist: 'Follow CAP codes enforced by ASA and JCCP/CPSA guidance; CAP offers free pre-publication advice.' },
  'JCCP-49': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Advertising ¶49', gist: 'Published information is factual and verifiable and does not exploit vulnerability or lack of knowledge.' },
  'JCCP-50': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Advertising ¶50', gist: 'Marketing must not minimise risk or exploit, nor claim zero risk.' },
  'JCCP-51': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Advertising ¶51', gist: 'State in marketing when a medical assessment is needed first.' },
  'JCCP-52': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Advertising ¶52', gist: 'No misleading or guaranteed results.' },
  'JCCP-53': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Advertising ¶53', gist: 'No promotional tactics pushing hasty decisions, e.g. two-for-one or time-limited deals.' },
  'JCCP-54': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Advertising ¶54', gist: 'Do not give services as prizes.' },
  'JCCP-55': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Advertising ¶55', gist: 'Do not knowingly let others misrepresent you or market you in conflict with the guidance.' },
  'JCCP-56': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Finance ¶56', gist: 'Be open about interests that could seem to affect care, notably owning the business or premises.' },
  'JCCP-57': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Finance ¶57', gist: 'Interests must not sway recommendations or standards.' },
  'JCCP-58': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Finance ¶58', gist: 'Act impartially in consumers\' best interest on best evidence; money should not detract.' },
  'JCCP-59': { duty: 'principle', source: 'JCCP/CPSA guidance 2nd ed. 2020, Finance ¶59', gist: 'Gifts should be fitting and in proportion; accepting may look like seeking favour.' },
  'JCCP-REF-1': { duty: 'fact', source: 'JCCP/CPSA guidance 2nd ed. 2020, Other resources and Further resources', gist: 'Lists of related standards and reports.' },
  'JCCP-XREF-1': { duty: 'fact', source: 'JCCP/CPSA guidance 2nd ed. 2020, Section cross-references', gist: 'Body sections point to annex sections and back, but several numbers are off by one (capacity says 30 for 31, confidentiality 31 for 32) and some point into GMC documents by bare paragraph number.' },
  'JCCP-AX-GOOD-0': { duty: 'fact', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex preface', gist: 'The annex extracts other guidance to be read alongside; prescribers, trainers, overseers also read their profession\'s rules.' },
  'JCCP-AX-GOOD-1': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex Good practice a', gist: 'Assess conditions with history, symptoms, psychological, spiritual, social and cultural factors, views and values, examining where needed.' },
  'JCCP-AX-GOOD-2': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex Good practice b', gist: 'Promptly give or arrange advice, investigation or treatment.' },
  'JCCP-AX-GOOD-3': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex Good practice c', gist: 'Refer on when that serves the patient.' },
  'JCCP-AX-GOOD-4': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex clinical care a', gist: 'Prescribe, repeats included, only with adequate health knowledge and when it meets the need.' },
  'JCCP-AX-GOOD-5': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex clinical care b', gist: 'Give effective treatment on best evidence.' },
  'JCCP-AX-GOOD-6': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex clinical care c', gist: 'Take all possible steps to ease pain and distress.' },
  'JCCP-AX-GOOD-7': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex clinical care d', gist: 'Consult colleagues where fitting.' },
  'JCCP-AX-GOOD-8': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex clinical care e', gist: 'Respect, and positively encourage, the right to a second opinion.' },
  'JCCP-AX-GOOD-9': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex clinical care f', gist: 'Check compatibility with other treatments and, where possible, over-the-counter self-medication.' },
  'JCCP-AX-GOOD-10': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex clinical care g', gist: 'Avoid treating oneself or close personal contacts where possible.' },
  'JCCP-AX-GOOD-11': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex quality a-c', gist: 'Take part in quality systems: review and audit, reflect, review feedback.' },
  'JCCP-AX-GOOD-12': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex keep safe a', gist: 'Contribute to confidential inquiries.' },
  'JCCP-AX-GOOD-13': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex keep safe b', gist: 'Contribute to spotting adverse events.' },
  'JCCP-AX-GOOD-14': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex keep safe c', gist: 'Report device incidents with actual or potential risk to patient or anyone else.' },
  'JCCP-AX-GOOD-15': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex keep safe d', gist: 'Report suspected drug reactions.' },
  'JCCP-AX-GOOD-16': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex keep safe e', gist: 'Answer requests from public-health monitors.' },
  'JCCP-AX-GOOD-17': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex keep safe', gist: 'Still respect confidentiality while giving such information.' },
  'JCCP-AX-RX-1': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex prescribing', gist: 'Early routine reporting of reactions, incidents and near misses, using local governance routes.' },
  'JCCP-AX-RX-2': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex prescribing', gist: 'Tell MHRA by Yellow Card about serious suspected reactions to any medicine, and every reaction to black-triangle products; device incidents including human error that could endanger anyone.' },
  'JCCP-AX-RX-3': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex prescribing', gist: 'Also report to the organisation\'s device liaison officer.' },
  'JCCP-AX-RX-4': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex prescribing', gist: 'Tell patients how they can report side effects straight to MHRA.' },
  'JCCP-AX-RX-5': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex prescribing a', gist: 'Check serious incidents reach the national reporting system (England and Wales).' },
  'JCCP-AX-RX-6': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex prescribing b', gist: 'Where fitting, inform GP, supplying pharmacy, controlled-drug officer and manufacturer of reactions and incidents.' },
  'JCCP-AX-RX-7': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex prescribing', gist: 'Answer drug-safety research data requests; use JCCP responsible prescribing guidance.' },
  'JCCP-AX-CONCERN-1': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex concerns', gist: 'Everyone has a duty to raise concerns over colleagues, systems or policies, and to support an open culture.' },
  'JCCP-AX-CONCERN-2': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex concerns', gist: 'No contracts that restrict raising safety concerns; such terms are void.' },
  'JCCP-AX-CONCERN-3': { duty: 'principle', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex obstacles', gist: 'Fear of consequence is understood, but patients\' interests override personal and professional loyalty.' },
  'JCCP-AX-CONCERN-4': { duty: 'fact', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex obstacles b', gist: 'Law protects those who disclose genuine concerns.' },
  'JCCP-AX-CONCERN-5': { duty: 'fact', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex obstacles c', gist: 'Proof is unnecessary; honest reasonable belief through suitable channels suffices, even if wrong.' },
  'JCCP-AX-OBST-1': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex obstacles to sharing', gist: 'When time or resources are short, use team, leaflets, advocacy, expert programmes and support groups.' },
  'JCCP-AX-OBST-2': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex obstacles to sharing', gist: 'People with added needs, such as disability, get time and support to decide.' },
  'JCCP-AX-OBST-3': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex obstacles to sharing', gist: 'Treat fairly, no discrimination, in line with equality guidance.' },
  'JCCP-AX-OBST-4': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex obstacles to sharing', gist: 'If limits seriously compromise informed decision, raise it with employer or authority.' },
  'JCCP-AX-LEAD-1': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex leadership', gist: 'Find performance problems early; review and audit team standards and resolve problems.' },
  'JCCP-AX-LEAD-2': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex leadership', gist: 'Know and use governance structures; follow the local procedure for incidents and near misses.' },
  'JCCP-AX-LEAD-3': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex leadership', gist: 'Know national and local guidance on raising safety concerns.' },
  'JCCP-AX-LEAD-4': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex extra responsibilities', gist: 'Managers have systems giving early warning of failures, with audit and patient feedback, acted on quickly.' },
  'JCCP-AX-LEAD-5': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex extra responsibilities', gist: 'Monitor, benchmark and improve; collect and share patient experience and outcomes.' },
  'JCCP-AX-LEAD-6': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex extra responsibilities', gist: 'Teams are supported, developed and clear on objectives.' },
  'JCCP-AX-INFO-1': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex sharing information a', gist: 'Share understandably, and at a place and time that suits understanding and memory.' },
  'JCCP-AX-INFO-2': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex sharing information b', gist: 'Give distressing information considerately.' },
  'JCCP-AX-INFO-3': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex sharing information c', gist: 'Involve team members, and give reflection time before and after the decision, especially if complex or risky.' },
  'JCCP-AX-INFO-4': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex sharing information d', gist: 'Tell the patient if there is a time limit to deciding and whom to contact with questions.' },
  'JCCP-AX-INFO-5': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex sharing information', gist: 'Be balanced, explain a recommendation\'s reasons, and do not press the patient to accept.' },
  'JCCP-AX-INFO-6': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex sharing information', gist: 'Aids must be correct, current, and understandable whatever the first language or intellectual ability.' },
  'JCCP-AX-INFO-7': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex sharing information', gist: 'Check for support needs, bearing in mind hidden barriers such as unspoken anxiety or pain.' },
  'JCCP-AX-INFO-7.1': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex sharing information', gist: 'Needed support is arranged wherever practical.' },
  'JCCP-AX-INFO-8': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex sharing information', gist: 'Support may be advocate, interpreter, asking those close about communication, or a written or audio record of discussion and decisions.' },
  'JCCP-AX-INV-1': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex involving others', gist: 'Meet the patient\'s wish to have another person involved in discussion or decision.' },
  'JCCP-AX-RISK-1': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex risk', gist: 'Risk information is clear, correct, understandable, and focused on the individual\'s own situation and wishes.' },
  'JCCP-AX-RISK-2': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex risk', gist: 'Identify adverse outcomes of each option, including doing nothing: side effects, complications, failure of aim, unexpected emotional effects.' },
  'JCCP-AX-RISK-3': { duty: 'fact', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex risk', gist: 'Risks run from frequent and mild to rare and grave, including psychological harm, disfigurement, disability, death.' },
  'JCCP-AX-RISK-4': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex risk', gist: 'Weigh condition, general health and circumstances of the individual.' },
  'JCCP-AX-RISK-5': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex risk', gist: 'Find out views, preferences and feared outcomes; make no assumptions on understanding or importance; give time free from other motives.' },
  'JCCP-AX-RISK-6': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex risk', gist: 'A serious adverse outcome is disclosed even when very unlikely.' },
  'JCCP-AX-RISK-6.1': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex risk', gist: 'Frequent lesser effects are also told, with what to do if physical, emotional or psychological symptoms follow.' },
  'JCCP-AX-RISK-7': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex risk', gist: 'Balanced, proportionate, unbiased; benefits together with physical, emotional and psychological challenges.' },
  'JCCP-AX-RISK-8': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex risk', gist: 'Risk talk uses clear, simple, consistent language.' },
  'JCCP-AX-RISK-8.1': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex risk', gist: 'Patients may read risk differently; check they grasp the terms, chiefly seriousness, frequency and likelihood.' },
  'JCCP-AX-RISK-9': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex risk', gist: 'Use simple written or visual aids where helpful.' },
  'JCCP-AX-RISK-10': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex risk', gist: 'If the patient does not want to know risks, follow the cited (GMC) paragraphs.' },
  'JCCP-AX-RISK-11': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex risk', gist: 'Keep up with developments affecting knowledge of risk.' },
  'JCCP-AX-VOL-1': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex voluntary', gist: 'Pressure may come from employer, insurer, relative or others; note other vulnerable situations, with FGM guidance cited.' },
  'JCCP-AX-VOL-2': { duty: 'fact', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex voluntary', gist: 'Vulnerable settings include care homes, mental-health legislation, detention, prison.' },
  'JCCP-AX-VOL-3': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex voluntary', gist: 'Check they considered options and reached their own decision; make sure they know of and can use the right to refuse.' },
  'JCCP-AX-EXPR-1': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex expressions', gist: 'Before accepting consent consider whether wanted information was given and how well understood; this outranks how consent is expressed or stored.' },
  'JCCP-AX-EXPR-2': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex expressions', gist: 'Higher risk calls for written consent so all know what was explained and agreed.' },
  'JCCP-AX-EXPR-3': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex expressions a-b', gist: 'Written consent also if complex, significant risk, or with consequences for work or social life.' },
  'JCCP-AX-EXPR-4': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex expressions c', gist: 'Written consent if clinical care is not the main purpose.' },
  'JCCP-AX-EXPR-5': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex expressions d', gist: 'Written consent for research, audit programme or innovative treatment.' },
  'JCCP-AX-REV-1': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex reviewing', gist: 'Just before treatment, the practitioner or a team member checks that the patient still wants it.' },
  'JCCP-AX-REV-1.1': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex reviewing', gist: 'New or repeated concerns and questions are responded to.' },
  'JCCP-AX-REV-2': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex reviewing a-c', gist: 'More so if time passed, material change in patient or proposal, or new information.' },
  'JCCP-AX-REV-3': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex reviewing', gist: 'Keep patients informed and able to decide at every stage; review arrangements for ongoing treatment.' },
  'JCCP-AX-CAP-1': { duty: 'fact', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex capacity law', gist: 'England and Wales: Mental Capacity Act 2005; Scotland: Adults with Incapacity Act 2000; certain people may hold legal authority.' },
  'JCCP-AX-CAP-2': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex capacity law', gist: 'Keep up to date and comply; when unsure, consult professional body or take legal advice.' },
  'JCCP-AX-CAP-3': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex presumption', gist: 'Presume every adult has capacity; lack is only concluded once, with all help given, one of the statutory abilities (understanding, retaining, weighing, communicating) is missing.' },
  'JCCP-AX-CAP-4': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex presumption', gist: 'No assumption from age, disability, looks, behaviour, condition, beliefs, apparent inability to communicate or disagreement.' },
  'JCCP-AX-CAP-5': { duty: 'fact', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex maximising', gist: 'Ability varies with condition and complexity and may fluctuate over time.' },
  'JCCP-AX-CAP-6': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex maximising', gist: 'Give time and support to maximise ability, with attention to dementia, lasting mental illness or learning disability.' },
  'JCCP-AX-CAP-7': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex maximising a-c', gist: 'Plan for foreseeable change: good place and time, ask about memory and decision aids, speak to those close with permission on communication.' },
  'JCCP-AX-CAP-8': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex maximising', gist: 'Offer a written record of discussion with decisions and reasons.' },
  'JCCP-AX-CAP-9': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex maximising', gist: 'Record decisions while capacity lasts; advance refusals may need recording, signing and witnessing.' },
  'JCCP-AX-CAP-10': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex assessing', gist: 'Assess for this decision at the time it is needed; one lack does not imply another, now or in future.' },
  'JCCP-AX-CAP-11': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex assessing', gist: 'Use the codes of practice; if borderline, be able to show lack is more likely than not.' },
  'JCCP-AX-CAP-12': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex assessing a-b', gist: 'In doubt, seek advice from those involved or close (with agreement) or specialist colleagues.' },
  'JCCP-AX-CAP-13': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex assessing', gist: 'Still unsure: seek legal advice on asking a court.' },
  'JCCP-AX-CAP-14': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex deciding', gist: 'Avoid treating people who lack capacity.' },
  'JCCP-AX-CAP-15': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex deciding a-d', gist: 'Their care is first; individual, dignity, involvement, no discrimination.' },
  'JCCP-AX-CONF-1': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex confidentiality', gist: 'Protect held personal information against improper disclosure at all times.' },
  'JCCP-AX-CONF-2': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex confidentiality', gist: 'Follow health department retention and disposal guidance in or out of NHS.' },
  'JCCP-AX-CONF-3': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex confidentiality', gist: 'ICO registration is required to hold identifiable patient information in any form.' },
  'JCCP-AX-CONF-4': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex confidentiality', gist: 'Most leaks are accidental; never share identifiable details where overheard, such as internet chats or social forums; no shared passwords or unattended records.' },
  'JCCP-AX-CONF-5': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex confidentiality', gist: 'Do not abuse access privileges; view only what there is legitimate reason to see; follow local privacy policies and device rules.' },
  'JCCP-AX-CONF-6': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex confidentiality', gist: 'Those running records keep them secure, train staff and use professional expertise in choosing and developing electronic systems.' },
  'JCCP-AX-CONF-7': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex confidentiality', gist: 'Administrative data can be reached separately from clinical data so sensitive material is not shown by default.' },
  'JCCP-AX-CONF-8': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex confidentiality', gist: 'Concern about security of personal data is raised as a safety concern.' },
  'JCCP-AX-SM-0': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex social media', gist: 'Use of social media is welcome if respectful, within platform terms and with no personal data.' },
  'JCCP-AX-SM-1': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex social media', gist: 'Honesty, fairness, no bullying or exploitation of vulnerability; awareness of influence on others.' },
  'JCCP-AX-SM-2': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex social media', gist: 'Unprofessional or unlawful posts may bring legal or misconduct sanctions.' },
  'JCCP-AX-SM-3': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex social media', gist: 'Avoid posting patient photographs or identifiable details at all times.' },
  'JCCP-AX-SM-4': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex social media', gist: 'Sole responsibility, truthfulness, and right to post.' },
  'JCCP-AX-SM-5': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex social media', gist: 'Polite disagreement, no spam.' },
  'JCCP-AX-SM-6': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex social media', gist: 'Advertising of medicines and services follows licence, law and CAP.' },
  'JCCP-AX-SM-7': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex social media', gist: 'Named authorship; only copyright-free material.' },
  'JCCP-AX-SM-8': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex social media', gist: 'Adhere to own regulator\'s or membership code; JCCP members must comply with this document (the older social-media code says should).' },
  'JCCP-AX-SM-9': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex social media', gist: 'Uphold the profession\'s reputation; never impersonate another or promote illegal conduct.' },
  'JCCP-AX-SHARE-1': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex sharing with others', gist: 'Agree early what may be shared, with whom and when, especially with fluctuating capacity.' },
  'JCCP-AX-SHARE-2': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex sharing with others', gist: 'Listening to someone close is no breach, but they are told that the conversation might reach the patient.' },
  'JCCP-AX-SHARE-3': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex sharing with others', gist: 'Do not refuse to listen on confidentiality grounds, but weigh whether listening would itself feel like a breach, especially if the patient named people not to listen to.' },
  'JCCP-AX-YP-1': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex young persons', gist: 'People of 16-18 should not routinely need or get most treatments.' },
  'JCCP-AX-YP-2': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex young persons', gist: 'In exceptional cases be confident of physical benefit and no physical, psychological or emotional detriment.' },
  'JCCP-AX-YP-3': { duty: 'must', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex young persons', gist: 'Cooling-off guidance is adhered to for 16-18.' },
  'JCCP-AX-YP-4': { duty: 'fact', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex young persons', gist: 'Under 18 is a minor; from 16 may consent (Family Law statute of 1969 cited), subject to complexity and ability to understand, weigh up and give back an informed answer.' },
  'JCCP-AX-YP-5': { duty: 'fact', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex young persons', gist: 'A competent minor\'s refusal might be overridden by parent or court only to save life or prevent decline in health, while consent cannot be overruled by the practitioner.' },
  'JCCP-AX-DIS-1': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex disagreements', gist: 'Aim for consensus with those interested in the person\'s welfare; use advocate, senior colleague, case conference or mediation, heeding roles and law.' },
  'JCCP-AX-DIS-2': { duty: 'should', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex disagreements', gist: 'If still serious, take legal advice on court; tell patients and those acting for them early so they may take part.' },
  'JCCP-AX-INFO-0': { duty: 'principle', source: 'JCCP/CPSA guidance 2nd ed. 2020, Annex sharing information', gist: 'The manner of discussing diagnosis, outlook and options often matters as much as the content.' },
  'SM-1': { duty: 'fact', source: 'JCCP social-media code, Introduction', gist: 'JCCP watches e-mail and social-media postings and says content should be accurate and professional.' },
  'SM-2': { duty: 'fact', source: 'JCCP social-media code, Introduction', gist: 'Both open and closed groups have caused trouble, with disputes turning into defamatory remarks on people and firms.' },
  'SM-3': { duty: 'principle', source: 'JCCP social-media code, Introduction', gist: 'Social media is valued for sharing practice, mentoring and safety.' },
  'SM-4': { duty: 'should', source: 'JCCP social-media code, Guidelines', gist: 'Be respectful, keep to the platform\'s terms and share no personal data, one\'s own included.' },
  'SM-5': { duty: 'should', source: 'JCCP social-media code, Guidelines b1', gist: 'Act with honesty and fairness, no discrimination or harassment, no use of vulnerability and no needless distress.' },
  'SM-6': { duty: 'should', source: 'JCCP social-media code, Guidelines b2', gist: 'Know one\'s behaviour influences others; use all communication responsibly.' },
  'SM-7': { duty: 'fact', source: 'JCCP social-media code, Guidelines b3', gist: 'Bullying, exploitation, incitement to hatred or discrimination can bring legal or misconduct sanctions.' },
  'SM-8': { duty: 'should', source: 'JCCP social-media code, Guidelines b4', gist: 'Photographs and identifiable details of patients are to be kept out of posts at all times.' },
  'SM-9': { duty: 'should', source: 'JCCP social-media code, Guidelines b5', gist: 'Author answers alone for what they write, link or upload.' },
  'SM-10': { duty: 'should', source: 'JCCP social-media code, Guidelines b6', gist: 'Posts are truthful to the best of one\'s knowledge, accurate, not misleading, in good faith.' },
  'SM-11': { duty: 'should', source: 'JCCP social-media code, Guidelines b7', gist: 'Have the right to post; respect copyright and trademark.' },
  'SM-12': { duty: 'should', source: 'JCCP social-media code, Guidelines b8', gist: 'Disagree politely; avoid disrespect, distress, intimidation.' },
  'SM-13': { duty: 'should', source: 'JCCP social-media code, Guidelines b9', gist: 'No spam: frequency, repetition, irrelevance.' },
  'SM-14': { duty: 'should', source: 'JCCP social-media code, Guidelines b10', gist: 'Non-prescription medicine adverts follow the authorisation; organisations one works for, represents or owns do not advertise prescription-only medicines to the public, which is unlawful.' },
  'SM-15': { duty: 'should', source: 'JCCP social-media code, Guidelines b11', gist: 'Service adverts follow CAP codes enforced by ASA.' },
  'SM-16': { duty: 'should', source: 'JCCP social-media code, Guidelines b12', gist: 'Posts are attributed to a named author as opinion and without prejudice.' },
  'SM-17': { duty: 'should', source: 'JCCP social-media code, Guidelines b13', gist: 'PDFs, books, articles and media are posted only if known copyright-free.' },
  'SM-18': { duty: 'should', source: 'JCCP social-media code, Guidelines', gist: 'Follow own regulator or membership code; JCCP members should follow the JCCP/CPSA guidance (2017 edition cited).' },
  'SM-19': { duty: 'should', source: 'JCCP social-media code, Guidelines', gist: 'Uphold reputation and aim to be seen as a model of integrity.' },
  'SM-20': { duty: 'must', source: 'JCCP social-media code, Guidelines', gist: 'Do not impersonate anyone or promote illegal conduct or practice.' },
  'SM-21': { duty: 'should', source: 'JCCP social-media code, Protocol 1', gist: 'Be professional: positive, engaging attitude; conduct reflects on the industry.' },
  'SM-22': { duty: 'should', source: 'JCCP social-media code, Protocol 2', gist: 'Be respectful: no offensive personas, ethnic slurs, insults, obscenity; be sensitive on inflammatory topics; respect others\' views even when not returned.' },
  'SM-23': { duty: 'should', source: 'JCCP social-media code, Protocol 3', gist: 'Keep confidential or proprietary information private, contact details included.' },
  'SM-24': { duty: 'should', source: 'JCCP social-media code, Protocol 4', gist: 'Care with copyright, trademark, publicity and privacy rights; never claim others\' work; credit and get approval for known third-party content.' },
  'SM-25': { duty: 'should', source: 'JCCP social-media code, Protocol 5', gist: 'On finding negative posts or others stirring conflict, do not react personally; leave subject experts to answer, mainly outside one\'s expertise.' },
  'SM-26': { duty: 'should', source: 'JCCP social-media code, Protocol 6', gist: 'If in doubt, do not post; hold until accuracy is confirmed; nothing libellous, slanderous, illegal or questionable.' },
  'SM-27': { duty: 'fact', source: 'JCCP social-media code, Protocol 7', gist: 'The internet is permanent even after deletion or anonymising; link to full content where space is short.' },
  'SM-28': { duty: 'should', source: 'JCCP social-media code, Protocol 8', gist: 'Keep personal views apart; personal feeds with tight privacy may still leak.' },
  'SM-29': { duty: 'fact', source: 'JCCP social-media code, Process', gist: 'For JCCP members, misuse is handled as misconduct under fitness-to-practise rules, potentially with suspension.' },
  'SM-30': { duty: 'fact', source: 'JCCP social-media code, Links', gist: 'Links to guidance by ACAS and regulators (doctors, nurses, dental, HCPC, pharmacy).' },
  'SM-31': { duty: 'fact', source: 'JCCP social-media code, Recommendation', gist: 'The eight-step protocol is recommended rather than mandated.' },
  'SAFE-1': { duty: 'principle', source: 'Safeguarding chapter \'Putting patients first\', Opening', gist: 'Safeguarding covers clear communication, sensitive data and chaperones at every stage of care.' },
  'SAFE-2': { duty: 'should', source: 'Safeguarding chapter \'Putting patients first\', Chaperone', gist: 'Whether every vulnerable patient should be chaperoned is debated, but intimate treatments clearly call for an offer.' },
  'SAFE-3': { duty: 'principle', source: 'Safeguarding chapter \'Putting patients first\', Chaperone', gist: 'A chaperone protects both sides from misunderstanding or allegations.' },
  'SAFE-4': { duty: 'should', source: 'Safeguarding chapter \'Putting patients first\', Chaperone', gist: 'Patients for intimate care may have experienced sexual trauma; they need extra care and safe space to disclose; one clinician always does these with a chaperone.' },
  'SAFE-5': { duty: 'fact', source: 'Safeguarding chapter \'Putting patients first\', Survey', gist: 'Survey: 71% always offer chaperones, 19% inconsistently, 10% never; patient rating 3.5/5; 77.41% think they strengthen safeguarding; some clinics lack a policy.' },
  'SAFE-6': { duty: 'should', source: 'Safeguarding chapter \'Putting patients first\', Chaperone', gist: 'The offer should be routine, most of all for intimate work.' },
  'SAFE-7': { duty: 'fact', source: 'Safeguarding chapter \'Putting patients first\', Images', gist: 'Before and after photographs belong to records; many insurers require them and their absence may breach the policy.' },
  'SAFE-8': { duty: 'should', source: 'Safeguarding chapter \'Putting patients first\', Images', gist: 'Make patients comfortable: offer chaperone or a person they bring; a chaperone must be suitable and accepted by the patient.' },
  'SAFE-9': { duty: 'should', source: 'Safeguarding chapter \'Putting patients first\', Images', gist: 'Be very careful on use, access and keeping; the insurer hopes nobody puts them on website or social media.' },
  'SAFE-10': { duty: 'must', source: 'Safeguarding chapter \'Putting patients first\', Images', gist: 'Data-protection compliant secure storage; lapses breach confidentiality, worse with intimate images.' },
  'SAFE-11': { duty: 'should', source: 'Safeguarding chapter \'Putting patients first\', Images', gist: 'Existing software fails to separate facial from intimate photos so any team member can see both; that should change.' },
  'SAFE-12': { duty: 'fact', source: 'Safeguarding chapter \'Putting patients first\', Survey', gist: '77.41% know ethical image guidelines, 22.59% do not; of those aware 74.19% always and 12.9% often follow them.' },
  'SAFE-13': { duty: 'must', source: 'Safeguarding chapter \'Putting patients first\', Images', gist: 'Prioritise secure storage, limited access and explicit consent before using images.' },
  'SAFE-14': { duty: 'must', source: 'Safeguarding chapter \'Putting patients first\', Images', gist: 'Encrypted systems, authorised access only, and regular protocol review.' },
  'SAFE-15': { duty: 'should', source: 'Safeguarding chapter \'Putting patients first\', Images', gist: 'Do not hold patient images with personal photos on a phone; use protected servers and passwords.' },
  'SAFE-16': { duty: 'should', source: 'Safeguarding chapter \'Putting patients first\', Images', gist: 'Mishandling may lead to complaints; act swiftly and hold robust protocols.' },
  'SAFE-17': { duty: 'must', source: 'Safeguarding chapter \'Putting patients first\', Images', gist: 'Consent is required for any use; public sharing needs explicit consent; education use does not include social media; be specific with audit trail.' },
  'SAFE-18': { duty: 'must', source: 'Safeguarding chapter \'Putting patients first\', Images', gist: 'Without consent the photographs must not be used, else data law may be broken.' },
  'SAFE-19': { duty: 'should', source: 'Safeguarding chapter \'Putting patients first\', Young people', gist: 'Social media has shaped young people\'s ideas of beauty; marketing must put their wellbeing first.' },
  'SAFE-20': { duty: 'fact', source: 'Safeguarding chapter \'Putting patients first\', Young people', gist: 'Law of September 2021 (per source) bars under-18s from toxin or filler save by licensed medical professional for medical reason.' },
  'SAFE-21': { duty: 'must', source: 'Safeguarding chapter \'Putting patients first\', Young people', gist: 'Nobody under 18 gets botulinum toxin or dermal filler for cosmetic reasons.' },
  'SAFE-22': { duty: 'fact', source: 'Safeguarding chapter \'Putting patients first\', Young people', gist: 'From May 2022 adverts aimed at under-18s for such procedures are banned (breast, facelift, peel, filler named).' },
  'SAFE-23': { duty: 'fact', source: 'Safeguarding chapter \'Putting patients first\', Young people', gist: 'Children as young as ten reportedly use prescription-strength skincare, unnecessary and possibly harmful.' },
  'SAFE-24': { duty: 'fact', source: 'Safeguarding chapter \'Putting patients first\', Young people', gist: 'Selfie distortion and editing drive younger people to seek procedures.' },
  'SAFE-25': { duty: 'should', source: 'Safeguarding chapter \'Putting patients first\', Young people', gist: 'Educate young audiences on realistic beauty and normal ageing.' },
  'SAFE-26': { duty: 'fact', source: 'Safeguarding chapter \'Putting patients first\', Young people', gist: 'Social platforms lack formal age checks, so marketing needs its own care.' },
  'SAFE-27': { duty: 'must', source: 'Safeguarding chapter \'Putting patients first\', Young people', gist: 'Ethics before profit; avoid marketing that uses vulnerable groups.' },
  'SAFE-28': { duty: 'should', source: 'Safeguarding chapter \'Putting patients first\', Young people', gist: 'Promote body positivity and educate on suitable safe options.' },
  'SAFE-29': { duty: 'should', source: 'Safeguarding chapter \'Putting patients first\', Young people', gist: 'Avoid content appealing inadvertently to under-18s.' },
  'SAFE-30': { duty: 'should', source: 'Safeguarding chapter \'Putting patients first\', Young people', gist: 'Do not enlist teenage followers to promote services.' },
  'SAFE-31': { duty: 'should', source: 'Safeguarding chapter \'Putting patients first\', Young people', gist: 'Balance promotion with healthy education on beauty.' },
  'SAFE-32': { duty: 'should', source: 'Safeguarding chapter \'Putting patients first\', Gender', gist: 'Trans and gender-fluid patients should meet respect, support and safety.' },
  'SAFE-33': { duty: 'fact', source: 'Safeguarding chapter \'Putting patients first\', Gender', gist: 'Stigma in past care causes anxiety and distrust.' },
  'SAFE-34': { duty: 'fact', source: 'Safeguarding chapter \'Putting patients first\', Gender', gist: 'Rates of depression, anxiety and trauma are higher; dysphoria may weigh.' },
  'SAFE-35': { duty: 'should', source: 'Safeguarding chapter \'Putting patients first\', Gender', gist: 'Earlier surgery, hormones or special needs need sensitive handling.' },
  'SAFE-36': { duty: 'should', source: 'Safeguarding chapter \'Putting patients first\', Gender 1', gist: 'Use the preferred name and pronouns always.' },
  'SAFE-37': { duty: 'should', source: 'Safeguarding chapter \'Putting patients first\', Gender 1', gist: 'Safe, judgement-free setting; all staff trained in gender sensitivity.' },
  'SAFE-38': { duty: 'should', source: 'Safeguarding chapter \'Putting patients first\', Gender 2', gist: 'Thorough consultation, clear explanation of procedures and outcomes.' },
  'SAFE-39': { duty: 'should', source: 'Safeguarding chapter \'Putting patients first\', Gender 2', gist: 'Discuss motives and expectations to align with goals and wellbeing.' },
  'SAFE-40': { duty: 'should', source: 'Safeguarding chapter \'Putting patients first\', Gender 2', gist: 'Address psychological concerns, since external pressure or unrealistic expectation can drive requests.' },
  'SAFE-41': { duty: 'should', source: 'Safeguarding chapter \'Putting patients first\', Gender 3', gist: 'Guard sensitive data such as gender identity and history; have robust policies.' },
  'SAFE-42': { duty: 'should', source: 'Safeguarding chapter \'Putting patients first\', Gender 4', gist: 'Spot need for added psychological or medical support and refer.' },
  'SAFE-43': { duty: 'should', source: 'Safeguarding chapter \'Putting patients first\', Gender 4', gist: 'Consider working with mental-health professionals for major gender-affirming change.' },
  'SAFE-44': { duty: 'should', source: 'Safeguarding chapter \'Putting patients first\', Gender 5', gist: 'Gender-affirming treatment differs; plan individually.' },
  'SAFE-45': { duty: 'should', source: 'Safeguarding chapter \'Putting patients first\', Gender', gist: 'Challenge unconscious bias; adopt anti-discrimination policy and regular training for equal standard.' },
  'SAFE-46': { duty: 'fact', source: 'Safeguarding chapter \'Putting patients first\', Mental health', gist: 'Body-image and social pressure affect patients and practitioners; a July 2022 parliamentary committee stressed link to mental health.' },
  'SAFE-47': { duty: 'must', source: 'Safeguarding chapter \'Putting patients first\', Mental health', gist: 'Stay vigilant for subtle distress and social factors behind risk-taking or dissatisfaction.' },
  'SAFE-48': { duty: 'should', source: 'Safeguarding chapter \'Putting patients first\', BDD', gist: 'BDD is intense preoccupation with slight or unseen flaws; recognise it to prevent harm.' },
  'SAFE-49': { duty: 'should', source: 'Safeguarding chapter \'Putting patients first\', BDD', gist: 'Signs: excessive mirror checking, reassurance seeking, social avoidance; screen, consult thoroughly, refer.' },
  'SAFE-50': { duty: 'fact', source: 'Safeguarding chapter \'Putting patients first\', Poll residue', gist: 'Left-over survey answer options (confidence scale; yes/no/not sure).' },
  'SAFE-51': { duty: 'should', source: 'Safeguarding chapter \'Putting patients first\', Effective safeguarding', gist: 'Prevention: culture to report without judgement, clear policies, regular supervision.' },
  'SAFE-52': { duty: 'principle', source: 'Safeguarding chapter \'Putting patients first\', Effective safeguarding', gist: 'Proportionality: least intrusive response while wellbeing comes first.' },
  'SAFE-53': { duty: 'should', source: 'Safeguarding chapter \'Putting patients first\', Effective safeguarding', gist: 'Empowerment: educate on choices and define limits of confidentiality.' },
  'SAFE-54': { duty: 'should', source: 'Safeguarding chapter \'Putting patients first\', Effective safeguarding', gist: 'Partnership with local safeguarding authorities on complex cases.' },
  'SAFE-55': { duty: 'should', source: 'Safeguarding chapter \'Putting patients first\', Effective safeguarding', gist: 'Accountability: decisions serve vulnerable people\'s best interest to professional standards.' },
  'SAFE-56': { duty: 'should', source: 'Safeguarding chapter \'Putting patients first\', Effective safeguarding', gist: 'Practitioners\' own burnout hampers safeguarding; peer support, reflection, breaks.' },
  'SAFE-57': { duty: 'fact', source: 'Safeguarding chapter \'Putting patients first\', Quotes and partner text', gist: 'Much content is opinion by a doctor, an insurer\'s founder and a software partner.' },
  'COSRT-D-0': { duty: 'must', source: 'COSRT Code 2019, Duties preamble', gist: 'Code in force from 5 August 2019; service users must be able to trust therapists, in and outside practice.' },
  'COSRT-D-1': { duty: 'must', source: 'COSRT Code 2019, Duties: knowledge', gist: 'Service user\'s care first; good standard; current knowledge; within limits.' },
  'COSRT-D-2': { duty: 'must', source: 'COSRT Code 2019, Duties: safety', gist: 'Act fast if safety, dignity or comfort is compromised; protect health of users and public.' },
  'COSRT-D-3': { duty: 'must', source: 'COSRT Code 2019, Duties: communication', gist: 'Individual, polite, confidential partnership; listen; understandable information; joint decisions; self-care; work with colleagues.' },
  'COSRT-D-4': { duty: 'must', source: 'COSRT Code 2019, Duties: trust', gist: 'Honesty, integrity, no unfair discrimination, no abuse of trust; personally accountable and ready to justify.' },
  'COSRT-1': { duty: 'principle', source: 'COSRT Code 2019, Good therapy ¶1', gist: 'Good therapists are competent, current, relational, honest and lawful with users\' care first.' },
  'COSRT-2': { duty: 'principle', source: 'COSRT Code 2019, Good therapy ¶2', gist: 'Partnership with respect for privacy, dignity and the individual.' },
  'COSRT-3': { duty: 'must', source: 'COSRT Code 2019, Good therapy ¶3', gist: 'Applies to all members except associates, who must know it.' },
  'COSRT-4': { duty: 'must', source: 'COSRT Code 2019, Good therapy ¶4', gist: 'Use judgement in applying it and be ready to explain and justify.' },
  'COSRT-5': { duty: 'fact', source: 'COSRT Code 2019, Good therapy ¶5', gist: 'Must is overriding; should explains a duty or allows for situations where it does not fit.' },
  'COSRT-6': { duty: 'principle', source: 'COSRT Code 2019, Principles ¶6', gist: 'Five ethical principles guide decisions which depend on context.' },
  'COSRT-7': { duty: 'must', source: 'COSRT Code 2019, Principles ¶7', gist: 'User welfare is central and harm avoided.' },
  'COSRT-8': { duty: 'should', source: 'COSRT Code 2019, Principles ¶8', gist: 'Earn trust, be professional in all dealings.' },
  'COSRT-9': { duty: 'principle', source: 'COSRT Code 2019, Principles ¶9', gist: 'Users have a right to self-determination in lawful decisions.' },
  'COSRT-10': { duty: 'should', source: 'COSRT Code 2019, Principles ¶10', gist: 'Be aware of own bias; respect diversity.' },
  'COSRT-11': { duty: 'must', source: 'COSRT Code 2019, Principles ¶11', gist: 'Offer only what expertise, training, health and wellbeing permit and tell users if this changes.' },
  'COSRT-12': { duty: 'must', source: 'COSRT Code 2019, S1 ¶12', gist: 'Be competent in all parts of work, management and research included.' },
  'COSRT-13': { duty: 'must', source: 'COSRT Code 2019, S1 ¶13', gist: 'Keep knowledge and skills current.' },
  'COSRT-14': { duty: 'must', source: 'COSRT Code 2019, S1 ¶14', gist: 'Take part regularly in developing activities.' },
  'COSRT-15': { duty: 'must', source: 'COSRT Code 2019, S1 ¶15', gist: 'Comply with COSRT CPD requirements.' },
  'COSRT-16': { duty: 'should', source: 'COSRT Code 2019, S1 ¶16', gist: 'Use structured support on joining or changing role.' },
  'COSRT-17': { duty: 'must', source: 'COSRT Code 2019, S1 ¶17', gist: 'Know guidelines and developments affecting work.' },
  'COSRT-18': { duty: 'must', source: 'COSRT Code 2019, S1 ¶18', gist: 'Keep up with and obey law, COSRT guidance, other regulation.' },
  'COSRT-19': { duty: 'must', source: 'COSRT Code 2019, S1 ¶19', gist: 'Monitor and improve quality.' },
  'COSRT-20': { duty: 'must', source: 'COSRT Code 2019, S1 ¶20', gist: 'Recognise and stay within limits.' },
  'COSRT-20a': { duty: 'must', source: 'COSRT Code 2019, S1 ¶20a', gist: 'Enough English for a good UK standard.' },
  'COSRT-21': { duty: 'must', source: 'COSRT Code 2019, S1 ¶21', gist: 'Provide a good standard of assessment and care.' },
  'COSRT-21a': { duty: 'must', source: 'COSRT Code 2019, S1 ¶21a', gist: 'Assess with history, symptoms, psychological, spiritual, social and cultural factors, views and values.' },
  'COSRT-21b': { duty: 'must', source: 'COSRT Code 2019, S1 ¶21b', gist: 'Arrange advice, investigation or therapy promptly.' },
  'COSRT-21c': { duty: 'must', source: 'COSRT Code 2019, S1 ¶21c', gist: 'Refer when in the user\'s interest.' },
  'COSRT-22': { duty: 'must', source: 'COSRT Code 2019, S1 ¶22', gist: 'Duties while giving therapy.' },
  'COSRT-22a': { duty: 'must', source: 'COSRT Code 2019, S1 ¶22a', gist: 'Propose therapy only with adequate knowledge of health and if it fits the need.' },
  'COSRT-22b': { duty: 'must', source: 'COSRT Code 2019, S1 ¶22b', gist: 'Effective therapies on best evidence.' },
  'COSRT-22c': { duty: 'must', source: 'COSRT Code 2019, S1 ¶22c', gist: 'Do not use, advocate or support therapy lacking a clear, robust evidence base.' },
  'COSRT-22d': { duty: 'must', source: 'COSRT Code 2019, S1 ¶22d', gist: 'Take all possible steps to ease pain and distress.' },
  'COSRT-22e': { duty: 'must', source: 'COSRT Code 2019, S1 ¶22e', gist: 'Consult colleagues where fitting.' },
  'COSRT-22f': { duty: 'must', source: 'COSRT Code 2019, S1 ¶22f', gist: 'Respect right to a second opinion.' },
  'COSRT-22g': { duty: 'must', source: 'COSRT Code 2019, S1 ¶22g', gist: 'Check compatibility with other therapies or treatments.' },
  'COSRT-23': { duty: 'must', source: 'COSRT Code 2019, S1 ¶23', gist: 'Conversion therapy must not be used, supported or promoted.' },
  'COSRT-24': { duty: 'should', source: 'COSRT Code 2019, S1 ¶24', gist: 'Do not provide or help procure sexual surrogacy or touch bodywork.' },
  'COSRT-25': { duty: 'should', source: 'COSRT Code 2019, S1 ¶25', gist: 'Physical examination only with medical qualification, written consent and medical need.' },
  'COSRT-26': { duty: 'must', source: 'COSRT Code 2019, S1 ¶26', gist: 'Evidenced training plus current full-disclosure DBS certificate for minors or vulnerable people.' },
  'COSRT-27': { duty: 'must', source: 'COSRT Code 2019, S1 ¶27', gist: 'Written consent of an appropriate adult (parent, guardian, registered doctor) unless Gillick competent, for the young or specially vulnerable (text of the clause is incomplete).' },
  'COSRT-28': { duty: 'must', source: 'COSRT Code 2019, S1 ¶28', gist: 'No therapy to partners, relatives, close friends or associates.' },
  'COSRT-29': { duty: 'must', source: 'COSRT Code 2019, S1 ¶29', gist: 'No abuse of trust: sexual, emotional, financial or other exploitation of clients, supervisees or trainees.' },
  'COSRT-30': { duty: 'must', source: 'COSRT Code 2019, S1 ¶30', gist: 'No use of standing to initiate sexualised behaviour anywhere.' },
  'COSRT-31': { duty: 'must', source: 'COSRT Code 2019, S1 ¶31', gist: 'No touch open to misinterpretation.' },
  'COSRT-32': { duty: 'should', source: 'COSRT Code 2019, S1 ¶32', gist: 'Avoid dual relationships, past users included.' },
  'COSRT-33': { duty: 'should', source: 'COSRT Code 2019, S1 ¶33', gist: 'No sexual or stimulating contact with current or former clients.' },
  'COSRT-34': { duty: 'must', source: 'COSRT Code 2019, S1 ¶34', gist: 'Tell supervisor at earliest opportunity if another relationship develops, including between immediate families.' },
  'COSRT-35': { duty: 'must', source: 'COSRT Code 2019, S1 ¶35', gist: 'Then stop taking fees, work to end clinical relationship properly, refer on early.' },
  'COSRT-36': { duty: 'must', source: 'COSRT Code 2019, S1 ¶36', gist: 'Agree a contract before therapy starts.' },
  'COSRT-36a': { duty: 'should', source: 'COSRT Code 2019, S1 ¶36a', gist: 'Written and signed by both.' },
  'COSRT-36b': { duty: 'should', source: 'COSRT Code 2019, S1 ¶36b', gist: 'Sets rights and responsibilities of both.' },
  'COSRT-36c': { duty: 'should', source: 'COSRT Code 2019, S1 ¶36c', gist: 'States aims, when and how, and how therapy ends.' },
  'COSRT-36d': { duty: 'must', source: 'COSRT Code 2019, S1 ¶36d', gist: 'If an organisation owns the contract, user still understands conditions.' },
  'COSRT-37': { duty: 'should', source: 'COSRT Code 2019, S1 ¶37', gist: 'Written consent before explicit material is used.' },
  'COSRT-38': { duty: 'must', source: 'COSRT Code 2019, S1 ¶38', gist: 'Records are clear, accurate and legible.' },
  'COSRT-38.1': { duty: 'should', source: 'COSRT Code 2019, S1 ¶38', gist: 'Made during the event or as soon as possible after.' },
  'COSRT-39': { duty: 'must', source: 'COSRT Code 2019, S1 ¶39', gist: 'Records of users, colleagues or others are secure and lawful.' },
  'COSRT-40': { duty: 'should', source: 'COSRT Code 2019, S1 ¶40', gist: 'Minimum contents of a clinical record.' },
  'COSRT-40a': { duty: 'should', source: 'COSRT Code 2019, S1 ¶40a', gist: 'Relevant findings.' },
  'COSRT-40b': { duty: 'should', source: 'COSRT Code 2019, S1 ¶40b', gist: 'Decisions and actions and who makes or agrees them.' },
  'COSRT-40c': { duty: 'should', source: 'COSRT Code 2019, S1 ¶40c', gist: 'Information given to users.' },
  'COSRT-40d': { duty: 'should', source: 'COSRT Code 2019, S1 ¶40d', gist: 'Who records and when.' },
  'COSRT-41': { duty: 'must', source: 'COSRT Code 2019, S1 ¶41', gist: 'Name a professional executor to care for clients if practice ends unexpectedly.' },
  'COSRT-42': { duty: 'must', source: 'COSRT Code 2019, S2 ¶42', gist: 'Quality assurance: reviews, audits, training; reflection; feedback.' },
  'COSRT-43': { duty: 'must', source: 'COSRT Code 2019, S2 ¶43', gist: 'Contribute to inquiries and event recognition, answer standards monitors.' },
  'COSRT-44': { duty: 'should', source: 'COSRT Code 2019, S2 ¶44', gist: 'Respect confidentiality when doing so.' },
  'COSRT-45': { duty: 'must', source: 'COSRT Code 2019, S2 ¶45', gist: 'Adequate insurance or indemnity for UK claims.' },
  'COSRT-46': { duty: 'must', source: 'COSRT Code 2019, S2 ¶46', gist: 'Encourage open, safe raising of concerns.' },
  'COSRT-47': { duty: 'must', source: 'COSRT Code 2019, S2 ¶47', gist: 'Act promptly if safety, dignity or comfort is or might be seriously compromised.' },
  'COSRT-48': { duty: 'must', source: 'COSRT Code 2019, S2 ¶48', gist: 'If needed care is lacking, immediately tell someone able to act straight away.' },
  'COSRT-49': { duty: 'should', source: 'COSRT Code 2019, S2 ¶49', gist: 'If premises, equipment, resources, policy or systems endanger users, fix it where possible.' },
  'COSRT-49.1': { duty: 'must', source: 'COSRT Code 2019, S2 ¶49', gist: 'The concern is raised under workplace policy.' },
  'COSRT-49.2': { duty: 'should', source: 'COSRT Code 2019, S2 ¶49', gist: 'Steps taken are recorded.' },
  'COSRT-50': { duty: 'must', source: 'COSRT Code 2019, S2 ¶50', gist: 'Doubts about a colleague\'s fitness: seek advice; if still concerned report and record.' },
  'COSRT-51': { duty: 'should', source: 'COSRT Code 2019, S2 ¶51', gist: 'Consider vulnerable adults and children and help where rights seem abused or denied, even if not one\'s own users.' },
  'COSRT-52': { duty: 'must', source: 'COSRT Code 2019, S2 ¶52', gist: 'If illness or treatment might harm users or judgement, consult a qualified professional and follow advice, not own assessment.' },
  'COSRT-53': { duty: 'should', source: 'COSRT Code 2019, S2 ¶53', gist: 'Be immunised if required by setting, unless contraindicated.' },
  'COSRT-54': { duty: 'should', source: 'COSRT Code 2019, S2 ¶54', gist: 'Be registered with a GP outside own family.' },
  'COSRT-55': { duty: 'should', source: 'COSRT Code 2019, S2 ¶55', gist: 'Feel able to approach COSRT as whistle-blower about employer, contract setting, feared detriment or destroyed evidence, no action, or membership and fitness matters.' },
  'COSRT-56': { duty: 'must', source: 'COSRT Code 2019, S3 ¶56', gist: 'Listen, heed views, answer honestly.' },
  'COSRT-57': { duty: 'must', source: 'COSRT Code 2019, S3 ¶57', gist: 'Give wanted or needed information understandably.' },
  'COSRT-58': { duty: 'should', source: 'COSRT Code 2019, S3 ¶58', gist: 'Meet language and communication needs where possible.' },
  'COSRT-59': { duty: 'must', source: 'COSRT Code 2019, S3 ¶59', gist: 'Be considerate to those close, for instance pointing a third party who wants the same therapist to their own.' },
  'COSRT-60': { duty: 'must', source: 'COSRT Code 2019, S3 ¶60', gist: 'Work collaboratively respecting skills.' },
  'COSRT-61': { duty: 'must', source: 'COSRT Code 2019, S3 ¶61', gist: 'Treat colleagues fairly.' },
  'COSRT-62': { duty: 'must', source: 'COSRT Code 2019, S3 ¶62', gist: 'Know one\'s behaviour influences others.' },
  'COSRT-63': { duty: 'must', source: 'COSRT Code 2019, S3 ¶63', gist: 'Staff managed have appropriate supervision.' },
  'COSRT-64': { duty: 'must', source: 'COSRT Code 2019, S3 ¶64', gist: 'Have an experienced, qualified supervisor.' },
  'COSRT-65': { duty: 'must', source: 'COSRT Code 2019, S3 ¶65', gist: 'Supervisor also needs training and experience in young or vulnerable groups if those are seen.' },
  'COSRT-66': { duty: 'must', source: 'COSRT Code 2019, S3 ¶66', gist: 'After a career break be fit to practise, agreed with supervisor.' },
  'COSRT-67': { duty: 'must', source: 'COSRT Code 2019, S3 ¶67', gist: 'Make level of qualification and trainee status clear to the public on COSRT and personal sites.' },
  'COSRT-68': { duty: 'must', source: 'COSRT Code 2019, S3 ¶68', gist: 'Honest objective references with all relevant facts.' },
  'COSRT-69': { duty: 'must', source: 'COSRT Code 2019, S3 ¶69', gist: 'Support colleagues with problems, but safety of users first.' },
  'COSRT-70': { duty: 'must', source: 'COSRT Code 2019, S3 ¶70', gist: 'Be polite and considerate.' },
  'COSRT-71': { duty: 'must', source: 'COSRT Code 2019, S3 ¶71', gist: 'Treat all as individuals with dignity and privacy.' },
  'COSRT-72': { duty: 'must', source: 'COSRT Code 2019, S3 ¶72', gist: 'Fair to all life choices and beliefs.' },
  'COSRT-73': { duty: 'must', source: 'COSRT Code 2019, S3 ¶73', gist: 'Share what users need: condition, likely course, options with risks and uncertainties; progress and roles; research or teaching details.' },
  'COSRT-74': { duty: 'must', source: 'COSRT Code 2019, S3 ¶74', gist: 'User information is confidential.' },
  'COSRT-75': { duty: 'should', source: 'COSRT Code 2019, S3 ¶75', gist: 'Support self-care, lifestyle advice and change.' },
  'COSRT-76': { duty: 'must', source: 'COSRT Code 2019, S4 ¶76', gist: 'Do not impose personal beliefs in ways that exploit or distress.' },
  'COSRT-77': { duty: 'must', source: 'COSRT Code 2019, S4 ¶77', gist: 'Be open and honest if things go wrong.' },
  'COSRT-77a': { duty: 'should', source: 'COSRT Code 2019, S4 ¶77a', gist: 'Put matters right if possible.' },
  'COSRT-77b': { duty: 'should', source: 'COSRT Code 2019, S4 ¶77b', gist: 'Offer an apology.' },
  'COSRT-77c': { duty: 'should', source: 'COSRT Code 2019, S4 ¶77c', gist: 'Explain fully and promptly.' },
  'COSRT-78': { duty: 'must', source: 'COSRT Code 2019, S4 ¶78', gist: 'Therapy follows joint assessment and judged effectiveness; never refuse or delay since conduct or lifestyle contributed.' },
  'COSRT-79': { duty: 'must', source: 'COSRT Code 2019, S4 ¶79', gist: 'Do not deny therapy due to a condition that may endanger the therapist; lessen risk or help find alternatives.' },
  'COSRT-80': { duty: 'must', source: 'COSRT Code 2019, S4 ¶80', gist: 'Personal views must not lead to unfair discrimination.' },
  'COSRT-81': { duty: 'should', source: 'COSRT Code 2019, S4 ¶81', gist: 'Challenge colleagues not complying; inform COSRT or body on abuse or denial of rights.' },
  'COSRT-82': { duty: 'must', source: 'COSRT Code 2019, S4 ¶82', gist: 'Consider and respond to disabled users\' needs.' },
  'COSRT-82.1': { duty: 'should', source: 'COSRT Code 2019, S4 ¶82', gist: 'Make reasonable adjustments.' },
  'COSRT-83': { duty: 'must', source: 'COSRT Code 2019, S4 ¶83', gist: 'Answer complaints promptly, fully, honestly, apologise; care must not suffer.' },
  'COSRT-84': { duty: 'should', source: 'COSRT Code 2019, S4 ¶84', gist: 'Conditions for ending a relationship.' },
  'COSRT-84d': { duty: 'should', source: 'COSRT Code 2019, S4 ¶84d', gist: 'Planned, with clear talk of outcomes and next steps.' },
  'COSRT-84e': { duty: 'should', source: 'COSRT Code 2019, S4 ¶84e', gist: 'Broken trust which prevents good therapy is a ground.' },
  'COSRT-85': { duty: 'must', source: 'COSRT Code 2019, S4 ¶85', gist: 'Conduct must justify trust.' },
  'COSRT-86': { duty: 'must', source: 'COSRT Code 2019, S4 ¶86', gist: 'Be honest on experience, qualifications and role.' },
  'COSRT-87': { duty: 'must', source: 'COSRT Code 2019, S4 ¶87', gist: 'Show only valid certificates from relevant training or bodies.' },
  'COSRT-88': { duty: 'must', source: 'COSRT Code 2019, S4 ¶88', gist: 'No advertising of pending accreditation or grade.' },
  'COSRT-89': { duty: 'must', source: 'COSRT Code 2019, S4 ¶89', gist: 'Guard against being mistaken, on purpose or not, for a licensed doctor.' },
  'COSRT-89f': { duty: 'should', source: 'COSRT Code 2019, S4 ¶89f', gist: 'Job titles avoid confusing medical words.' },
  'COSRT-89g': { duty: 'should', source: 'COSRT Code 2019, S4 ¶89g', gist: 'Biographies avoid confusing medical words.' },
  'COSRT-89h': { duty: 'should', source: 'COSRT Code 2019, S4 ¶89h', gist: 'Unprotected words such as consultant get supporting information.' },
  'COSRT-90': { duty: 'must', source: 'COSRT Code 2019, S4 ¶90', gist: 'Academic qualifications must not be confused with medical ones.' },
  'COSRT-91': { duty: 'must', source: 'COSRT Code 2019, S4 ¶91', gist: 'Doctor or professor titles are limited in therapy work.' },
  'COSRT-91i': { duty: 'must', source: 'COSRT Code 2019, S4 ¶91i', gist: 'Doctorate directly relevant to therapy from a UK chartered or equivalent foreign university.' },
  'COSRT-91j': { duty: 'must', source: 'COSRT Code 2019, S4 ¶91j', gist: 'Professor held as chair, visiting or emeritus at such a university in a relevant subject.' },
  'COSRT-92': { duty: 'should', source: 'COSRT Code 2019, S4 ¶92', gist: 'Online therapy only with relevant training and supervision.' },
  'COSRT-93': { duty: 'must', source: 'COSRT Code 2019, S4 ¶93', gist: 'Honest communication, clear limits of knowledge, reasonable accuracy checks.' },
  'COSRT-94': { duty: 'must', source: 'COSRT Code 2019, S4 ¶94', gist: 'When the client is under age, the channels used to communicate are monitored.' },
  'COSRT-95': { duty: 'must', source: 'COSRT Code 2019, S4 ¶95', gist: 'Keep confidentiality in public; private posts may spread.' },
  'COSRT-96': { duty: 'must', source: 'COSRT Code 2019, S4 ¶96', gist: 'Adverts factual, checkable, non-exploitative.' },
  'COSRT-97': { duty: 'must', source: 'COSRT Code 2019, S4 ¶97', gist: 'Adverts follow COSRT guidance and the advertising code; all literature is given to COSRT on request.' },
  'COSRT-98': { duty: 'must', source: 'COSRT Code 2019, S4 ¶98', gist: 'Reports and forms are honest and not misleading.' },
  'COSRT-98k': { duty: 'must', source: 'COSRT Code 2019, S4 ¶98k', gist: 'Take reasonable steps to check correctness.' },
  'COSRT-98l': { duty: 'must', source: 'COSRT Code 2019, S4 ¶98l', gist: 'Do not knowingly omit relevant matter.' },
  'COSRT-99': { duty: 'must', source: 'COSRT Code 2019, S4 ¶99', gist: 'Do not advertise as psychosexual or relationship therapist before formal qualification.' },
  'COSRT-100': { duty: 'must', source: 'COSRT Code 2019, S4 ¶100', gist: 'Do not present COSRT membership as qualification.' },
  'COSRT-101': { duty: 'must', source: 'COSRT Code 2019, S4 ¶101', gist: 'Logo only if membership category allows; other use needs approval.' },
  'COSRT-102': { duty: 'should', source: 'COSRT Code 2019, S4 ¶102', gist: 'Testimonials follow COSRT guidelines.' },
  'COSRT-103': { duty: 'must', source: 'COSRT Code 2019, S4 ¶103', gist: 'Honest when giving evidence; documents true.' },
  'COSRT-104': { duty: 'must', source: 'COSRT Code 2019, S4 ¶104', gist: 'Check information.' },
  'COSRT-105': { duty: 'must', source: 'COSRT Code 2019, S4 ¶105', gist: 'No knowing omission.' },
  'COSRT-106': { duty: 'must', source: 'COSRT Code 2019, S4 ¶106', gist: 'State limits of competence as witness.' },
  'COSRT-107': { duty: 'must', source: 'COSRT Code 2019, S4 ¶107', gist: 'Tell COSRT without delay, within 14 days, of events anywhere in the world.' },
  'COSRT-107m': { duty: 'must', source: 'COSRT Code 2019, S4 ¶107m', gist: 'Police caution accepted or criticism by official inquiry.' },
  'COSRT-107n': { duty: 'must', source: 'COSRT Code 2019, S4 ¶107n', gist: 'Charged with or guilty of a crime.' },
  'COSRT-107o': { duty: 'must', source: 'COSRT Code 2019, S4 ¶107o', gist: 'Another body begins proceedings or makes a finding.' },
  'COSRT-108': { duty: 'must', source: 'COSRT Code 2019, S4 ¶108', gist: 'On suspension, removal or restrictions: inform COSRT within 14 days, other employers, and independent users.' },
  'COSRT-109': { duty: 'must', source: 'COSRT Code 2019, S4 ¶109', gist: 'Be honest in money matters.' },
  'COSRT-110': { duty: 'must', source: 'COSRT Code 2019, S4 ¶110', gist: 'Interests do not sway prescribing, treating, referring, commissioning.' },
  'COSRT-111': { duty: 'must', source: 'COSRT Code 2019, S4 ¶111', gist: 'Declare conflicts formally and be ready to step out of the decision.' },
  'COSRT-112': { duty: 'must', source: 'COSRT Code 2019, S4 ¶112', gist: 'Neither accept, ask nor offer inducements or gifts that affect or seem to affect decisions.' },
  'COSRT-113': { duty: 'must', source: 'COSRT Code 2019, S4 ¶113', gist: 'Research follows the Helsinki declaration as amended.' },
  'COSRT-114': { duty: 'must', source: 'COSRT Code 2019, S4 ¶114', gist: 'Research methods must not harm.' },
  'COSRT-115': { duty: 'must', source: 'COSRT Code 2019, S4 ¶115', gist: 'Published clinical material protects users\' welfare and anonymity.' },
  'HCPC-1': { duty: 'fact', source: 'HCPC social media guidance (draft paper, 11 Sep 2019), Executive summary', gist: 'Paper of 11 September 2019 revising guidance after live-tweeting by an ambulance trust and enquiries.' },
  'HCPC-2': { duty: 'should', source: 'HCPC social media guidance (draft paper, 11 Sep 2019), Updates', gist: 'Employer policy is followed as well as regulator guidance.' },
  'HCPC-3': { duty: 'fact', source: 'HCPC social media guidance (draft paper, 11 Sep 2019), Updates', gist: 'Identifiable means identifiable service users.' },
  'HCPC-4': { duty: 'fact', source: 'HCPC social media guidance (draft paper, 11 Sep 2019), Updates', gist: 'Distressed, anxious or pained users may be unable to consent beyond immediate care, notably for live posts.' },
  'HCPC-5': { duty: 'fact', source: 'HCPC social media guidance (draft paper, 11 Sep 2019), Updates', gist: 'Friend-request text also covers follows and invites; Instagram added; private as well as professional use.' },
  'HCPC-6': { duty: 'fact', source: 'HCPC social media guidance (draft paper, 11 Sep 2019), Feedback', gist: 'Turning should into must was refused on legal advice because it would mislead on the status of guidance.' },
  'HCPC-7': { duty: 'fact', source: 'HCPC social media guidance (draft paper, 11 Sep 2019), Feedback', gist: 'Platforms are not listed explicitly to remain future-proof.' },
  'HCPC-8': { duty: 'fact', source: 'HCPC social media guidance (draft paper, 11 Sep 2019), Status', gist: 'Paper awaits committee and Council approval.' },
  'HCPC-9': { duty: 'fact', source: 'HCPC social media guidance (draft paper, 11 Sep 2019), About', gist: 'Guidance is not exhaustive; professional bodies and employers may add.' },
  'HCPC-10': { duty: 'fact', source: 'HCPC social media guidance (draft paper, 11 Sep 2019), Language', gist: 'Social media includes sites, forums, blogs and apps for sharing.' },
  'HCPC-11': { duty: 'fact', source: 'HCPC social media guidance (draft paper, 11 Sep 2019), About us', gist: 'HCPC regulates sixteen professions listed (such as podiatrists, paramedics, physiotherapists, psychologists).' },
  'HCPC-12': { duty: 'must', source: 'HCPC social media guidance (draft paper, 11 Sep 2019), Standards', gist: 'Registrants know and continue to meet the Standards of conduct.' },
  'HCPC-13': { duty: 'should', source: 'HCPC social media guidance (draft paper, 11 Sep 2019), Top tips 1', gist: 'Think first: assume anyone may read or share.' },
  'HCPC-14': { duty: 'should', source: 'HCPC social media guidance (draft paper, 11 Sep 2019), Top tips 2', gist: 'Manage privacy settings, knowing they guarantee nothing.' },
  'HCPC-15': { duty: 'should', source: 'HCPC social media guidance (draft paper, 11 Sep 2019), Top tips 3', gist: 'Keep boundaries with colleagues, users, carers.' },
  'HCPC-16': { duty: 'should', source: 'HCPC social media guidance (draft paper, 11 Sep 2019), Top tips 4', gist: 'No confidential or identifiable information in posts.' },
  'HCPC-17': { duty: 'should', source: 'HCPC social media guidance (draft paper, 11 Sep 2019), Top tips 5', gist: 'No inappropriate or offensive material, using judgement.' },
  'HCPC-18': { duty: 'should', source: 'HCPC social media guidance (draft paper, 11 Sep 2019), Top tips 6', gist: 'Employees follow employer\'s policy.' },
  'HCPC-19': { duty: 'should', source: 'HCPC social media guidance (draft paper, 11 Sep 2019), Top tips 7', gist: 'In doubt seek advice from colleague, union, body or HCPC; do not post what may be offensive.' },
  'HCPC-20': { duty: 'principle', source: 'HCPC social media guidance (draft paper, 11 Sep 2019), Top tips 8 and benefits list', gist: 'Keep posting with confidence.' },
  'HCPC-21': { duty: 'fact', source: 'HCPC social media guidance (draft paper, 11 Sep 2019), Struck-out text', gist: 'Deleted passages (benefits list and old confidentiality section) repeat text moved elsewhere.' },
  'HCPC-22': { duty: 'should', source: 'HCPC social media guidance (draft paper, 11 Sep 2019), Using', gist: 'Guidance covers private and professional use; follow it and the employer\'s.' },
  'HCPC-23': { duty: 'must', source: 'HCPC social media guidance (draft paper, 11 Sep 2019), Confidentiality', gist: 'Standard 5.1: user information is confidential; especially on social media.' },
  'HCPC-24': { duty: 'should', source: 'HCPC social media guidance (draft paper, 11 Sep 2019), Confidentiality', gist: 'Consider if sharing is right; confidential or identifying matter needs consent, including personal life, health, circumstances, images of care.' },
  'HCPC-25': { duty: 'must', source: 'HCPC social media guidance (draft paper, 11 Sep 2019), Confidentiality', gist: 'Consent is valid if voluntary, informed, with capacity; and the person understands and does not object to what, why, to whom and how.' },
  'HCPC-26': { duty: 'should', source: 'HCPC social media guidance (draft paper, 11 Sep 2019), Confidentiality', gist: 'Care first; an anxious, distressed or pained user may be unable to consent to more than immediate care.' },
  'HCPC-27': { duty: 'should', source: 'HCPC social media guidance (draft paper, 11 Sep 2019), Confidentiality', gist: 'Deleting does not remove; privacy settings change; seek advice if unsure.' },
  'HCPC-28': { duty: 'must', source: 'HCPC social media guidance (draft paper, 11 Sep 2019), Communicate', gist: 'Standard 2.7: use every form of communication properly and responsibly.' },
  'HCPC-28.1': { duty: 'should', source: 'HCPC social media guidance (draft paper, 11 Sep 2019), Communicate', gist: 'Same standard as other media; polite; expect loss of context and a wider audience.' },
  'HCPC-29': { duty: 'must', source: 'HCPC social media guidance (draft paper, 11 Sep 2019), Honest', gist: 'Standard 9.1: conduct justifies trust; employers or users can see personal accounts.' },
  'HCPC-30': { duty: 'must', source: 'HCPC social media guidance (draft paper, 11 Sep 2019), Honest', gist: 'Standard 9.3: promotion accurate and not misleading.' },
  'HCPC-31': { duty: 'fact', source: 'HCPC social media guidance (draft paper, 11 Sep 2019), Honest', gist: 'A disclaimer that views are one\'s own is optional.' },
  'HCPC-32': { duty: 'must', source: 'HCPC social media guidance (draft paper, 11 Sep 2019), Boundaries', gist: 'Standard 1.7: relationships with users and carers stay professional in any medium.' },
  'HCPC-33': { duty: 'should', source: 'HCPC social media guidance (draft paper, 11 Sep 2019), Boundaries', gist: 'A separate professional account may help; employees agree direct user contact with employer first.' },
  'HCPC-34': { duty: 'should', source: 'HCPC social media guidance (draft paper, 11 Sep 2019), Boundaries', gist: 'Decline users\' friend requests, follows or invitations; say professional and social do not mix; move follow-up to a more secure channel.' },
  'HCPC-35': { duty: 'should', source: 'HCPC social media guidance (draft paper, 11 Sep 2019), Boundaries', gist: 'Mixing role content on personal accounts, think if all audiences should see.' },
  'HCPC-36': { duty: 'should', source: 'HCPC social media guidance (draft paper, 11 Sep 2019), Benefits', gist: 'Colleague messaging helps care but share no personal details and follow employer policy.' },
  'HCPC-37': { duty: 'should', source: 'HCPC social media guidance (draft paper, 11 Sep 2019), Benefits', gist: 'Learning online: keep boundaries, post nothing inappropriate.' },
  'HCPC-38': { duty: 'should', source: 'HCPC social media guidance (draft paper, 11 Sep 2019), Benefits', gist: 'Live sharing: only what achieves the aim, follow employer policy, modest, no user identifiers, care first.' },
  'HCPC-39': { duty: 'fact', source: 'HCPC social media guidance (draft paper, 11 Sep 2019), More information', gist: 'Contact details and other guidance sources.' },
  'HCPC-40': { duty: 'fact', source: 'HCPC social media guidance (draft paper, 11 Sep 2019), Equality assessment', gist: 'Impact form finds no effect on protected groups; material aimed at professionals so Welsh translation only on request.' },
  'HCPC-41': { duty: 'fact', source: 'HCPC social media guidance (draft paper, 11 Sep 2019), Equality Act duty', gist: 'Public bodies consider eliminating discrimination, advancing equality and fostering relations.' },
  'HCPC-42': { duty: 'fact', source: 'HCPC social media guidance (draft paper, 11 Sep 2019), Form guidance', gist: 'How to complete the form; even a finding of no impact is written down.' },
}
