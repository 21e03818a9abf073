using Orrery.Contracts.Loads;
using Orrery.Host.Admin.Shapes;
using Orrery.Kernel.Calls;
using Orrery.Services.CloudWatch.Operations.Alarms;
using Orrery.Wire.Generated.Cloudwatch;
using Orrery.Wire.Requests;

namespace Orrery.Host.Admin.Handlers;

/// <summary><c>/_orrery/top</c>: instances, loads and alarms as they stand.</summary>
internal static class TopHandler
{
    private const int MostAlarms = 100;

    public static async Task<WireResponse> ShowAsync(Station station, AdminCall call)
    {
        var world = await station.Worlds.FindAsync(call.World);
        var loads = Inquiry.Port<ILoads>(world);
        var info = Inquiry.Info(station, call, world, "orrery:Top");
        var view = world.Query(info, read => new TopView(
            read.Now, loads.Instances(read), loads.List(read), Alarms(read)));
        return AdminCall.Json(view, AdminJson.Default.TopView);
    }

    // Those that have something to say come first.
    private static IReadOnlyList<TopAlarm> Alarms(ReadCall call)
    {
        var found = new DescribeAlarms().Run(
            new() { MaxRecords = MostAlarms, AlarmTypes = [AlarmType.MetricAlarm, AlarmType.CompositeAlarm] }, call);
        return
        [
            .. (found.MetricAlarms ?? []).Select(a => Of(a.AlarmName, a.StateValue, a.StateReason))
                .Concat((found.CompositeAlarms ?? []).Select(a => Of(a.AlarmName, a.StateValue, a.StateReason)))
                .OrderByDescending(alarm => alarm.State == "ALARM")
                .ThenBy(alarm => alarm.Name, StringComparer.Ordinal),
        ];
    }

    private static TopAlarm Of(string? name, StateValue? state, string? reason) =>
        new(name ?? "", state?.ToWire() ?? "", reason);
}
