namespace Outreach.Bot.CommandLine;

/// <summary>All verbs, in the order of the help.</summary>
internal static class Verbs
{
    public static IReadOnlyList<Verb> All(VerbAction serve) =>
    [
        new("serve", "", "the bot, the public pages and the staff console (also without a verb)", serve),
        new("ask", "\"TEXT\" [--lang vi|en] [--json]", "prints the reply the bot would give", AskVerb.RunAsync)
        {
            MinTexts = 1, MaxTexts = 1, Flags = ["json"], Values = ["lang", "content"],
        },
        new("content check", "[--content DIR] [--json]", "every fault in the content; exit 1 on errors", ContentCheckVerb.RunAsync)
        {
            Flags = ["json"], Values = ["content"],
        },
        new("content evaluate", "--queries FILE.jsonl [--content DIR] [--run OUT.jsonl] [--against RUN] [--json]", "accuracy on labelled questions", ContentEvaluateVerb.RunAsync)
        {
            Flags = ["json"], Values = ["queries", "content", "run", "against"],
        },
        new("content unanswered", "--since YYYY-MM-DD [--content DIR] [--json]", "the questions nobody could answer, in groups", InboxVerbs.UnansweredAsync)
        {
            Flags = ["json"], Values = ["since", "content"],
        },
        new("content suggest", "[--since YYYY-MM-DD] [--content DIR] [--json]", "which answer each group may belong to, with the line to paste", InboxVerbs.SuggestAsync)
        {
            Flags = ["json"], Values = ["since", "content"],
        },
        new("subscribers import", "FILE.csv [--json]", "takes in a list of people who consented; bad rows are listed, good ones go in; exit 1 when there were bad ones", SubscriberVerbs.ImportAsync)
        {
            MinTexts = 1, MaxTexts = 1, Flags = ["json"],
        },
        new("subscribers export", "FILE.csv [--json]", "who is subscribed, for reports: without addresses and in no order", SubscriberVerbs.ExportAsync)
        {
            MinTexts = 1, MaxTexts = 1, Flags = ["json"],
        },
        new("migrate", "", "brings the database up to this version", StorageVerbs.MigrateAsync),
        new("backup", "FILE", "the database in one file, without the keys", StorageVerbs.BackupAsync) { MinTexts = 1, MaxTexts = 1 },
        new("restore", "FILE [--force]", "fills the database from a backup", StorageVerbs.RestoreAsync) { MinTexts = 1, MaxTexts = 1, Flags = ["force"] },
        new("keys rotate", "", "moves help cases to this month's key and destroys keys whose time is over", KeysVerbs.RotateAsync),
        new("doctor", "[--json]", "looks at what the storage stands on", StorageVerbs.DoctorAsync) { Flags = ["json"] },
        new("staff add", "NAME --role ROLE --password-stdin", "an account for the console; the password is read from standard input", StaffVerbs.AddAsync)
        {
            MinTexts = 1, MaxTexts = 1, Flags = ["password-stdin"], Values = ["role"],
        },
        new("staff reset", "NAME", "takes password and second factor away and prints a one-time link", StaffVerbs.ResetAsync) { MinTexts = 1, MaxTexts = 1 },
        new("staff disable", "NAME", "ends an account and its sessions", StaffVerbs.DisableAsync) { MinTexts = 1, MaxTexts = 1 },
        .. CampaignVerbs.All,
        new("help", "", "this list", (_, terminal, _) => Task.FromResult(ExitCodes.Done)),
        .. NotBuiltYet.Select(name => new Verb(name, "", "not built yet", null)),
    ];

    private static readonly string[] NotBuiltYet =
    [
        "report",
    ];
}
