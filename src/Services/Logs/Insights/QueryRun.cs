using System.Text;
using Orrery.Kernel.Calls;
using Orrery.Services.Logs.Records;
using Orrery.Services.Logs.Rules;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Insights;

/// <summary>
/// Runs a query. Results are worked out from the events when they are asked for, as far as these had come when the
/// query began: nothing is kept, and no writer waits.
/// </summary>
internal static class QueryRun
{
    private const int Standard = 10_000;
    private static readonly string[] StandardFields = ["@timestamp", "@message"];

    /// <summary>Runs it.</summary>
    public static Answer Of(ReadCall call, QueryRecord record)
    {
        var query = QueryParser.Parse(record.Text);
        var events = Events(call, record);
        IEnumerable<Row> rows = events;
        foreach (var step in query.Steps.Take(query.Filters))
        {
            rows = step(rows);
        }

        var matched = rows.ToList();
        rows = matched;
        foreach (var step in query.Steps.Skip(query.Filters))
        {
            rows = step(rows);
        }

        var results = rows.Take(record.Limit ?? Standard).Select(r => View(query, r)).ToList();
        return new(results, new()
        {
            RecordsMatched = matched.Count,
            RecordsScanned = events.Count,
            BytesScanned = events.Sum(r => (double)Encoding.UTF8.GetByteCount(r.Event!.Message)),
            EstimatedBytesSkipped = 0,
            EstimatedRecordsSkipped = 0,
            LogGroupsScanned = record.Groups.Count,
        });
    }

    /// <summary>The fields of one event, for GetLogRecord.</summary>
    public static IReadOnlyDictionary<string, string> Fields(ReadCall call, StreamRecord stream, EventRecord entry)
    {
        var row = Make(call, stream, entry);
        var names = new[] { "@timestamp", "@ingestionTime", "@message", "@logStream", "@log" };
        var fields = names.ToDictionary(
            n => n,
            n => row.Get(n) is QueryTime time
                ? Values.TextOf((double)time.Ms)!
                : Values.TextOf(row.Get(n))!,
            StringComparer.Ordinal);
        foreach (var (name, value) in Discovery.Fields(entry.Message))
        {
            fields[name] = value;
        }

        return fields;
    }

    private static List<Row> Events(ReadCall call, QueryRecord record)
    {
        var rows = new List<Row>();
        var began = record.Created.Ms();
        foreach (var name in record.Groups)
        {
            if (call.Read(Tables.Groups).Find(new(name)) is { } group)
            {
                var first = Math.Max(record.From, LogGroups.Cutoff(group, record.Created));
                rows.AddRange(
                    from pair in Reading.Interleaved(call, [.. LogGroups.Streams(call, name)], first, record.To)
                    where pair.Event.Ingested <= began
                    select Make(call, pair.Stream, pair.Event));
            }
        }

        // The latest first: what a query without sort gives, and what dedup keeps.
        return [.. rows.OrderByDescending(r => r.Event!.Key.Time).ThenByDescending(r => r.Event!.Key.Number)];
    }

    private static Row Make(ReadCall call, StreamRecord stream, EventRecord entry) =>
        new() { Event = entry, Stream = stream.Name, Log = $"{call.Account}:{stream.Group}" };

    private static List<ResultField> View(Query query, Row row)
    {
        var fields =
            from name in query.Fields ?? StandardFields
            let value = Values.TextOf(row.Get(name))
            where value is not null
            select new ResultField { Field = name, Value = value };
        var all = fields.ToList();
        if (row.Event is { } entry)
        {
            all.RemoveAll(f => f.Field == "@ptr");
            all.Add(new() { Field = "@ptr", Value = EventIds.Pointer(entry.Key) });
        }

        return all;
    }
}
