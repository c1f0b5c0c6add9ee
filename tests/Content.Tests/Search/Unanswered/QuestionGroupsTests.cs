using Outreach.Content.Search.Unanswered;

namespace Outreach.Content.Tests.Search.Unanswered;

public sealed class QuestionGroupsTests
{
    [Theory]
    [InlineData("công ty có hỗ trợ tiền gửi trẻ không", "cty có hỗ trợ tiền gửi trẻ ko")]
    [InlineData("công ty có hỗ trợ tiền gửi trẻ không", "cong ty co ho tro tien gui tre khong")]
    [InlineData("công ty có hỗ trợ tiền gửi trẻ không", "coong ty cos hoox trowj tieenf guiwr trer khoong")]
    [InlineData("công ty có hỗ trợ tiền gửi trẻ không", "dạ em chào ad, công ty có hỗ trợ tiền gửi trẻ không ạ?")]
    [InlineData("công ty có hỗ trợ tiền gửi trẻ không", "công ty [công ty] có hỗ trợ tiền gửi trẻ không, em tên [tên] sđt [số]")]
    [InlineData("làm thêm giờ ban đêm ở quán ăn", "tăng ca ban đêm ở quán ăn")]
    [InlineData("chủ trọ giữ hộ chiếu của em", "chu tro gjữ hộ chiếu của em")]
    public void The_same_question_in_another_spelling_joins(string one, string other)
    {
        var group = Assert.Single(Inbox.Group(one, one, other));

        Assert.Equal(3, group.Count);
        Assert.Equal((one, 2), (group.Typical, group.Wordings));
        Assert.Equal([other], group.Others);
    }

    [Theory]
    [InlineData("chủ trọ tăng giá điện", "chủ trọ giữ hộ chiếu")]
    [InlineData("xin visa đi nhật cần gì", "xin visa đi hàn bao nhiêu tiền")]
    [InlineData("công ty có hỗ trợ tiền gửi trẻ không", "công ty có hỗ trợ tiền xăng xe không")]
    [InlineData("gửi con ở đâu", "gửi tiền về quê ở đâu")]
    public void Two_different_questions_stay_apart(string one, string other) => Assert.Equal(2, Inbox.Group(one, other).Count);

    [Fact]
    public void A_chain_of_small_steps_does_not_pull_strangers_into_one_group()
    {
        string[] words = ["đất", "sông", "núi", "biển", "rừng", "mây", "gió", "sao", "trăng", "lửa", "băng", "tuyết"];
        var chain = Enumerable.Range(0, 8).Select(at => string.Join(' ', words[at..(at + 5)])).ToArray();

        var groups = Inbox.Group(chain);

        Assert.True(groups.Count > 1);
        Assert.DoesNotContain(groups, group => group.Others.Append(group.Typical).Contains(chain[0]) && group.Others.Append(group.Typical).Contains(chain[^1]));
    }

    [Fact]
    public void The_biggest_group_comes_first_with_its_weeks_and_reasons()
    {
        var groups = QuestionGroups.Of(Given.Content,
        [
            Inbox.Asked("xe đưa đón công nhân"),
            Inbox.Asked("gửi trẻ ở đâu", day: -1, reason: "none-of-these"),
            Inbox.Asked("gui tre o dau", day: 0),
            Inbox.Asked("gửi trẻ ở đâu", day: 6),
            Inbox.Asked("gửi trẻ ở đâu", day: 46),
        ]);

        Assert.Equal([4, 1], groups.Select(group => group.Count));
        Assert.Equal([new("2026-W46", 1), new("2026-W47", 2), new("2026-W53", 1)], groups[0].Weeks);
        Assert.Equal([new("low", 3), new("none-of-these", 1)], groups[0].Reasons);
    }

    [Fact]
    public void At_most_three_other_wordings_are_shown_the_commonest_first()
    {
        string[] asked = ["gửi trẻ ở đâu", "gui tre o dau", "gửi trẻ ở đâu vậy", "gửi trẻ ở đâu ạ", "gửi trẻ ở đâu nhỉ", "gui tre o dau nha"];

        var group = Assert.Single(Inbox.Group([.. asked, "gui tre o dau", "gui tre o dau", "gửi trẻ ở đâu"]));

        Assert.Equal(("gui tre o dau", 6), (group.Typical, group.Wordings));
        Assert.Equal(QuestionGroup.MaxOthers, group.Others.Count);
        Assert.Equal("gửi trẻ ở đâu", group.Others[0]);
    }

    [Fact]
    public void The_order_in_which_questions_come_changes_nothing()
    {
        var asked = Given.Entries.SelectMany(e => e.Variants.Append(e.Question)).Concat(["gửi trẻ ở đâu", "gui tre o dau", "xe đưa đón"]).ToArray();
        var shuffled = asked.ToArray();
        new Random(1).Shuffle(shuffled);

        var (one, other) = (Inbox.Group(asked), Inbox.Group(shuffled));

        Assert.Equal(one.Select(Shown), other.Select(Shown));
    }

    [Fact]
    public void A_question_is_grouped_with_those_in_its_own_language_whatever_menu_it_was_sent_under()
    {
        var groups = QuestionGroups.Of(Given.Content,
            [Inbox.Asked("gửi trẻ ở đâu được không chị"), Inbox.Asked("gửi trẻ ở đâu được không chị", "en"), Inbox.Asked("where can I leave my child at work", "vi")]);

        Assert.Equal([("vi", 2), ("en", 1)], groups.Select(group => (group.Language, group.Count)));
    }

    [Fact]
    public void What_steers_a_terminal_is_not_shown()
    {
        var group = Assert.Single(Inbox.Group("gửi \u001b[31mtrẻ\r\nở \u202eđâu"));

        Assert.Equal("gửi [31mtrẻ ở đâu", group.Typical);
    }

    [Fact]
    public void Signs_without_a_word_are_the_same_only_as_themselves()
    {
        Assert.Equal([2, 1], Inbox.Group("🙏🙏", "🙏🙏", "😡").Select(group => group.Count));
        Assert.Empty(Inbox.Group());
    }

    [Fact]
    public void Twenty_thousand_questions_are_grouped_without_comparing_each_with_each()
    {
        const int count = 20_000;
        var random = new Random(7);
        var syllables = (from onset in new[] { "b", "ch", "d", "g", "h", "kh", "l", "m", "n", "ph", "t", "v" }
                         from rime in new[] { "a", "anh", "at", "en", "ich", "im", "oc", "on", "uc", "ung", "uoi", "ay" }
                         select onset + rime).ToArray();
        var asked = Enumerable.Range(0, count).Select(_ => Inbox.Asked("công ty có cho em " + string.Join(' ', random.GetItems(syllables, 4))));

        var groups = QuestionGroups.Group(Given.Index.Tables, asked);

        Assert.InRange(groups.Comparisons, 1, (long)count * count / 2 / 20);
        Assert.Equal(count, groups.Groups.Sum(group => group.Sum(wording => wording.Rows.Count)));
    }

    private static string Shown(QuestionGroup group) => $"{group.Count} {group.Wordings} {group.Typical} | {string.Join(" | ", group.Others)}";
}
