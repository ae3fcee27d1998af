"""Fields that tell about no person, by their models. Those of an app that is not installed do no harm."""

NOT_PERSONAL = {
    "account.EmailConfirmation": "email_address",
    "auth.Group": "name permissions",
    "auth.Permission": "name content_type codename",
    "auth.User": "is_superuser is_staff is_active date_joined groups user_permissions",
    "contenttypes.ContentType": "app_label model",
    "django_tasks_database.DBTaskResult": (
        "id status enqueued_at started_at finished_at priority task_path worker_ids queue_name backend_name "
        "run_after exception_class_path"
    ),
    "pages.AlsoIn": "sort_order page section",
    "pages.AnswerGroup": "sort_order consultation title you_said we_did why_not about day",
    "pages.AnswerPart": "answer question groups",
    "pages.ApprovalTask": "groups",
    "pages.AskedRole": "sort_order consultation role elsewhere",
    "pages.BasePage": (
        "short_title search_words last_checked check_every leave_button "
        "layer taken_over here here_last_checked here_check_every check_is_example"
    ),
    "pages.Callback": "answered_at mailed_at attempts next_attempt_at",
    "pages.CallbackTotal": (
        "day asked answered within_one_day within_three_days minutes in_other_ways with_interpreter by_young_people"
    ),
    "pages.CancelledMeeting": "group date reason",
    "pages.Closing": "told_by label count how page at",
    "pages.Closure": "sort_order settings first_day last_day reason",
    "pages.Comment": "closing",
    "pages.Consultation": (
        "title slug opens closes about about_for_children post_to elsewhere elsewhere_address only_elsewhere example "
        "report drafted drafted_from counts"
    ),
    "pages.ConsultationAnswer": "consultation asks state why_aside",
    "pages.ConsultationQuestion": "sort_order consultation asks words kind choices",
    "pages.ConsultationReportPage": "asked_from asked_until how body example_details",
    "pages.Contact": (
        "slug purpose provider text_words website website_name address hours answers "
        "closed_on_bank_holidays cost reply_time example last_checked"
    ),
    "pages.Checklist": "slug title introduction source_name source_url",
    "pages.ChecklistItem": "sort_order checklist key label plain reference",
    "pages.ContactHours": "sort_order contact day opens closes",
    "pages.ContactsPage": "body",
    "pages.ContentVersion": "token",
    "pages.CouncilSettings": (
        "site council_name council_short_name area childrens_services navigator_name navigator_article navigators_name "
        "council_website logo navigators navigator_meaning "
        "closed_on_bank_holidays ring_back_days callbacks_kept_days young_people_contact leave_address "
        "web_address web_address_example other_formats brand_colour demonstration_notice national_text_waits "
        "families_estimate families_estimate_source families_estimate_day"
    ),
    "pages.DailyCount": "day what page count",
    "pages.DateMoved": "sort_order page date new_date start_time end_time reason",
    "pages.DateOff": "sort_order page date reason",
    "pages.Eligibility": "sort_order page arrangement answer reason",
    "pages.Feedback": "page answer day closing",
    "pages.GlossaryPage": "body",
    "pages.GlossaryTerm": "slug term meaning also_called search_words explain",
    "pages.FollowedGroup": "key number place title version raised_by coming gone taken_down_at",
    "pages.GroupPage": (
        "level provider provider_name age_from age_to any_age older_to older_reason older_arrangement looked_after "
        "care_reason parents working pension_age "
        "depends_on_need steps what_next cost body how_often weeks weekday start_time end_time first_date "
        "last_date term_time_only bank_holidays venue_name venue_address step_free parking bus online_link "
        "may_child_come about_children what_to_expect example_details"
    ),
    "pages.GuidePage": "body age_from age_to parents working pension_age",
    "pages.HaveYourSayPage": "body",
    "pages.HereContact": "sort_order page contact",
    "pages.HerePolicy": "sort_order page policy",
    "pages.HereReason": "sort_order page arrangement answer reason",
    "pages.HomePage": "start_page quick_searches body",
    "pages.InformationPage": "body",
    "pages.Layer": "name title version loaded_at",
    "pages.LeafletEntry": "sort_order leaflet panel page show amount",
    "pages.LeafletPage": "cover_title cover_words back_words inside_heading body",
    "pages.MeetingTotal": "group title day held_on held",
    "pages.MeetingsWritten": "group until",
    "pages.MissedSearch": "words count first_day last_day closed_count closing",
    "pages.MissedSearchMonth": "search month count",
    "pages.DatedFact": "slug label note",
    "pages.FactRow": (
        "fact in_words bound amount amount_to per period valid_from valid_until source source_url "
        "checked_by checked_on example"
    ),
    "pages.NationalText": "page layer version revision came_at settled_at how",
    "pages.News": "sort_order home date text page",
    "pages.NotedLooseEnd": "key since",
    "pages.LawChange": "day page title sentence",
    "pages.OfferVersion": "number day consultation_report note",
    "pages.OnlyArrangement": "sort_order page arrangement",
    "pages.OpeningHours": "sort_order settings day opens closes",
    "pages.TonightPage": "lines body",
    "pages.OtherLanguage": "slug name own_name direction line ring ask to_check",
    "pages.OtherWords": "sort_order language topic words to_check",
    "pages.OutsideLink": "url last_tried answer status failures gone dead_since left_because",
    "pages.PackRecord": "layer key object_key digest offered kept text order",
    "pages.PageContact": "sort_order page contact",
    "pages.PageDuty": "sort_order page duty",
    "pages.PageNeed": "sort_order page topic",
    "pages.PagePolicy": "sort_order page policy",
    "pages.LetterPage": "body what_next letter_from letter_to subject letter blanks",
    "pages.Lease": "name holder ends_at",
    "pages.Paper": "format pdf made_at source_digest wanted_digest problem numbers begun_at seconds",
    "pages.PlainPhrase": "slug phrase instead why",
    "pages.Policy": "slug title also_called summary url document next_review",
    "pages.Proposal": (
        "fact in_words bound amount amount_to per period valid_from valid_until source source_url typed_at sent_back"
    ),
    "pages.Proof": "sort_order standing kind page part contact words decided_on url was",
    "pages.PublishingDecision": "revision kind what_changed consultation_report decided_at went_live_at",
    "pages.Question": "sort_order page key question asked_of",
    "pages.ReadingGrade": "page day grade words",
    "pages.RelatedPage": "sort_order page related_page",
    "pages.Reminder": "page stage due sent_at",
    "pages.ReportAnswer": "sort_order page asked_for answer about date",
    "pages.ScheduledRun": "name due_at began_at ended_at worked_at failures words",
    "pages.SchoolTerm": "sort_order settings name first_day last_day example",
    "pages.SectionPage": "icon audience body needs_met",
    "pages.SetUp": "link_hash link_ends_at browser_hash steps_done lead_post begun_at finished_at opened_at",
    "pages.ShortCode": "code page title first_path was_in replaced_by",
    "pages.SignOff": "secret_hash form_key expires_at",
    "pages.SignOffPage": "sign_off page revision title content fingerprint draft_state number",
    "pages.Source": "sort_order page name url",
    "pages.Standing": "item claim planned_by sentence signed_off_on look_again",
    "pages.SupportPage": (
        "level provider provider_name age_from age_to any_age older_to older_reason older_arrangement looked_after "
        "care_reason parents working pension_age "
        "depends_on_need steps what_next cost body"
    ),
    "pages.Synonym": "slug words means",
    "pages.Trial": "tried asked_at ended_at worked words",
    "pages.Tries": "key count ends_at",
    "pages.UrgentHelp": "sort_order settings words young_words contact",
    "pages.UrgentNotice": "text shown_from shown_until line_is_down page address link_words",
    "pages.VersionChange": "version page title sentence sort_order",
    "pages.WhoWasAsked": "sort_order page role number",
    "pages.YouSaid": "sort_order page date who said did about",
    "socialaccount.SocialApp": "provider provider_id name client_id secret key settings",
    "socialaccount.SocialToken": "app account",
    "taggit.Tag": "name slug",
    "taggit.TaggedItem": "tag content_type object_id",
    "wagtailadmin.EditingSession": "content_type object_id is_editing",
    "wagtailadmin.FormState": "content_type object_id parent_object_id",
    "wagtailcore.Collection": "path depth numchild name",
    "wagtailcore.CollectionViewRestriction": "restriction_type password collection groups",
    "wagtailcore.Comment": "page contentpath position created_at updated_at revision_created resolved_at",
    "wagtailcore.CommentReply": "comment created_at updated_at",
    "wagtailcore.GroupApprovalTask": "groups",
    "wagtailcore.GroupCollectionPermission": "group collection permission",
    "wagtailcore.GroupPagePermission": "group page permission",
    "wagtailcore.GroupSitePermission": "group site permission",
    "wagtailcore.Locale": "language_code",
    "wagtailcore.ModelLogEntry": "content_type action uuid revision content_changed deleted object_id",
    "wagtailcore.Page": (
        "path depth numchild translation_key locale latest_revision live has_unpublished_changes "
        "first_published_at last_published_at live_revision go_live_at expire_at expired locked locked_at "
        "title draft_title slug content_type url_path latest_revision_created_at alias_of show_in_menus "
        "seo_title search_description"
    ),
    "wagtailcore.PageLogEntry": "content_type action uuid revision content_changed deleted page",
    "wagtailcore.PageSubscription": "page comment_notifications",
    "wagtailcore.PageViewRestriction": "restriction_type password page groups",
    "wagtailcore.ReferenceIndex": (
        "content_type base_content_type object_id to_content_type to_object_id model_path content_path "
        "content_path_hash"
    ),
    "wagtailcore.Revision": "content_type base_content_type object_id object_str approved_go_live_at",
    "wagtailcore.Site": "hostname port site_name root_page is_default_site",
    "wagtailcore.Task": "name content_type active",
    "wagtailcore.TaskState": "workflow_state revision task status started_at finished_at content_type",
    "wagtailcore.UploadedFile": "for_content_type file",
    "wagtailcore.Workflow": "name active",
    "wagtailcore.WorkflowContentType": "content_type workflow",
    "wagtailcore.WorkflowPage": "page workflow",
    "wagtailcore.WorkflowState": (
        "content_type base_content_type object_id workflow status created_at current_task_state"
    ),
    "wagtailcore.WorkflowTask": "sort_order workflow task",
    "wagtaildocs.Document": "collection title file created_at file_size file_hash tags",
    "wagtailembeds.Embed": (
        "url max_width hash type html title author_name provider_name thumbnail_url width height "
        "last_updated cache_until"
    ),
    "wagtailimages.Image": (
        "collection title file description width height created_at focal_point_x focal_point_y "
        "focal_point_width focal_point_height file_size file_hash tags"
    ),
    "wagtailimages.Rendition": "filter_spec file width height focal_point_key image",
    "wagtailredirects.Redirect": (
        "old_path site is_permanent redirect_page redirect_page_route_path redirect_link "
        "automatically_created created_at"
    ),
    "wagtailsearch.IndexEntry": "content_type object_id title_norm autocomplete title body title_text body_text",
    "wagtailsearch.SQLiteFTSIndexEntry": "autocomplete title body index_entry",
    "wagtailusers.UserProfile": (
        "submitted_notifications approved_notifications rejected_notifications "
        "updated_comments_notifications dismissibles theme contrast density keyboard_shortcuts"
    ),
}
