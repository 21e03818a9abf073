using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.CloudWatch.Records.Alarms;
using Orrery.Services.CloudWatch.Rules.Alarms;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Operations.Alarms;

/// <summary>Tells what happened to alarms in the last 30 days, newest first unless asked otherwise.</summary>
public sealed class DescribeAlarmHistory : IReadOperation<DescribeAlarmHistoryRequest, DescribeAlarmHistoryResult>
{
    /// <inheritdoc/>
    public DescribeAlarmHistoryResult Run(DescribeAlarmHistoryRequest request, ReadCall call)
    {
        if (request.AlarmContributorId is not null)
            throw AlarmErrors.NotServed("the parameter AlarmContributorId");
        var after = AlarmPages.After(request.NextToken);
        var isAscending = request.ScanBy == ScanBy.TimestampAscending;
        var rows = request.AlarmName is { } name
            ? Of(call, AlarmNames.Of(name))
            : call.Read(AlarmTables.History).All();
        var found = rows.Where(row => Fits(request, row, call.Now));
        var ordered = isAscending ? found.OrderBy(OrderOf, Ordinal) : found.OrderByDescending(OrderOf, Ordinal);
        var rest = ordered.Where(row => after is null
            || (Ordinal.Compare(OrderOf(row), after) > 0 == isAscending && OrderOf(row) != after));
        var (page, next) = AlarmPages.Of(rest, request.MaxRecords ?? DefaultSize, OrderOf);
        return new() { AlarmHistoryItems = [.. page.Select(View)], NextToken = next };
    }

    private const int DefaultSize = 50;

    private static readonly StringComparer Ordinal = StringComparer.Ordinal;

    private static IEnumerable<HistoryRecord> Of(ReadCall call, string name)
    {
        var prefix = AlarmHistory.Prefix(name);
        return call.Read(AlarmTables.History).From(new(prefix))
            .TakeWhile(row => row.Key.Value.StartsWith(prefix, StringComparison.Ordinal));
    }

    /// <summary>By instant, then by place; the name keeps alarms of one instant apart.</summary>
    private static string OrderOf(HistoryRecord row) => $"{row.Key.Value[(row.Name.Length + 1)..]}{row.Name}";

    private static bool Fits(DescribeAlarmHistoryRequest request, HistoryRecord row, DateTimeOffset now) =>
        row.At >= now - AlarmHistory.Kept
        && (request.HistoryItemType is null || row.Type == request.HistoryItemType)
        && (request.StartDate is null || row.At >= request.StartDate)
        && (request.EndDate is null || row.At <= request.EndDate)
        && (request.AlarmTypes is { Count: > 0 } types
            ? types.Contains(row.AlarmType)
            : request.AlarmName is not null || row.AlarmType == AlarmType.MetricAlarm);

    private static AlarmHistoryItem View(HistoryRecord row) => new()
    {
        AlarmName = row.Name,
        AlarmType = row.AlarmType,
        Timestamp = row.At,
        HistoryItemType = row.Type,
        HistorySummary = HistoryText.Summary(row),
        HistoryData = HistoryText.Data(row),
    };
}
