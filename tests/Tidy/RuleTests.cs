using Orrery.Tests.Tidy.Support;

namespace Orrery.Tests.Tidy;

/// <summary>Holds the repository to every rule, the rules to their canaries, and the ledger to the truth.</summary>
public sealed class RuleTests
{
    private static readonly IReadOnlyList<LedgerEntry> Ledger =
        LedgerEntry.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "ledger.txt")));

    private static readonly Dictionary<string, IRule> Rules = typeof(RuleTests).Assembly.GetTypes()
        .Where(type => type.IsAssignableTo(typeof(IRule)) && type.IsClass)
        .Select(type => (IRule)Activator.CreateInstance(type)!)
        .ToDictionary(rule => rule.Name);

    /// <summary>The names of all rules.</summary>
    public static TheoryData<string> Names => [.. Rules.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_repository_keeps_the_rule(string rule)
    {
        var broken = Rules[rule].Check(Repository.OnDisk)
            .Where(finding => !Ledger.Any(entry => entry.Grants(rule, finding)))
            .Select(finding => $"{finding.Path}: {finding.Subject} {finding.Message}")
            .ToList();
        Assert.True(broken.Count == 0, $"{rule}: {broken.Count}\n" + string.Join('\n', broken));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_rule_catches_each_bad_sample(string rule)
    {
        Assert.NotEmpty(Rules[rule].Bad);
        Assert.All(Rules[rule].Bad, sample => Assert.NotEmpty(Rules[rule].Check(sample)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_rule_lets_good_samples_pass(string rule) =>
        Assert.All(Rules[rule].Good, sample => Assert.Empty(Rules[rule].Check(sample)));

    [Fact]
    public void Every_exception_in_the_ledger_still_catches_exactly_what_it_says()
    {
        var stale = Ledger.Where(entry => !Rules.TryGetValue(entry.Rule, out var rule)
            || !rule.Check(Repository.OnDisk).Any(finding => entry.Grants(entry.Rule, finding)));
        Assert.Empty(stale);
    }

    [Fact]
    public void A_stale_or_looser_exception_grants_nothing()
    {
        var entry = Assert.Single(LedgerEntry.Parse("# remark\nfile-length | A.cs | | 510 | a parser table\n"));
        Assert.True(entry.Grants("file-length", new Finding("A.cs", "", "", 510)));
        Assert.False(entry.Grants("file-length", new Finding("A.cs", "", "", 509)));
        Assert.False(entry.Grants("file-length", new Finding("A.cs", "", "", 511)));
        Assert.False(entry.Grants("file-length", new Finding("B.cs", "", "", 510)));
    }

    [Fact]
    public void An_exception_without_a_reason_is_refused() =>
        Assert.Throws<FormatException>(() => LedgerEntry.Parse("file-length | A.cs | | 510 | \n"));
}
