using System.Globalization;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Fleets;

/// <summary>What happened to fleets; events tell the same. Source: EC2 API Reference, EventInformation.</summary>
internal static class FleetHistory
{
    /// <summary>Writes an event down.</summary>
    public static void Add(
        Call call, FleetRecord fleet, FleetEventType kind, string subType, string? about = null)
    {
        var events = call.Write(SpotTables.FleetEvents);
        var prefix = KeyOf(fleet.Id, call.Now);
        var number = events.From(new(prefix)).TakeWhile(e => e.Id.Value.StartsWith(prefix, StringComparison.Ordinal))
            .Count();
        var instance = kind == FleetEventType.InstanceChange ? about : null;
        events.Put(new(
            new(string.Create(CultureInfo.InvariantCulture, $"{prefix} {number:d6}")),
            call.Now, kind, subType, instance is null ? about : null, instance));
        FleetEvents.Tell(call, fleet, kind, subType, about);
    }

    /// <summary>The events of a fleet from an instant on.</summary>
    public static IEnumerable<FleetEventRecord> Of(ReadCall call, FleetId fleet, DateTimeOffset from) =>
        call.Read(SpotTables.FleetEvents).From(new(KeyOf(fleet, from)))
            .TakeWhile(e => e.Id.Value.StartsWith(fleet.Value, StringComparison.Ordinal));

    private static string KeyOf(FleetId fleet, DateTimeOffset at) => $"{fleet} {at.UtcTicks:d19}";
}
