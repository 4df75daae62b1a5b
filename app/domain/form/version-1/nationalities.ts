import type { Option } from '#app/domain/form/definition.ts';

/** ISO 3166-1 alpha-2 codes with the English word for a national of the country, in alphabetical order. */
const byCode = `AF Afghan|AL Albanian|DZ Algerian|US American|AD Andorran|AO Angolan|AR Argentine|AM Armenian|AU Australian|
AT Austrian|AZ Azerbaijani|BS Bahamian|BH Bahraini|BD Bangladeshi|BB Barbadian|BY Belarusian|BE Belgian|BZ Belizean|
BJ Beninese|BT Bhutanese|BO Bolivian|BA Bosnian or Herzegovinian|BW Botswanan|BR Brazilian|GB British|BN Bruneian|
BG Bulgarian|BF Burkinan|MM Burmese|BI Burundian|KH Cambodian|CM Cameroonian|CA Canadian|CV Cape Verdean|
CF Central African|TD Chadian|CL Chilean|CN Chinese|CO Colombian|KM Comoran|CG Congolese (Congo)|CD Congolese (DRC)|
CR Costa Rican|HR Croatian|CU Cuban|CY Cypriot|CZ Czech|DK Danish|DJ Djiboutian|DM Dominican (Dominica)|
DO Dominican (Dominican Republic)|NL Dutch|TL East Timorese|EC Ecuadorean|EG Egyptian|AE Emirati|GQ Equatorial Guinean|
ER Eritrean|EE Estonian|ET Ethiopian|FJ Fijian|PH Filipino|FI Finnish|FR French|GA Gabonese|GM Gambian|GE Georgian|
DE German|GH Ghanaian|GR Greek|GD Grenadian|GT Guatemalan|GN Guinean|GW Guinea-Bissauan|GY Guyanese|HT Haitian|
HN Honduran|HK Hong Konger|HU Hungarian|IS Icelandic|IN Indian|ID Indonesian|IR Iranian|IQ Iraqi|IE Irish|IL Israeli|
IT Italian|CI Ivorian|JM Jamaican|JP Japanese|JO Jordanian|KZ Kazakh|KE Kenyan|XK Kosovan|KW Kuwaiti|KG Kyrgyz|LA Lao|
LV Latvian|LB Lebanese|LS Lesotho national|LR Liberian|LY Libyan|LI Liechtenstein citizen|LT Lithuanian|
LU Luxembourger|MK Macedonian|MG Malagasy|MW Malawian|MY Malaysian|MV Maldivian|ML Malian|MT Maltese|MR Mauritanian|
MU Mauritian|MX Mexican|MD Moldovan|MC Monegasque|MN Mongolian|ME Montenegrin|MA Moroccan|MZ Mozambican|NA Namibian|
NP Nepalese|NZ New Zealander|NI Nicaraguan|NG Nigerian|NE Nigerien|KP North Korean|NO Norwegian|OM Omani|PK Pakistani|
PS Palestinian|PA Panamanian|PG Papua New Guinean|PY Paraguayan|PE Peruvian|PL Polish|PT Portuguese|QA Qatari|
RO Romanian|RU Russian|RW Rwandan|SV Salvadorean|SM San Marinese|ST Sao Tomean|SA Saudi Arabian|SN Senegalese|
RS Serbian|SC Seychellois|SL Sierra Leonean|SG Singaporean|SK Slovak|SI Slovenian|SO Somali|ZA South African|
KR South Korean|SS South Sudanese|ES Spanish|LK Sri Lankan|KN St Kitts or Nevis national|LC St Lucian|VC Vincentian|
SD Sudanese|SR Surinamese|SZ Swazi|SE Swedish|CH Swiss|SY Syrian|TW Taiwanese|TJ Tajik|TZ Tanzanian|TH Thai|TG Togolese|
TT Trinidadian or Tobagonian|TN Tunisian|TR Turkish|TM Turkmen|UG Ugandan|UA Ukrainian|UY Uruguayan|UZ Uzbek|
VE Venezuelan|VN Vietnamese|YE Yemeni|ZM Zambian|ZW Zimbabwean`;

export const nationalities: Option[] = [
  ...byCode.split('|').map((entry) => {
    const [value = '', ...label] = entry.trim().split(' ');
    return { value, label: label.join(' ') };
  }),
  { value: 'stateless', label: 'Stateless' },
  { value: 'other', label: 'Another nationality' },
  { value: 'not_known', label: 'Not known' },
];
