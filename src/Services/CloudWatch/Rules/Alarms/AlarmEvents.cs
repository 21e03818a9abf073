using System.Text.Json;
using Orrery.Contracts.Events;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.CloudWatch.Records.Alarms;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Rules.Alarms;

/// <summary>
/// What alarms tell the event bus, and functions in the same form. Source: CloudWatch User Guide, "Alarm events and
/// EventBridge", "Invoke a Lambda function from an alarm".
/// </summary>
internal static class AlarmEvents
{
    /// <summary>Tells that the state of an alarm changed, or that its actions are no longer held back.</summary>
    public static void StateChange(Call call, AlarmRecord alarm, AlarmStateRecord before, AlarmStateRecord after) =>
        Put(call, alarm, "CloudWatch Alarm State Change", json => WriteChange(json, alarm, before, after));

    /// <summary>Tells that an alarm was made, put anew or deleted.</summary>
    /// <param name="call">The call.</param>
    /// <param name="alarm">The alarm.</param>
    /// <param name="operation">create, update or delete.</param>
    /// <param name="state">Its state.</param>
    public static void Configuration(Call call, AlarmRecord alarm, string operation, AlarmStateRecord state) =>
        Put(call, alarm, "CloudWatch Alarm Configuration Change", json =>
        {
            json.WriteString("alarmName", alarm.Name.Value);
            json.WriteString("operation", operation);
            WriteState(json, "state", state);
            json.WriteStartObject("configuration");
            WriteSettings(json, alarm);
            json.WriteString("alarmName", alarm.Name.Value);
            json.WriteBoolean("actionsEnabled", alarm.ActionsEnabled);
            json.WriteString("timestamp", JsonText.Stamp(alarm.ConfigurationUpdated));
            JsonText.WriteTexts(json, "okActions", alarm.OkActions);
            JsonText.WriteTexts(json, "alarmActions", alarm.AlarmActions);
            JsonText.WriteTexts(json, "insufficientDataActions", alarm.InsufficientDataActions);
            json.WriteEndObject();
        });

    /// <summary>What a function is given.</summary>
    public static string ForFunction(
        ReadCall call, AlarmRecord alarm, AlarmStateRecord before, AlarmStateRecord after) => JsonTexts.Object(json =>
    {
        json.WriteString("source", "aws.cloudwatch");
        json.WriteString("alarmArn", alarm.Arn);
        json.WriteString("accountId", call.Account);
        json.WriteString("time", JsonText.Stamp(call.Now));
        json.WriteString("region", call.Region);
        json.WriteStartObject("alarmData");
        WriteChange(json, alarm, before, after);
        json.WriteEndObject();
    });

    private static void Put(Call call, AlarmRecord alarm, string type, Action<Utf8JsonWriter> write)
    {
        if (call.FindPort<IEventBus>() is not { } bus || !bus.Hears(call, call.Scope)) return;
        bus.Put(call, new(call.Scope, "aws.cloudwatch", type, [alarm.Arn], JsonTexts.Object(write)));
    }

    private static void WriteChange(
        Utf8JsonWriter json, AlarmRecord alarm, AlarmStateRecord before, AlarmStateRecord after)
    {
        json.WriteString("alarmName", alarm.Name.Value);
        WriteState(json, "state", after);
        WriteState(json, "previousState", before);
        json.WriteStartObject("configuration");
        WriteSettings(json, alarm);
        json.WriteEndObject();
    }

    private static void WriteState(Utf8JsonWriter json, string member, AlarmStateRecord state)
    {
        json.WriteStartObject(member);
        json.WriteString("value", state.Value.ToWire());
        var why = state.Why;
        json.WriteString("reason", why.InWords());
        if (why.AsJson() is { } data) json.WriteString("reasonData", data);
        json.WriteString("timestamp", JsonText.Stamp(state.Updated));
        if (state.SuppressedBy is { } by)
        {
            json.WriteString("actionsSuppressedBy", by.ToWire());
            json.WriteString("actionsSuppressedReason", Suppression.Reason(by));
        }

        json.WriteEndObject();
    }

    private static void WriteSettings(Utf8JsonWriter json, AlarmRecord alarm)
    {
        if (alarm.Description is not null) json.WriteString("description", alarm.Description);
        if (alarm.Watch is { } watch)
        {
            AlarmQueriesJson.Write(json, watch);
            return;
        }

        json.WriteString("alarmRule", alarm.Rule!.Text);
        if (alarm.Rule.Suppressor is null) return;
        json.WriteString("actionsSuppressor", alarm.Rule.Suppressor);
        json.WriteNumber("actionsSuppressorWaitPeriod", alarm.Rule.WaitPeriod ?? 0);
        json.WriteNumber("actionsSuppressorExtensionPeriod", alarm.Rule.ExtensionPeriod ?? 0);
    }
}
