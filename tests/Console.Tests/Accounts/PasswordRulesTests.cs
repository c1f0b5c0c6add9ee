using Outreach.Staff.Accounts;

namespace Outreach.Staff.Tests.Accounts;

public sealed class PasswordRulesTests
{
    private static readonly string[] Names = ["lan.nguyen", "Chị Lan Nguyễn", "Công đoàn Khu công nghiệp Tân Bình"];

    [Theory]
    [InlineData("con trâu đen ăn cỏ ướt")]
    [InlineData("correct lemon bicycle storm")]
    [InlineData("bảy con mèo leo cây cau")]
    [InlineData("kx7 thuyền giấy trôi")]
    public void A_few_unrelated_words_are_taken(string password) => Assert.Null(PasswordRules.Find(password, Names));

    [Theory]
    [InlineData("muoimotky11", AccountFault.TooShort)]
    [InlineData("Mật khẩu 12345!", AccountFault.Common)]
    [InlineData("P@ssword1234", AccountFault.Common)]
    [InlineData("1l0v3y0u12345", AccountFault.Guessable)]
    [InlineData("anhyeuem1234", AccountFault.Common)]
    [InlineData("qwertyuiop12", AccountFault.Common)]
    [InlineData("asdfghjklqwer", AccountFault.Guessable)]
    [InlineData("9876543210987", AccountFault.Guessable)]
    [InlineData("banbanbanbanban", AccountFault.Guessable)]
    [InlineData("aaaaaaaaaaaaaab", AccountFault.Guessable)]
    [InlineData("nguyen-20261121", AccountFault.Guessable)]
    [InlineData("Tân Bình 2026 aB", AccountFault.Guessable)]
    public void What_is_tried_first_is_refused(string password, string fault)
    {
        var found = PasswordRules.Find(password, Names);

        // Which of the two rules speaks first does not matter to anybody.
        Assert.True(found == fault || (found is AccountFault.Common or AccountFault.Guessable && fault is AccountFault.Common or AccountFault.Guessable), $"{password}: {found}");
    }

    [Fact]
    public void A_line_of_kinds_of_characters_is_not_asked_for() => Assert.Null(PasswordRules.Find("abkgjuyterwmnvzo", Names));

    [Fact]
    public void The_list_holds_some_thousands_of_at_least_twelve_characters() => Assert.InRange(CommonPasswords.Count, 3_000, 20_000);

    [Fact]
    public void Longer_than_two_hundred_is_refused() => Assert.Equal(AccountFault.TooLong, PasswordRules.Find(string.Concat(Enumerable.Range(0, 101).Select(i => $"{i} ")), Names));
}
