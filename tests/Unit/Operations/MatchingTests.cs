using System.Text.RegularExpressions;
using CsCheck;
using Orrery.Operations.Matching;

namespace Orrery.Tests.Operations;

public sealed class MatchingTests
{
    [Fact]
    public void A_text_with_stars_fits_what_a_regular_expression_says()
    {
        var fits = 0;
        var total = 0;
        Gen.Select(Gen.String[Gen.Char["ab*"], 0, 6], Gen.String[Gen.Char["ab"], 0, 8]).Sample(
            (pattern, text) =>
            {
                var wanted = Regex.IsMatch(text, $"\\A{pattern.Replace("*", ".*", StringComparison.Ordinal)}\\z");
                Assert.Equal(wanted, new StarText(pattern.Split('*')).Matches(text));
                Interlocked.Increment(ref total);
                if (wanted) Interlocked.Increment(ref fits);
            });
        Assert.InRange(fits, 1, total - 1);
    }

    [Theory]
    [InlineData("10.0.0.0/8", "10.255.1.2", true)]
    [InlineData("10.0.0.0/8", "11.0.0.0", false)]
    [InlineData("10.0.0.77/24", "10.0.0.1", true)]
    [InlineData("0.0.0.0/0", "1.2.3.4", true)]
    [InlineData("0.0.0.0/0", "::1", false)]
    [InlineData("2001:db8::/33", "2001:db8:7fff::1", true)]
    [InlineData("2001:db8::/33", "2001:db8:8000::1", false)]
    [InlineData("10.0.0.0/8", "ten", false)]
    public void A_block_holds_the_addresses_that_share_its_prefix(string block, string address, bool isIn) =>
        Assert.Equal(isIn, AddressBlock.Parse(block)!.Contains(address));

    [Theory]
    [InlineData("10.0.0.0")]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0.0/-1")]
    [InlineData("x/8")]
    public void What_is_no_block_is_none(string text) => Assert.Null(AddressBlock.Parse(text));
}
