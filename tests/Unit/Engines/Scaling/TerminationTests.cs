using CsCheck;
using Orrery.Engines.Scaling;
using Orrery.Engines.Scaling.Termination;
using static Orrery.Engines.Scaling.Termination.LaunchSourceKind;
using static Orrery.Engines.Scaling.Termination.TerminationPolicy;

namespace Orrery.Tests.Unit.Engines.Scaling;

/// <summary>EC2 Auto Scaling User Guide, "Configure termination policies".</summary>
public sealed class TerminationTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly Gen<Candidate> Members = Gen.Select(
        Gen.Select(Gen.Int[0, 999], Gen.Int[0, 2], Gen.Int[0, 5000]),
        Gen.Int[0, 8],
        Gen.OneOfConst('w', 's', 'p', 'i', 'i', 'i', 'i'),
        Gen.Enum<Purchase>(),
        Gen.Int[0, 3],
        (who, source, flag, purchase, misfit) => new Candidate(
            $"i{who.Item1}",
            $"z{who.Item2}",
            Now.AddMinutes(-who.Item3),
            new((LaunchSourceKind)(source % 3), source / 3),
            State(flag),
            flag == 'p',
            purchase,
            misfit));

    // Each member: name, zone, minutes old, source (c configuration, o other template, t the group's) and its age; then
    // p protected, w on its way in, s standby, x zone left. Policies in order; who goes.
    [Theory]
    [InlineData("", "1a30t1 2b30t1 3a30t1", "13")] // zone a has the most, and chance decides after all
    [InlineData("OldestInstance", "1a10t1 2b90t1 3a30t1", "3")]
    [InlineData("NewestInstance", "1a10t1 2b1t1 3a30t1", "1")]
    [InlineData("OldestInstance", "1a10t1 2b90t1", "2")]
    [InlineData("OldestInstance", "1a10t1 2b90t1p", "1")]
    [InlineData("OldestInstance", "1a10t1p 2a90t1p 3b5t1", "3")]
    [InlineData("OldestInstance", "1a10t1 2a90t1w 3b99t1", "1")] // what is on its way counts, but does not go
    [InlineData("OldestInstance", "1a10t1 2a90t1s 3b99t1", "3")] // standby does neither
    [InlineData("OldestInstance", "1a10t1 2a90t1 3b1t1x", "3")]
    [InlineData("OldestLaunchTemplate", "1a1t1 2a2t2 3a3o9", "3")]
    [InlineData("OldestLaunchTemplate", "1a1t1 2a2t2 3a3t2", "1")]
    [InlineData("OldestLaunchConfiguration", "1a1c5 2a2c2 3a3t2", "2")]
    [InlineData("OldestLaunchConfiguration,OldestInstance", "1a1t5 2a2t2", "2")]
    [InlineData("Default", "1a1c5 2a2c2 3a3o1 4a4t1", "2")]
    [InlineData("Default", "1a1t5 3a3o1 4a4t1", "3")]
    [InlineData("Default", "1a1t5 3a3t4 4a4t4", "4")] // 4 minutes into its hour against 3
    [InlineData("ClosestToNextInstanceHour", "1a59t1 2a61t1 3a118t1 4a179t1", "14")]
    [InlineData("ClosestToNextInstanceHour", "1a60t1 2a30t1", "2")] // an hour that has just begun is furthest
    [InlineData("ClosestToNextInstanceHour,NewestInstance", "1a59t1 2a61t1 3a118t1 4a179t1", "1")]
    [InlineData("OldestInstance,Default", "1a5t2 2a5t1 3a4t1", "2")]
    [InlineData("", "1a5t1p 2a5t1p", "")]
    public void Policies_choose_in_their_order(string policies, string members, string mayGo)
    {
        var facts = new TerminationFacts(Parse(members), Policies(policies), Now);
        var chosen = Enumerable.Range(0, 40)
            .Select(seed => TerminationRules.Next(facts with { Seed = (ulong)seed }).Chosen?.Id ?? "")
            .ToHashSet();
        Assert.Equal(mayGo.Select(c => c.ToString()).Append("").Where(c => c != "" || mayGo == "").ToHashSet(), chosen);
    }

    [Fact]
    public void A_mixed_group_aligns_to_its_strategy_within_the_option_that_goes()
    {
        Candidate[] members =
        [
            new("1", "a", Now, Purchase: Purchase.Spot, Misfit: 1),
            new("2", "a", Now, Purchase: Purchase.Spot, Misfit: 2),
            new("3", "a", Now, Purchase: Purchase.OnDemand, Misfit: 9),
            new("4", "b", Now, Purchase: Purchase.Spot, Misfit: 9),
        ];
        var facts = new TerminationFacts(members, [], Now, IsMixed: true, Purchase: Purchase.Spot);
        var choice = TerminationRules.Next(facts);
        Assert.Equal("2", choice.Chosen?.Id);
        Assert.Equal(["PURCHASE_OPTION", "ZONE", "AllocationStrategy"], choice.Why.Because.Select(r => r.Code));
        Assert.Equal("3", TerminationRules.Next(facts with { Purchase = null }).Chosen?.Id);
        Assert.DoesNotContain(AllocationStrategy, TerminationRules.OrderOf([], false));
    }

    [Fact]
    public void Weights_count_to_their_zone()
    {
        Candidate[] members = [new("1", "a", Now, Weight: 4), new("2", "b", Now), new("3", "b", Now)];
        Assert.Equal("1", TerminationRules.Next(new(members, [], Now)).Chosen?.Id);
    }

    [Fact]
    public void The_choice_is_that_of_a_plain_sort() =>
        Gen.Select(Members.Array[0, 12], Gen.Enum<TerminationPolicy>().Array[0, 3], Gen.Bool).Sample(cases =>
        {
            var (drawn, policies, mixed) = cases;
            var members = drawn.DistinctBy(m => m.Id).ToList();
            var facts = new TerminationFacts(members, policies, Now, 7, mixed);
            var chosen = TerminationRules.Next(facts).Chosen;
            var eligible = members.Where(m => m.State == CandidateState.InService && !m.Protected).ToList();
            Assert.Equal(eligible.Count == 0, chosen is null);
            if (chosen is null) return;
            var order = policies.Length == 0 ? [Default] : policies;
            var sorted = eligible.OrderByDescending(m => members.Count(o => o.Zone == m.Zone && o.Counts));
            foreach (var policy in order) sorted = Sort(sorted, policy, mixed);
            var best = sorted.First();
            Assert.Equal(Rank(best), Rank(chosen));
            var shuffled = facts with { Members = [.. members.OrderByDescending(m => m.Id)] };
            Assert.Equal(chosen, TerminationRules.Next(shuffled).Chosen);

            // What chance may decide between: all that the policies see of an instance.
            string Rank(Candidate m) => string.Join('|', TerminationRules.OrderOf(order, mixed).Select(p => p switch
            {
                AllocationStrategy => m.Misfit,
                OldestInstance or NewestInstance => m.Launched.Ticks,
                ClosestToNextInstanceHour => m.Launched.Minute,
                OldestLaunchConfiguration => Configuration(m),
                _ => Template(m),
            }));
        });

    [Fact]
    public void Several_go_as_they_would_one_by_one() =>
        Gen.Select(Members.Array[0, 30], Gen.Enum<TerminationPolicy>().Array[0, 3], Gen.Bool, Gen.Int[0, 9]).Sample(
            (drawn, policies, mixed, left) =>
            {
                var members = drawn.DistinctBy(m => m.Id)
                    .Select(m => m with { ZoneEnabled = left > 0 || m.Zone != "z0" })
                    .ToList();
                var facts = new TerminationFacts(members, policies, Now, 3, mixed, mixed ? Purchase.Spot : null);
                var expected = new List<Candidate>();
                while (TerminationRules.Next(facts with { Members = [.. members.Except(expected)] }).Chosen is { } one)
                    expected.Add(one);
                Assert.Equal(expected, TerminationRules.Take(facts, 99).Select(c => c.Chosen));
            });

    [Fact]
    public void Several_go_without_unbalancing_the_zones() =>
        Gen.Select(Gen.Int[1, 8], Gen.Int[0, 24]).Sample((each, count) =>
        {
            var members = Enumerable.Range(0, each * 3)
                .Select(i => new Candidate($"i{i}", $"z{i % 3}", Now.AddMinutes(-i * 7))).ToList();
            var gone = TerminationRules.Take(new(members, [OldestInstance], Now), count);
            Assert.Equal(Math.Min(count, members.Count), gone.Count);
            var left = members.Except(gone.Select(g => g.Chosen!)).GroupBy(m => m.Zone).Select(z => z.Count()).ToList();
            if (left.Count == 3) Assert.InRange(left.Max() - left.Min(), 0, 1);
        });

    private static IOrderedEnumerable<Candidate> Sort(
        IOrderedEnumerable<Candidate> sorted, TerminationPolicy policy, bool mixed) => policy switch
    {
        OldestInstance => sorted.ThenBy(m => m.Launched),
        NewestInstance => sorted.ThenByDescending(m => m.Launched),
        AllocationStrategy => sorted.ThenByDescending(m => m.Misfit),
        ClosestToNextInstanceHour => sorted.ThenBy(m => 60 - ((int)(Now - m.Launched).TotalMinutes % 60)),
        OldestLaunchConfiguration => sorted.ThenBy(Configuration),
        OldestLaunchTemplate => sorted.ThenBy(Template),
        _ => Sort(Sort(Sort(mixed ? Sort(sorted, AllocationStrategy, true) : sorted, OldestLaunchConfiguration, mixed),
            OldestLaunchTemplate, mixed), ClosestToNextInstanceHour, mixed),
    };

    private static long Configuration(Candidate m) => m.Source.Kind == LaunchConfiguration ? m.Source.Age : 99;

    private static long Template(Candidate m) =>
        m.Source.Kind == LaunchConfiguration ? 99 : ((int)m.Source.Kind * 10) + m.Source.Age;

    private static CandidateState State(char flag) => flag switch
    {
        'w' => CandidateState.Pending,
        's' => CandidateState.Standby,
        _ => CandidateState.InService,
    };

    private static TerminationPolicy[] Policies(string text) =>
        [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<TerminationPolicy>)];

    private static Candidate[] Parse(string members) => [.. members.Split(' ').Select(m =>
    {
        var at = m.IndexOfAny(['c', 'o', 't'], 2);
        var rest = m[(at + 1)..];
        return new Candidate(
            m[..1],
            m[1..2],
            Now.AddMinutes(-int.Parse(m[2..at], null)),
            new(m[at] == 'c' ? LaunchConfiguration : m[at] == 'o' ? OtherTemplate : CurrentTemplate,
                int.Parse(rest.TrimEnd('p', 'w', 's', 'x'), null)),
            State(m[^1]),
            m.EndsWith('p'),
            ZoneEnabled: !m.EndsWith('x'));
    })];
}
