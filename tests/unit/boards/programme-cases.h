/* programme-cases.h: what the announcements in tests/fixtures/programme say
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

typedef struct
{
  const char *title;
  const char *team;
  const char *summary;
  const char *url;
  const char *key;
} Entry;

/* Lists have their elements on lines. */
typedef struct
{
  const char *file;
  const char *title;
  const char *authors;
  const char *date;
  const char *portal_url;
  const char *organisation;
  const char *introduction;
  const char *locations;
  const char *how_to_apply;
  const char *statement;
  const char *checklist;
  gboolean short_submission;
  const Entry *entries;
  guint n_entries;
} Case;

static const Entry bare_entries[] = {
  { "Antenna Thesis", "", "", "https://fjordlab.jobs.personio.de/job/710001",
    "personio:fjordlab:710001" },
  { "Thermal Thesis", "", "keeping a satellite warm",
    "https://fjordlab.jobs.personio.de/job/710002?language=en", "personio:fjordlab:710002" },
  { "Battery Thesis", "", "measuring what is left after a year",
    "https://fjordlab.jobs.personio.com/job/710003", "personio:fjordlab.com:710003" },
};

static const Entry bold_entries[] = {
  { "Compiler Engineer", "", "Makes our language faster.",
    "https://jobs.ashbyhq.com/Marmot%20Software/22222222-aaaa-4bbb-8ccc-000000000001",
    "ashby:Marmot Software:22222222-aaaa-4bbb-8ccc-000000000001" },
  { "Documentation Writer", "", "Says what the compiler does.",
    "https://jobs.ashbyhq.com/Marmot%20Software/22222222-aaaa-4bbb-8ccc-000000000002",
    "ashby:Marmot Software:22222222-aaaa-4bbb-8ccc-000000000002" },
};

static const Entry headings_entries[] = {
  { "Sail Control Resident", "Control team",
    "You will teach a boat to tack in gusts. Your mentor has sailed for twenty years.",
    "https://jobs.ashbyhq.com/heron/11111111-aaaa-4bbb-8ccc-000000000001",
    "ashby:heron:11111111-aaaa-4bbb-8ccc-000000000001" },
  { "Wave Model Resident", "Control team", "Predict the next ten seconds of the sea.",
    "https://jobs.ashbyhq.com/heron/11111111-aaaa-4bbb-8ccc-000000000002",
    "ashby:heron:11111111-aaaa-4bbb-8ccc-000000000002" },
  { "Night Vision Resident", "Perception team", "See buoys in the dark.",
    "https://jobs.ashbyhq.com/heron/11111111-aaaa-4bbb-8ccc-000000000003",
    "ashby:heron:11111111-aaaa-4bbb-8ccc-000000000003" },
};

static const Entry nested_entries[] = {
  { "Mirror Apprentice", "Instruments team", "grinds and polishes",
    "https://apply.workable.com/alder-observatory/j/A000000001/",
    "workable:alder-observatory:A000000001" },
  { "Dome Apprentice", "Instruments team", "Keeps the dome turning.",
    "https://apply.workable.com/alder-observatory/j/A000000002/",
    "workable:alder-observatory:A000000002" },
  { "Guide Apprentice", "Public nights", "",
    "https://apply.workable.com/alder-observatory/j/A000000003/",
    "workable:alder-observatory:A000000003" },
};

static const Entry numbered_entries[] = {
  { "Relief Shading Intern", "Cartography", "drawing mountains that read well on small screens.",
    "https://boards.greenhouse.io/lumen/jobs/4100001", "greenhouse:lumen:4100001" },
  { "Labels & Type Intern", "Cartography", "placing names where nobody trips over them.",
    "https://boards.greenhouse.io/lumen/jobs/4100002", "greenhouse:lumen:4100002" },
  { "Tile Pipeline Intern", "Data group", "Making tiles in minutes, not in hours.",
    "https://job-boards.greenhouse.io/lumen/jobs/8636903002", "greenhouse:lumen:8636903002" },
};

static const Entry page_entries[] = {
  { "Stone Painter", "Art & sound", "Paints stones, all of them.",
    "https://apply.workable.com/pebble/j/AAAAAAAA01/", "workable:pebble:AAAAAAAA01" },
  { "Sound Recordist", "Art & sound", "Records what stones say.",
    "https://apply.workable.com/pebble/j/AAAAAAAA02/apply/", "workable:pebble:AAAAAAAA02" },
  { "Physics Programmer", "Code", "Makes them fall",
    "https://apply.workable.com/pebble/j/AAAAAAAA03/", "workable:pebble:AAAAAAAA03" },
};

static const Entry prose_entries[] = {
  { "The Osprey research residency", "", "",
    "https://jobs.smartrecruiters.com/OspreyLabs/743999900000001-research-resident",
    "smartrecruiters:OspreyLabs:743999900000001" },
};

static const Entry references_entries[] = {
  { "Paper Conservator", "Conservation department", "part of a team of three",
    "https://brackwater.recruitee.com/o/paper-conservator",
    "recruitee:brackwater:paper-conservator" },
  { "Textile Conservator", "Conservation department", "robes, flags and one very old sail",
    "https://brackwater.recruitee.com/o/textile-conservator",
    "recruitee:brackwater:textile-conservator" },
  { "Night Guard", "Other positions", "Tuesday to Saturday.",
    "https://brackwater.recruitee.com/o/night-guard", "recruitee:brackwater:night-guard" },
  { "Board of friends", "Other positions", "", "https://brackwater.example/friends", "" },
};

static const Entry systems_entries[] = {
  { "Harbour Pilot Trainee", "",
    "We are looking for a Harbour Pilot Trainee who likes early mornings, in Porto Novo.",
    "https://apply.workable.com/tidewater/j/AB12CD34EF/", "workable:tidewater:AB12CD34EF" },
  { "Tide Model Postdoc", "Research", "on seas that nobody measured",
    "https://tidewater-science.teamtailor.com/jobs/5500001-tide-model-postdoc",
    "teamtailor:tidewater-science:5500001" },
  { "Sediment Technician", "Research", "for the core store",
    "https://tidewater.bamboohr.com/careers/42", "bamboohr:tidewater:42" },
  { "School Visits Intern", "Outreach team", "telling children what a tide is.",
    "https://boards.greenhouse.io/tidewateroutreach/jobs/77", "greenhouse:tidewateroutreach:77" },
  { "Receptionist", "At the desk", "", "https://apply.workable.com/j/1234567890", "" },
  { "Bookkeeper", "At the desk", "who knows boats.",
    "https://apply.workable.com/tidewater/j/00AA11BB22", "workable:tidewater:00AA11BB22" },
};

static const Entry table_entries[] = {
  { "Seismology Fellow", "Earth Sciences", "Trondheim",
    "https://jobs.lever.co/quartz/0a1b2c3d-1111-4222-8333-444455556666",
    "lever:quartz:0a1b2c3d-1111-4222-8333-444455556666" },
  { "Ice Core Fellow", "Earth Sciences", "Tromsø",
    "https://jobs.lever.co/quartz/0a1b2c3d-1111-4222-8333-444455557777/apply",
    "lever:quartz:0a1b2c3d-1111-4222-8333-444455557777" },
  { "Archive Fellow", "", "Oslo",
    "https://jobs.eu.lever.co/quartz/0a1b2c3d-1111-4222-8333-444455558888",
    "lever:eu.quartz:0a1b2c3d-1111-4222-8333-444455558888" },
};

static const Entry team_sentence_entries[] = {
  { "Outage Analyst Intern", "Grid Operations team", "finding what broke, e.g. a line or a relay",
    "https://kestrel.bamboohr.com/careers/101", "bamboohr:kestrel:101" },
  { "Forecast Intern", "Grid Operations team", "",
    "https://kestrel.bamboohr.com/careers/102/detail", "bamboohr:kestrel:102" },
  { "Battery Test Intern", "Storage team", "", "https://kestrel.bamboohr.com/careers/103",
    "bamboohr:kestrel:103" },
  { "Legal Intern", "Other positions", "", "https://kestrel.bamboohr.com/careers/104",
    "bamboohr:kestrel:104" },
};

static const Case cases[] = {
  { .file = "bare.md",
    .title = "Two theses at the Fjordlab",
    .authors = "",
    .date = NULL,
    .portal_url = "",
    .organisation = "",
    .introduction = "We supervise theses on small satellites.",
    .locations = "",
    .how_to_apply = "",
    .statement = "",
    .checklist = "",
    .short_submission = FALSE,
    .entries = bare_entries,
    .n_entries = 3 },
  { .file = "bold.md",
    .title = "Marmot Software is a company of eleven.",
    .authors = "",
    .date = NULL,
    .portal_url = "",
    .organisation = "Marmot Software",
    .introduction = "Marmot Software is a company of eleven. We pay everybody the same.",
    .locations = "",
    .how_to_apply = "Send us code that you are proud of.",
    .statement = "People from all backgrounds work here, and more are welcome.",
    .checklist = "Send us code that you are proud of",
    .short_submission = FALSE,
    .entries = bold_entries,
    .n_entries = 2 },
  { .file = "headings.md",
    .title = "Join the Heron robotics residency",
    .authors = "",
    .date = "2024-09-15",
    .portal_url = "https://jobs.ashbyhq.com/heron",
    .organisation = "Heron",
    .introduction = "Heron builds small boats that sail alone. We take in residents twice a year.",
    .locations = "",
    .how_to_apply = "",
    .statement = "Heron hires without regard to where you learned what you know.",
    .checklist = "",
    .short_submission = FALSE,
    .entries = headings_entries,
    .n_entries = 3 },
  { .file = "nested.md",
    .title = "Alder Observatory takes apprentices",
    .authors = "",
    .date = NULL,
    .portal_url = "https://alder.workable.com/",
    .organisation = "Alder Observatory",
    .introduction = "Our team page introduces everybody.",
    .locations = "",
    .how_to_apply = "Please make sure that you read the listing. Then fill in the form, and "
                    "complete the short submission at its end. Don't forget to sign it!",
    .statement = "",
    .checklist =
        "Read the listing\nFill in the form, and complete the short submission at its end\nSign it",
    .short_submission = TRUE,
    .entries = nested_entries,
    .n_entries = 3 },
  { .file = "numbered.md",
    .title = "Lumen's summer of maps",
    .authors = "Ines Duarte\nTomás Vidal",
    .date = "2026-03-04",
    .portal_url = "https://boards.greenhouse.io/lumen",
    .organisation = "Lumen Cartography",
    .introduction = "Each summer we open our studio to students who love maps. Read what last "
                    "year's group made, or the handbook.",
    .locations = "The studio is in Porto, and two of us work from elsewhere.",
    .how_to_apply =
        "1. Pick one role; a second one makes your application weaker.\n2. Upload a map that you "
        "drew.\n3. Apply through our board.\n\nQuestions? Write to the studio.",
    .statement = "",
    .checklist = "Pick one role; a second one makes your application weaker\nUpload a map that you "
                 "drew\nApply through our board",
    .short_submission = FALSE,
    .entries = numbered_entries,
    .n_entries = 3 },
  { .file = "page.html",
    .title = "We need six hands",
    .authors = "Noor Haddad",
    .date = "2025-11-02",
    .portal_url = "https://apply.workable.com/pebble/",
    .organisation = "Pebble Games",
    .introduction = "Our next game is about stones. It needs people who look closely.",
    .locations = "",
    .how_to_apply = "• Use the form behind the button.\n• Attach one picture of a stone",
    .statement = "Pebble Games is an equal opportunity employer.",
    .checklist = "Use the form behind the button\nAttach one picture of a stone",
    .short_submission = FALSE,
    .entries = page_entries,
    .n_entries = 3 },
  { .file = "prose.md",
    .title = "The Osprey research residency",
    .authors = "mwende\npkim",
    .date = NULL,
    .portal_url = "",
    .organisation = "",
    .introduction = "Osprey spends nine months with people who have never published, and helps "
                    "them to.\n\nYou join a group of four. We pay for your place to live.",
    .locations = "",
    .how_to_apply =
        "If this sounds like you, submit your application here. The deadline to apply is Friday, 3 "
        "April 2026. There is no short submission.\n\nNeed advice? Mail us, or read the guide.",
    .statement = "",
    .checklist = "The deadline to apply is Friday, 3 April 2026",
    .short_submission = FALSE,
    .entries = prose_entries,
    .n_entries = 1 },
  { .file = "references.md",
    .title = "Vacancies at Brackwater Museum",
    .authors = "",
    .date = NULL,
    .portal_url = "",
    .organisation = "Brackwater",
    .introduction = "The museum reopens in spring. These are the people we miss most.",
    .locations = "",
    .how_to_apply = "",
    .statement = "",
    .checklist = "",
    .short_submission = FALSE,
    .entries = references_entries,
    .n_entries = 4 },
  { .file = "systems.md",
    .title = "Hiring across the Tidewater network",
    .authors = "",
    .date = NULL,
    .portal_url = "",
    .organisation = "",
    .introduction = "Four organisations share one announcement. Apply now!",
    .locations = "",
    .how_to_apply = "",
    .statement = "",
    .checklist = "",
    .short_submission = FALSE,
    .entries = systems_entries,
    .n_entries = 6 },
  { .file = "table.md",
    .title = "Fellowships at Quartz Institute",
    .authors = "Amara Okafor\nJonas Lindqvist",
    .date = "2025-05-03",
    .portal_url = "",
    .organisation = "",
    .introduction =
        "The institute funds six months of independent work. Fellows choose their hours.",
    .locations = "All positions are on site, and the institute finds a flat for you.",
    .how_to_apply =
        "To apply, send a letter of one page with the form. Applications close on 1 August 2025.",
    .statement = "",
    .checklist = "Send a letter of one page with the form\nApplications close on 1 August 2025",
    .short_submission = FALSE,
    .entries = table_entries,
    .n_entries = 3 },
  { .file = "team-sentence.md",
    .title = "Kestrel Energy winter internships",
    .authors = "Li Na\nOmar van der Berg\nGrace O'Neil",
    .date = "2026-01-09",
    .portal_url = "https://kestrel.bamboohr.com/careers",
    .organisation = "Kestrel",
    .introduction = "Our internships last four months. They are paid.",
    .locations = "Locations: Tallinn, or fully remote within Estonia.",
    .how_to_apply = "You can apply directly on our careers page.",
    .statement = "",
    .checklist = "Apply directly on our careers page",
    .short_submission = FALSE,
    .entries = team_sentence_entries,
    .n_entries = 4 },
};
