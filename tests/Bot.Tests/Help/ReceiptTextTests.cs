using Outreach.Bot.Help;
using Outreach.Cases.Receipts;

namespace Outreach.Bot.Tests.Help;

public sealed class ReceiptTextTests
{
    [Fact]
    public void A_code_is_found_alone_and_among_words()
    {
        var code = ReceiptCode.New();

        Assert.Equal(code, ReceiptText.Find(code.Grouped));
        Assert.Equal(code, ReceiptText.Find(code.Grouped.Replace(" ", "", StringComparison.Ordinal)));
        Assert.Equal(code, ReceiptText.Find($"mã của em là {code.Grouped} ạ"));
        Assert.Equal(code, ReceiptText.Find(code.Grouped.Replace(' ', '-')));
    }

    [Theory]
    [InlineData("1234 5678 9012 3456 789", true)]
    [InlineData("123456789012345678901", true)]
    [InlineData("0912 345 678", false)]
    [InlineData("079123456789", false)]
    [InlineData("lương 5.310.000 đồng tháng 11.2026", false)]
    public void A_slip_in_a_code_is_known_from_other_numbers(string text, bool meant) => Assert.Equal(meant, ReceiptText.IsMeant(text));
}
