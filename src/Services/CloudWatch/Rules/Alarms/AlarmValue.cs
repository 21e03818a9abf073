using System.Text.Json;
using Orrery.Services.CloudWatch.Records.Alarms;

namespace Orrery.Services.CloudWatch.Rules.Alarms;

/// <summary>The newest value that led to a state, for scaling policies.</summary>
internal static class AlarmValue
{
    /// <summary>The last of the recent data points in the reason of a state; null where it has none.</summary>
    public static double? Newest(AlarmStateRecord state)
    {
        if (state.ReasonData is null) return null;
        using var document = JsonDocument.Parse(state.ReasonData);
        return document.RootElement.ValueKind == JsonValueKind.Object
            && document.RootElement.TryGetProperty("recentDatapoints", out var points)
            && points.ValueKind == JsonValueKind.Array
            && points.GetArrayLength() is > 0 and var count
            && points[count - 1].TryGetDouble(out var value)
            ? value
            : null;
    }
}
