using System.Xml.Linq;
using Outreach.Bot.Tests.Turns;

namespace Outreach.Bot.Tests.House;

/// <summary>Which room may lean on which: the arrows of the design, and no other.</summary>
public sealed class RoomsTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Content"] = [],
        ["Storage"] = [],
        ["Channels"] = ["Content"],
        ["Cases"] = ["Storage"],
        ["Scheduler"] = ["Content", "Storage", "Channels", "Cases"],
        ["Console"] = ["Content", "Storage", "Cases", "Scheduler"],
        ["Bot"] = ["Content", "Storage", "Channels", "Cases", "Scheduler", "Console"],
    };

    [Fact]
    public void No_room_leans_on_one_it_must_not_know()
    {
        var rooms = Directory.GetFiles(Path.Combine(SmallLibrary.Root, "src"), "*.csproj", SearchOption.AllDirectories);

        Assert.Equal(Allowed.Keys.Order(), rooms.Select(Path.GetFileNameWithoutExtension).Order());
        Assert.All(rooms, room =>
        {
            var arrows = XDocument.Load(room).Descendants("ProjectReference")
                .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));
            Assert.Empty(arrows.Except(Allowed[Path.GetFileNameWithoutExtension(room)]));
        });
    }

    [Fact]
    public void The_program_stays_under_eighty_lines() =>
        Assert.InRange(File.ReadLines(Path.Combine(SmallLibrary.Root, "src", "Bot", "Program.cs")).Count(), 1, 79);

    [Fact]
    public void The_phrases_of_both_languages_are_complete_for_every_key_that_the_code_names()
    {
        var code = string.Concat(Directory.GetFiles(Path.Combine(SmallLibrary.Root, "src", "Bot", "Turns"), "*.cs").Select(File.ReadAllText));
        var keys = File.ReadLines(Path.Combine(SmallLibrary.Root, "content", "vi", "phrases.yml"))
            .Where(line => line.Length > 0 && char.IsAsciiLetterLower(line[0])).Select(line => line[..line.IndexOf(':', StringComparison.Ordinal)]).ToHashSet();
        var english = File.ReadAllText(Path.Combine(SmallLibrary.Root, "content", "en", "phrases.yml"));

        var named = System.Text.RegularExpressions.Regex.Matches(code, "\"((?:answer|button|consent|crisis|dialog|digit|down|error|forget|group|helpful|hotline|language|menu|none|page|privacy|small|stop|suggest|too-fast|topic|unreadable|welcome|help)\\.[a-z-]+[a-z])\"")
            .Select(match => match.Groups[1].Value).Distinct().ToList();

        Assert.True(named.Count > 30);
        Assert.DoesNotContain(named, key => !keys.Contains(key));
        Assert.All(keys, key => Assert.Contains($"\n{key}:", english, StringComparison.Ordinal));
    }
}
