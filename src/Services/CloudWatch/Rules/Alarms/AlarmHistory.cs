using System.Globalization;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.CloudWatch.Records.Alarms;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Rules.Alarms;

/// <summary>Writes down what happens to alarms, for 30 days; <see cref="HistoryText"/> puts it into words.</summary>
internal static class AlarmHistory
{
    /// <summary>How long it is kept. Source: CloudWatch User Guide, "Using CloudWatch alarms".</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    // Whoever looks for what is too old reads it.
    private const int CleanEvery = 256;

    /// <summary>An alarm was made, put anew or deleted.</summary>
    /// <param name="call">The call.</param>
    /// <param name="alarm">The alarm.</param>
    /// <param name="type">Create, Update or Delete.</param>
    public static void Configuration(Call call, AlarmRecord alarm, string type)
    {
        var verb = type == "Delete" ? "deleted" : $"{type.ToLowerInvariant()}d";
        var data = JsonTexts.Object(json =>
        {
            json.WriteString("version", "1.0");
            json.WriteString("type", type);
            AlarmDefinitionJson.Write(json, $"{verb}Alarm", alarm, StateOf(call, alarm).Value);
        });
        Add(call, alarm, HistoryItemType.ConfigurationUpdate, item => item with
        {
            Summary = $"Alarm \"{alarm.Name.Value}\" {verb}", Data = data,
        });
    }

    /// <summary>The state of an alarm changed.</summary>
    public static void StateUpdate(Call call, AlarmRecord alarm, AlarmStateRecord before, AlarmStateRecord after) =>
        Add(call, alarm, HistoryItemType.StateUpdate, item => item with { Change = new(before.Why, after.Why) });

    /// <summary>An action was done, or failed.</summary>
    /// <param name="call">The call.</param>
    /// <param name="alarm">The alarm.</param>
    /// <param name="arn">The action.</param>
    /// <param name="message">What was published, for a topic.</param>
    /// <param name="failure">What went wrong; null where nothing did.</param>
    public static void Action(Call call, AlarmRecord alarm, string arn, string? message, string? failure) =>
        Add(call, alarm, HistoryItemType.Action, item => item with
        {
            Action = new(arn, StateOf(call, alarm).Updated, message, failure),
        });

    /// <summary>Where the history of an alarm begins.</summary>
    public static string Prefix(string name) => $"{name}\u001f";

    /// <summary>
    /// Where an alarm that is made now begins to count its items: after those that one of this name left at this
    /// instant.
    /// </summary>
    public static long CountAt(Call call, string name)
    {
        var begin = string.Create(CultureInfo.InvariantCulture, $"{Prefix(name)}{call.Now.UtcTicks:D19}");
        var last = call.Read(AlarmTables.History).From(new(begin))
            .TakeWhile(row => row.Key.Value.StartsWith(begin, StringComparison.Ordinal)).LastOrDefault();
        return last is null
            ? 0
            : 1 + long.Parse(last.Key.Value.AsSpan(begin.Length), NumberStyles.None, CultureInfo.InvariantCulture);
    }

    /// <summary>Forgets what is older than 30 days.</summary>
    /// <param name="call">The call.</param>
    /// <param name="prefix">Where the history begins.</param>
    /// <param name="most">How many items at most, the oldest first.</param>
    /// <returns>When the oldest item was written that is left; null where none is.</returns>
    public static DateTimeOffset? Clean(Call call, string prefix, int most = int.MaxValue)
    {
        var rows = call.Write(AlarmTables.History);
        var old = new List<HistoryKey>();
        DateTimeOffset? oldest = null;
        foreach (var row in rows.From(new(prefix)))
        {
            if (!row.Key.Value.StartsWith(prefix, StringComparison.Ordinal)) break;
            if (row.At >= call.Now - Kept || old.Count == most)
            {
                oldest = row.At;
                break;
            }

            old.Add(row.Key);
        }

        foreach (var key in old)
            rows.Remove(key);
        return oldest;
    }

    private static void Add(
        Call call, AlarmRecord alarm, HistoryItemType type, Func<HistoryRecord, HistoryRecord> tell)
    {
        var state = StateOf(call, alarm);
        var rows = call.Write(AlarmTables.History);
        var prefix = Prefix(alarm.Name.Value);
        var oldest = state.Items % CleanEvery != 0 || state.Oldest >= call.Now - Kept
            ? state.Oldest
            : Clean(call, prefix, 2 * CleanEvery) ?? call.Now;
        call.Write(AlarmTables.States).Put(state with { Items = state.Items + 1, Oldest = oldest });
        rows.PutNew(tell(new(
            new(string.Create(CultureInfo.InvariantCulture, $"{prefix}{call.Now.UtcTicks:D19}{state.Items:D9}")),
            alarm.Name.Value,
            alarm.Rule is null ? AlarmType.MetricAlarm : AlarmType.CompositeAlarm,
            call.Now,
            type)));
    }

    private static AlarmStateRecord StateOf(Call call, AlarmRecord alarm) =>
        call.Read(AlarmTables.States).Find(alarm.Name)!;
}
