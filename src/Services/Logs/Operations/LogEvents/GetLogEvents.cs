using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Logs.Ids;
using Orrery.Services.Logs.Rules;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.LogEvents;

/// <summary>
/// The events of a stream, a page at a time and in both directions; at most 1 MB. At either end the token of the
/// request comes back. Source: CloudWatch Logs API Reference, GetLogEvents.
/// </summary>
public sealed class GetLogEvents : IReadOperation<GetLogEventsRequest, GetLogEventsResult>
{
    /// <inheritdoc/>
    public GetLogEventsResult Run(GetLogEventsRequest request, ReadCall call)
    {
        if (request.Unmask == true)
        {
            throw Errors.NotServed("data protection (unmask)");
        }

        var group = LogGroups.Of(call, request.LogGroupName, request.LogGroupIdentifier);
        EventPages.RefuseDelivery(group);
        var stream = LogGroups.Stream(call, group.Name.Value, request.LogStreamName!);
        var from = Math.Max(request.StartTime ?? 0, LogGroups.Cutoff(group, call.Now));
        var to = (request.EndTime ?? EventKey.LastTime) - 1; // The end is not included.
        var limit = request.Limit ?? 10_000;
        var place = request.NextToken is { } token ? EventPages.Place(token, stream.Id) : null;
        var forwards = place?.IsForwards ?? request.StartFromHead == true;
        var events = forwards
            ? EventPages.Forwards(call, stream, place?.Key, from, to).ToList(limit)
            : EventPages.Backwards(call, stream, place?.Key, from, to).ToList(limit);
        if (!forwards)
        {
            events.Reverse();
        }

        var (first, last) = events.Count > 0
            ? (events[0].Key, events[^1].Key)
            : place?.Key is { } same ? (same, same) : EventPages.Nowhere(stream.Id, forwards ? from : to + 1);
        return new()
        {
            Events =
            [
                .. events.Select(e => new OutputLogEvent
                {
                    Timestamp = e.Key.Time, IngestionTime = e.Ingested, Message = e.Message,
                }),
            ],
            NextForwardToken = $"f/{EventIds.Of(last)}/s",
            NextBackwardToken = $"b/{EventIds.Of(first)}/s",
        };
    }
}
