using CsCheck;
using Orrery.Engines.Load.Credits;
using Orrery.Engines.Load.Serving;
using Orrery.Engines.Load.Shapes;

namespace Orrery.Tests.Unit.Engines.Load;

public sealed class InstanceRunTests
{
    private static readonly Capacity Micro = new(2, 1024, 6e8, new(2, 12, false));

    private static readonly Gen<List<RunningSpan>> Lives = Gen.Select(
        Gen.Select(Gen.Int[0, 50], Gen.Int[1, 200]).Array[1, 4], Gen.Bool, (parts, unlimited) =>
        {
            var capacity = Micro with { Credits = Micro.Credits! with { Unlimited = unlimited } };
            var (spans, at) = (new List<RunningSpan>(), 0L);
            foreach (var (pause, length) in parts)
            {
                spans.Add(new(at + pause, at + pause + length, capacity));
                at += pause + length;
            }

            return spans;
        });

    [Fact]
    public void Read_from_anywhere_it_equals_the_slow_and_obvious_twin() =>
        Gen.Select(Lives, Gen.Double[0, 60], Gen.Int[0, 900], Gen.Int[0, 300]).Sample((spans, high, from, length) =>
        {
            var loads = new[] { Share(new NoiseShape(new DiurnalShape(0, high, 3), 0.5, 11)) };
            var read = new InstanceRun(spans, loads).Read(from, from + length).Select(m => (m.At, m.Busy, m.Credits));
            var twin = Twin(spans, loads).Where(m => m.At >= from && m.At < from + length)
                .Select(m => (m.At, m.Busy, m.Credits));
            Assert.Equal(twin, read);
        });

    [Fact]
    public void Under_steady_load_credits_run_dry_and_it_falls_to_its_baseline()
    {
        // 60 requests a second of 10 ms want 0.6 vCPUs; 12 credits an hour are 0.2.
        var run = new InstanceRun([new(0, null, Micro)], [Share(new RampShape(0, 60, 24 * 60))]);
        var minutes = run.Read(0, 72 * 60).ToList();
        Assert.Equal(288 - (24 * 60 * Server.Background), minutes[(24 * 60) - 1].Credits.Balance, 6);
        Assert.True(minutes[(24 * 60) + 10].Utilization > 0.3);
        Assert.Equal(0, minutes[^1].Credits.Balance, 6);
        Assert.Equal(0.1, minutes[^1].Utilization, 3);
        Assert.True(minutes[^1].Errors > 39);
        Assert.True(minutes[^1].LatencyOf(0.01) > minutes[(24 * 60) + 10].LatencyOf(0.01));
    }

    [Fact]
    public void A_load_is_divided_by_those_that_run()
    {
        var count = new Headcount([(0, null), (10, 20), (15, null)]);
        Assert.Equal([1, 2, 3, 2], new long[] { 5, 10, 15, 20 }.Select(count.At));
        Assert.Equal(0, count.At(-1));
        var share = new LoadShare(new ConstantShape(6), new(0.01), 0, 18, count);
        Assert.Equal([6, 3, 2, 0], new long[] { 9, 14, 17, 18 }.Select(share.RateAt));
    }

    // Kleinrock, Queueing Systems I: M/M/1 waits rho / (1 - rho) service times, and C(1, a) is a.
    [Theory]
    [InlineData(1, 0.5, 0.5)]
    [InlineData(1, 0.9, 0.9)]
    [InlineData(2, 1.0, 0.333333)]
    public void Erlangs_formula_tells_how_often_requests_wait(int servers, double offered, double probability) =>
        Assert.Equal(probability, Queueing.ErlangC(servers, offered), 5);

    [Fact]
    public void What_exceeds_processors_network_or_memory_fails()
    {
        var own = new Capacity(2, 1000, 1000);
        Assert.False(Server.Serve(0, own, default, default(Demand).And(10, new(0.1))).Saturated);
        Assert.Equal(0.5, Server.Serve(0, own, default, default(Demand).And(40, new(0.1))).Served, 2);
        Assert.Equal(0.25, Server.Serve(0, own, default, default(Demand).And(4, new(0.01, 0, 0, 1000))).Served, 9);
        Assert.True(Server.Serve(0, own, default, default(Demand).And(1, new(1, 9000))).Errors > 0.8);
    }

    private static LoadShare Share(Shape shape) =>
        new(shape, new(0.01), 0, null, new Headcount([(0, null)]));

    private static List<Minute> Twin(List<RunningSpan> spans, LoadShare[] loads)
    {
        var minutes = new List<Minute>();
        var (credits, stopped) = (default(CreditState), -1L);
        for (var at = 0L; at <= spans[^1].To; at++)
        {
            foreach (var span in spans.Where(span => span.From <= at && at < span.To))
            {
                if (span.From == at) credits = CreditRules.Start(span.Capacity.Credits!, credits, at - stopped);
                var demand = default(Demand);
                foreach (var load in loads) demand = demand.And(load.RateAt(at), load.Cost);
                minutes.Add(Server.Serve(at, span.Capacity, credits, demand));
                credits = minutes[^1].Credits;
                stopped = at + 1;
            }
        }

        return minutes;
    }
}
