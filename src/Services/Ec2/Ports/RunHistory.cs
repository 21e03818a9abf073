using Orrery.Contracts.Loads;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Catalog;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Loads;
using Orrery.Services.Ec2.Rules.Markets;

namespace Orrery.Services.Ec2.Ports;

/// <summary>What instances did and cost, told from their lives and loads.</summary>
internal sealed class RunHistory : IRunHistory
{
    private const int Minute = 60;
    private const decimal Hour = 3600;

    /// <inheritdoc/>
    public IReadOnlyList<RunPoint> Read(ReadCall call, RunQuestion question)
    {
        var (first, end, step) = (Minutes.Of(question.From), Minutes.Of(question.To), Math.Max(1, question.Period));
        var bins = new Bin[(end - first + step - 1) / step];
        var isServed = new bool[end - first];
        var runs = new Runs(call);
        foreach (var life in LoadTargets.Tagged(call, question.Tag, first))
        {
            foreach (var minute in runs.Read(life, first, end))
            {
                isServed[minute.At - first] = true;
                bins[(minute.At - first) / step].Add(minute.Utilization, minute.Demand.Requests, minute.Throughput);
            }

            foreach (var span in life.Spans) Charge(call, bins, (first, step), (life, span));
        }

        var own = call.Read(LoadTables.Loads).All()
            .Where(load => load.Load.Targets!.All(target => LoadTargets.TagOf(target) == question.Tag))
            .Select(load => runs.ShareOf(load, first)).ToList();
        for (var at = 0; at < isServed.Length; at++)
        {
            if (!isServed[at]) bins[at / step].Requests += own.Sum(share => share.RateAt(first + at));
        }

        return [.. bins.Select((bin, place) =>
            bin.Point(Minutes.Begin(first + (place * (long)step)), Math.Min(step, isServed.Length - (place * step))))];
    }

    // A span counts by the second, as EC2 charges; what it costs is the price at the beginning of each while.
    private static void Charge(
        ReadCall call, Bin[] bins, (long First, int Step) grid, (InstanceLifeRecord Life, LifeSpanRecord Span) what)
    {
        var begin = Math.Max(what.Span.From.ToUnixTimeSeconds(), grid.First * Minute);
        var end = Math.Min(
            (what.Span.To ?? call.Now).ToUnixTimeSeconds(), (grid.First + ((long)bins.Length * grid.Step)) * Minute);
        while (begin < end)
        {
            var place = ((begin / Minute) - grid.First) / grid.Step;
            var next = Math.Min(end, (grid.First + ((place + 1) * grid.Step)) * Minute);
            bins[place].Cost += (next - begin) / Hour * Price(call, what, begin);
            begin = next;
        }
    }

    private static decimal Price(ReadCall call, (InstanceLifeRecord Life, LifeSpanRecord Span) what, long second)
    {
        var (life, span) = what;
        var spot = life is { IsSpot: true, Zone: { } zone }
            ? SpotPrices.At(
                CapacityPools.SeedOf(call), call.Region, new(zone, span.Type),
                DateTimeOffset.FromUnixTimeSeconds(second))
            : null;
        return spot ?? PriceCatalog.Find(call.Region, span.Type)?.OnDemand ?? 0;
    }

    private struct Bin
    {
        private int _running;
        private double _busy;
        private double _served;

        public double Requests { get; set; }

        public decimal Cost { get; set; }

        public void Add(double utilization, double requests, double served)
        {
            _running++;
            _busy += utilization;
            Requests += requests;
            _served += served;
        }

        public readonly RunPoint Point(DateTimeOffset at, int minutes) => new(
            at, _running / (double)minutes, _running > 0 ? _busy / _running : null, Requests / minutes,
            _served / minutes, Cost);
    }
}
