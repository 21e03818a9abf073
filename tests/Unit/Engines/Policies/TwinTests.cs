using CsCheck;
using Orrery.Tests.Unit.Engines.Policies.Twin;

namespace Orrery.Tests.Unit.Engines.Policies;

public sealed class TwinTests(ITestOutputHelper output)
{
    [Fact]
    public void The_engine_and_its_slow_twin_agree_and_every_outcome_and_operator_occurs()
    {
        var outcomes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var operators = new HashSet<string>(StringComparer.Ordinal);
        for (var seed = 0; seed < 6000; seed++)
        {
            var one = new RandomCase(seed).Make();
            var outcome = Same(seed, one);
            outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
            foreach (var name in RandomCondition.Operators)
                if (one.ToLine().Contains($"{name}", StringComparison.Ordinal)) operators.Add(name);
        }

        output.WriteLine(string.Join(", ", outcomes));
        Assert.Equal(3, outcomes.Count);
        Assert.All(outcomes, o => Assert.InRange(o.Value, 600, 4800));
        Assert.Empty(RandomCondition.Operators.Except(operators));
    }

    [Fact]
    public void They_agree_on_cases_never_seen_before() =>
        Gen.Int[1_000_000, int.MaxValue - 1].Sample(seed => Same(seed, new RandomCase(seed).Make()), iter: 2000);

    private static string Same(int seed, PolicyCase one)
    {
        var naive = NaiveEvaluator.Decide(one);
        var compiled = $"{CompiledCase.Decide(one)}";
        Assert.True(naive == compiled, $"seed {seed}: twin {naive}, engine {compiled}: {one.ToLine()}");
        return compiled;
    }
}
