using System.Text;

namespace Outreach.Scheduler.Campaigns;

/// <summary>Names of states and steps as JSON and command line write them: lower case, words with <c>_</c> between.</summary>
public static class Words
{
    public static string Of<T>(T name)
        where T : struct, Enum => Of(name.ToString());

    internal static string Of(string name)
    {
        var words = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && words.Length > 0)
            {
                words.Append('_');
            }

            words.Append(char.ToLowerInvariant(letter));
        }

        return words.ToString();
    }
}
