# board_pages.py: what board_server.py answers: organisations that do not exist, in the shapes of real systems
#
# Copyright 2026 The Candidacy developers
# SPDX-License-Identifier: GPL-3.0-or-later

import html
import json
import pathlib

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
HUGGING_FACE = ROOT / 'tests' / 'fixtures' / 'end-to-end' / 'board.json'
SHIPPED = ROOT / 'data' / 'programmes' / 'huggingface-interns-2023.json'


class Redirect:
    def __init__(self, location, status=301):
        self.location = location
        self.status = status


# Workable, where a short address of a position leads to its account.
TIDEWHEEL = {
    'name': 'Tidewheel', 'description': None,
    'jobs': [{
        'title': 'Miller', 'shortcode': '7A11D0BEEF', 'code': '', 'employment_type': 'Full-time',
        'telecommuting': False, 'department': 'Mill', 'url': 'https://apply.workable.com/j/7A11D0BEEF',
        'shortlink': 'https://apply.workable.com/j/7A11D0BEEF',
        'application_url': 'https://apply.workable.com/j/7A11D0BEEF/apply', 'published_on': '2026-05-04',
        'created_at': '2026-05-01', 'country': 'Portugal', 'city': 'Aveiro', 'state': '', 'education': '',
        'experience': '', 'function': '', 'industry': 'Food', 'description': '<p>Grinds by moonlight.</p>',
        'locations': [{'country': 'Portugal', 'countryCode': 'PT', 'city': 'Aveiro', 'region': None,
                       'hidden': False}],
    }],
}

# Greenhouse: HTML that is escaped once, ids beyond 32 bits, pay in cents.
BRIGHTWATER = [
    {
        'absolute_url': 'https://job-boards.greenhouse.io/brightwater/jobs/8636903002', 'data_compliance': [],
        'internal_job_id': 6446232002, 'location': {'name': 'Bergen, Norway'}, 'metadata': None, 'id': 8636903002,
        'updated_at': '2026-07-29T08:50:01-04:00', 'requisition_id': 'R-7', 'title': 'Diver ',
        'company_name': 'Brightwater', 'first_published': '2026-07-16T11:55:32-04:00', 'language': 'en',
        'application_deadline': None,
        'content': html.escape('<p>Keeps the <strong>turbines</strong> free &amp; turning.</p>'),
        'departments': [{'id': 1, 'name': 'Under Water', 'parent_id': None, 'child_ids': []}],
        'offices': [{'id': 2, 'name': 'Bergen', 'location': 'Bergen, Norway', 'parent_id': None, 'child_ids': []}],
        'pay_input_ranges': [{'min_cents': 6000000, 'max_cents': 7200000, 'currency_type': 'EUR',
                              'title': 'Salary', 'blurb': None}],
    },
    {
        'absolute_url': 'https://job-boards.greenhouse.io/brightwater/jobs/8636903003', 'data_compliance': [],
        'internal_job_id': 6446232003, 'location': {'name': 'Remote - EU'}, 'metadata': None, 'id': 8636903003,
        'updated_at': '2026-07-30T08:50:01-04:00', 'requisition_id': 'R-8', 'title': 'Tide Analyst Intern',
        'company_name': 'Brightwater', 'first_published': '2026-07-20T11:55:32-04:00', 'language': 'en',
        'application_deadline': None, 'content': html.escape('<p>Reads the moon.</p>'),
        'departments': [], 'offices': [], 'pay_input_ranges': [],
    },
]

QUESTIONS = [
    {'required': True, 'label': 'First Name', 'fields': [{'name': 'first_name', 'type': 'input_text', 'values': []}]},
    {'required': True, 'label': 'Resume', 'fields': [{'name': 'resume', 'type': 'input_file', 'values': []},
                                                     {'name': 'resume_text', 'type': 'textarea', 'values': []}]},
    {'required': False, 'label': 'Can you hold your breath?', 'fields': [
        {'name': 'question_4711', 'type': 'multi_value_single_select',
         'values': [{'value': 0, 'label': 'No'}, {'value': 1, 'label': 'Yes'}]}]},
]

# Lever: a bare array in pages.
LANTERNFISH = [{
    'id': '3b1c7d2e-5f60-4a8b-9c0d-1e2f3a4b5c6d', 'text': 'Lamp Tender', 'country': 'IE',
    'categories': {'commitment': 'Part-time', 'department': 'Light', 'location': 'Cork', 'team': 'Harbour',
                   'allLocations': ['Cork', 'Galway']},
    'description': '<div>Two lamps.</div>', 'descriptionPlain': 'Two lamps.',
    'lists': [{'text': 'You bring', 'content': '<li>Matches</li>'}], 'additional': '', 'additionalPlain': '',
    'hostedUrl': 'https://jobs.lever.co/lanternfish/3b1c7d2e-5f60-4a8b-9c0d-1e2f3a4b5c6d',
    'applyUrl': 'https://jobs.lever.co/lanternfish/3b1c7d2e-5f60-4a8b-9c0d-1e2f3a4b5c6d/apply',
    'createdAt': 1785110400000, 'workplaceType': 'onsite',
    'salaryRange': {'currency': 'EUR', 'interval': 'per-hour-wage', 'min': 18, 'max': 22.5},
}]

QUILLWORKS = {'apiVersion': '1', 'jobs': [
    {
        'id': '9a8b7c6d-1111-4222-8333-444455556666', 'title': 'Nib Engineer', 'department': 'Ink', 'team': 'Metal',
        'employmentType': 'FullTime', 'location': 'Turin', 'secondaryLocations': [], 'isListed': True,
        'publishedAt': '2026-04-20T22:43:56.531+00:00', 'isRemote': None, 'workplaceType': 'Hybrid', 'address': None,
        'jobUrl': 'https://jobs.ashbyhq.com/Quillworks/9a8b7c6d-1111-4222-8333-444455556666',
        'applyUrl': 'https://jobs.ashbyhq.com/Quillworks/9a8b7c6d-1111-4222-8333-444455556666/application',
        'descriptionHtml': '<p>Splits hairs, and nibs.</p>', 'descriptionPlain': 'Splits hairs, and nibs.',
        'shouldDisplayCompensationOnJobPostings': False, 'compensation': None,
    },
    {
        'id': '9a8b7c6d-1111-4222-8333-444455557777', 'title': 'Secret Scribe', 'isListed': False,
        'location': 'Turin', 'jobUrl': 'https://jobs.ashbyhq.com/Quillworks/9a8b7c6d-1111-4222-8333-444455557777',
    },
]}

# SmartRecruiters: the list has no text, and an unknown company answers like an empty one.
TEAHOUSE = {
    'id': '743999671674844', 'name': 'Tea Taster', 'uuid': '0761de07-8adc-465d-af91-905f0df48ec1',
    'refNumber': 'REF1', 'company': {'identifier': 'NorthernTeaHouse', 'name': 'Northern Tea House'},
    'releasedDate': '2026-06-08T02:11:28.000Z', 'department': {}, 'industry': {'id': 'food', 'label': 'Food'},
    'location': {'city': 'Leeds', 'region': 'England', 'country': 'gb', 'remote': False, 'hybrid': False,
                 'fullLocation': 'Leeds, England, United Kingdom'},
    'function': {'id': 'taste', 'label': 'Tasting'}, 'typeOfEmployment': {'id': 'permanent', 'label': 'Full-time'},
    'experienceLevel': {'id': 'entry_level', 'label': 'Entry Level'}, 'customField': [], 'visibility': 'PUBLIC',
    'ref': 'https://api.smartrecruiters.com/v1/companies/NorthernTeaHouse/postings/743999671674844',
    'language': {'code': 'en', 'label': 'English', 'labelNative': 'English'},
}
TEAHOUSE_DETAIL = {
    **TEAHOUSE, 'active': True,
    'postingUrl': 'https://jobs.smartrecruiters.com/NorthernTeaHouse/743999671674844-tea-taster',
    'applyUrl': 'https://jobs.smartrecruiters.com/NorthernTeaHouse/743999671674844-tea-taster?oga=true',
    'jobAd': {'sections': {
        'companyDescription': {'title': 'Company Description', 'text': '<p>Tea since the flood.</p>'},
        'jobDescription': {'title': 'Job Description', 'text': '<p>Slurps loudly.</p>'},
        'qualifications': {'title': 'Qualifications', 'text': ''},
        'additionalInformation': {'title': 'Additional Information', 'text': ''}}},
}

SEABIRD = {'offers': [{
    'id': 2101, 'slug': 'gull-watcher', 'title': 'Gull Watcher', 'company_name': 'Seabird Count', 'department': 'Cliffs',
    'description': '<p>Counts to a thousand.</p>', 'requirements': None, 'location': 'Texel, Netherlands',
    'city': 'Texel', 'country': 'Netherlands', 'country_code': 'NL', 'locations': [], 'remote': False, 'hybrid': False,
    'on_site': True, 'employment_type_code': 'internship', 'experience_code': 'entry_level', 'status': 'published',
    'education_code': '', 'category_code': '', 'careers_url': 'https://seabird.recruitee.com/o/gull-watcher',
    'careers_apply_url': 'https://seabird.recruitee.com/o/gull-watcher/c/new',
    'published_at': '2026-08-05 10:10:39 UTC', 'created_at': '2026-08-05 09:41:37 UTC', 'close_at': None,
    'salary': {'min': '600', 'max': '800', 'period': 'month', 'currency': 'EUR'}, 'translations': {},
    'options_cv': 'required', 'options_phone': 'optional', 'options_cover_letter': 'off', 'options_photo': 'off',
    'open_questions': [],
}]}

MOSS_URL = 'https://mossandstone.teamtailor.com/jobs/7167985-dry-stone-waller'
MOSS = {
    'version': 'https://jsonfeed.org/version/1.1', 'title': 'Moss & Stone',
    'home_page_url': 'https://mossandstone.teamtailor.com/jobs',
    'feed_url': 'https://mossandstone.teamtailor.com/jobs.json',
    'items': [{
        'id': '20fafb7d-f013-4061-b6de-2894b3e0838b', 'title': 'Dry Stone Waller', 'url': MOSS_URL,
        'date_published': '2026-02-04T09:26:20+01:00', 'content_html': '<p>No mortar.</p>',
        '_jobposting': {
            '@context': 'http://schema.org/', '@type': 'JobPosting', 'title': 'Dry Stone Waller',
            'identifier': {'@type': 'PropertyValue', 'name': 'Moss & Stone', 'value': 7167985},
            'datePosted': '2026-02-04T09:26:20+01:00',
            'jobLocation': [{'@type': 'Place', 'address': {
                '@type': 'PostalAddress', 'addressLocality': 'Kendal', 'addressCountry': 'GB'}}]},
    }],
}

BERGWIND = '''<?xml version="1.0" encoding="UTF-8"?>
<workzag-jobs>
<position>
  <id>1834171</id>
  <subcompany>Bergwind GmbH &amp; Co. KG</subcompany>
  <office>Garmisch</office>
  <additionalOffices><office>Innsbruck</office></additionalOffices>
  <department>Gipfel</department>
  <recruitingCategory>Draussen</recruitingCategory>
  <name>Weather Keeper</name>
  <jobDescriptions>
    <jobDescription><name>Your tasks</name><value><![CDATA[<p>Keeps the weather.</p>]]></value></jobDescription>
  </jobDescriptions>
  <employmentType>permanent</employmentType>
  <seniority>entry-level</seniority>
  <schedule>full-time</schedule>
  <createdAt>2026-03-13T14:10:41+00:00</createdAt>
</position>
</workzag-jobs>
'''

# BambooHR: the list has no text either.
PAPERKITE = {'meta': {'totalCount': 1}, 'result': [{
    'id': '86', 'jobOpeningName': 'String Tester', 'departmentId': '1', 'departmentLabel': 'Wind ',
    'employmentStatusLabel': 'Internship', 'employmentType': None, 'location': {'city': 'Reno', 'state': 'Nevada'},
    'atsLocation': {'country': None, 'state': None, 'province': None, 'city': None}, 'isRemote': None,
    'locationType': '2',
}]}
PAPERKITE_DETAIL = {'result': {'jobOpening': {
    'jobOpeningShareUrl': 'https://paperkite.bamboohr.com/careers/86', 'jobOpeningName': 'String Tester',
    'departmentLabel': 'Wind', 'description': '<p>Pulls until it breaks.</p>', 'datePosted': '2026-01-15',
    'employmentStatusLabel': 'Internship', 'minimumExperience': None, 'locationType': '2',
    'location': {'city': 'Reno', 'state': 'Nevada', 'postalCode': None, 'addressCountry': 'United States'},
    'atsLocation': {'country': None, 'state': None, 'province': None, 'city': None}}, 'formFields': {}}}

LINDENHOF = '''<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Careers at Lindenhof</title>
<script type="application/ld+json">%s</script></head><body><h1>Careers</h1></body></html>''' % json.dumps({
    '@context': 'https://schema.org', '@graph': [
        {'@type': 'Organization', 'name': 'Lindenhof'},
        {'@type': ['JobPosting'], 'title': 'Beekeeper', 'datePosted': '2026-07-15', 'validThrough': '2035-01-31',
         'identifier': {'@type': 'PropertyValue', 'name': 'Lindenhof', 'value': 'bee-1'},
         'hiringOrganization': {'@type': 'Organization', 'name': 'Lindenhof'},
         'jobLocation': {'@type': 'Place', 'address': {'@type': 'PostalAddress', 'addressLocality': 'Zug',
                                                       'addressCountry': 'CH'}},
         'employmentType': 'PART_TIME', 'description': '<p>Forty hives.</p>',
         'baseSalary': {'@type': 'MonetaryAmount', 'currency': 'CHF', 'value': {
             '@type': 'QuantitativeValue', 'minValue': 4500, 'maxValue': 6000, 'unitText': 'MONTH'}}},
        {'@type': 'JobPosting', 'title': 'Honey Taster', 'datePosted': '2026-07-16',
         'identifier': {'@type': 'PropertyValue', 'name': 'Lindenhof', 'value': 'bee-2'},
         'hiringOrganization': 'Lindenhof', 'description': 'Tastes.'}]})

# The Hugging Face blog: a page, the Markdown that it is made from, and the feed.
RESIDENTS = '''---
title: "Residencies for 2031"
thumbnail: /blog/assets/residents-2031/thumbnail.png
authors:
- user: ada-example
- user: grace-example
---

# Residencies for 2031

<!-- {blog_metadata} -->
<!-- {authors} -->

Four residencies open this spring, each with a mentor of its own.

## Positions

Beside the harbour team:

* [Diver in Residence](https://job-boards.greenhouse.io/brightwater/jobs/8636903002?gh_src=abc123), to keep the
  turbines free.
* [Lamp Tender in Residence](https://jobs.lever.co/lanternfish/3b1c7d2e-5f60-4a8b-9c0d-1e2f3a4b5c6d?lever-source=blog), for
  the long nights.

Beside the mill team:

* [Miller in Residence](https://apply.workable.com/tidewheel/j/7A11D0BEEF/?utm_source=blog), who grinds by moonlight.
* [Baker in Residence](https://apply.workable.com/tidewheel/j/0BAD0BAD00), who was never listed.

## How to Apply

Apply on the board of each residency. Please write the short letter at the end of the form.
'''
RESIDENTS_PAGE = '''<!DOCTYPE html><html><head><title>Residencies for 2031</title></head><body>
<h1>Residencies for 2031</h1><p>Four residencies open this spring.</p></body></html>'''
LATER = RESIDENTS.replace('Lamp Tender in Residence', 'Keeper of Lamps in Residence').replace('''* [Baker in Residence](\
https://apply.workable.com/tidewheel/j/0BAD0BAD00), who was never listed.
''', '')
FEED = '''<?xml version="1.0" encoding="UTF-8"?>
<rss xmlns:atom="http://www.w3.org/2005/Atom" version="2.0"><channel>
<atom:link href="https://huggingface.co/blog/feed.xml" rel="self" type="application/rss+xml"/>
<title>Hugging Face - Blog</title><link>https://huggingface.co/blog</link>
<description>The Hugging Face blog</description><language>en-US</language>
%s</channel></rss>
'''
ITEM = '''<item><title>%s</title><pubDate>%s</pubDate><link>https://huggingface.co/blog/%s</link>
<guid isPermaLink="true">https://huggingface.co/blog/%s</guid></item>
'''
OLD_ITEM = ITEM % ('Quieter chairs', 'Mon, 27 Jan 2031 00:00:00 GMT', 'quieter-chairs', 'quieter-chairs')
NEW_ITEM = ITEM % ('Residencies for 2031', 'Mon, 03 Mar 2031 00:00:00 GMT', 'residents-2031', 'residents-2031')
CHAIRS = '---\ntitle: "Quieter chairs"\n---\n\n# Quieter chairs\n\nWe bought chairs. They are quiet.\n'
PROSE = '<!DOCTYPE html><html><head><title>About us</title></head><body><p>We are nice.</p></body></html>'


def make_interns(withdrawn=0):
    """The announcement that ships with the program, as its page could say it, without its last positions."""
    shipped = json.loads(SHIPPED.read_text())
    entries = shipped['positions'][:len(shipped['positions']) - withdrawn]
    lines = ['---', 'title: "%s"' % shipped['title'], '---', '', '# ' + shipped['title'], '',
             'Published November 29, 2022.', '', '## Positions', '']
    for team in dict.fromkeys(entry['team'] for entry in entries):
        lines += ['Internships of the %s:' % team, '']
        lines += ['* [%s](%s), %s' % (entry['title'], entry['url'], entry['summary'])
                  for entry in entries if entry['team'] == team]
        lines += ['']
    return '\n'.join(lines)


def make_pages():
    raw = 'raw.githubusercontent.com/huggingface/blog/main/'
    smart = 'api.smartrecruiters.com/v1/companies/'
    greenhouse = 'boards-api.greenhouse.io/v1/boards/brightwater'
    nothing = {'offset': 0, 'limit': 100, 'totalFound': 0, 'content': []}
    return {
        'apply.workable.com/api/v1/widget/accounts/huggingface': HUGGING_FACE,
        'apply.workable.com/api/v1/widget/accounts/tidewheel': TIDEWHEEL,
        'apply.workable.com/j/7A11D0BEEF': Redirect('https://apply.workable.com/tidewheel/j/7A11D0BEEF'),
        greenhouse: {'name': 'Brightwater', 'content': '<p>Tides.</p>'},
        greenhouse + '/jobs': {'jobs': BRIGHTWATER, 'meta': {'total': len(BRIGHTWATER)}},
        greenhouse + '/jobs/8636903002': {**BRIGHTWATER[0], 'questions': QUESTIONS},
        greenhouse + '/jobs/8636903003': {**BRIGHTWATER[1], 'questions': QUESTIONS},
        'api.lever.co/v0/postings/lanternfish': lambda query: LANTERNFISH[int(query.get('skip', 0)):],
        'api.ashbyhq.com/posting-api/job-board/Quillworks': QUILLWORKS,
        smart + 'NorthernTeaHouse/postings': lambda query: {
            **nothing, 'totalFound': 1, 'content': [] if int(query.get('offset', 0)) else [TEAHOUSE]},
        smart + 'NorthernTeaHouse/postings/743999671674844': TEAHOUSE_DETAIL,
        smart + 'Nobody/postings': nothing,
        'seabird.recruitee.com/api/offers/': SEABIRD,
        'mossandstone.teamtailor.com/jobs.json': MOSS,
        'bergwind.jobs.personio.de/xml': BERGWIND,
        'paperkite.bamboohr.com/careers/list': PAPERKITE,
        'paperkite.bamboohr.com/careers/86/detail': PAPERKITE_DETAIL,
        'careers.lindenhof.example/jobs': LINDENHOF,
        'careers.lindenhof.example/about': PROSE,
        'huggingface.co/blog/feed.xml': FEED % OLD_ITEM,
        'huggingface.co/blog/residents-2031': RESIDENTS_PAGE,
        'huggingface.co/blog/quieter-chairs': PROSE,
        raw + 'interns-2023.md': make_interns(),
        raw + 'residents-2031.md': RESIDENTS,
        raw + 'quieter-chairs.md': CHAIRS,
    }
