using Outreach.Cases.Receipts;

namespace Outreach.Cases.Tests.Receipts;

public sealed class ReceiptCodeTests
{
    [Fact]
    public void A_new_code_reads_back_as_it_is_shown()
    {
        var code = ReceiptCode.New();

        Assert.Matches(@"^\d{4} \d{4} \d{4} \d{4} \d{4}$", code.Grouped);
        Assert.Equal(code, ReceiptCode.Parse(code.Grouped));
    }

    [Theory]
    [InlineData("5720000000000000000{0}")] // Damm's example 572 → 4, then sixteen zeros
    public void The_check_digit_is_Damms(string pattern)
    {
        var fitting = Enumerable.Range(0, 10).Where(digit => ReceiptCode.Parse(pattern.Replace("{0}", $"{digit}", StringComparison.Ordinal)) is not null);

        Assert.Single(fitting);
        Assert.Equal('4', Damm.CheckDigit("572"));
        Assert.True(Damm.Holds("5724"));
    }

    [Theory]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("  ")]
    [InlineData("\n")]
    [InlineData(" – ")]
    [InlineData("\u00A0")]
    public void What_stands_between_the_groups_does_not_matter(string between)
    {
        var code = ReceiptCode.New();

        Assert.Equal(code, ReceiptCode.Parse(" " + code.Grouped.Replace(" ", between, StringComparison.Ordinal) + "\n"));
    }

    [Fact]
    public void Full_width_digits_are_digits()
    {
        var code = ReceiptCode.New();

        var typed = string.Concat(code.Plain.Select(digit => (char)(digit - '0' + '０')));

        Assert.Equal(code, ReceiptCode.Parse(typed));
    }

    [Fact]
    public void One_wrong_digit_is_found_wherever_it_is()
    {
        var digits = ReceiptCode.New().Plain;

        for (var place = 0; place < digits.Length; place++)
        {
            for (var other = '0'; other <= '9'; other++)
            {
                var typed = digits[..place] + other + digits[(place + 1)..];
                Assert.Equal(other == digits[place], ReceiptCode.Parse(typed) is not null);
            }
        }
    }

    [Fact]
    public void Two_swapped_neighbours_are_found()
    {
        var digits = ReceiptCode.New().Plain;

        for (var place = 0; place + 1 < digits.Length; place++)
        {
            var typed = digits[..place] + digits[place + 1] + digits[place] + digits[(place + 2)..];
            Assert.Equal(digits[place] == digits[place + 1], ReceiptCode.Parse(typed) is not null);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0000")]
    [InlineData("000000000000000000000")]
    [InlineData("0000 0000 0000 0000 000x")]
    public void What_is_no_code_is_none(string? typed) => Assert.Null(ReceiptCode.Parse(typed));

    [Fact]
    public void A_code_never_prints_itself()
    {
        var code = ReceiptCode.New();

        Assert.DoesNotContain(code.Plain[..4], $"{code}", StringComparison.Ordinal);
    }

    [Fact]
    public void A_thousand_codes_are_a_thousand()
    {
        var codes = Enumerable.Range(0, 1000).Select(_ => ReceiptCode.New().Plain).ToHashSet();

        Assert.Equal(1000, codes.Count);
    }
}
