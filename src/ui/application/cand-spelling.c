/* cand-spelling.c: unknown words marked in a text, in the language of the text
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-spelling.h"

#include <string.h>

#ifdef HAVE_SPELLING
#include <libspelling.h>

#include "cand-address-tag.h"
#endif

/* The part of a code that names the language without the country. */
static gsize
language_length (const char *code)
{
  return strcspn (code, "_-.@");
}

static gboolean
is_same_language (const char *a, const char *b)
{
  return language_length (a) == language_length (b) && strncmp (a, b, language_length (a)) == 0;
}

static gboolean
has_language (GPtrArray *codes, const char *code)
{
  for (guint i = 0; i < codes->len; i++)
    if (is_same_language (g_ptr_array_index (codes, i), code))
      return TRUE;
  return FALSE;
}

static void
add_language (GPtrArray *chosen, const char *code, guint n)
{
  if (chosen->len < n && !has_language (chosen, code))
    g_ptr_array_add (chosen, g_strdup (code));
}

char **
cand_spelling_choose_codes (const char *const *codes, const char *const *preferred, guint n)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

  /* As the locale says it, country and all; then any country of its languages. */
  for (guint i = 0; preferred[i] != NULL; i++)
    if (g_strv_contains (codes, preferred[i]))
      add_language (chosen, preferred[i], n);
  for (guint i = 0; preferred[i] != NULL; i++)
    for (guint j = 0; codes[j] != NULL; j++)
      if (is_same_language (codes[j], preferred[i]))
        add_language (chosen, codes[j], n);
  for (guint i = 0; codes[i] != NULL; i++)
    add_language (chosen, codes[i], n);
  g_ptr_array_add (chosen, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&chosen), FALSE);
}

#ifdef HAVE_SPELLING

/* In milliseconds: after a pause of this length the language is looked at again. */
#define PAUSE 1500

/* Of how many words a language is told, and how many there have to be. */
#define MOST_WORDS 120
#define FEWEST_WORDS 4

/* Each dictionary takes a while to read and memory to keep. */
#define MOST_LANGUAGES 6

/* One for each view that ever had the focus; it goes with the view. Dictionaries are read one in
 * each idle moment and shared. Once the person chooses a language from the menu, it stays. */
typedef struct
{
  GtkTextView *view;                  /* (unowned) */
  GtkTextBuffer *buffer;              /* (owned) */
  SpellingTextBufferAdapter *adapter; /* (owned) (nullable) */
  GMenuModel *menu;                   /* (owned) (nullable) */
  GStrv words;                        /* (owned) (nullable) while the language is looked for */
  GStrv codes;                        /* (owned) (nullable) the languages still to be tried */
  guint next;                         /* of them */
  const char *best;                   /* (unowned) (nullable) of them */
  guint fewest;                       /* words unknown to the best */
  guint pause;
  guint trial;
  gboolean choosing; /* the language is being set here */
  gboolean chosen;   /* by the person */
} Spelling;

static GQuark
spelling_quark (void)
{
  return g_quark_from_static_string ("cand-spelling");
}

static void
spelling_free (Spelling *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  g_clear_handle_id (&self->trial, g_source_remove);
  if (self->adapter != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->adapter, self);
      spelling_text_buffer_adapter_set_enabled (self->adapter, FALSE);
    }
  g_signal_handlers_disconnect_by_data (self->buffer, self);
  g_clear_object (&self->adapter);
  g_clear_object (&self->buffer);
  g_clear_object (&self->menu);
  g_clear_pointer (&self->words, g_strfreev);
  g_clear_pointer (&self->codes, g_strfreev);
  g_free (self);
}

/* (transfer none) */
static SpellingChecker *
get_checker (const char *code)
{
  static GHashTable *checkers = NULL;
  SpellingChecker *checker;

  if (checkers == NULL)
    checkers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  checker = g_hash_table_lookup (checkers, code);
  if (checker == NULL)
    {
      checker = spelling_checker_new (spelling_provider_get_default (), code);
      g_hash_table_insert (checkers, g_strdup (code), checker);
    }
  return checker;
}

static char **
dup_codes (void)
{
  g_autoptr (GListModel) languages =
      spelling_provider_list_languages (spelling_provider_get_default ());
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) codes = NULL;

  for (guint i = 0; languages != NULL && i < g_list_model_get_n_items (languages); i++)
    {
      g_autoptr (SpellingLanguage) language = g_list_model_get_item (languages, i);

      g_strv_builder_add (builder, spelling_language_get_code (language));
    }
  codes = g_strv_builder_end (builder);
  return cand_spelling_choose_codes ((const char *const *) codes, g_get_language_names (),
                                     MOST_LANGUAGES);
}

static gboolean
is_word (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isalpha (g_utf8_get_char (p)) && *p != '\'')
      return FALSE;
  return g_utf8_strlen (text, 3) > 1;
}

/* The words from the beginning on; NULL when there are too few to tell. */
static char **
dup_words (GtkTextBuffer *buffer)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *text = NULL;
  g_auto (GStrv) pieces = NULL;
  GtkTextIter start, end;
  guint n = 0;

  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, MOST_WORDS * 10);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  pieces = g_strsplit_set (text, " \t\r\n.,;:!?()[]\"/-", -1);
  for (guint i = 0; pieces[i] != NULL && n < MOST_WORDS; i++)
    if (is_word (pieces[i]))
      {
        g_strv_builder_add (builder, pieces[i]);
        n++;
      }
  return n >= FEWEST_WORDS ? g_strv_builder_end (builder) : NULL;
}

static guint
count_unknown (SpellingChecker *checker, char **words)
{
  guint n = 0;

  for (; *words != NULL; words++)
    n += spelling_checker_check_word (checker, *words, (gssize) strlen (*words)) ? 0 : 1;
  return n;
}

static void
set_language (Spelling *self, const char *code)
{
  if (g_strcmp0 (spelling_text_buffer_adapter_get_language (self->adapter), code) == 0)
    return;
  self->choosing = TRUE;
  spelling_text_buffer_adapter_set_checker (self->adapter, get_checker (code));
  self->choosing = FALSE;
}

/* One language in each idle moment. Of two that know as many words, the first is the better. */
static gboolean
trial_cb (gpointer user_data)
{
  Spelling *self = user_data;
  const char *code = self->codes[self->next];
  guint unknown;

  if (code != NULL && self->fewest > 0)
    {
      unknown = count_unknown (get_checker (code), self->words);
      if (self->best == NULL || unknown < self->fewest)
        {
          self->best = code;
          self->fewest = unknown;
        }
      self->next++;
      return G_SOURCE_CONTINUE;
    }
  self->trial = 0;
  if (self->best != NULL && !self->chosen)
    set_language (self, self->best);
  return G_SOURCE_REMOVE;
}

static void
pause_cb (gpointer user_data)
{
  Spelling *self = user_data;

  self->pause = 0;
  g_clear_handle_id (&self->trial, g_source_remove);
  g_clear_pointer (&self->words, g_strfreev);
  if (self->chosen || !spelling_text_buffer_adapter_get_enabled (self->adapter))
    return;
  self->words = dup_words (self->buffer);
  if (self->words == NULL)
    return;
  if (self->codes == NULL)
    self->codes = dup_codes ();
  self->next = 0;
  self->best = NULL;
  self->fewest = G_MAXUINT;
  self->trial = g_idle_add_full (G_PRIORITY_LOW, trial_cb, self, NULL);
}

static void
update_enabled (Spelling *self)
{
  gboolean enabled = gtk_text_buffer_get_char_count (self->buffer) <= CAND_SPELLING_LONGEST;

  if (enabled && !spelling_text_buffer_adapter_get_enabled (self->adapter))
    cand_address_tag_update (self->buffer);
  spelling_text_buffer_adapter_set_enabled (self->adapter, enabled);
}

static void
buffer_changed_cb (Spelling *self)
{
  update_enabled (self);
  g_clear_handle_id (&self->trial, g_source_remove);
  g_clear_handle_id (&self->pause, g_source_remove);
  if (!self->chosen)
    self->pause = g_timeout_add_once (PAUSE, pause_cb, self);
}

static void
language_changed_cb (Spelling *self)
{
  if (!self->choosing)
    self->chosen = TRUE;
}

static void
show_menu (Spelling *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  if (self->menu != NULL)
    g_menu_append_section (menu, NULL, self->menu);
  g_menu_append_section (menu, NULL, spelling_text_buffer_adapter_get_menu_model (self->adapter));
  gtk_text_view_set_extra_menu (self->view, G_MENU_MODEL (menu));
}

/* Where there is no dictionary at all there is nothing to check with. */
static void
begin (Spelling *self)
{
  g_auto (GStrv) codes = dup_codes ();

  if (codes[0] == NULL)
    return;
  self->adapter =
      spelling_text_buffer_adapter_new (GTK_SOURCE_BUFFER (self->buffer), get_checker (codes[0]));
  /* The adapter only hears of a tag that is added afterwards. */
  cand_address_tag_attach (self->buffer, CAND_SPELLING_LONGEST);
  self->codes = g_steal_pointer (&codes);
  gtk_widget_insert_action_group (GTK_WIDGET (self->view), "spelling",
                                  G_ACTION_GROUP (self->adapter));
  show_menu (self);
  g_signal_connect_swapped (self->adapter, "notify::language", G_CALLBACK (language_changed_cb),
                            self);
  g_signal_connect_swapped (self->buffer, "changed", G_CALLBACK (buffer_changed_cb), self);
  update_enabled (self);
  self->pause = g_timeout_add_once (0, pause_cb, self);
}

static void
focus_enter_cb (Spelling *self)
{
  if (self->adapter == NULL)
    begin (self);
}

GtkTextView *
cand_spelling_view_new (GMenuModel *menu)
{
  g_autoptr (GtkSourceBuffer) buffer = NULL;
  GtkWidget *view;
  GtkEventController *focus;
  Spelling *self;

  spelling_init ();
  buffer = gtk_source_buffer_new (NULL);
  /* A text, not a program: none of what an editor for code adds. */
  gtk_source_buffer_set_highlight_syntax (buffer, FALSE);
  gtk_source_buffer_set_highlight_matching_brackets (buffer, FALSE);
  gtk_source_buffer_set_style_scheme (buffer, NULL);
  gtk_source_buffer_set_implicit_trailing_newline (buffer, FALSE);
  view = gtk_source_view_new_with_buffer (buffer);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 0);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 0);
  gtk_text_view_set_extra_menu (GTK_TEXT_VIEW (view), menu);

  self = g_new0 (Spelling, 1);
  self->view = GTK_TEXT_VIEW (view);
  self->buffer = GTK_TEXT_BUFFER (g_steal_pointer (&buffer));
  self->menu = menu != NULL ? g_object_ref (menu) : NULL;
  focus = gtk_event_controller_focus_new ();
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_enter_cb), self);
  gtk_widget_add_controller (view, focus);
  g_object_set_qdata_full (G_OBJECT (view), spelling_quark (), self,
                           (GDestroyNotify) spelling_free);
  return GTK_TEXT_VIEW (view);
}

const char *
cand_spelling_get_language (GtkTextView *view)
{
  Spelling *self = g_object_get_qdata (G_OBJECT (view), spelling_quark ());

  if (self == NULL || self->adapter == NULL ||
      !spelling_text_buffer_adapter_get_enabled (self->adapter))
    return NULL;
  return spelling_text_buffer_adapter_get_language (self->adapter);
}

#else

GtkTextView *
cand_spelling_view_new (GMenuModel *menu)
{
  GtkTextView *view = GTK_TEXT_VIEW (gtk_text_view_new ());

  gtk_text_view_set_extra_menu (view, menu);
  return view;
}

const char *
cand_spelling_get_language (GtkTextView *view)
{
  return NULL;
}

#endif
