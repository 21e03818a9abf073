using CsCheck;
using Orrery.Services.Ec2.Rules.FlowLogs;

namespace Orrery.Tests.Unit.Services.Ec2;

public sealed class FlowSpreadTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly Gen<FlowSpread> Flows =
        from start in Gen.Int[0, 3600]
        from duration in Gen.OneOf(Gen.Const(0), Gen.Int[0, 7200])
        from packets in Gen.OneOf(Gen.Long[1, 5], Gen.Long[1, 1_000_000_000_000])
        from size in Gen.Long[20, 65535]
        select new FlowSpread(Noon.AddSeconds(start), TimeSpan.FromSeconds(duration), packets, packets * size);

    [Fact]
    public void The_shares_of_intervals_add_up_to_the_flow() => Flows.Sample(flow =>
    {
        foreach (var seconds in new[] { 60, 600 })
        {
            var shares = flow.Over(TimeSpan.FromSeconds(seconds)).ToList();
            Assert.Equal((flow.Packets, flow.Bytes), (shares.Sum(s => s.Packets), shares.Sum(s => s.Bytes)));
            Assert.Single(shares, s => s.IsFirst);
            Assert.Single(shares, s => s.IsLast);
        }
    });

    [Fact]
    public void Each_share_lies_in_its_interval_and_within_the_flow() => Flows.Sample(flow =>
    {
        var interval = TimeSpan.FromSeconds(60);
        var shares = flow.Over(interval).ToList();
        Assert.Equal(flow.Start, shares[0].First);
        Assert.All(shares, share =>
        {
            Assert.True(share.Packets > 0);
            Assert.True(share.Window <= share.First && share.First <= share.Last);
            Assert.True(share.Last < share.Window + interval);
            Assert.True(share.Last <= flow.Start + flow.Duration);
        });
        Assert.All(shares.Zip(shares.Skip(1)), pair => Assert.True(pair.First.Last <= pair.Second.First));
    });

    [Fact]
    public void Short_intervals_add_up_to_long_ones() => Flows.Sample(flow =>
    {
        var longer = flow.Over(TimeSpan.FromSeconds(600)).Select(s => (s.Window, s.Packets, s.Bytes));
        var shorter = flow.Over(TimeSpan.FromSeconds(60))
            .GroupBy(s => FlowSpread.WindowOf(s.Window, TimeSpan.FromSeconds(600)))
            .Select(g => (g.Key, g.Sum(s => s.Packets), g.Sum(s => s.Bytes)));
        Assert.Equal(longer, shorter);
    });
}
