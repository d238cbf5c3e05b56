/* question-pairs.h: pairs of questions, told apart by hand
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* SAME: one answer serves for both, as it is. NEAR: it is worth a look. DIFFERENT: of no use. */
typedef enum
{
  PAIR_SAME,
  PAIR_NEAR,
  PAIR_DIFFERENT,
} PairKind;

typedef struct
{
  PairKind kind;
  const char *a;
  const char *b;
} Pair;

/* The constants of the measure were set with these. */
static const Pair known_pairs[] = {
  { PAIR_SAME, "First name", "FIRST NAME *" },
  { PAIR_SAME, "LinkedIn profile", "Linkedin URL" },
  { PAIR_SAME, "E-mail address", "Email address:" },
  { PAIR_SAME, "Expected salary", "Salary expectations" },
  { PAIR_SAME, "What are your salary expectations?", "What is your salary expectation?" },
  { PAIR_SAME, "How did you hear about us?", "How did you hear about us? (optional)" },
  { PAIR_SAME, "1. Why do you want to work here?", "Why do you want to work here" },
  { PAIR_SAME, "Why do you want to work here?", "Why do you want to work with us?" },
  { PAIR_SAME, "Please describe your experience with Python.", "Describe your Python experience" },
  { PAIR_SAME, "How many years of Python experience do you have?",
    "How many years of experience do you have with Python?" },
  { PAIR_SAME, "Do you have a valid driver's license?", "Do you have a valid driver’s licence?" },
  { PAIR_SAME, "Are you willing to relocate to Paris?",
    "Would you be willing to relocate to Paris?" },
  { PAIR_SAME, "Additional information", "Any additional information?" },
  { PAIR_SAME, "Prétentions salariales", "PRETENTIONS SALARIALES (obligatoire)" },
  { PAIR_SAME, "Cover letter", "Cover Letter (optional)" },
  { PAIR_NEAR, "Why do you want to work at Acme?", "Why do you want to work at Globex?" },
  { PAIR_NEAR, "Describe a project in at most 100 words.",
    "Describe a project in at most 300 words." },
  { PAIR_NEAR, "Current location", "Location" },
  { PAIR_NEAR, "What is your greatest professional achievement?",
    "Describe your proudest professional achievement" },
  { PAIR_NEAR, "Tell us about a project you are proud of.",
    "Tell us about a research project you are proud of and why it mattered." },
  { PAIR_NEAR, "Are you available to start in June 2024?",
    "Are you available to start in June 2025?" },
  { PAIR_NEAR, "Share links to your open-source contributions",
    "Share 2-3 of your open-source contributions with links" },
  { PAIR_NEAR, "When can you start?", "When would you be able to start the internship?" },
  { PAIR_DIFFERENT, "First name", "Last name" },
  { PAIR_DIFFERENT, "Start date", "End date" },
  { PAIR_DIFFERENT, "Github profile", "Linkedin profile" },
  { PAIR_DIFFERENT, "Do you require visa sponsorship?", "Do you not require visa sponsorship?" },
  { PAIR_DIFFERENT, "Can you work with sponsorship?", "Can you work without sponsorship?" },
  { PAIR_DIFFERENT, "Why did you leave your last job?", "When did you leave your last job?" },
  { PAIR_DIFFERENT, "What is your biggest strength?", "What is your biggest weakness?" },
  { PAIR_DIFFERENT, "Minimum salary", "Maximum salary" },
  { PAIR_DIFFERENT, "How many years of Python experience do you have?",
    "How many years of Java experience do you have?" },
  { PAIR_DIFFERENT, "Cover letter", "Resume" },
  { PAIR_DIFFERENT, "Are you willing to travel?", "Are you willing to relocate?" },
  { PAIR_DIFFERENT, "What is your notice period?", "Wie lange ist Ihre Kündigungsfrist?" },
  { PAIR_DIFFERENT, "I agree to the privacy policy", "I do not agree to the privacy policy" },
  { PAIR_DIFFERENT, "Do you know C++?", "Do you know C#?" },
};

/* These were written, and told apart, before the measure was tried on them, and nothing was set
 * with them. */
static const Pair other_pairs[] = {
  { PAIR_SAME, "Portfolio", "Portfolio link" },
  { PAIR_SAME, "What's your phone number?", "Phone" },
  { PAIR_SAME, "Q3: Which programming languages do you use?",
    "Which programming languages do you use?" },
  { PAIR_SAME, "How did you find out about this job?", "How did you hear about this position?" },
  { PAIR_SAME, "What is your notice period?", "Notice period" },
  { PAIR_SAME, "Tell us about yourself", "Please tell us about yourself!" },
  { PAIR_SAME, "Have you ever worked for Acme?", "Have you ever worked for Acme before?" },
  { PAIR_SAME, "What motivates you?", "What motivates you ?" },
  { PAIR_SAME, "Are you at least 18 years old?", "Are you at least 18 years of age?" },
  { PAIR_SAME, "Website", "Personal website" },
  { PAIR_SAME, "Warum möchten Sie bei uns arbeiten?", "Warum möchtest du bei uns arbeiten?" },
  { PAIR_SAME, "Quelle est votre date de disponibilité ?", "Date de disponibilité" },
  { PAIR_NEAR, "Why are you interested in this role?",
    "Why are you interested in this internship?" },
  { PAIR_NEAR, "Describe your experience with machine learning",
    "Describe your experience with machine learning in production systems" },
  { PAIR_NEAR, "Are you fluent in German?",
    "Are you fluent in both German and English, spoken and written?" },
  { PAIR_NEAR, "Do you have 3+ years of experience in sales?",
    "Do you have 5+ years of experience in sales?" },
  { PAIR_NEAR, "What is your current job title?", "Job title" },
  { PAIR_NEAR, "Which university did you attend?",
    "Which university do you attend and when will you graduate?" },
  { PAIR_NEAR, "Link to your best open-source project",
    "Link to an open-source project that you maintain" },
  { PAIR_DIFFERENT, "What is your current salary?", "What is your current location?" },
  { PAIR_DIFFERENT, "Current employer", "Previous employer" },
  { PAIR_DIFFERENT, "Do you have experience with Kubernetes?",
    "Do you have experience managing people?" },
  { PAIR_DIFFERENT, "Gross annual salary", "Net annual salary" },
  { PAIR_DIFFERENT, "What did you like about your last job?",
    "What did you not like about your last job?" },
  { PAIR_DIFFERENT, "Where are you based?", "When are you available?" },
  { PAIR_DIFFERENT, "Phone", "Photo" },
  { PAIR_DIFFERENT, "Gender", "Ethnicity" },
  { PAIR_DIFFERENT, "Do you live in Berlin?", "Do you live in London?" },
  { PAIR_DIFFERENT, "Why us?", "Why you?" },
  { PAIR_DIFFERENT, "Pourquoi voulez-vous travailler ici ?", "Why do you want to work here?" },
  { PAIR_DIFFERENT, "Hourly rate", "Daily rate" },
  { PAIR_DIFFERENT, "Are you able to work full-time?", "Are you able to work part-time?" },
};

/* The first of each is a label of the recorded forms, and so is the second where @recorded. */
static const struct
{
  Pair pair;
  gboolean recorded;
} recorded_pairs[] = {
  { { PAIR_SAME, "Linkedin", "Linkedin URL" }, TRUE },
  { { PAIR_SAME, "Phone", "Phone Number" }, TRUE },
  { { PAIR_SAME, "How soon can you start?", "How soon could you start?" }, FALSE },
  { { PAIR_SAME, "Expected salary", "What are your salary expectations?" }, TRUE },
  { { PAIR_SAME, "Are you fluent in German?", "Fluent in German?" }, FALSE },
  { { PAIR_SAME, "Do you have reliable transportation to and from the job site?",
      "Do you have reliable transportation to and from the job site? (Yes/No)" },
    FALSE },
  { { PAIR_SAME, "Notice period / availability", "Notice period & availability" }, FALSE },
  { { PAIR_NEAR, "Share 2–3 of your open-source contributions with links…",
      "Share 4–5 of your open-source contributions with links" },
    FALSE },
  { { PAIR_DIFFERENT, "Address", "Email address" }, FALSE },
  { { PAIR_NEAR, "How many years of professional software development experience do you have?",
      "How many years of software development experience do you have?" },
    FALSE },
  { { PAIR_NEAR, "Are you fluent in German?",
      "Are you fluent in both German and English, spoken and written?" },
    TRUE },
  { { PAIR_DIFFERENT, "How many years of Python experience do you have?",
      "How many years of professional Linux experience do you have?" },
    TRUE },
  { { PAIR_DIFFERENT, "Have you previously been employed by Acme?",
      "Have you never been employed by Acme?" },
    FALSE },
  { { PAIR_DIFFERENT, "What is your degree in?", "What percentage of travel are you open to?" },
    TRUE },
  { { PAIR_DIFFERENT, "Github profile", "Linkedin" }, TRUE },
  { { PAIR_DIFFERENT,
      "Are you legally authorized to work in the United States of America (USA) without "
      "sponsorship?",
      "Do you or will you require sponsorship for work in the United States?" },
    TRUE },
  { { PAIR_DIFFERENT, "Are you available to work weekdays, weekends and holidays?",
      "Are you available to attend 5 days of computer training?" },
    TRUE },
};

/* Normal forms of the recorded questions that are the same. */
static const char *const same_labels[][2] = {
  { "linkedin", "linkedin url" },
  { "phone", "phone number" },
  { "expected salary", "what are your salary expectations" },
  { "degree", "what is your degree in" },
};
