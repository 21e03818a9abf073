using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Logs.Ids;
using Orrery.Services.Logs.Insights;
using Orrery.Services.Logs.Rules;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Queries;

/// <summary>
/// The fields that the events of a group have around a time, each with the share of the events that have it. At most
/// 1,000 events are looked at. Source: CloudWatch Logs API Reference, GetLogGroupFields.
/// </summary>
public sealed class GetLogGroupFields : IReadOperation<GetLogGroupFieldsRequest, GetLogGroupFieldsResult>
{
    /// <inheritdoc/>
    public GetLogGroupFieldsResult Run(GetLogGroupFieldsRequest request, ReadCall call)
    {
        var group = LogGroups.Of(call, request.LogGroupName, request.LogGroupIdentifier);
        EventPages.RefuseDelivery(group);

        // Eight minutes before and after a time that is given, else the last fifteen minutes.
        var time = request.Time is { } given ? (given > 100_000_000_000 ? given : given * 1000) : (long?)null;
        var (from, to) = time is { } at
            ? (at - (8 * Minute), at + (8 * Minute)) : (call.Now.Ms() - (15 * Minute), EventKey.LastTime);
        var events = Reading.Interleaved(
            call,
            [.. LogGroups.Streams(call, group.Name.Value)],
            Math.Max(Math.Max(from, 0), LogGroups.Cutoff(group, call.Now)),
            to).Take(Most).ToList();
        var counts = Always.ToDictionary(name => name, _ => events.Count, StringComparer.Ordinal);
        foreach (var name in events.SelectMany(e => Discovery.Fields(e.Event.Message).Keys))
        {
            counts[name] = counts.GetValueOrDefault(name) + 1;
        }

        return new()
        {
            LogGroupFields = events.Count == 0 ? [] :
            [
                .. counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal)
                    .Select(c =>
                        new LogGroupField { Name = c.Key, Percent = (int)Math.Round(100d * c.Value / events.Count) }),
            ],
        };
    }

    private const long Minute = 60_000;
    private const int Most = 1_000;
    private static readonly string[] Always = ["@ingestionTime", "@log", "@logStream", "@message", "@timestamp"];
}
