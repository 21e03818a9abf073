using System.Globalization;
using System.Text;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.CloudWatch.Records.Alarms;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Rules.Alarms;

/// <summary>
/// Writes down what happens to alarms, for 30 days. The JSON is as in the examples of the CloudWatch User Guide and of
/// `describe-alarm-history` in the AWS CLI Command Reference.
/// </summary>
internal static class AlarmHistory
{
    /// <summary>How long it is kept. Source: CloudWatch User Guide, "Using CloudWatch alarms".</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private const int LongestData = 4095;
    private const int LongestSummary = 255;

    // What went last lies in the file for a while: each look walks over it.
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
        Add(call, alarm, HistoryItemType.ConfigurationUpdate, $"Alarm \"{alarm.Name.Value}\" {verb}", data);
    }

    /// <summary>The state of an alarm changed.</summary>
    public static void StateUpdate(Call call, AlarmRecord alarm, AlarmStateRecord before, AlarmStateRecord after)
    {
        var data = JsonTexts.Object(json =>
        {
            json.WriteString("version", "1.0");
            foreach (var (name, state) in new[] { ("oldState", before), ("newState", after) })
            {
                json.WriteStartObject(name);
                json.WriteString("stateValue", state.Value.ToWire());
                json.WriteString("stateReason", state.Reason);
                JsonText.WriteRaw(json, "stateReasonData", state.ReasonData);
                json.WriteEndObject();
            }
        });
        var summary = $"Alarm updated from {before.Value.ToWire()} to {after.Value.ToWire()}";
        Add(call, alarm, HistoryItemType.StateUpdate, summary, data);
    }

    /// <summary>An action was done, or failed.</summary>
    /// <param name="call">The call.</param>
    /// <param name="alarm">The alarm.</param>
    /// <param name="arn">The action.</param>
    /// <param name="message">What was published, for a topic.</param>
    /// <param name="failure">What went wrong; null where nothing did.</param>
    public static void Action(Call call, AlarmRecord alarm, string arn, string? message, string? failure)
    {
        var data = JsonTexts.Object(json =>
        {
            json.WriteString("actionState", failure is null ? "Succeeded" : "Failed");
            json.WriteNumber("stateUpdateTimestamp", StateOf(call, alarm).Updated.ToUnixTimeMilliseconds());
            json.WriteString("notificationResource", arn);
            if (failure is not null) json.WriteString("error", failure);
            if (message is not null) json.WriteString("publishedMessage", message);
        });
        var begin = failure is null ? "Successfully executed" : "Failed to execute";
        Add(call, alarm, HistoryItemType.Action, $"{begin} action {arn}", data);
    }

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

    private static void Add(Call call, AlarmRecord alarm, HistoryItemType type, string summary, string data)
    {
        var state = StateOf(call, alarm);
        var rows = call.Write(AlarmTables.History);
        var prefix = Prefix(alarm.Name.Value);
        if (state.Items % CleanEvery == 0)
            Clean(call, prefix, 2 * CleanEvery);
        call.Write(AlarmTables.States).Put(state with { Items = state.Items + 1 });
        rows.PutNew(new(
            new(string.Create(CultureInfo.InvariantCulture, $"{prefix}{call.Now.UtcTicks:D19}{state.Items:D9}")),
            alarm.Name.Value,
            alarm.Rule is null ? AlarmType.MetricAlarm : AlarmType.CompositeAlarm,
            call.Now,
            type,
            Cut(summary, LongestSummary),
            Encoding.UTF8.GetByteCount(data) <= LongestData ? data : Shortened(data)));
    }

    /// <summary>Forgets what is older than 30 days; more often than not there is nothing.</summary>
    /// <param name="call">The call.</param>
    /// <param name="prefix">Where the history begins.</param>
    /// <param name="most">How many items at most, the oldest first.</param>
    public static void Clean(Call call, string prefix, int most = int.MaxValue)
    {
        var rows = call.Write(AlarmTables.History);
        var old = rows.From(new(prefix))
            .TakeWhile(row => row.Key.Value.StartsWith(prefix, StringComparison.Ordinal) && row.At < call.Now - Kept)
            .Take(most).ToList();
        foreach (var row in old)
            rows.Remove(row.Key);
    }

    /// <summary>AWS keeps no more than 4,095 characters; the data of a state or a message is left out first.</summary>
    private static string Shortened(string data) =>
        JsonText.Without(data, ["stateReasonData", "publishedMessage"]) is { Length: <= LongestData } shorter
            ? shorter
            : "{\"version\":\"1.0\"}";

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];

    private static AlarmStateRecord StateOf(Call call, AlarmRecord alarm) =>
        call.Read(AlarmTables.States).Find(alarm.Name)!;
}
