using System.Globalization;
using System.Text.Json;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Operations;

namespace Orrery.Services.Events.Rules.Delivering;

/// <summary>
/// An event as JSON. Source: EventBridge User Guide, "Events in Amazon EventBridge", Event structure reference.
/// </summary>
internal static class Envelope
{
    /// <summary>A new event id.</summary>
    public static string NewId(Call call) => Uuids.New(call);

    /// <summary>Writes an event.</summary>
    public static string Write(Scope scope, string id, DateTimeOffset time, EventParts parts) =>
        JsonTexts.Object(json =>
        {
            json.WriteString("version", "0");
            json.WriteString("id", id);
            json.WriteString("detail-type", parts.DetailType);
            json.WriteString("source", parts.Source);
            json.WriteString("account", scope.Account);
            json.WriteString("time", Time(time));
            json.WriteString("region", scope.Region);
            json.WriteStartArray("resources");
            foreach (var resource in parts.Resources)
                json.WriteStringValue(resource);
            json.WriteEndArray();
            json.WritePropertyName("detail");
            json.WriteRawValue(parts.Detail);
        });

    /// <summary>An instant as events have it.</summary>
    public static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>An object with a member more at its end, or with all but one.</summary>
    public static string Rewrite(JsonElement value, (string Name, string Value)? more, string? without) =>
        JsonTexts.Object(json =>
        {
            foreach (var member in value.EnumerateObject().Where(m => m.Name != without && m.Name != more?.Name))
                member.WriteTo(json);
            if (more is { } last)
                json.WriteString(last.Name, last.Value);
        });
}
