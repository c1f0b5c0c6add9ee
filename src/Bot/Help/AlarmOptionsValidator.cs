using System.Net.Mail;
using Microsoft.Extensions.Options;

namespace Outreach.Bot.Help;

internal sealed class AlarmOptionsValidator : IValidateOptions<AlarmOptions>
{
    public ValidateOptionsResult Validate(string? name, AlarmOptions options)
    {
        var failures = new List<string>();
        if (!string.IsNullOrEmpty(options.WebhookUrl) && !(Uri.TryCreate(options.WebhookUrl, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url is { Scheme: "http", IsLoopback: true })))
        {
            // Not repeated: such addresses carry a secret.
            failures.Add("Alarms:WebhookUrl must be an https address (http on this machine alone); it is something else.");
        }

        if (options.SmtpPort is < 1 or > 65535)
        {
            failures.Add($"Alarms:SmtpPort must be 1 to 65535; it is {options.SmtpPort}.");
        }

        if (!string.IsNullOrEmpty(options.SmtpHost) && !(MailAddress.TryCreate(options.SmtpFrom, out _) && (options.SmtpTo ?? "").Split(',').All(to => MailAddress.TryCreate(to.Trim(), out _))))
        {
            failures.Add("Alarms:SmtpFrom and Alarms:SmtpTo must be mail addresses when Alarms:SmtpHost is set.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
