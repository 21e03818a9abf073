using Orrery.Wire.Schema;

namespace Orrery.Tests.Wire.Codecs;

/// <summary>Every pattern of every model can be matched, and nearly all in linear time.</summary>
public sealed class PatternTests
{
    private static readonly IReadOnlyList<string> Patterns = [.. ModelFiles.Names
        .SelectMany(name => ModelFiles.Load(name)["shapes"]!.AsObject())
        .Where(shape => shape.Value!["pattern"] is not null && shape.Value["enum"] is null)
        .Select(shape => (string)shape.Value!["pattern"]!)
        .Distinct().Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_pattern_of_every_model_compiles()
    {
        var broken = Patterns.Where(p => Record.Exception(() => new PatternMatcher(p)) is not null).ToList();
        Assert.True(broken.Count == 0, string.Join('\n', broken));
        Assert.True(Patterns.Count > 400);
    }

    [Fact]
    public void Only_patterns_with_look_around_or_huge_counts_are_not_linear()
    {
        var slow = Patterns.Where(p => !new PatternMatcher(p).IsLinear).ToList();
        Assert.All(slow, p => Assert.Matches(@"\(\?[=!<]|\{1,100000}|\{1,2000}", p));
        Assert.True(slow.Count < 25, string.Join('\n', slow));
    }

    [Fact]
    public void A_pattern_that_explodes_when_backtracking_answers_at_once()
    {
        var matcher = new PatternMatcher("(a|aa)+(b|bb)?");
        Assert.True(matcher.IsLinear);
        Assert.False(matcher.IsMatch(new string('a', 50_000) + "!"));
    }

    [Theory]
    [InlineData("[a-z]+", "abc", true)]
    [InlineData("[a-z]+", "abc1", false)]
    [InlineData("^[a-z]+$", "abc", true)]
    [InlineData("^[a-z]+$", "abc\n", false)]
    [InlineData("^arn:", "arn:aws:iam::1:x", true)]
    [InlineData("^arn:", "x:arn:", false)]
    [InlineData(@"[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\r\n\t]*", "line\nemoji 😀", true)]
    [InlineData(@"[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\r\n\t]*", "bell\u0007", false)]
    [InlineData(@"\p{ASCII}+", "ascii", true)]
    [InlineData(@"\p{ASCII}+", "é", false)]
    [InlineData(@"^(?! )[\p{L}\p{N}\p{Z}-_]*(?<! )$", "a b-c_d", true)]
    [InlineData(@"^(?! )[\p{L}\p{N}\p{Z}-_]*(?<! )$", " a", false)]
    public void A_pattern_matches_the_whole_value_unless_it_anchors_one_end_only(
        string pattern, string value, bool fits) =>
        Assert.Equal(fits, new PatternMatcher(pattern).IsMatch(value));
}
