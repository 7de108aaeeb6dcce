/**
 * The reviewed entities, one a line: id | kind | country code or - | name | further spellings, separated by “; ” | web
 * address. A spelling that begins with * counts only in the profile of the entity’s own country.
 */
export const ENTITY_LINES = `
2centre | programme | - | Cybercrime Centres of Excellence Network (2CENTRE) | 2CENTRE (The Cybercrime Centres of Excellence Network)
academic-cert-id | organisation | IDN | Academic CERT (Indonesia) | Academic CERT
accp | membership | - | African Centre for Cyberlaw and Cybercrime Prevention | ACCP
acdc | programme | - | Advanced Cyber Defence Centre project | ACDC Project Europe
acid | event | - | ASEAN CERT Incident Drill | ASEAN CERT Incident Drill (ACID)
acnic | organisation | AUT | ACOnet-CERT
acrwc | treaty | - | African Charter on the Rights and Welfare of the Child
adb | organisation | - | Asian Development Bank | ADB | https://www.adb.org
aecert | organisation | ARE | United Arab Emirates Computer Emergency Response Team | aeCERT; AECERT; AE CERT; UAE CERT
afcert | organisation | AFG | Afghanistan Computer Emergency Response Team | AFCERT
afd | organisation | FRA | Agence française de développement | AFD
afdb | organisation | - | African Development Bank | AfDB | https://www.afdb.org
africacert | membership | - | AfricaCERT (African Forum of Computer Incident Response Teams) | AFRICACERT; Africa-CERT; African CERT | https://www.africacert.org
african-forum-best-practices-ict | event | - | African Forum on Best Practices in ICT
afrinic | membership | - | African Network Information Centre | AfriNIC; AFRINIC; African Network Information Center | https://afrinic.net
aict | event | - | Advanced International Conference on Telecommunications (AICT) | Advanced International Conference on Telecommunications
aicto | membership | - | Arab Information and Communication Technology Organization | AICTO; Arab ICT Organization
al-cirt | organisation | ALB | National Agency for Cyber Security of Albania (ALCIRT) | ALCIRT; AL-CIRT
alcatel-lucent-cert | organisation | FRA | Alcatel-Lucent CERT and SOC (France) | Alcatel-Lucent France CERT and SOC
amres | organisation | SRB | Academic Network of the Republic of Serbia (AMRES)
ansac | membership | - | ASEAN Network Security Action Council | ASEAN Network Security Council (ANSAC) Working Group
anssi | organisation | FRA | Agence nationale de la sécurité des systèmes d’information (ANSSI) | French ANSSI; *ANSSI; ANSSI France
apcert | membership | - | Asia Pacific Computer Emergency Response Team | AP-CERT; APCERT; Asia Pacific CIRT cybersecurity forums | https://www.apcert.org
apcert-drill | event | - | APCERT Drill | APCERT Incident Drill
apec | membership | - | Asia-Pacific Economic Cooperation | APEC | https://www.apec.org
apec-spsg | membership | - | APEC TEL Security and Prosperity Steering Group | Security and Prosperity Steering Group (SPSG)
apec-tel | membership | - | APEC Telecommunications and Information Working Group | APEC TEL; APEC-TEL; APECTEL; APEC TEL Working Group
apnic | membership | - | Asia Pacific Network Information Centre | Asia Pacific Network Information Center (“APNIC”) | https://www.apnic.net
apsirc-wg | membership | - | Asia Pacific Security Incident Response Coordination Working Group | Asia Pacific Security Incident Response Coordination Working Group APSIRC-WG
apt | membership | - | Asia-Pacific Telecommunity | APT; Asia Pacific Telecommunity (“APT”) | https://www.apt.int
apt-cybersecurity-forum | membership | - | Asia-Pacific Telecommunity Cybersecurity Forum | APT Cybersecurity; APT Cybersecurity Forum; APT cybersecurity forums; APT organized Forum on cybersecurity
apwg | membership | - | Anti-Phishing Working Group | APWG; Anti-Phishing Working Group (APWG) | https://apwg.org
arab-convention-it-offences | treaty | - | Arab Convention on Combating Information Technology Offences | Arab Convention on Combating Information Technology Crimes; Arab Convention for Combating IT Crimes; Arab Convention for Combating Information Technology Offenses
arab-telecommunication-ministers | organisation | - | Arab Telecommunications and Information Council of Ministers
arcert | organisation | ARG | Coordination of Computer Emergency Response of the Argentine Public Administration (ArCERT) | ArCERT
arctel | membership | - | Association of Communications and Telecommunications Regulators of the Community of Portuguese-Speaking Countries (ARCTEL) | ARCTEL
asean | membership | - | Association of Southeast Asian Nations | ASEAN; Association of South East Asian Nations | https://asean.org
asean-china | organisation | - | ASEAN-China cooperation | ASEAN China; ASEAN-China
asean-cyber-drill | event | - | ASEAN Cyber Drill
asean-japan | organisation | - | ASEAN-Japan cooperation | ASEAN – Japan Partnership; ASEAN-Japan; ASEAN-Japan activities
asean-japan-comms-check-drill | event | - | ASEAN Japan Comms Check Drill
asean-japan-expert-cybersecurity-forum | membership | - | ASEAN-Japan expert cybersecurity Forum
asean-japan-information-security | membership | - | ASEAN-Japan Information Security meetings | ASEAN JAPAN Information Security; ASEAN-Japan Information Security Meetings
asean-japan-joint-cybersecurity-awareness | programme | - | ASEAN-Japan Joint Cybersecurity Awareness Programs | Asean - Japan Joint Cybersecurity Awareness Programs
atu | membership | - | African Telecommunications Union | ATU; African Telecommunication Union
au | organisation | - | African Union | AU; Africa Union; African Union Commission | https://au.int
auf | organisation | - | Agence universitaire de la Francophonie | AUF
auscert | organisation | AUS | Australian Computer Emergency Response Team (AusCERT) | AusCERT; AUSCERT
australia-us-statement-of-intent-cybersecurity | treaty | - | Statement of Intent on Cybersecurity and Cyber Incident Response between the US Department of Homeland Security and the Attorney-General's Department of Australia | Statement of Intent regarding the Cooperation on Cybersecurity and Cyber Incident Response
auth-cert | organisation | GRC | AUTH-CERT
az-cert | organisation | AZE | Azerbaijan Computer Emergency Response Team | AZ-CERT
b-ccentre | programme | BEL | Belgian Cybercrime Centre of Excellence for Training, Research and Education (B-CCENTRE) | B-CCENTRE
baltic-cyber-shield | event | - | Baltic Cyber Shield
bcbs | organisation | - | Basel Committee on Banking Supervision
bdcert | organisation | BGD | Bangladesh Computer Emergency Response Team | BD CERT
belnet-cert | organisation | BEL | BELNET CERT | Belnet
berec | membership | - | Body of European Regulators for Electronic Communications | BEREC
bgd-e-gov-cirt | organisation | BGD | BGD e-GOV CIRT
bih-cert | organisation | BIH | CERT of Bosnia and Herzegovina | CERT BiH
bimstec | membership | - | Bay of Bengal Initiative for Multi-Sectoral Technical and Economic Cooperation | BIMSTEC
bjcsirt | organisation | BEN | bjCSIRT
br-complementary-standard-17 | standard | BRA | Brazilian Complementary Standard no. 17 (certification and accreditation of information security professionals) | Complementary Standard no. nº 17
br-complementary-standard-18 | standard | BRA | Brazilian Complementary Standard no. 18 (training of information security professionals) | Complementary Standard no. nº 18
brucert | organisation | BRN | Brunei Computer Emergency Response Team | BruCERT
bs-25999 | standard | - | BS 25999 Business continuity management
bs-7799 | standard | - | BS 7799 Information security management
bsi | organisation | DEU | Federal Office for Information Security (Germany) | German BSI; *BSI; Bundesamt für Sicherheit in der Informationstechnik
bsi-group | organisation | - | British Standards Institution (BSI Group) | BSI; British Standards Institution
btcirt | organisation | BTN | Bhutan Computer Incident Response Team | BtCIRT; BTCIRT
budapest-additional-protocol | treaty | - | Additional Protocol to the Convention on Cybercrime (racism and xenophobia) | Additional Protocol to the Convention on Cybercrime; Additional Protocol to the Convention on Cybercrime concerning the criminalisation of acts of a racist and xenophobic nature
budapest-convention | treaty | - | Convention on Cybercrime (Budapest Convention, 2001) | Budapest Convention on Cybercrime; Budapest Convention; Convention on Cybercrime; Council of Europe Convention on Cybercrime; Council of Europe’s Convention on Cybercrime; Cybercrime Convention; Convention on Cyber Crime; Council of Europe Convention on Cyber Crime; European Convention on Cybercrime; CoE Convention on Cybercrime; Convention of Cybercrime
bureau-veritas | organisation | - | Bureau Veritas
cais-rnp | organisation | BRA | CAIS/RNP Security Incident Response Team (Brazil) | CAIS RNP – Security Incident Response Team
camcert | organisation | KHM | Cambodia Computer Emergency Response Team | CamCERT; CAMCERT
can | organisation | - | Andean Community | CAN
caribbean-cyber-security-center | organisation | - | Caribbean Cyber Security Center | Caribbean Cyber Security Centre; Caribbean Cybersecurity Center
caribbean-igf | event | - | Caribbean Internet Governance Forum | CIGF
caricom | organisation | - | Caribbean Community | CARICOM | https://caricom.org
caricom-impacs | organisation | - | CARICOM Implementation Agency for Crime and Security | CARICOM IMPACS; IMPACS
ccdcoe | membership | - | NATO Cooperative Cyber Defence Centre of Excellence | CCDCOE; NATO CCDCOE | https://ccdcoe.org
cci | membership | - | Commonwealth Cybercrime Initiative | CCI
ccie | programme | - | Cisco Certified Internetwork Expert | CCIE
ccip-nz | organisation | NZL | Centre for Critical Infrastructure Protection (New Zealand) | New Zealand CCIP
ccirc | organisation | CAN | Canadian Cyber Incident Response Centre | CCIRC; Canadian Cyber Incident Response Centre (CCIRC)
ccn-cert | organisation | ESP | CERT of the National Cryptology Centre of Spain (CCN-CERT) | CCN-CERT; CNN-CERT; Computer Security Response Capability CNN-CERT
ccna | programme | - | Cisco Certified Network Associate | CCNA; CCNA Security
ccnp | programme | - | Cisco Certified Network Professional | CCNP
ccra | membership | - | Common Criteria Recognition Arrangement | CCRA; Common Criteria Recognition Agreement
ccsp | programme | - | Cisco Certified Security Professional | CCSP
cecsp | membership | - | Central European Cyber Security Platform | Central European Cyber Security Platform (CECSP); Cybersecurity Platform (CECSP)
ceenet | membership | - | Central and Eastern European Networking Association | CEENet
ceh | programme | - | Certified Ethical Hacker | CEH; Certified Ethical Hacker (CEH)
cemac | organisation | - | Economic and Monetary Community of Central Africa | CEMAC
ceop | organisation | GBR | Child Exploitation and Online Protection Centre | CEOP
cepol | organisation | - | European Police College | CEPOL
cept | membership | - | European Conference of Postal and Telecommunications Administrations | CEPT
cerrt-ng | organisation | NGA | Computer Emergency Readiness and Response Team of Nigeria (CERRT.ng) | CERRT.NG; CERRT.ng
cert-am | organisation | ARM | CERT Armenia | CERT-AM; CERT AM; AM-CERT; *National CERT
cert-at | organisation | AUT | Computer Emergency Response Team of Austria (CERT.at)
cert-australia | organisation | AUS | CERT Australia
cert-be | organisation | BEL | Federal Cyber Emergency Team of Belgium (CERT.be) | CERT.be; CERT.BE; CERT-BE
cert-bh | organisation | BHR | Bahrain Computer Emergency Response Team | Bahrain CERT (CERT.bh); CERT.bh
cert-br | organisation | BRA | Brazilian National Computer Emergency Response Team | CERT-BR; CERT.br | https://www.cert.br
cert-bulgaria | organisation | BGR | CERT Bulgaria | CERT-BG; CERT.BG; GovCERT Bulgaria
cert-bund | organisation | DEU | CERT-Bund | CERTBUND; CERT Bund
cert-by | organisation | BLR | National Computer Emergency Response Team of Belarus (CERT.BY) | CERT.BY
cert-cc | membership | - | CERT Coordination Center | CERT CC
cert-ee | organisation | EST | Computer Emergency Response Team of Estonia | CERT Estonia; CERT-EE | https://www.cert.ee
cert-eu | organisation | - | Computer Emergency Response Team for the EU institutions (CERT-EU) | CERT-EU
cert-fi | organisation | FIN | Finnish national Computer Emergency Response Team (CERT-FI) | CERT-FI
cert-fr | organisation | FRA | CERT-FR (French government response team) | CERT-FR
cert-gh | organisation | GHA | Computer Emergency Response Team of Ghana (CERT-GH) | CERT-GH
cert-gib | organisation | RUS | CERT-GIB (Group-IB, Russia) | CERT-GIB
cert-gov-ge | organisation | GEO | Governmental Computer Emergency Response Team of Georgia | CERT-GOV-GE; Georgia Computer Incident Response Team (CERT-GOV-GE)
cert-gov-il | organisation | ISR | Israel governmental CERT | CERT GOVIL; Israel CERT
cert-gov-md | organisation | MDA | Moldovan governmental CERT (CERT-GOV-MD) | CERT-GOV-MD
cert-gov-pl | organisation | POL | Governmental Computer Security Incident Response Team (CERT.GOV.PL) | CERT.GOV.PL
cert-hr | organisation | HRV | Croatian National CERT | Croatian CERT; Croatian national computer emergency response team; *national CERT
cert-hungary | organisation | HUN | CERT-Hungary (National Cyber Security Centre, Theodore Puskas Foundation) | CERT-Hungary
cert-in | organisation | IND | Indian Computer Emergency Response Team | CERT-IN | https://www.cert-in.org.in
cert-is | organisation | ISL | CERT Iceland (CERT-ÍS) | CERT-IS; CERT-ÍS; CERT Iceland
cert-ist | organisation | FRA | CERT-IST
cert-kg | organisation | KGZ | CERT-KG
cert-lt | organisation | LTU | Lithuanian National CERT (CERT-LT) | CERT-LT; LT-CERT
cert-lv | organisation | LVA | Information Technology Security Incident Response Institution of Latvia (CERT.LV) | CERT.LV; CERT-LV
cert-mc | organisation | MCO | CERT-MC
cert-mod-gov | organisation | GEO | Computer Emergency Response Team of the Ministry of Defence of Georgia | CERT-MOD-GOV
cert-mu | organisation | MUS | Computer Emergency Response Team of Mauritius | CERT Mauritius (CERT-MU); CERT-MU; CERT-Mauritius; Computer Emergency Response Team of Mauritius (CERT-MU); Cybersecurity Emergency Response Team (CERT-MU)
cert-mx | organisation | MEX | CERT-MX | CERT MX; Mexico CERT
cert-pl | organisation | POL | CERT Polska | CERT.PL
cert-pt | organisation | PRT | Portuguese national CERT (CERT.PT) | CER.PT
cert-py | organisation | PRY | CSIRT Paraguay (CERT-PY) | CERT-PY; CSIRT-PY; CSIRT Paraguay
cert-renater | organisation | FRA | CERT-RENATER
cert-ro | organisation | ROU | Romanian National Computer Security Incident Response Team | CERT Romania (CERT-RO); Romania CERT (CERT-RO)
cert-rs | organisation | SRB | SRB-CERT
cert-sa | organisation | SAU | Computer Emergency Response Team of Saudi Arabia | CERT SA; CERT SA security quality management; CERT.SA; Computer Emergency Response Team of Saudi Arabia CERT.SA
cert-se | organisation | SWE | CERT-SE | SITIC
cert-spc | organisation | ITA | Italian Computer Incident Response Team (CERT-SPC) | CERT-SPC; CERT-SPC-C; Italy Computer Incident Response Team (CERT-SPC-C)
cert-tg | organisation | TGO | CERT.tg | CERT-TG
cert-ua | organisation | UKR | Computer Emergency Response Team of Ukraine | CERT-UA; Ukraine CERT (CERT-UA)
cert-ug | organisation | UGA | Uganda National Computer Emergency Response Team | CERT-UG
cert-uk | organisation | GBR | CERT-UK | UK CERT
certa | organisation | FRA | CERTA
certuy | organisation | URY | National Computer Security Incident Response Centre of Uruguay (CERTuy) | CERTuy; CERT.uy; CERT-UY; CERTUY
cesg | organisation | GBR | CESG (United Kingdom) | United Kingdom CESG
cgeit | programme | - | Certified in the Governance of Enterprise IT | CGEIT
check-point | organisation | ISR | Check Point Software Technologies | Check Point; Checkpoint Israel
chfi | programme | - | Computer Hacking Forensic Investigator | CHFI
childnet | organisation | GBR | Childnet International | Childnet
ci-cert | organisation | CIV | Côte d'Ivoire Computer Emergency Response Team | CI-CERT; Côte d’Ivoire Computer Incident Response Team (CI-CERT)
cia-auditor | programme | - | Certified Internal Auditor
cip-cert-hungary | organisation | HUN | CIP CERT (Hungary) | CIP CERT
circl | organisation | LUX | Computer Incident Response Center Luxembourg | CIRCL; Computer Incident Response Center Luxembourg (CIRCL) | https://www.circl.lu
cirt-bf | organisation | BFA | Computer Incident Response Team of Burkina Faso | CIRT.BF
cirt-jm | organisation | JAM | Jamaica CIRT | JaCIRT
cirt-me | organisation | MNE | Montenegro Computer Incident Response Team | CIRTMontegro; Montenegro Computer Incident Response Team (CIRTMontenegro)
cis | organisation | - | Commonwealth of Independent States | CIS
cisa | programme | - | Certified Information Systems Auditor | CISA; Certified Information System Auditor (CISA)
cisco | organisation | - | Cisco Systems | Cisco
cisco-networking-academy | programme | - | Cisco Networking Academy
cism | programme | - | Certified Information Security Manager | CISM; Certified Information Security Manager (CISM)
cissp | programme | - | Certified Information Systems Security Professional | CISSP; Certified Information Systems Security Professional (CISSP)
citel | membership | - | Inter-American Telecommunication Commission | CITEL; Inter-American Telecommunications Commission
clcert | organisation | CHL | Chilean Computer Emergency Response Team (CLCERT) | CLCERT; CL-CERT
cloud-security-alliance | membership | - | Cloud Security Alliance |  | https://cloudsecurityalliance.org
cncert-cc | organisation | CHN | National Computer Network Emergency Response Technical Team/Coordination Center of China | CNCERT; CNCERT/CC; Chinese CERT (CN CERT); National Computer Network Emergency Response Technical Team Coordination Center of China (CNCERT); National Computer Network Emergency Response Technical Team/Coordination Center of China (CNCERT)
cobit | standard | - | Control Objectives for Information and Related Technologies (COBIT) | COBIT
coe | membership | - | Council of Europe | CoE | https://www.coe.int
coe-convention-108 | treaty | - | Convention for the Protection of Individuals with regard to Automatic Processing of Personal Data (Convention 108) | Convention 108; Convention for the Protection of Individuals with regard to Automatic Processing of Personal Data
coe-forum | event | - | Forum of the Council of Europe
coe-t-cy | organisation | - | Cybercrime Convention Committee (T-CY) of the Council of Europe | Cybercrime Convention Committee (T-CY)
colcert | organisation | COL | Cyber Emergency Response Group of Colombia | ColCERT; ColCERT (group Cyber Emergency Response of Colombia)
comesa | organisation | - | Common Market for Eastern and Southern Africa | COMESA; Common Market for Eastern and Southern Africa (COMESA) | https://www.comesa.int
comesa-cyber-security-pki-meeting | event | - | COMESA Cyber Security and Public Key Infrastructure Meeting
comesa-cyber-security-validation-workshop | event | - | COMESA Cyber Security Validation Workshop
common-criteria | membership | - | Common Criteria for Information Technology Security Evaluation (ISO/IEC 15408) | Common Criteria; Common Criteria standardization group
commonwealth-foundation-for-ict | organisation | - | Commonwealth Foundation for ICT
commonwealth-secretariat | organisation | - | Commonwealth Secretariat |  | https://thecommonwealth.org
comptia | organisation | - | CompTIA
comptia-security-plus | programme | - | CompTIA Security+ | Security+
comtelca | membership | - | Regional Technical Commission of Telecommunications of Central America | COMTELCA
concert-kr | organisation | KOR | Consortium of CERTs (Korea) | CONCERT
cop | programme | - | Child Online Protection initiative of the ITU | ITU COP; Child Online Protection (COP); COP initiative | https://www.itu-cop-guidelines.com
cpni | organisation | GBR | Centre for the Protection of National Infrastructure (United Kingdom) | CPNI; Centre for the Protection of National Infrastructure
crasa | membership | - | Communications Regulators’ Association of Southern Africa | CRASA; Communication Regulators Association of Southern Africa | https://www.crasa.org
crc | treaty | - | Convention on the Rights of the Child | UN Convention on the Rights of the Child; United Nations Convention on the Rights of the Child; CRC; UNCRC
crc-opac | treaty | - | Optional Protocol to the Convention on the Rights of the Child on the Involvement of Children in Armed Conflict | Optional Protocol on the Involvement of Children in Armed Conflict
crc-opsc | treaty | - | Optional Protocol to the Convention on the Rights of the Child on the Sale of Children, Child Prostitution and Child Pornography | Optional Protocol on the Sale of Children, Child Prostitution and Child Pornography; Optional Protocol to the Convention on the Rights of the Child on the Sale of Children
crisc | programme | - | Certified in Risk and Information Systems Control | Certified in Risk and Information System Control (CRISC)
cscap | membership | - | Council for Security Cooperation in the Asia Pacific | CSCAP; Council of Security Cooperation in Asia-Pacific
csirt-antel | organisation | URY | CSIRT ANTEL | CSIRT-ANTEL
csirt-bo | organisation | BOL | CSIRT Bolivia | CSIRT-BO
csirt-ccit | organisation | COL | Computer Security Incident Response Team of the Colombian Chamber of Informatics and Telecommunications | CSIRT-CCIT; CSIRT-CCIT (Computer Security Incident Response Team of the Colombian Chamber Informatics and Telecommunications)
csirt-cr | organisation | CRI | CSIRT Costa Rica | CSIRT-CR; CSIRT CR
csirt-cz | organisation | CZE | National CSIRT of the Czech Republic | CSIRT.CZ; CZ.NIC-CSIRT; *National Computer Security Incident Response Team (CSIRT)
csirt-dk | organisation | DNK | CSIRT.DK (Denmark) | CSIRT.DK
csirt-etb | organisation | COL | Computer Security Incident Response Team - Empresa de Telecomunicaciones de Bogota | CSIRT-ETB; CSIRT-ETB (Computer Security Incident Response Team - Empresa de Telecomunicaciones de Bogota SA ESP)
csirt-gob-cl | organisation | CHL | CSIRT of the Government of Chile | CSIRT Chile; CSIRT-CL
csirt-gt | organisation | GTM | CSIRT-GT (Guatemala) | CSIRT-GT
csirt-ie | organisation | IRL | National Computer Security Incident Response Team of Ireland (CSIRT-IE) | CSIRT-IE
csirt-panama | organisation | PAN | Panama Computer Incident Response Team | Panama Computer Incident Response Team (CSIRT Panama)
csirt-ponal | organisation | COL | CSIRT of the National Police of Colombia | CSIRT-Ponal; CSIRTPonal
csirt-sk | organisation | SVK | CSIRT Slovakia (CSIRT.SK) | CSIRT Slovakia; CSIRT.SK; Computer Security Incident Response Team of Slovakia (CSIRT)
csirtuk | organisation | GBR | Combined Security Incident Response Team UK (CSIRTUK) | CSIRTUK
csslp | programme | - | Certified Secure Software Lifecycle Professional | CSSLP
csto | membership | - | Collective Security Treaty Organization | CSTO; ODKB
cto | organisation | - | Commonwealth Telecommunications Organisation | CTO – Commonwealth Telecommunications Organization; Commonwealth Telecommunication Organisation; Commonwealth Telecommunications Organization (CTO) | https://www.cto.int
cto-cyber-security-forum | event | - | Commonwealth Telecommunications Organisation Cyber Security Forum | CTO Cyber Security Forum; Commonwealth Cybersecurity Forum; *Cyber Security Forum
ctu | membership | - | Caribbean Telecommunications Union | CTU; Caribbean Telecommunication Union (CTU) | https://www.ctu.int
cucert | organisation | CUB | CuCERT | CUCERT
cwix | event | - | Coalition Warrior Interoperability eXploration, eXperimentation, eXamination, eXercise | CWIX
cyber-coalition | event | - | NATO exercise Cyber Coalition | Cyber Coalition
cyber-europe | event | - | Cyber Europe | Cyber Europe Exercise; Cyber Europe 2010; Cyber Europe 2012; Cyber Europe 2014
cyber-safety-pasifika | membership | - | Cyber Safety Pasifika
cyber-storm | event | USA | Cyber Storm exercise (United States) | Cyber Storm
cybercrime-eap | programme | - | Cybercrime@EAP | CyberCrime@EAP; Cybercrime@EaP
cybercrime-ipa | programme | - | Cybercrime@IPA | CyberCrime@IPA
cybersecurity-malaysia | organisation | MYS | CyberSecurity Malaysia | Cybersecurity Malaysia
cynet | organisation | CYP | Cyprus Research & Academic Network
das | organisation | - | DAS Certification
dfn-cert | organisation | DEU | DFN-CERT
dhs | organisation | USA | United States Department of Homeland Security | DHS; US Department of Homeland Security; Department of Homeland Security
digicsirt | organisation | COL | DigiSOC Computer Security Incident Response Team | DigiCSIRT; DigiCSIRT (DigiSOC Computer Security Incident Response Team)
diplo | organisation | - | DiploFoundation | Diplo Foundation | https://www.diplomacy.edu
dkcert | organisation | DNK | Danish Computer Security Incident Response Team (DKCERT) | DKCERT; DK-CERT; DK•CERT
dz-cert | organisation | DZA | DZ-CERT
e-governance-academy | organisation | EST | e-Governance Academy (Estonia) | e-Governance Academy of Estonia
eac | membership | - | East African Community | East Africa Community (EAC) | https://www.eac.int
eaco | organisation | - | East African Communications Organisation | East African Communications Organisation (EACO); East African Communications Organization (EACO) | https://www.eaco.int
eaco-assembly-of-regulators | organisation | - | EACO Assembly of Regulators
eaco-wg5 | membership | - | EACO Working Group 5
eaeu | organisation | - | Eurasian Economic Union | EAEU
ec-council | membership | - | International Council of E-Commerce Consultants (EC-Council) | EC-Council | https://www.eccouncil.org
ec3 | organisation | - | European Cybercrime Centre | EC3; European Cybercrime Center; Europol EC3
eccas | organisation | - | Economic Community of Central African States | ECCAS; CEEAC
eclac | organisation | - | Economic Commission for Latin America and the Caribbean | ECLAC; CEPAL | https://www.cepal.org
ecowas | organisation | - | Economic Community of West African States (CEDEAO) | CEDEAO; ECOWAS | https://www.ecowas.int
ecpat | organisation | - | ECPAT International | ECPAT
ecs-csirt | organisation | ZAF | Electronic Communications Security CSIRT (South Africa) | ECS-CSIRT
ecsa | programme | - | EC-Council Certified Security Analyst | ECSA
ecsm | programme | - | European Cyber Security Month | European Cybersecurity Month
ectel | organisation | - | Eastern Caribbean Telecommunications Authority | ECTEL
ecucert | organisation | ECU | Ecuador Computer Incident Response Centre (EcuCERT) | EcuCERT
efms | organisation | - | European Forum for Member States | EFMS
eg-cert | organisation | EGY | Egyptian Computer Emergency Readiness Team | EG-CERT; EGCERT; Egypt CERT
egc | membership | - | European Government CERTs group | EGC; EGC Group; European CERT Group; European Government CERTs; European GovCERT Group
egmont | membership | - | Egmont Group | Egmont Group of Financial Intelligence Units
enisa | membership | - | European Union Agency for Network and Information Security | ENISA; EU/ENISA; European Network and Information Security Agency; European Union Agency for Cybersecurity | https://www.enisa.europa.eu
escap | organisation | - | United Nations Economic and Social Commission for Asia and the Pacific | ESCAP; UNESCAP; UN-ESCAP | https://www.unescap.org
escwa | organisation | - | United Nations Economic and Social Commission for Western Asia | ESCWA; UN ESCWA; UNESCWA | https://www.unescwa.org
et-cert | organisation | ETH | Ethio-CERT | ETHIO-CERT
etsi | membership | - | European Telecommunications Standards Institute | ETSI; ETSI certification | https://www.etsi.org
eu | organisation | - | European Union | EU | https://european-union.europa.eu
eu-kids-online | programme | - | EU Kids Online
eu-safer-internet-programme | programme | - | Safer Internet Programme of the European Union | Safer Internet Program
eurocybex | event | - | EuroCybex | EUROCYBEX
eurojust | organisation | - | Eurojust | EUROJUST
european-commission | organisation | - | European Commission | EC
europol | organisation | - | European Police Office | EUROPOL | https://www.europol.europa.eu
facebook | organisation | - | Facebook
fatf | membership | - | Financial Action Task Force | FATF; GAFI
fbi | organisation | USA | Federal Bureau of Investigation | FBI
fincert | organisation | RUS | Cyber Incidents Monitoring and Response Centre in the financial field (FinCERT, Bank of Russia) | Cyber Incidents Monitoring and Response Centre in the field of credit and financial (FinCERT)
fips-140 | standard | - | FIPS 140 Security requirements for cryptographic modules
first | membership | - | Forum of Incident Response and Security Teams | FIRST | https://www.first.org
first-conference | event | - | FIRST Conference
forth-cert | organisation | GRC | FORTHcert | FORTH CERT
france-estonia-agreement-cyberdefence | treaty | - | Agreement between France and Estonia on cooperation on cyberdefence | Agreement with Estonia on cooperation on cyberdefense
franco-british-agreement-defence-security | treaty | - | Franco-British agreement on defence and security cooperation | Franco-British agreement on defense and security cooperation
freedom-online-coalition | membership | - | Freedom Online Coalition
g20 | membership | - | Group of Twenty | G20; G-20
g77 | membership | - | Group of 77 | G77; G-77
g8 | membership | - | Group of Eight | G8; G-8
g8-24-7 | membership | - | G8 24/7 Network of contact points | G8 24/7 Network; G8 24/7; 24/7 Network
gcc | organisation | - | Gulf Cooperation Council |  | https://www.gcc-sg.org
gcc-cert | membership | - | Gulf Cooperation Council CERT committee | GCC CERT; Gulf Cooperation Council CERT committee (GCC-CERT)
gcert-my | organisation | MYS | Government Computer Emergency Response Team (Malaysia) | Government CERT (GCERT)
gchq | organisation | GBR | Government Communications Headquarters | GCHQ
geant | membership | - | GÉANT | GEANT
gfce | membership | - | Global Forum on Cyber Expertise | GFCE
giac | programme | - | Global Information Assurance Certification | GIAC
gitsir | organisation | SGP | Government IT Security Incident Response team (Singapore) | Government IT Security Incident Response (GITSIR) team
giz | organisation | DEU | Deutsche Gesellschaft für Internationale Zusammenarbeit | GIZ; GTZ
glacy | programme | - | Global Action on Cybercrime | GLACY (Global Action on Cybercrime) Project
global-alliance-child-sexual-abuse | membership | - | Global Alliance against Child Sexual Abuse Online
global-cybersecurity-cooperation | event | - | Global Cybersecurity Cooperation: Challenges and Visions
gncirt | organisation | GUY | Guyana National Computer Incident Response Team | GNCIRT
google | organisation | - | Google
gost-r-56205 | standard | RUS | GOST R 56205 Industrial communication networks. Network and system security
gov-cert-id | organisation | IDN | Gov-CERT (Indonesia) | Gov-CERT
gov-cert-ru | organisation | RUS | Centre for Cyber Incident Response in Information Systems of Governmental Authorities (GOV-CERT.RU, Russia) | GOV-CERT.RU; Centre for Cyber Incident Response in Information Systems of Governmental Authorities; Cyber Security and Incident Response Team for the governmental networks of the Russian Federation
govcert-at | organisation | AUT | Austrian Government Computer Emergency Response Team (GovCERT.AT) | GovCERT.AT
govcert-ch | organisation | CHE | GovCERT.ch (Switzerland) | GovCERT.ch
govcert-cz | organisation | CZE | Government CERT of the Czech Republic | GovCert.CZ
govcert-dk | organisation | DNK | GovCERT.DK (Denmark) | GovCERT.DK; *GovCERT
govcert-hungary | organisation | HUN | GovCERT-Hungary
govcert-lu | organisation | LUX | GOVCERT.LU (Luxembourg) | GOVCERT.LU
govcertuk | organisation | GBR | GovCertUK (United Kingdom) | GovCert UK; GovCertUK; UK Computer Emergency Response Team (GovCertUK)
grnet-cert | organisation | GRC | GRNET-CERT
heanet-cert | organisation | IRL | HEANET-CERT | HEANet CERT
hipcar | programme | - | Enhancing Competitiveness in the Caribbean through the Harmonization of ICT Policies, Legislation and Regulatory Procedures | HIPCAR
hipssa | programme | - | Support for Harmonization of the ICT Policies in Sub-Sahara Africa | HIPSSA; Harmonization of ICT Policies in Sub-Saharan Africa
hkcert | organisation | HKG | Hong Kong Computer Emergency Response Team Coordination Centre | HKCERT; Hong Kong Computer Incident Response Team (CIRTHong Kong) | https://www.hkcert.org
honeynet-project | membership | - | The Honeynet Project | Honeynet Project | https://www.honeynet.org
hp-discover | event | - | HP Discover
huawei | organisation | - | Huawei
iaea | organisation | - | International Atomic Energy Agency | IAEA | https://www.iaea.org
ibm | organisation | - | International Business Machines | IBM
ica | organisation | - | International Compliance Association | ICA
icann | membership | - | Internet Corporation for Assigned Names and Numbers | ICANN | https://www.icann.org
icann-gac | organisation | - | Governmental Advisory Committee of ICANN | GAC/ICANN
icao | organisation | - | International Civil Aviation Organization | ICAO | https://www.icao.int
icb4pac | programme | - | Capacity Building and ICT Policy, Regulatory and Legislative Frameworks Support for Pacific Island Countries | ICB4PAC
icic-cert | organisation | ARG | ICIC CERT (Argentina) | ICIC CERT
icmec | organisation | - | International Centre for Missing & Exploited Children | ICMEC
ics-cert | organisation | USA | Industrial Control Systems Cyber Emergency Response Team (United States) | ICS-CERT
icse | event | - | International Cyber Shield Exercise | ICSE
id-cert | organisation | IDN | Indonesia Computer Emergency Response Team (ID-CERT) | ID-CERT
id-sirtii | organisation | IDN | Indonesia Security Incident Response Team on Internet Infrastructure | ID-SIRTII
idb | organisation | - | Inter-American Development Bank | IDB; IADB | https://www.iadb.org
iec | organisation | - | International Electrotechnical Commission | IEC | https://www.iec.ch
iec-62443 | standard | - | IEC 62443 Industrial communication networks
ietf | membership | - | Internet Engineering Task Force | IETF | https://www.ietf.org
igad | organisation | - | Intergovernmental Authority on Development | IGAD
igf | membership | - | Internet Governance Forum |  | https://www.intgovforum.org
ilo-c182 | treaty | - | Worst Forms of Child Labour Convention (ILO No. 182) | Worst Forms of Child Labour Convention
imf | organisation | - | International Monetary Fund | IMF | https://www.imf.org
incb | organisation | ISR | Israel National Cyber Bureau | Israel National Cyber Bureau (INCB)
incibe | organisation | ESP | Spanish National Cybersecurity Institute (INCIBE) | INCIBE; INTECO; INTECO-CERT
indonesia-japan-bilateral-cybersecurity-forum | membership | - | Indonesia-Japan Bilateral Cybersecurity Forum | Indonesia-JAPAN Bilateral Cybersecurity Forum
inhope | membership | - | International Association of Internet Hotlines | INHOPE | https://www.inhope.org
insafe | membership | - | Insafe network | INSAFE; Insafe | https://www.betterinternetforkids.eu
interpol | membership | - | International Criminal Police Organization | INTERPOL; Interpol | https://www.interpol.int
interpol-i-24-7 | membership | - | INTERPOL I-24/7 global police communications system | I-24/7 global police communications system
interpol-latin-american-wg-cybercrime | membership | - | INTERPOL Latin American Working Group on Cybercrime | Latin American Working Group on Cybercrime of INTERPOL
irca | organisation | - | International Register of Certificated Auditors | IRCA
iris-cert | organisation | ESP | IRIS-CERT
irisscert | organisation | IRL | Irish Reporting and Information Security Service (IRISS-CERT) | IRISS-CERT; IRISSCERT; IRISS
isa | membership | - | International Society of Automation | Industry System Automation
isa-99 | standard | - | ISA-99 Industrial automation and control systems security | ISA 99
isaca | organisation | - | Information Systems Audit and Control Association | ISACA | https://www.isaca.org
isc2 | organisation | - | International Information System Security Certification Consortium (ISC)² | ISC2; (ISC)2; ISC²
iscd | event | - | Information Security and Cyber Defence conference (Hungary) | ISCD; Information Security and Cyber Defence conference
iske | standard | EST | ISKE, three-level IT baseline security system (Estonia) | ISKE
iso | organisation | - | International Organization for Standardization | ISO; International Standards Organization; International Organisation for Standardisation | https://www.iso.org
iso-22301 | standard | - | ISO 22301 Business continuity management systems
iso-31000 | standard | - | ISO 31000 Risk management
iso-9001 | standard | - | ISO 9001 Quality management systems
iso-iec-12207 | standard | - | ISO/IEC 12207 Software life cycle processes
iso-iec-13335 | standard | - | ISO/IEC 13335 Management of ICT security
iso-iec-15408 | standard | - | ISO/IEC 15408 Common Criteria for Information Technology Security Evaluation
iso-iec-15504 | standard | - | ISO/IEC 15504
iso-iec-17020 | standard | - | ISO/IEC 17020
iso-iec-17021 | standard | - | ISO/IEC 17021
iso-iec-17024 | standard | - | ISO/IEC 17024
iso-iec-17025 | standard | - | ISO/IEC 17025 Competence of testing and calibration laboratories
iso-iec-17799 | standard | - | ISO/IEC 17799
iso-iec-18045 | standard | - | ISO/IEC 18045 Methodology for IT security evaluation
iso-iec-19790 | standard | - | ISO/IEC 19790
iso-iec-20000 | standard | - | ISO/IEC 20000 IT service management
iso-iec-21827 | standard | - | ISO/IEC 21827
iso-iec-24762 | standard | - | ISO/IEC 24762
iso-iec-27000 | standard | - | ISO/IEC 27000 series
iso-iec-27001 | standard | - | ISO/IEC 27001 Information security management systems - Requirements
iso-iec-27001-lead-auditor | programme | - | ISO/IEC 27001 Lead Auditor | ISO 27001 Lead Auditor; ISO IEC 27001 Lead Auditor
iso-iec-27002 | standard | - | ISO/IEC 27002 Code of practice for information security controls
iso-iec-27003 | standard | - | ISO/IEC 27003
iso-iec-27004 | standard | - | ISO/IEC 27004
iso-iec-27005 | standard | - | ISO/IEC 27005 Information security risk management
iso-iec-27006 | standard | - | ISO/IEC 27006
iso-iec-27007 | standard | - | ISO/IEC 27007
iso-iec-27010 | standard | - | ISO/IEC 27010
iso-iec-27011 | standard | - | ISO/IEC 27011
iso-iec-27018 | standard | - | ISO/IEC 27018
iso-iec-27031 | standard | - | ISO/IEC 27031
iso-iec-27032 | standard | - | ISO/IEC 27032 Guidelines for cybersecurity
iso-iec-27033 | standard | - | ISO/IEC 27033 Network security
iso-iec-27035 | standard | - | ISO/IEC 27035 Incident management
iso-iec-27037 | standard | - | ISO/IEC 27037
iso-iec-38500 | standard | - | ISO/IEC 38500
iso-iec-jtc1-sc27 | event | - | ISO/IEC JTC 1/SC 27 | JTC 1/SC 27 Meeting; JTC 1/SC 27
isoc | organisation | - | Internet Society |  | https://www.internetsociety.org
iss | membership | - | ISS
it-grundschutz | standard | DEU | IT-Grundschutz | IT Grundschutz; IT Baseline Protection
itil | standard | - | Information Technology Infrastructure Library (ITIL) | ITIL
itsec | standard | - | ITSEC Information Technology Security Evaluation Criteria | ITSEC
itu | organisation | - | International Telecommunication Union | ITU | https://www.itu.int
itu-arcc | organisation | - | ITU Arab Regional Cybersecurity Centre | ITU-ARCC; ITU Arab Regional Cyber Security Center; Regional Cybersecurity Centre; ITU Arab Regional Cybersecurity Center; ARCC
itu-cyberdrill | event | - | ITU CyberDrill | ITU Cyber Drill; ITU-IMPACT Cyber Drill; ITU/IMPACT Cyber Drill; ITU Cyberdrill; Applied Learning for Emergency Response Teams Cyber Drill
itu-d | membership | - | ITU Telecommunication Development Sector | ITU-D
itu-impact | membership | - | ITU-IMPACT (International Multilateral Partnership Against Cyber Threats) | IMPACT; ITU-IMPACT; ITU IMPACT; International Multilateral Partnership Against Cyber Threats | http://www.impact-alliance.org
itu-impact-alert | event | - | ITU-IMPACT Applied Learning for Emergency Response Teams | Applied Learning for Emergency Response Teams; Applied Learning for Emergency Response Team; ITU-IMPACT ALERT; ITU ALERT; ALERT; ALERT Cyber Drill
itu-impact-workshop | event | - | ITU-IMPACT Workshop
itu-impact-workshop-cyber-drill | event | - | ITU-IMPACT Workshop on Cyber Drill (Jordan, 2012) | ITU-IMPACT Workshop on Cyber Drill
itu-rcc-regional-cybersecurity-forum | event | - | ITU RCC Regional Cybersecurity Forum and Cyber Drill | ITU RCC Regional cybersecurity Forum Cyber Drill; ITU RCC Regional cybersecurity Forum; ITU Regional Cyber Drill; ITU-RCC Cyber Drill
itu-regional-cybersecurity-forum-europe-cis | event | - | ITU Regional Forum on Cybersecurity for Europe and CIS | Regional Forum on Cybersecurity for Europe and CIS
itu-regional-workshop-cirt-caribbean | event | - | ITU Regional Workshop on establishing National Computer Incident Response Team, Caribbean Region (2012) | Regional Workshop on establishing National Computer Incident Response Team
itu-t | membership | - | ITU Telecommunication Standardization Sector | ITU-T
itu-t-sg17 | organisation | - | ITU-T Study Group 17 (Security) | ITU-T Study Group 17
itu-t-x-1205 | standard | - | ITU-T X.1205 Overview of cybersecurity
itu-t-x-509 | standard | - | ITU-T X.509 | X.509
itu-t-x-805 | standard | - | ITU-T X.805
iwf | organisation | GBR | Internet Watch Foundation |  | https://www.iwf.org.uk
iwwn | membership | - | International Watch and Warning Network | IWWN
jica | organisation | JPN | Japan International Cooperation Agency | JICA
jo-cert | organisation | JOR | Jordan Computer Emergency Response Team | JO-CERT; JoCERT; Jordan CERT
jpcert-cc | organisation | JPN | Japan Computer Emergency Response Team Coordination Center | CERT Japan; JPCERT; Japan CERT (JP CERT) | https://www.jpcert.or.jp
kaspersky | organisation | - | Kaspersky Lab | Kaspersky
katakri | standard | FIN | National Security Auditing Criteria (KATAKRI, Finland) | KATAKRI; National Security Auditing Criteria
ke-cirt-cc | organisation | KEN | National Kenya Computer Incident Response Team Coordination Centre | KE-CIRT/CC; KE-CIRT; KE-CIRT CC; Kenya CIRT
kisa | organisation | KOR | Korea Internet & Security Agency | Korea Internet Security Agency (KISA); Korea KISA | https://www.kisa.or.kr
koica | organisation | KOR | Korea International Cooperation Agency | KOICA
kos-cert | organisation | XKX | Kosovo CERT (KOS-CERT) | KOS-CERT
krcert-cc | organisation | KOR | Korea Computer Emergency Response Team Coordination Center | Korean Computer Emergency Response Team (KrCERT/CC); KrCERT/CC | https://www.krcert.or.kr
kw-cert | organisation | KWT | Kuwait Computer Emergency Response Team | KW-CERT; Kuwait CERT
kz-cert | organisation | KAZ | Computer Emergency Response Team of Kazakhstan | KZ-CERT
lac-regional-csirts-meeting | event | - | Latin American and Caribbean Regional CSIRTs Meeting
lacnic | membership | - | Latin America and Caribbean Network Information Centre | LACNIC | https://www.lacnic.net
lacnic-amparo | programme | - | LACNIC AMPARO project | AMPARO; AMPARO Project
lacnog | membership | - | Latin American and Caribbean Network Operators Group | LACNOG
lactld | membership | - | Latin American and Caribbean TLD Association | LACTLD
lanzarote-convention | treaty | - | Council of Europe Convention on the Protection of Children against Sexual Exploitation and Sexual Abuse (Lanzarote Convention) | Lanzarote Convention; Convention on the Protection of Children against Sexual Exploitation and Sexual Abuse
laocert | organisation | LAO | Lao Computer Emergency Response Team | LaoCERT
league-of-arab-states | organisation | - | League of Arab States | Arab League; LAS | http://www.leagueofarabstates.net
libya-cert | organisation | LBY | Libya-CERT
litnet-cert | organisation | LTU | LITNET CERT
locked-shields | event | - | Locked Shields | NATO Locked Shields
london-action-plan | membership | - | London Action Plan | LAP
ma-cert | organisation | MAR | Moroccan Computer Emergency Response Team | maCERT; ma-CERT; MA-CERT; MACERT
maawg | membership | - | Messaging, Malware and Mobile Anti-Abuse Working Group | MAAWG; M3AAWG
maher | organisation | IRN | Iran National CERT (MAHER) | MAHER; Maher; IrCERT; CERTCC MAHER
malabo-convention | treaty | - | African Union Convention on Cyber Security and Personal Data Protection (Malabo Convention) | Malabo Convention; African Union Convention on Cyber Security and Personal Data Protection; African Union Convention on Cybersecurity; AU Convention on Cyber Security
marnet-cert | organisation | MKD | MARNet Computer Emergency Response Team (Macedonia) | MARNet-CERT
mcafee | organisation | - | McAfee | MacAfee
mcse | programme | - | Microsoft Certified Systems Engineer | MCSE
mercosur | membership | - | Southern Common Market (MERCOSUR) | MERCOSUR
meridian | event | - | Meridian Conference | Meridian Congress; Meridian Process; Meridian process | https://www.meridianprocess.org
mic-japan | organisation | JPN | Ministry of Internal Affairs and Communications (Japan) | Japan Ministry of Information and Communication; Ministry of Internal Affairs and Communications of Japan
microsoft | organisation | - | Microsoft
milcert-at | organisation | AUT | Austrian military CERT (milCERT) | milCERT
misp | programme | - | Malware Information Sharing Platform | MISP
mk-cirt | organisation | MKD | MKD-CIRT
mmcert | organisation | MMR | Myanmar Computer Emergency Response Team (mmCERT) | Myanmar Computer Incident Response Team (mmCERT); mmCERT
mncirt | organisation | MNG | Mongolian National Computer Incident Response Team | MNCIRT
mns-5969 | standard | MNG | MNS 5969 (Mongolian national standard)
modcert | organisation | GBR | Ministry of Defence CERT (United Kingdom) | MODCERT
moncirt | organisation | MNG | MonCIRT | MONCIRT
mtcert | organisation | MLT | Malta Computer Emergency Response Team | MtCERT; mtCERT
mwcert | organisation | MWI | Malawi CERT | MwCERT
mycert | organisation | MYS | Malaysia Computer Emergency Response Team | MyCERT | https://www.mycert.org.my
naaea | organisation | GRC | National Authority against Electronic Attacks (Greece) | National Authority against Electronic Attacks (NAAEA)
nato | membership | - | North Atlantic Treaty Organization | NATO; OTAN | https://www.nato.int
ncirc | membership | - | NATO Computer Incident Response Capability | NCIRC (NATO)
ncmec | organisation | USA | National Center for Missing & Exploited Children | NCMEC
ncsc-nl | organisation | NLD | National Cyber Security Centre of the Netherlands | NCSC-NL; GOVCERT.NL; *NCSC; *National Cyber Security Centre
ncsc-nz | organisation | NZL | New Zealand National Cyber Security Centre | *NCSC; New Zealand National Cyber Security Centre (NCSC); New Zealand NCSC
nerc-1200 | standard | - | NERC 1200
nerc-1300 | standard | - | NERC 1300
ngcert | organisation | NGA | Nigeria Computer Emergency Response Team (ngCERT) | NGCERT
nis-platform | membership | - | Network and Information Security Platform | Network and Information Security Platform (NIS Platform)
nisc-jp | organisation | JPN | National Information Security Center (Japan) | National Information Security Council (NISC) of Japan
nist | organisation | USA | National Institute of Standards and Technology | NIST
nist-sp-800-12 | standard | - | NIST Special Publication 800-12
nist-sp-800-30 | standard | - | NIST Special Publication 800-30
nist-sp-800-34 | standard | - | NIST Special Publication 800-34
nist-sp-800-37 | standard | - | NIST Special Publication 800-37
nist-sp-800-53 | standard | - | NIST Special Publication 800-53
nist-sp-800-61 | standard | - | NIST Special Publication 800-61
nist-sp-800-70 | standard | - | NIST Special Publication 800-70
nita-cert | organisation | GHA | National Information Technology Agency CERT (Ghana) | NITA CERT
nlncsa | organisation | NLD | Netherlands National Communications Security Agency | Netherlands NLNCSA
norcert | organisation | NOR | Norwegian Computer Emergency Response Team | NSM-NorCERT; NorCERT
nordic-cert-cooperation | membership | - | Nordic CERT Cooperation | Nordic National CERT Collaboration
nordic-council | organisation | - | Nordic Council
nordic-cyber-exercise | event | - | Nordic cyber exercise
nordunet | membership | - | NORDUnet
npcert | organisation | NPL | Nepal Computer Emergency Response Team | npCERT; NPCERT
nsa | organisation | USA | National Security Agency (United States) | United States NSA; National Security Agency of the United States
nusacc | organisation | USA | National US-Arab Chamber of Commerce
oas | membership | - | Organization of American States | OAS; Organisation of American States; OAS regional forums | https://www.oas.org
oas-cicte | membership | - | OAS Inter-American Committee against Terrorism | CICTE; OAS-CICTE; CICTE-OAS; OAS CICTE; CITCE; OAS/CICTE; Inter-American Committee against Terrorism; Inter-American Committee contra el Terrorismo | https://www.oas.org/en/sms/cicte
oas-crisis-management-exercise | event | - | OAS Crisis Management Exercise on Cybersecurity
oas-cyber-security-program | programme | - | OAS Cyber Security Program
oas-hemispheric-csirt | membership | - | OAS Hemispheric Network of CSIRTs | CSIRT Americas; Hemispheric Network of CSIRTs
ocert | organisation | OMN | Oman National Computer Emergency Readiness Team | OMAN-CERT; OCERT; Oman CERT; Oman National CERT
ocsia | organisation | GBR | Office of Cyber Security and Information Assurance (United Kingdom) | OCSIA; Office of Cybersecurity and Information Assurance (OCSIA); Office of cybersecurity and Information Assurance (OCSIA UK)
octave | standard | - | OCTAVE
octopus-conference | event | - | Octopus Conference (Cooperation against Cybercrime) | Octopus Conference (Cooperation against cybercrime)
oecd | membership | - | Organisation for Economic Co-operation and Development | OECD; Organization for Economic Cooperation and Development; OECD WPISP | https://www.oecd.org
oecs | organisation | - | Organisation of Eastern Caribbean States | OECS
oic | organisation | - | Organisation of Islamic Cooperation | OIC; Organization of Islamic Cooperation; Organization of the Islamic Conference | https://www.oic-oci.org
oic-cert | membership | - | Organisation of Islamic Cooperation - Computer Emergency Response Teams | OIC-CERT | https://www.oic-cert.org
oracle | organisation | - | Oracle
osce | membership | - | Organization for Security and Co-operation in Europe | OSCE | https://www.osce.org
oscp | programme | - | Offensive Security Certified Professional | OSCP
owasp | membership | - | Open Web Application Security Project | OWASP | https://owasp.org
paccert | membership | - | Pacific Computer Emergency Response Team | PacCERT; Pacific CERT (PACCERT); Pacific Computer Emergency Response Team (“PacCERT”); Pacific Island Regional CIRT (PacCERT)
pacific-transnational-crime-network | organisation | - | Pacific Transnational Crime Network
pakcert | organisation | PAK | Pakistan Computer Emergency Response Team (PakCERT) | PakCERT
pal-cert | organisation | PSE | Palestinian Computer Emergency Response Team | Pal-CERT; PALCERT
pan-arab-observatory-for-cybersecurity | organisation | - | Pan Arab Observatory for Cybersecurity
pas-555 | standard | - | PAS 555 Cyber security risk - Governance and management - Specification
pci-dss | standard | - | Payment Card Industry Data Security Standard (PCI DSS) | PCI DSS; PCI-DSS; PCIDSS; PCI
pecert | organisation | PER | Peru Computer Emergency Response Team | PeCERT
phcert | organisation | PHL | Philippine Computer Emergency Response Team (PHCert) | PHCert
picisoc | membership | - | Pacific Islands Chapter of the Internet Society | Pacific Island Chapter of the Internet Society (“PICISOC”)
pif | organisation | - | Pacific Islands Forum | PIF
piln | membership | - | Pacific Islands Law Officers’ Network | PILON
pirrc | membership | - | Pacific ICT Regulatory Resource Center | Pacific ICT Regulatory Resource Center (“PIRRC”)
pisa-cert | organisation | PAK | Pakistan Information Security Association CERT (PISA-CERT) | PISA-CERT
pita | membership | - | Pacific Islands Telecommunications Association | PITA
practice | programme | - | Proactive Response Against Cyber-attacks Through International Collaborative Exchange | PRACTICE Project
q-cert | organisation | QAT | Qatar Computer Emergency Response Team | QCERT; Qatar Computer Incident Response Team (QCERT)
rcc | organisation | - | Regional Commonwealth in the Field of Communications | RCC
redclara | membership | - | Latin American Cooperation of Advanced Networks | RedCLARA; CLARA
regional-cyber-forensics-lab | organisation | ATG | Regional Cyber Forensics Laboratory in Antigua and Barbuda | Regional Cyber Forensics Laboratory
remja | membership | - | Meetings of Ministers of Justice of the Americas | REMJA
ripe | membership | - | Réseaux IP Européens (RIPE) | RIPE | https://www.ripe.net
ru-cert | organisation | RUS | Russian Cyber Incidents Response Centre (RU-CERT) | RU-CERT
rw-csirt | organisation | RWA | Rwanda Computer Security Incident Response Team | Rw-CSIRT; *National CSIRT
saarc | membership | - | South Asian Association for Regional Cooperation | SAARC
sadc | organisation | - | Southern African Development Community | SADC; Southern Africa Development Community | https://www.sadc.int
safer-internet-day | event | - | Safer Internet Day | SID
salcert | organisation | SLV | Computer Emergency Response Team of El Salvador (SALCERT) | SALCERT
sans | programme | - | SANS certifications | SANS series of certification
sans-institute | organisation | - | SANS Institute | SANS; SANs institute | https://www.sans.org
satrc | membership | - | South Asian Telecommunication Regulators’ Council | SATRC
save-the-children | organisation | - | Save the Children |  | https://www.savethechildren.net
scap | standard | - | Security Content Automation Protocol | Security Content Automation Protocol (SCAP)
sciencecert | organisation | AZE | Computer Emergency Response Team of the National Academy of Science (Azerbaijan) | ScienceCERT
sco | organisation | - | Shanghai Cooperation Organization
sco-information-security-agreement | treaty | - | Agreement between the Governments of Member States of the Shanghai Cooperation Organization on Cooperation in the Field of International Information Security (2009) | Agreement between the Governments of Member States of the Shanghai Cooperation Organization on Cooperation in the Field of International Information Security
security-conference-israel | event | ISR | Security Conference Israel
seensa | event | - | South-Eastern Europe National Security Authorities (SEENSA) conference | South-Eastern Europe National Security Authorities conference; SEENSA
shadowserver | organisation | - | Shadowserver Foundation | Shadowserver
si-cert | organisation | SVN | Slovenian Computer Emergency Response Team | SI-CERT | https://www.cert.si
sica | organisation | - | Central American Integration System | SICA
sida | organisation | SWE | Swedish International Development Cooperation Agency | SIDA
singcert | organisation | SGP | Singapore Computer Emergency Response Team | SingCERT; Singapore Computer Emergency Response Team (SingCERT)
soc-ccoc | organisation | COL | Security Operations Center - Joint Cyber Operations Command (Colombia) | SOC-CCOC; SOC-CCOC (Security Operations Center - Cyber Operations Command Joint)
sog-is | membership | - | Senior Officials Group Information Systems Security | SOG-IS; SOGIS
spc | organisation | - | Secretariat of the Pacific Community | SPC
sri-lanka-cert | organisation | LKA | Sri Lanka Computer Emergency Readiness Team | Sri Lanka CERT; CC; SLCERT; Sri Lanka CERT CC; TechCERT
stop-think-connect | programme | - | STOP.THINK.CONNECT campaign | STOP.THINK.CONNECT; Stop Think Connect; Stop.Think.Act
sts-kz | organisation | KAZ | Cybersecurity Institute, State Technical Service (Kazakhstan) | Cybersecurity Institute (STS) of Kazakhstan
sudan-cert | organisation | SDN | Sudan CERT | Sudan-CERT; SudanCERT
surcirt | organisation | SUR | Suriname Computer Incident Response Team | SurCIRT
switch-cert | organisation | CHE | SWITCH-CERT
symantec | organisation | - | Symantec
taiex | programme | - | Technical Assistance and Information Exchange (TAIEX) | TAIEX
team-cymru | organisation | - | Team Cymru
terena | membership | - | Trans-European Research and Education Networking Association | TERENA
thaicert | organisation | THA | Thailand Computer Emergency Response Team | Computer Emergency Response Team (ThaiCERT); ThaiCERT
tr-cert | organisation | TUR | Turkish National Computer Emergency Response Team (TR-CERT, USOM) | TR-CERT; TR-CERT (USOM)
trend-micro | organisation | - | Trend Micro
trusted-introducer | membership | - | Trusted Introducer (TF-CSIRT) | TI; TF-CSIRT; TI TF-CSIRT; TF-CSIRT Trusted Introducer; Trusted Introducer; Terena-Trusted; TF-CSIRT TI; TERENA TF-CSIRT; Trusted Introducer for CERTs; Terena Trusted Introducer | https://www.trusted-introducer.org
tsubame | membership | - | TSUBAME Working Group
ttcsirt | organisation | TTO | Trinidad and Tobago Cyber Security Incident Response Team | TT-CSIRT; TTCSIRT
tuncert | organisation | TUN | Tunisian Computer Emergency Response Team | TUN-CERT; tunCERT; Tunisian CERT; Tunisia CERT; National Agency for Computer Security CERT
twncert | organisation | TWN | Taiwan National Computer Emergency Response Team | TWNCERT; TWCERT/CC
tz-cert | organisation | TZA | Tanzania Computer Emergency Response Team | Tanzania CERT (TZ-CERT)
uemoa | organisation | - | West African Economic and Monetary Union | UEMOA; WAEMU
ugcert | organisation | UGA | Uganda Computer Emergency Response Team (Uganda Communications Commission) | Uganda CERT (UgCERT); ugCERT
un | membership | - | United Nations | UN | https://www.un.org
un-gge | membership | - | United Nations Group of Governmental Experts (information security) | UN GGE; UNGGE; UN Committee of Group of Experts; United Nations Group of Governmental Experts
unam-cert | organisation | MEX | UNAM-CERT
unasur | membership | - | Union of South American Nations | UNASUR
unctad | membership | - | United Nations Conference on Trade and Development | UNCTAD | https://unctad.org
undp | organisation | - | United Nations Development Programme | UNDP | https://www.undp.org
uneca | organisation | - | United Nations Economic Commission for Africa | UNECA; ECA | https://www.uneca.org
unesco | organisation | - | United Nations Educational, Scientific and Cultural Organization | UNESCO | https://www.unesco.org
unicef | organisation | - | United Nations Children’s Fund | UNICEF | https://www.unicef.org
unodc | organisation | - | United Nations Office on Drugs and Crime | UNODC | https://www.unodc.org
untoc | treaty | - | United Nations Convention against Transnational Organized Crime | UNTOC; Palermo Convention
us-cert | organisation | USA | United States Computer Emergency Readiness Team | US-CERT; US CERT; USCERT; United State Computer Emergency Response Team
us-department-of-justice | organisation | USA | United States Department of Justice | US Department of Justice
us-department-of-state | organisation | USA | United States Department of State | US Department of State (DS/ATA)
us-secret-service | organisation | USA | United States Secret Service | US Secret Service
usaid | organisation | USA | United States Agency for International Development | USAID; United States Agency for International Development (USAID)
usp | organisation | - | University of the South Pacific | USP
ustda | organisation | USA | United States Trade and Development Agency
uz-cert | organisation | UZB | Uzbekistan Computer Emergency Response Team (UZ-CERT) | UZ-CERT; UZCERT
vencert | organisation | VEN | Venezuelan Computer Emergency Response Team | VenCERT; Venezuelan Computer Emergency Response Team (VenCERT)
virtual-global-taskforce | membership | - | Virtual Global Taskforce |  | https://virtualglobaltaskforce.com
visegrad-group | membership | - | Visegrad Group | V4
vncert | organisation | VNM | Vietnam Computer Emergency Response Team | VNCERT; VN-CERT; Vietnam CERT
w3c | membership | - | World Wide Web Consortium | W3C | https://www.w3.org
watra | membership | - | West Africa Telecommunications Regulators Assembly | WATRA
wcit | event | - | World Conference on International Telecommunications | World Conference on International Communication; WCIT
wco | organisation | - | World Customs Organization | WCO | https://www.wcoomd.org
wipo | organisation | - | World Intellectual Property Organization | WIPO | https://www.wipo.int
world-bank | organisation | - | World Bank | World Bank Group | https://www.worldbank.org
wsis | event | - | World Summit on the Information Society | WSIS; WSIS Forum | https://www.itu.int/net4/wsis
wtisd | event | - | World Telecommunication and Information Society Day
wto | organisation | - | World Trade Organization | WTO | https://www.wto.org
zm-cirt | organisation | ZMB | Zambia Computer Incident Response Team | ZM-CIRT; zmCIRT; Zambia CIRT
zsis | organisation | HRV | Information Systems Security Bureau (Croatia), government CERT | ZSIS; Information Systems Security Bureau
`
