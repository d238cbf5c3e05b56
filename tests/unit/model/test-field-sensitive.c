/* test-field-sensitive.c: which questions are never answered for the person
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/model/cand-field-sensitive.h"

static void
check (const char *const *labels, gboolean sensitive)
{
  for (; *labels != NULL; labels++)
    if (cand_field_asks_sensitive ("QA_1", *labels) != sensitive)
      g_error ("%s: %s", sensitive ? "Not found" : "A false alarm", *labels);
}

static void
test_pay (void)
{
  static const char *const labels[] = { "What is your expected salary?",
                                        "Current CTC",
                                        "Expected CTC (in lakhs)",
                                        "TJM",
                                        "What are you looking to earn?",
                                        "What is your current package?",
                                        "Expected package",
                                        "Day rate (£)",
                                        "Prétentions salariales",
                                        "Quelle rémunération souhaitez-vous ?",
                                        "Taux journalier moyen",
                                        "Gehaltsvorstellung",
                                        "Gehaltswunsch (brutto, pro Jahr)",
                                        "Dein Wunschgehalt?",
                                        "Bruttojahresgehalt",
                                        "Welche Vergütungsvorstellung haben Sie?",
                                        "Stundensatz",
                                        "Expectativas salariales",
                                        "Pretensiones económicas",
                                        "¿Cuánto te gustaría ganar?",
                                        "Aspettativa di stipendio",
                                        "Attuale RAL",
                                        "Salariswens",
                                        "Huidig maandsalaris",
                                        "Pretensão salarial",
                                        NULL };

  check (labels, TRUE);
}

static void
test_consent (void)
{
  static const char *const labels[] = { "Datenschutzerklärung",
                                        "Ich bin mit der Speicherung meiner Daten einverstanden",
                                        "Einwilligungserklärung",
                                        "J'accepte la politique de confidentialité",
                                        "J’accepte la politique de confidentialité",
                                        "Protection des données",
                                        "I have read the Privacy Notice",
                                        "I authorise you to keep this",
                                        "May we process your data?",
                                        "Acepto la política de privacidad",
                                        "Tratamiento de mis datos",
                                        "Acconsento al trattamento dei miei dati",
                                        "Ik ga akkoord met de privacyverklaring",
                                        "Aceito a política de privacidade",
                                        NULL };

  check (labels, TRUE);
}

static void
test_person (void)
{
  static const char *const labels[] = { "Political opinions",
                                        "Trade union membership",
                                        "Health conditions",
                                        "RQTH",
                                        "SSN",
                                        "Social security number",
                                        "Are you over 18?",
                                        "Are you at least 18 years old?",
                                        "Where were you born?",
                                        "Passport number",
                                        "Are you neurodivergent?",
                                        "Have you ever been convicted of a felony?",
                                        "Lieu de naissance",
                                        "Êtes-vous en situation de handicap ?",
                                        "N° de sécurité sociale",
                                        "Êtes-vous majeur(e) ?",
                                        "Casier judiciaire",
                                        "Schwerbehinderung",
                                        "Sind Sie schwerbehindert?",
                                        "Geschlecht",
                                        "Geburtsort",
                                        "Religionszugehörigkeit",
                                        "Gewerkschaftsmitglied?",
                                        "Wie alt bist du?",
                                        "Führungszeugnis",
                                        "Sozialversicherungsnummer",
                                        "Fecha de nacimiento",
                                        "¿Tienes alguna discapacidad?",
                                        "Género",
                                        "DNI / NIE",
                                        "Appartenenza alle categorie protette",
                                        "Data di nascita",
                                        "Geboortedatum",
                                        "Data de nascimento",
                                        "Pessoa com deficiência (PCD)",
                                        NULL };

  check (labels, TRUE);
}

static void
test_right_to_work (void)
{
  static const char *const labels[] = { "Will you require visa sponsorship?",
                                        "Are you a permanent resident?",
                                        "Are you legally entitled to work in Spain?",
                                        "Nationalité",
                                        "Avez-vous un titre de séjour ?",
                                        "Êtes-vous autorisé(e) à travailler en France ?",
                                        "Staatsangehörigkeit",
                                        "Aufenthaltstitel",
                                        "Haben Sie eine Arbeitserlaubnis?",
                                        "Permiso de trabajo",
                                        "Cittadinanza",
                                        "Werkvergunning",
                                        "Autorização de trabalho",
                                        NULL };

  check (labels, TRUE);
}

/* What looks alike, and is a question as any other. */
static void
test_false_alarms (void)
{
  static const char *const labels[] = { "First name",
                                        "E-mail",
                                        "Why do you want to work here?",
                                        "What is your favourite package manager?",
                                        "Which software package do you use most?",
                                        "Describe your experience with packaging",
                                        "Describe a payments system you traced",
                                        "What have you earned a certificate in?",
                                        "How do you earn the trust of a team?",
                                        "What would you like to learn?",
                                        "What is on your agenda for the first month?",
                                        "What did you manage in your last position?",
                                        "Which languages do you speak?",
                                        "When is your ETA?",
                                        "How would you alter our API?",
                                        "How do you disable a feature for some users?",
                                        "Do you have 18 months of experience?",
                                        "How does a consensus protocol work?",
                                        "Explain differential privacy",
                                        "Which of our internationalization tools do you know?",
                                        "How do you process data?",
                                        "Where are you based?",
                                        "Country of residence",
                                        "Seite",
                                        "Ihre persönliche Seite",
                                        "Welche Vorträge haben Sie gehalten?",
                                        "Was hat sich gelohnt?",
                                        "Aktueller Aufenthaltsort",
                                        "Wie haben Sie von uns erfahren?",
                                        "Frühester Eintrittstermin",
                                        "Êtes-vous prêt à déménager à Rennes ?",
                                        "Pourquoi cette entreprise ?",
                                        "Quels agendas utilisez-vous ?",
                                        "Parlez-nous d'un projet majeur",
                                        "¿Por qué quieres trabajar aquí?",
                                        "¿Cómo nos has conocido?",
                                        "Perché vuoi lavorare con noi?",
                                        "Waarom wil je hier werken?",
                                        "Por que quer trabalhar aqui?",
                                        NULL };

  check (labels, FALSE);
}

/* The id says it as well as the words do; the two are not read as one. */
static void
test_id (void)
{
  g_assert_true (cand_field_asks_sensitive ("date_of_birth", "When?"));
  g_assert_true (cand_field_asks_sensitive ("gehaltsvorstellung", "?"));
  g_assert_false (cand_field_asks_sensitive ("software_package", "Current one"));
  g_assert_false (cand_field_asks_sensitive ("current", "Package that you maintain"));
  g_assert_false (cand_field_asks_sensitive ("", ""));
  g_assert_false (cand_field_asks_sensitive ("…", "?!"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/field-sensitive/pay", test_pay);
  g_test_add_func ("/field-sensitive/consent", test_consent);
  g_test_add_func ("/field-sensitive/person", test_person);
  g_test_add_func ("/field-sensitive/right-to-work", test_right_to_work);
  g_test_add_func ("/field-sensitive/false-alarms", test_false_alarms);
  g_test_add_func ("/field-sensitive/id", test_id);
  return g_test_run ();
}
