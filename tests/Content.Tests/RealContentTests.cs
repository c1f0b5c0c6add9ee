using Outreach.Content.Loading;

namespace Outreach.Content.Tests;

public sealed class RealContentTests
{
    [Fact]
    public void A_folder_that_is_not_there_is_one_fault_and_no_crash()
    {
        var compiled = ContentCompiler.Compile(ContentFolder.Read("/no/such/folder"), new DateOnly(2026, 11, 21));

        Assert.Equal("OC034", Assert.Single(compiled.Issues).Code);
    }
}
