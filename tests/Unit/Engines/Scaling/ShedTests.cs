using System.Globalization;
using CsCheck;
using Orrery.Engines.Scaling;
using Orrery.Engines.Scaling.Balance;
using Orrery.Engines.Scaling.Mixed;
using Orrery.Engines.Scaling.Termination;

namespace Orrery.Tests.Unit.Engines.Scaling;

/// <summary>
/// EC2 Auto Scaling User Guide, "Configure termination policies" (mixed groups: the purchase option, then zones, then
/// policies) and "Instance weighting" (never below what is desired).
/// </summary>
public sealed class ShedTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly Gen<Candidate[]> Groups = Gen.Select(
        Gen.Int[0, 2], Gen.Int[1, 9], Gen.Bool, Gen.Bool.Select(Gen.Bool, (a, b) => a && b)).Array[0, 20]
        .Select(drawn => drawn.Select((d, i) => new Candidate(
            $"i{i}", $"z{d.Item1}", Now.AddMinutes(-i), Protected: d.Item4,
            Purchase: d.Item3 ? Purchase.Spot : Purchase.OnDemand, Weight: d.Item2)).ToArray());

    // Members are letters: o On-Demand, s Spot; then the zone and the weight, the oldest first. What goes, by place.
    [Theory]
    [InlineData(50, 4, "oa1 ob1 sa1 sb1 sc1", "2")] // Spot is what there is too much of: of three zones the oldest
    [InlineData(50, 4, "oa1 ob1 oc1 sa1 sb1", "0")] // On-Demand now
    [InlineData(50, 2, "oa1 ob1 sa1 sb1", "0 3")] // one of each
    [InlineData(100, 12, "oa12 ob12", "0")]
    [InlineData(100, 13, "oa12 ob12", "")] // 11 are too much, and each counts 12
    [InlineData(100, 4, "oa4 ob1 oc1", "1 2")] // the heavy one would leave too few
    [InlineData(50, 6, "oa3 ob3 sa3 sb1 sc1", "0 3 4")] // 3 of each are left, and the heavy Spot is not too much
    [InlineData(0, 3, "oa1 ob1 oc1 sa3", "0 1 2")]
    public void What_goes_leaves_what_is_desired_and_how_it_is_divided(
        int percent, int desired, string members, string goes)
    {
        var parsed = members.Split(' ').Select((text, i) => new Candidate(
            $"{i}", text[1..2], Now.AddMinutes(i), Purchase: text[0] == 's' ? Purchase.Spot : Purchase.OnDemand,
            Weight: int.Parse(text[2..], CultureInfo.InvariantCulture))).ToList();
        var chosen = ShedRules.Take(
            new(parsed, [TerminationPolicy.OldestInstance], Now), new(0, percent), desired);
        Assert.Equal(goes, string.Join(' ', chosen.Select(c => c.Chosen!.Id)));
    }

    [Fact]
    public void What_stays_reaches_what_is_desired_and_nothing_that_fits_is_left_over() =>
        Gen.Select(Groups, Gen.Int[0, 100], Gen.Int[0, 60], Gen.Int[0, 9]).Sample((members, percent, desired, first) =>
        {
            var gone = ShedRules.Take(new(members, [], Now), new(first, percent), desired)
                .Select(c => c.Chosen!).ToList();
            var (had, left) = (members.Sum(m => m.Weight), members.Except(gone).ToList());
            var has = left.Sum(m => m.Weight);
            Assert.True(has >= Math.Min(had, desired));
            Assert.All(gone, one => Assert.False(one.Protected));
            Assert.All(left.Where(one => !one.Protected), one => Assert.True(has - one.Weight < desired));
        });

    [Theory]
    [InlineData("12 6 0", 6, "c")] // one instance of 6 moves
    [InlineData("12 12 0", 12, "")] // no further apart than an instance counts
    [InlineData("13 12 0", 12, "c")]
    [InlineData("3 1 1", 1, "b")]
    public void Zones_are_in_balance_when_no_instance_would_better_it(string counts, int weight, string launch)
    {
        ZoneFact[] zones = [.. counts.Split(' ').Select((count, i) => new ZoneFact(
            $"{(char)('a' + i)}", int.Parse(count, CultureInfo.InvariantCulture)))];
        Assert.Equal(launch, string.Join(' ', BalanceRules.Rebalance(zones, 100, weight).Launch));
    }
}
