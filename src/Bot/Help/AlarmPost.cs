using System.Net;
using System.Net.Mail;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;

namespace Outreach.Bot.Help;

/// <summary>Gives an alarm by every way that is configured.</summary>
internal sealed class AlarmPost(IOptions<AlarmOptions> options, ILogger<AlarmPost> log) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(10) };

    /// <returns>False when a way failed; null when none is configured.</returns>
    public async Task<bool?> GiveAsync(int urgent, string subject, string text, CancellationToken cancellationToken)
    {
        bool? worked = null;
        if (options.Value.WebhookUrl is { Length: > 0 } address)
        {
            worked = await TryAsync("webhook", () => CallAsync(new Uri(address), urgent, text, cancellationToken));
        }

        if (options.Value.SmtpHost is { Length: > 0 })
        {
            worked = await TryAsync("mail", () => MailAsync(subject, text, cancellationToken)) && worked != false;
        }

        return worked;
    }

    public void Dispose() => _http.Dispose();

    private async Task<bool> TryAsync(string way, Func<Task> give)
    {
        try
        {
            await give();
            return true;
        }
        catch (Exception fault) when (fault is HttpRequestException or SmtpException or TaskCanceledException { InnerException: TimeoutException } or IOException)
        {
            HelpLog.AlarmFailed(log, way, fault.GetType().Name);
            return false;
        }
    }

    private async Task CallAsync(Uri address, int urgent, string text, CancellationToken cancellationToken)
    {
        using var body = new StringContent(new JsonObject { ["text"] = text, ["urgent"] = urgent }.ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await _http.PostAsync(address, body, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    private async Task MailAsync(string subject, string text, CancellationToken cancellationToken)
    {
        var mail = options.Value;
        using var client = new SmtpClient(mail.SmtpHost, mail.SmtpPort) { EnableSsl = mail.SmtpPort != 25 };
        if (mail.SmtpUser is { Length: > 0 } user)
        {
            client.Credentials = new NetworkCredential(user, mail.SmtpPassword);
        }

        using var message = new MailMessage { From = new MailAddress(mail.SmtpFrom!), Subject = subject, Body = text, SubjectEncoding = Encoding.UTF8, BodyEncoding = Encoding.UTF8 };
        foreach (var to in mail.SmtpTo!.Split(','))
        {
            message.To.Add(to.Trim());
        }

        await client.SendMailAsync(message, cancellationToken);
    }
}
