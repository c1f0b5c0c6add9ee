using System.Text.RegularExpressions;
using Outreach.Scheduler.Campaigns;

namespace Outreach.Scheduler.Tests.Campaigns;

public sealed partial class TestTicketTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];
    private static readonly TestTicket Ticket = new(Guid.Parse("7f8d4f6e-6f8e-4a43-9d7a-2f9a3d8c1b20"), 11, new DateTimeOffset(2026, 11, 22, 4, 15, 0, TimeSpan.Zero));

    [Fact]
    public void What_was_signed_is_read_and_fits_the_start_of_a_chat()
    {
        var text = Ticket.Sign(Key);

        Assert.Equal(Ticket, TestTicket.Read(text, Key));
        Assert.Matches(StartParameter(), text);
    }

    [Fact]
    public void A_ticket_with_one_letter_changed_or_of_another_key_is_none()
    {
        var text = Ticket.Sign(Key);

        for (var at = 0; at < text.Length; at++)
        {
            var other = text[at] == 'x' ? 'y' : 'x';
            Assert.True(TestTicket.Read(text[..at] + other + text[(at + 1)..], Key) is null, $"letter {at}");
        }

        Assert.Null(TestTicket.Read(text, [.. Key.Reverse()]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("thu_")]
    [InlineData("thu-viec-duoc-may-ngay")]
    [InlineData("thu_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("thu_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("thu_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("thu_AAAAAAAAAAAAAAAAAAAAA AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("thu_ĐĐĐĐĐĐĐĐĐĐĐĐĐĐĐĐĐĐĐĐĐĐĐĐĐĐĐĐĐĐĐĐĐĐĐĐĐĐĐĐĐĐĐĐ")]
    public void Other_texts_are_not_meant_as_one(string text)
    {
        Assert.False(TestTicket.HasForm(text));
        Assert.Null(TestTicket.Read(text, Key));
    }

    /// <summary>https://core.telegram.org/bots/features#deep-linking</summary>
    [GeneratedRegex("^[A-Za-z0-9_-]{1,64}$")]
    private static partial Regex StartParameter();
}
