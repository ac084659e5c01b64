import { construction, transport } from './building.ts'
import { civilAffairs } from './civil-affairs.ts'
import { agriculture, culture, water } from './countryside.ts'
import { commerce, developmentReform, economy, tax, tobacco } from './economy.ts'
import { health } from './health.ts'
import { humanResources } from './human-resources.ts'
import { marketRegistration } from './market-registration.ts'
import { marketSupervision } from './market-supervision.ts'
import { naturalResources } from './natural-resources.ts'
import { providentFund } from './provident-fund.ts'
import { publicSecurity } from './public-security.ts'
import { cityManagement, ecology, emergency, fire } from './safety.ts'
import { disabledFederation, education, justice, medicalInsurance, veterans } from './society.ts'
import type { TemplateGroup } from './template.ts'
import { gas, powerSupply, waterSupply } from './utilities.ts'

/** Every authored errand, by department. */
export const templateGroups: readonly TemplateGroup[] = [
  naturalResources,
  marketRegistration,
  marketSupervision,
  publicSecurity,
  humanResources,
  providentFund,
  waterSupply,
  powerSupply,
  gas,
  health,
  civilAffairs,
  construction,
  transport,
  medicalInsurance,
  education,
  disabledFederation,
  veterans,
  justice,
  developmentReform,
  economy,
  commerce,
  tax,
  tobacco,
  emergency,
  fire,
  ecology,
  cityManagement,
  water,
  agriculture,
  culture,
]
