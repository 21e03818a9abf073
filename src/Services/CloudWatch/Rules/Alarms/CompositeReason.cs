using System.Globalization;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.CloudWatch.Records.Alarms;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Rules.Alarms;

/// <summary>
/// Why a composite alarm has its state, as AWS writes it. Source: the example event of a composite alarm in the
/// CloudWatch User Guide, "Alarm events and EventBridge".
/// </summary>
internal static class CompositeReason
{
    /// <summary>That an alarm in the rule changed its state.</summary>
    public static string Text(ReadCall call, AlarmRecord child)
    {
        var state = call.Read(AlarmTables.States).Find(child.Name)!;
        var when = state.Transitioned.ToString("dddd dd MMMM, yyyy HH:mm:ss", CultureInfo.InvariantCulture);
        return $"{child.Arn} transitioned to {state.Value.ToWire()} at {when} UTC";
    }

    /// <summary>The alarms in the rule that are in ALARM, as JSON.</summary>
    public static string Data(ReadCall call, AlarmRecord composite) => JsonTexts.Object(json =>
    {
        json.WriteStartArray("triggeringAlarms");
        foreach (var (alarm, state) in Triggering(call, composite))
        {
            json.WriteStartObject();
            json.WriteString("arn", alarm.Arn);
            json.WriteStartObject("state");
            json.WriteString("value", state.Value.ToWire());
            json.WriteString("timestamp", JsonText.Stamp(state.Transitioned));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    /// <summary>The alarms in the rule that are in ALARM.</summary>
    public static IEnumerable<(AlarmRecord Alarm, AlarmStateRecord State)> Triggering(
        ReadCall call, AlarmRecord composite)
    {
        foreach (var child in composite.Rule!.Children)
        {
            if (call.Read(AlarmTables.Alarms).Find(new(child)) is { } alarm
                && call.Read(AlarmTables.States).Find(alarm.Name) is { Value: StateValue.Alarm } state)
                yield return (alarm, state);
        }
    }
}
