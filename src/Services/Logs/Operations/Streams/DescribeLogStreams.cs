using System.Globalization;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Logs.Records;
using Orrery.Services.Logs.Rules;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Streams;

/// <summary>
/// Lists the streams of a group, by name or by the time of their last event. The size of a stream is always told as 0
/// (CloudWatch Logs API Reference, LogStream).
/// </summary>
public sealed class DescribeLogStreams : IReadOperation<DescribeLogStreamsRequest, DescribeLogStreamsResult>
{
    /// <inheritdoc/>
    public DescribeLogStreamsResult Run(DescribeLogStreamsRequest request, ReadCall call)
    {
        var group = LogGroups.Of(call, request.LogGroupName, request.LogGroupIdentifier);
        var byTime = request.OrderBy == OrderBy.LastEventTime;
        if (byTime && request.LogStreamNamePrefix is not null)
        {
            throw Errors.Invalid("Cannot order by LastEventTime with a logStreamNamePrefix.");
        }

        var down = request.Descending == true;
        var all = LogGroups.Streams(call, group.Name.Value)
            .Where(s => request.LogStreamNamePrefix is not { } prefix || s.Name.StartsWith(prefix, StringComparison.Ordinal));
        all = all.OrderBy(s => Key(s, byTime), StringComparer.Ordinal);
        var (page, next) =
            Pages.Of(down ? all.Reverse() : all, s => Key(s, byTime), request.NextToken, request.Limit ?? 50, down);
        var cutoff = LogGroups.Cutoff(group, call.Now);
        return new() { LogStreams = [.. page.Select(s => View(s, cutoff, call))], NextToken = next };
    }

    private static string Key(StreamRecord stream, bool byTime) => byTime
        ? string.Create(CultureInfo.InvariantCulture, $"{stream.Last ?? 0:d15} {stream.Name}")
        : stream.Name;

    private static LogStream View(StreamRecord stream, long cutoff, ReadCall call)
    {
        // What expired is hidden before it is removed: then the first event has to be looked up.
        var first = stream.First < cutoff
            ? Reading.Forwards(call, stream.Id, Ids.EventKey.Before(stream.Id, cutoff)).FirstOrDefault()?.Key.Time
            : stream.First;
        return new()
        {
            LogStreamName = stream.Name,
            CreationTime = stream.CreationTime.Ms(),
            FirstEventTimestamp = first,
            LastEventTimestamp = first is null ? null : stream.Last,
            LastIngestionTime = stream.Ingested,
            UploadSequenceToken = EventIds.Token(stream.Number),
            Arn = Arns.Stream(call.Scope, stream.Group, stream.Name),
            StoredBytes = 0,
        };
    }
}
