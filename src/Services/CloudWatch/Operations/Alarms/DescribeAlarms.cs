using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.CloudWatch.Records.Alarms;
using Orrery.Services.CloudWatch.Rules.Alarms;
using Orrery.Services.CloudWatch.Views.Alarms;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Operations.Alarms;

/// <summary>Tells of alarms: by name, prefix, state, action, or by what they have to do with another.</summary>
public sealed class DescribeAlarms : IReadOperation<DescribeAlarmsRequest, DescribeAlarmsResult>
{
    private const int DefaultSize = 50;

    /// <inheritdoc/>
    public DescribeAlarmsResult Run(DescribeAlarmsRequest request, ReadCall call)
    {
        var after = AlarmPages.After(request.NextToken);
        var isFamily = request.ChildrenOfAlarmName is not null || request.ParentsOfAlarmName is not null;
        if (isFamily) CheckAlone(request);
        if (request.AlarmNames is not null && request.AlarmNamePrefix is not null)
            throw AlarmErrors.Invalid("AlarmNames and AlarmNamePrefix cannot be specified together");
        var all = isFamily ? Family(request, call) : Chosen(request, call, after);
        var some = all.Where(a => after is null || string.CompareOrdinal(a.Name.Value, after) > 0);
        var (page, next) = AlarmPages.Of(some, request.MaxRecords ?? DefaultSize, a => a.Name.Value);
        return new()
        {
            MetricAlarms = [.. page.Where(a => a.Rule is null)
                .Select(a => isFamily ? AlarmView.Brief(AlarmView.Metric(a, call)) : AlarmView.Metric(a, call))],
            CompositeAlarms = [.. page.Where(a => a.Rule is not null).Select(a => isFamily
                ? AlarmView.Brief(AlarmView.Composite(a, call), withState: request.ChildrenOfAlarmName is not null)
                : AlarmView.Composite(a, call))],
            NextToken = next,
        };
    }

    /// <summary>Family goes with pages only. Source: botocore documentation of DescribeAlarms.</summary>
    private static void CheckAlone(DescribeAlarmsRequest request)
    {
        if ((request.ChildrenOfAlarmName is not null && request.ParentsOfAlarmName is not null)
            || request.AlarmNames is not null || request.AlarmNamePrefix is not null || request.AlarmTypes is not null
            || request.StateValue is not null || request.ActionPrefix is not null)
        {
            throw AlarmErrors.Invalid("ChildrenOfAlarmName and ParentsOfAlarmName can only be specified with "
                + "MaxRecords and NextToken");
        }
    }

    private static IEnumerable<AlarmRecord> Family(DescribeAlarmsRequest request, ReadCall call)
    {
        var alarms = call.Read(AlarmTables.Alarms);
        if (request.ParentsOfAlarmName is { } child)
            return alarms.By(AlarmTables.ByChild, AlarmStore.Get(call, AlarmNames.Of(child)).Name.Value);
        var parent = AlarmStore.Get(call, AlarmNames.Of(request.ChildrenOfAlarmName!));
        return (parent.Rule?.Children ?? []).Order(StringComparer.Ordinal)
            .Select(name => alarms.Find(new(name))).OfType<AlarmRecord>();
    }

    private static IEnumerable<AlarmRecord> Chosen(DescribeAlarmsRequest request, ReadCall call, string? after)
    {
        var alarms = call.Read(AlarmTables.Alarms);
        var prefix = request.AlarmNamePrefix ?? "";
        var found = request.AlarmNames is { Count: > 0 } names
            ? names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Select(name => alarms.Find(new(name))).OfType<AlarmRecord>()
            : alarms.From(new(after is not null && string.CompareOrdinal(after, prefix) > 0 ? after : prefix))
                .TakeWhile(a => a.Name.Value.StartsWith(prefix, StringComparison.Ordinal));
        var types = request.AlarmTypes is { Count: > 0 } given ? given : [AlarmType.MetricAlarm];
        return found.Where(a => types.Contains(a.Rule is null ? AlarmType.MetricAlarm : AlarmType.CompositeAlarm)
            && (request.StateValue is not { } state || call.Read(AlarmTables.States).Find(a.Name)!.Value == state)
            && (request.ActionPrefix is not { } action || Has(a, action)));
    }

    private static bool Has(AlarmRecord alarm, string prefix) =>
        alarm.OkActions.Concat(alarm.AlarmActions).Concat(alarm.InsufficientDataActions)
            .Any(action => action.StartsWith(prefix, StringComparison.Ordinal));
}
