using System.Runtime.CompilerServices;
using Orrery.Contracts.Loads;
using Orrery.Engines.Load.Serving;
using Orrery.Engines.Load.Shapes;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Rules.Loads;

/// <summary>Declared loads as the engine takes them. They were checked when they were applied.</summary>
internal static class Shapes
{
    // A record never changes, so what is made of it may be kept with it.
    private static readonly ConditionalWeakTable<LoadRecord, Shape> Known = [];

    /// <summary>The rate of a load.</summary>
    public static Shape Of(LoadRecord record) =>
        Known.GetValue(record, static r => Of(r.Load.Rate!, r.Load.From!.Value));

    /// <summary>What a request of it costs.</summary>
    public static RequestCost CostOf(LoadCost cost) => new(
        cost.CpuSeconds ?? 0, cost.MemoryMb ?? 0, cost.BytesIn ?? 0, cost.BytesOut ?? 0, cost.DiskReads ?? 0,
        cost.DiskWrites ?? 0);

    private static Shape Of(LoadShape shape, DateTimeOffset begin)
    {
        var start = (shape.Start ?? begin).AddSeconds(shape.After ?? 0);
        var minute = Minutes.Of(start);
        var minutes = (shape.Seconds ?? 0) / 60;
        return shape.Kind switch
        {
            "constant" => new ConstantShape(shape.Value!.Value),
            "ramp" or "step" => new RampShape(shape.From!.Value, shape.To!.Value, minute, minutes),
            "diurnal" => new DiurnalShape(shape.Low!.Value, shape.High!.Value, shape.PeakHour!.Value),
            "weekly" => new WeeklyShape(shape.Values!),
            "spike" => new SpikeShape(shape.Value!.Value, minute, minutes),
            "trace" => new TraceShape(TraceText.Read(shape.Csv!, start)),
            "sum" => new SumShape([.. shape.Parts!.Select(part => Of(part, begin))]),
            "product" => new ProductShape(shape.Value ?? 1, [.. shape.Parts!.Select(part => Of(part, begin))]),
            "noise" => new NoiseShape(Of(shape.Parts![0], begin), shape.Amplitude!.Value, shape.Seed ?? 0),
            _ => throw new InvalidOperationException($"No shape is called {shape.Kind}."),
        };
    }
}
