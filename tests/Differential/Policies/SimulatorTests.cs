using Orrery.Tests.Unit.Engines.Policies.Twin;

namespace Orrery.Tests.Differential.Policies;

/// <summary>
/// The engine against an independent simulator of IAM, case by case. Skipped where Node.js or the package cannot be
/// had.
/// </summary>
public sealed class SimulatorTests(ITestOutputHelper output)
{
    private static readonly int Cases =
        int.TryParse(Environment.GetEnvironmentVariable("ORRERY_POLICY_CASES"), out var count) ? count : 60_000;

    [Fact]
    public async Task The_engine_and_an_independent_simulator_agree_on_every_case()
    {
        var peer = IamSimulatePeer.Find();
        Assert.SkipWhen(peer is null, "node with @cloud-copilot/iam-simulate is not installed: nothing was compared.");
        var cases = Enumerable.Range(0, Cases).Select(seed => new RandomCase(seed).Make()).ToList();
        var answers = await peer!.AskAsync([.. cases.Select(c => c.ToLine())]);
        var outcomes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var explained = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var operators = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var problems = new List<string>();
        for (var i = 0; i < cases.Count; i++)
        {
            var ours = $"{CompiledCase.Decide(cases[i])}";
            Count(outcomes, ours);
            foreach (var name in KnownDifferences.OperatorsOf(cases[i]).Distinct()) Count(operators, name);
            var theirs = answers[i] switch
            {
                "ExplicitlyDenied" => "ExplicitDeny",
                "ImplicitlyDenied" => "ImplicitDeny",
                var other => other,
            };
            if (ours == theirs) continue;
            if (KnownDifferences.Explain(cases[i], ours, theirs) is { } why)
                Count(explained, why);
            else
                problems.Add($"seed {i}: engine {ours}, simulator {theirs}: {cases[i].ToLine()}");
        }

        output.WriteLine($"{cases.Count} cases: {string.Join(", ", outcomes)}");
        output.WriteLine($"cases by operator: {string.Join(", ", operators)}");
        foreach (var (why, count) in explained) output.WriteLine($"{count,6} differ: {why}");
        Assert.True(problems.Count == 0, $"{problems.Count} of {cases.Count}:\n{string.Join("\n", problems.Take(8))}");
        Assert.Equal(3, outcomes.Count);
        Assert.All(outcomes, o => Assert.InRange(o.Value, cases.Count / 10, cases.Count * 8 / 10));
        var least = cases.Count / 200;
        Assert.All(RandomCondition.Operators, name => Assert.True(operators.GetValueOrDefault(name) >= least, name));
    }

    private static void Count(SortedDictionary<string, int> counts, string what) =>
        counts[what] = counts.GetValueOrDefault(what) + 1;
}
