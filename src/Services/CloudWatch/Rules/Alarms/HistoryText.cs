using System.Text;
using Orrery.Operations;
using Orrery.Services.CloudWatch.Records.Alarms;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Rules.Alarms;

/// <summary>
/// The history of alarms in words. The JSON is as in the examples of the CloudWatch User Guide and of
/// `describe-alarm-history` in the AWS CLI Command Reference.
/// </summary>
internal static class HistoryText
{
    private const int LongestData = 4095;
    private const int LongestSummary = 255;

    /// <summary>An item in words.</summary>
    public static string Summary(HistoryRecord item) => Cut(item switch
    {
        { Change: { } change } =>
            $"Alarm updated from {change.Before.Value.ToWire()} to {change.After.Value.ToWire()}",
        { Action: { } action } =>
            $"{(action.Failure is null ? "Successfully executed" : "Failed to execute")} action {action.Arn}",
        _ => item.Summary!,
    });

    /// <summary>An item as JSON.</summary>
    public static string Data(HistoryRecord item)
    {
        var data = item switch
        {
            { Change: { } change } => Of(change),
            { Action: { } action } => Of(action),
            _ => item.Data!,
        };
        return Encoding.UTF8.GetByteCount(data) <= LongestData ? data : Shortened(data);
    }

    private static string Of(HistoryChange change) => JsonTexts.Object(json =>
    {
        json.WriteString("version", "1.0");
        foreach (var (name, state) in new[] { ("oldState", change.Before), ("newState", change.After) })
        {
            json.WriteStartObject(name);
            json.WriteString("stateValue", state.Value.ToWire());
            json.WriteString("stateReason", state.InWords());
            JsonText.WriteRaw(json, "stateReasonData", state.AsJson());
            json.WriteEndObject();
        }
    });

    private static string Of(HistoryAction action) => JsonTexts.Object(json =>
    {
        json.WriteString("actionState", action.Failure is null ? "Succeeded" : "Failed");
        json.WriteNumber("stateUpdateTimestamp", action.StateUpdated.ToUnixTimeMilliseconds());
        json.WriteString("notificationResource", action.Arn);
        if (action.Failure is not null) json.WriteString("error", action.Failure);
        if (action.Message is not null) json.WriteString("publishedMessage", action.Message);
    });

    /// <summary>AWS keeps no more than 4,095 characters; the data of a state or a message is left out first.</summary>
    private static string Shortened(string data) =>
        JsonText.Without(data, ["stateReasonData", "publishedMessage"]) is { Length: <= LongestData } shorter
            ? shorter
            : "{\"version\":\"1.0\"}";

    private static string Cut(string text) => text.Length <= LongestSummary ? text : text[..LongestSummary];
}
