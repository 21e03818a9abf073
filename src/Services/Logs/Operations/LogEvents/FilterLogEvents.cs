using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Logs.Ids;
using Orrery.Services.Logs.Patterns;
using Orrery.Services.Logs.Records;
using Orrery.Services.Logs.Rules;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.LogEvents;

/// <summary>
/// Searches the streams of a group, interleaved by time. A page ends with its limit, with 1 MB, or when 10,000 events
/// were looked at: then it may have few events, or none, and a token. Source: CloudWatch Logs API Reference,
/// FilterLogEvents.
/// </summary>
public sealed class FilterLogEvents : IReadOperation<FilterLogEventsRequest, FilterLogEventsResult>
{
    /// <inheritdoc/>
    public FilterLogEventsResult Run(FilterLogEventsRequest request, ReadCall call)
    {
        if (request.Unmask == true)
        {
            throw Errors.NotServed("data protection (unmask)");
        }

        var group = LogGroups.Of(call, request.LogGroupName, request.LogGroupIdentifier);
        EventPages.RefuseDelivery(group);
        var pattern = FilterPattern.Parse(request.FilterPattern ?? "");
        var streams = Streams(request, group, call);
        var from = Math.Max(request.StartTime ?? 0, LogGroups.Cutoff(group, call.Now));
        var place = request.NextToken is { } token ? SearchPlace.Open(token) : null;
        var page = new SearchPage(request.Limit ?? 10_000);
        // "interleaved" needs no refusal: it is deprecated, and AWS interleaves whatever it says, since June 2019.
        var walk =
            Reading.Interleaved(call, streams, Math.Max(from, place?.Time ?? 0), request.EndTime ?? EventKey.LastTime);
        foreach (var (stream, entry) in walk)
        {
            if (place?.IsPast(stream.Name, entry.Key) != false)
            {
                page.Look(stream.Name, entry, pattern.Match(entry.Message) is not null);
                if (page.IsFull)
                {
                    break;
                }
            }
        }

        return new() { Events = page.Events, NextToken = page.Next, SearchedLogStreams = [] };
    }

    private static IReadOnlyList<StreamRecord> Streams(
        FilterLogEventsRequest request, GroupRecord group, ReadCall call)
    {
        if (request.LogStreamNames is { } names)
        {
            return request.LogStreamNamePrefix is null
                ? [.. names.Order(StringComparer.Ordinal).Distinct().Select(n =>
                    LogGroups.Stream(call, group.Name.Value, n))]
                : throw Errors.Invalid("You cannot specify both logStreamNames and logStreamNamePrefix.");
        }

        var prefix = request.LogStreamNamePrefix ?? "";
        return
        [
            .. LogGroups.Streams(call, group.Name.Value)
                .Where(s => s.Name.StartsWith(prefix, StringComparison.Ordinal))
                .OrderBy(s => s.Name, StringComparer.Ordinal),
        ];
    }
}
