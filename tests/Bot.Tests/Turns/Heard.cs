using Outreach.Channels;

namespace Outreach.Bot.Tests.Turns;

/// <summary>What a person hears after one turn.</summary>
internal sealed record Heard(string Text, IReadOnlyList<Button> Buttons)
{
    public IEnumerable<string> Values => Buttons.Select(button => button.Value);

    public Heard Expect(params string[] parts)
    {
        foreach (var part in parts)
        {
            Assert.Contains(part, Text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("[", Text, StringComparison.Ordinal); // a phrase that editors have not written
        return this;
    }

    public Heard ExpectNothing()
    {
        Assert.Equal("", Text);
        Assert.Empty(Buttons);
        return this;
    }

    public Heard Without(string part)
    {
        Assert.DoesNotContain(part, Text, StringComparison.Ordinal);
        return this;
    }

    public Heard WithButton(string value)
    {
        Assert.Contains(value, Values);
        return this;
    }

    public Heard WithoutButton(string value)
    {
        Assert.DoesNotContain(value, Values);
        return this;
    }
}
