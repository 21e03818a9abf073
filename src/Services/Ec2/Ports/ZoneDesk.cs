using Orrery.Contracts.Capacity;
using Orrery.Contracts.Regions;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Health;

namespace Orrery.Services.Ec2.Ports;

/// <summary>Takes zones out of order, and mends them.</summary>
internal sealed class ZoneDesk : IZoneFailures
{
    /// <inheritdoc/>
    public IReadOnlyList<ZoneFailure> List(ReadCall call) =>
        [.. call.Read(HealthTables.ZoneFailures).All().Select(failure => View(call, failure))];

    /// <inheritdoc/>
    public ZoneFailure Fail(Call call, string zone, TimeSpan? lasting)
    {
        Check(call, zone);
        if (lasting <= TimeSpan.Zero)
        {
            throw Errors.InvalidParameterValue("A failure lasts longer than no time.");
        }

        return View(call, ZoneFailures.Begin(call, zone, call.Now + lasting));
    }

    /// <inheritdoc/>
    public ZoneFailure? Mend(Call call, string zone)
    {
        Check(call, zone);
        if (ZoneFailures.Of(call, zone) is not { } failure)
        {
            return null;
        }

        var view = View(call, failure);
        ZoneFailures.End(call, failure);
        return view with { To = call.Now };
    }

    private static void Check(ReadCall call, string zone)
    {
        if (RegionCatalog.Find(call.Region)?.ZoneNamed(zone) is null)
        {
            throw Errors.InvalidParameterValue($"The zone {zone} is not in the region {call.Region}.");
        }
    }

    private static ZoneFailure View(ReadCall call, ZoneFailureRecord failure) => new(
        failure.Id.Value, failure.From, failure.To, ZoneFailures.Instances(call, failure.Id.Value).Count());
}
