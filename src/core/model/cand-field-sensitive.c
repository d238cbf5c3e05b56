/* cand-field-sensitive.c: which questions are never answered for the person
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-field-sensitive.h"

#include "cand-model-text.h"

#include <string.h>

/* Whole words, or words in a row, in lower case and without accents; as in a dictionary "gehalts-"
 * is the beginning of a word and "-gehalt" the end of one, for the compounds of German and Dutch
 * and for endings that vary. An apostrophe is a blank: "j accepte".
 *
 * Tables, because they are to be read: a word that is missing means that an answer could be offered
 * where none should be, so add freely. But look what else begins with it: "gehalten" is no pay, an
 * "alter" in English no age, a package manager no salary. */

static const char *const consent_words[] = {
  /* English. */
  "gdpr", "ccpa", "consent", "consents", "privacy policy", "privacy notice", "privacy statement",
  "candidate privacy", "applicant privacy", "data privacy", "data protection", "personal data",
  "my personal information", "processing of my data", "processing of your data",
  "processing my data", "process my data", "process your data", "store my data", "store your data",
  "keep my data", "keep your data", "retain my data", "retain your data", "use my data", "i agree",
  "you agree", "i accept", "i acknowledge", "acknowledgement", "acknowledgment", "attestation",
  "i certify", "i confirm", "i declare", "i hereby", "i have read", "i understand", "i authorize",
  "i authorise", "by submitting", "by applying", "terms and conditions", "terms of use",
  "terms of service", "talent pool",
  /* French. */
  "rgpd", "consentement", "consentez", "je consens", "j accepte", "j autorise", "je certifie",
  "j atteste", "je confirme", "je declare", "je reconnais", "j ai lu", "j ai pris connaissance",
  "confidentialite", "protection des donnees", "donnees personnelles",
  "donnees a caractere personnel", "traitement de mes donnees", "mentions legales",
  "conditions generales", "conditions d utilisation",
  /* German. */
  "dsgvo", "datenschutz-", "einwillig-", "ich willige", "ich stimme", "stimmst du der",
  "stimmen sie der", "zustimmung-", "ich akzeptiere", "ich bestatige", "ich bestaetige",
  "ich erklare", "ich erklaere", "ich habe gelesen", "zur kenntnis genommen", "einverstanden",
  "einverstandnis-", "einverstaendnis-", "personenbezogen-", "verarbeitung meiner",
  "verarbeitung deiner", "verarbeitung ihrer", "speicherung meiner", "speicherung deiner",
  "speicherung ihrer", "nutzungsbedingungen", "talentpool",
  /* Spanish. */
  "consentimiento", "acepto", "autorizo", "politica de privacidad", "aviso de privacidad",
  "aviso legal", "proteccion de datos", "datos personales", "tratamiento de mis datos",
  "terminos y condiciones",
  /* Italian: "consenso" alone is what machines come to as well. */
  "acconsento", "acconsenti", "il consenso", "mio consenso", "consenso al", "accetto",
  "dati personali", "informativa sulla privacy", "informativa privacy", "trattamento dei dati",
  "trattamento dei miei dati",
  /* Dutch. */
  "toestemming", "akkoord", "ik accepteer", "persoonsgegevens", "gegevensbescherming",
  "privacyverklaring", "privacybeleid", "privacyreglement",
  /* Portuguese. */
  "lgpd", "consentimento", "aceito", "concordo", "dados pessoais", "politica de privacidade",
  "protecao de dados", "tratamento dos meus dados"
};

/* What somebody is, has been or believes. */
static const char *const person_words[] = {
  /* English: origin, gender and belief. */
  "demographic", "demographics", "eeo", "eeoc", "equal opportunity", "equal opportunities",
  "equal employment opportunity", "diversity", "gender", "genders", "sex", "sexual orientation",
  "sexuality", "lgbt-", "transgender", "non binary", "nonbinary", "pronoun", "pronouns", "race",
  "racial", "ethnicity", "ethnicities", "ethnic", "hispanic", "latino", "latina", "latinx",
  "indigenous", "aboriginal", "native american", "african american", "underrepresented",
  "under represented", "ethnic minority", "socioeconomic", "socio economic", "religion",
  "religions", "religious", "your faith", "philosophical beliefs", "political opinion",
  "political opinions", "political affiliation", "political affiliations", "political party",
  "political beliefs", "political views", "politically exposed", "trade union", "trade unions",
  "labor union", "labour union", "union member", "union membership", "veteran", "veterans",
  "military status", "military service", "military spouse", "armed forces", "marital", "married",
  "civil status", "family status", "familial status", "parental status", "have children",
  "caring responsibilities", "caregiver",
  /* English: health. */
  "disabilities", "disability", "disabled", "handicap-", "health condition", "health conditions",
  "health issue", "health issues", "health problem", "health problems", "health status",
  "state of health", "your health", "medical condition", "medical conditions", "medical history",
  "mental illness", "chronic illness", "chronic condition", "neurodiver-", "impairment",
  "impairments", "special needs", "accommodation", "accommodations", "reasonable adjustment",
  "reasonable adjustments", "interview adjustments", "workplace adjustments", "accessibility needs",
  "accessibility requirements", "access needs", "access requirements", "vaccinated",
  "vaccination status", "drug test", "drug screening", "pregnan-",
  /* English: age, birth and what a state knows somebody by. */
  "age", "how old", "years old", "you over 16", "you over 18", "you over 21", "am over 18",
  "you at least 16", "you at least 18", "you at least 21", "am at least 18", "16 or older",
  "18 or older", "21 or older", "18 or over", "18 and over", "under 18", "above 18", "birth",
  "birthdate", "birthday", "birthplace", "you born", "dob", "maiden name", "ssn", "social security",
  "social insurance number", "national insurance", "national id", "national identity",
  "national identification", "identity card", "identity number", "identity document",
  "identification number", "id number", "id card", "passport", "tax id", "tax number",
  "tax identification", "iban", "bank account number", "your bank account", "bank details",
  /* English: before the law. */
  "criminal", "convicted", "conviction", "convictions", "felony", "felonies", "misdemeanor",
  "misdemeanors", "misdemeanour", "police record", "police check", "police clearance",
  "background check", "background checks", "background screening", "dbs check", "been arrested",
  "bankruptcy",
  /* French. */
  "genre", "sexe", "civilite", "sexuelle", "pronom", "pronoms", "ethnique", "ethniques", "ethnie",
  "religieuse", "religieuses", "religieux", "croyances", "opinion politique", "opinions politiques",
  "affiliation politique", "appartenance politique", "syndicat", "syndicats", "syndicale",
  "syndical", "etat civil", "situation familiale", "situation matrimoniale", "service militaire",
  "rqth", "travailleur handicape", "etat de sante", "probleme de sante", "problemes de sante",
  "invalidite", "amenagement de poste", "amenagements de poste", "amenagements", "enceinte",
  "grossesse", "naissance", "etes vous ne", "etes vous nee", "etes vous ne e", "etes vous majeur",
  "etes vous majeure", "securite sociale", "carte d identite", "piece d identite", "passeport",
  "casier judiciaire", "condamnation", "condamnations", "ete condamne",
  /* German. */
  "geschlecht-", "pronomen", "ethnisch-", "herkunftsland", "migrationshintergrund", "religions-",
  "konfession-", "glaubens-", "weltanschauung-", "sexuelle orientierung", "politische meinung",
  "politische meinungen", "politische einstellung", "politische uberzeugung", "partei",
  "parteimitglied-", "parteizugehorigkeit", "gewerkschaft-", "familienstand", "verheiratet",
  "behinder-", "schwerbehind-", "gleichgestellt-", "gleichstellung-", "gesundheitszustand",
  "gesundheitliche-", "vorerkrankung-", "chronisch krank", "schwanger-", "wie alt", "jahre alt",
  "dein alter", "ihr alter", "altersgruppe", "altersangabe", "volljahrig-", "volljaehrig-",
  "minderjahrig-", "minderjaehrig-", "geburt-", "geboren", "sozialversicherung-",
  "steueridentifikation-", "steuernummer", "steuer id", "personalausweis-", "ausweisnummer",
  "reisepass-", "wehrdienst-", "vorstraf-", "vorbestraft", "fuhrungszeugnis", "fuehrungszeugnis",
  "strafregister-",
  /* Spanish. */
  "genero", "sexo", "orientacion sexual", "pronombre", "pronombres", "raza", "etnia", "etnico",
  "etnica", "creencias", "opinion politica", "opiniones politicas", "afiliacion politica",
  "sindicato", "sindical", "estado civil", "discapacidad", "discapacidades", "minusvalia",
  "estado de salud", "problemas de salud", "embarazada", "embarazo", "edad", "nacimiento",
  "naciste", "seguridad social", "dni", "pasaporte", "antecedentes penales",
  "antecedentes criminales",
  /* Italian; "eta" alone is when something arrives. */
  "genere", "sesso", "orientamento sessuale", "razza", "etnica", "religiose", "religioso",
  "opinioni politiche", "sindacato", "sindacale", "stato civile", "disabilita", "invalidita",
  "categorie protette", "categoria protetta", "legge 68", "stato di salute", "gravidanza",
  "tua eta", "sua eta", "nascita", "codice fiscale", "carta d identita", "passaporto", "casellario",
  "carichi pendenti", "precedenti penali",
  /* Dutch. */
  "geslacht", "seksuele", "etniciteit", "etnische", "godsdienst", "geloofsovertuiging",
  "politieke voorkeur", "vakbond-", "burgerlijke staat", "arbeidsbeperking-", "zwanger-",
  "leeftijd-", "geboorte-", "bsn", "burgerservicenummer", "paspoort", "strafblad",
  "verklaring omtrent",
  /* Portuguese. */
  "orientacao sexual", "raca", "religiao", "opiniao politica", "opinioes politicas", "deficiencia",
  "pcd", "estado de saude", "gravida", "gravidez", "idade", "nascimento", "cpf", "passaporte",
  "antecedentes criminais", "registo criminal"
};

static const char *const pay_words[] = {
  /* English. */
  "salary", "salaries", "pay", "compensation", "remuneration", "renumeration", "wage", "wages",
  "stipend", "ctc", "ote", "on target earnings", "current earnings", "expected earnings",
  "your earnings", "current income", "expected income", "annual income", "your income", "day rate",
  "daily rate", "hourly rate", "monthly rate", "expected rate", "your rate", "rate expectation",
  "rate expectations", "current package", "expected package", "desired package",
  "package expectation", "package expectations", "financial expectations", "monetary expectations",
  "equity expectations", "current bonus", "expected bonus", "looking to earn", "hoping to earn",
  "expecting to earn", "like to earn", "want to earn", "wish to earn", "expect to earn",
  "need to earn", "currently earn", "currently earning", "you earning",
  /* French: "gratification" is what an intern gets. */
  "salaire", "salaires", "salarial", "salariale", "salariales", "salariaux", "remunerations",
  "pretention", "pretentions", "tjm", "taux journalier", "taux horaire", "tarif journalier",
  "cout journalier", "gratification", "souhaitez vous gagner", "package actuel", "package souhaite",
  /* German. */
  "gehalt", "gehalter", "gehaelter", "gehalts-", "-gehalt", "lohn", "lohne", "loehne",
  "lohnvorstell-", "lohnerwart-", "lohnwunsch", "stundenlohn", "monatslohn", "jahreslohn",
  "wunschlohn", "verdienst", "jahresverdienst", "verdienen sie", "verdienst du",
  "mochten sie verdienen", "mochtest du verdienen", "vergutung-", "verguetung-", "entlohnung",
  "entgelt-", "bezahlung", "honorar-", "stundensatz", "tagessatz", "bruttojahres-", "jahresbrutto-",
  "verdienstvorstell-",
  /* Spanish. */
  "salario", "salarios", "salariales", "sueldo", "sueldos", "retribucion", "remuneracion",
  "pretension economica", "pretensiones economicas", "expectativa economica",
  "expectativas economicas", "aspiracion economica", "gustaria ganar", "quieres ganar",
  "tarifa diaria", "tarifa por hora",
  /* Italian; "ral" is the gross pay of a year. */
  "stipendio", "stipendi", "retribuzione", "retributiva", "retributive", "remunerazione", "ral",
  "compenso", "salariali", "aspettative economiche", "richiesta economica", "tariffa giornaliera",
  /* Dutch. */
  "salaris-", "-salaris", "loon", "looneis", "loonwens", "brutoloon", "uurloon", "uurtarief",
  "dagtarief", "beloning", "stagevergoeding",
  /* Portuguese. */
  "salariais", "remuneracao", "retribuicao", "ordenado", "pretensao", "pretensoes"
};

static const char *const right_to_work_words[] = {
  /* English. */
  "visa", "visas", "sponsor", "sponsorship", "work permit", "work permits", "working permit",
  "residence permit", "resident permit", "residency permit", "residence status", "residency status",
  "permanent resident", "permanent residency", "permanent residence", "settled status",
  "green card", "h1b", "h 1b", "work authorization", "work authorisation",
  "employment authorization", "employment authorisation", "authorization to work",
  "authorisation to work", "work eligibility", "employment eligibility", "eligibility to work",
  "authorized to work", "authorised to work", "eligible to work", "entitled to work",
  "permitted to work", "permission to work", "allowed to work in", "legally authorized",
  "legally authorised", "legally entitled", "legally permitted", "legally allowed",
  "legally eligible", "legally able", "legally work", "right to work", "legal right", "immigration",
  "citizen", "citizens", "citizenship", "citizenships", "nationality", "nationalities",
  "u s person", "export control", "export controls", "security clearance", "security clearances",
  /* French. */
  "permis de travail", "autorisation de travail", "autorisation de travailler",
  "autorise a travailler", "autorisee a travailler", "autorise e a travailler",
  "droit de travailler", "titre de sejour", "carte de sejour", "permis de sejour", "nationalite",
  "nationalites", "ressortissant", "ressortissante", "citoyen", "citoyenne", "citoyennete",
  /* German; an "Aufenthaltsort" is only where somebody is. */
  "arbeitserlaubnis", "arbeitsgenehmigung", "arbeitsberechtigung", "aufenthaltserlaubnis",
  "aufenthaltsgenehmigung", "aufenthaltsrecht", "aufenthaltsstatus", "aufenthaltstitel", "visum-",
  "nationalitat", "nationalitaet", "staatsangehorig-", "staatsangehoerig-", "staatsburger-",
  "staatsbuerger-",
  /* Spanish. */
  "permiso de trabajo", "permiso de residencia", "autorizacion de trabajo",
  "autorizacion para trabajar", "autorizado para trabajar", "autorizada para trabajar",
  "derecho a trabajar", "visado", "nacionalidad", "ciudadania", "ciudadano", "ciudadana",
  /* Italian. */
  "permesso di lavoro", "permesso di soggiorno", "nazionalita", "cittadinanza",
  /* Dutch. */
  "werkvergunning", "tewerkstellingsvergunning", "verblijfsvergunning", "verblijfsstatus",
  "nationaliteit", "staatsburgerschap",
  /* Portuguese. */
  "autorizacao de trabalho", "autorizacao de residencia", "autorizacao para trabalhar",
  "visto de trabalho", "nacionalidade", "cidadania", "cidadao"
};

static const struct
{
  const char *const *words;
  gsize n_words;
} tables[] = {
  { consent_words, G_N_ELEMENTS (consent_words) },
  { person_words, G_N_ELEMENTS (person_words) },
  { pay_words, G_N_ELEMENTS (pay_words) },
  { right_to_work_words, G_N_ELEMENTS (right_to_work_words) },
};

/* @words is as cand_text_dup_words() gives it: a blank before and after each of them. */
static gboolean
has_word (const char *words, const char *word)
{
  gboolean is_end = word[0] == '-';
  const char *sought = is_end ? word + 1 : word;
  gsize length = strcspn (sought, "-");
  gboolean is_beginning = sought[length] == '-';

  for (const char *p = words + 1; *p != '\0'; p++)
    {
      if (strncmp (p, sought, length) == 0 && (is_beginning || p[length] == ' '))
        return TRUE;
      if (!is_end)
        p = strchr (p, ' ');
    }
  return FALSE;
}

gboolean
cand_field_asks_sensitive (const char *id, const char *label)
{
  g_autofree char *id_words = cand_text_dup_words (id);
  g_autofree char *label_words = cand_text_dup_words (label);
  g_autofree char *words = g_strconcat (id_words, label_words, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    for (gsize j = 0; j < tables[i].n_words; j++)
      if (has_word (words, tables[i].words[j]))
        return TRUE;
  return FALSE;
}
